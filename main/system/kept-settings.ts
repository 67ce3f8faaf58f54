import { join } from 'node:path';
import { z } from 'zod';
import { GLOSSARY_LENGTH, settingsSchema, type Settings } from '../../shared/contract/settings';
import type { Failure } from '../../shared/model/failure';
import { isSameJson } from '../../shared/model/same-json';
import { KeptFile } from './kept-file';

/** Somebody's work, each in a file of its own; what else is in the settings is soon set again. */
const OWN_FILES = ['glossary', 'words'] as const;

/**
 * The settings as they lie in a folder: `settings.json`, and for the work that is among them `glossary.json` and
 * `words.json`. Before these were files of their own they stood in `settings.json`; from there they are taken over, and
 * stay there until they are safely written.
 */
export class KeptSettings {
  readonly #settings: KeptFile<Settings>;
  readonly #glossary: KeptFile<string>;
  readonly #words: KeptFile<readonly string[]>;
  #current: Settings | null = null;
  /** Whether there is something that is not in `settings.json` yet. */
  #due = false;
  /** What could not be written to its own file. */
  #homeless = new Set<(typeof OWN_FILES)[number]>();

  /** @param tell hears of damaged files and of what could not be written */
  constructor(folder: string, tell: (failure: Failure) => void) {
    const at = (name: string) => join(folder, `${name}.json`);
    this.#settings = new KeptFile({
      path: at('settings'),
      schema: settingsSchema,
      nothing: settingsSchema.parse({}),
      isWhole,
      tell,
    });
    const glossary = z.string().max(GLOSSARY_LENGTH);
    this.#glossary = new KeptFile({ path: at('glossary'), schema: glossary, nothing: '', tell });
    const words = z.array(z.string()).readonly();
    this.#words = new KeptFile({ path: at('words'), schema: words, nothing: [], tell });
  }

  get(): Settings {
    this.#current ??= this.#load();
    return this.#current;
  }

  /** Remembers a change; one that comes many times a second waits for `write`. */
  change(change: Partial<Settings>): void {
    const before = this.get();
    const after = { ...before, ...change };
    this.#current = after;
    if (after.glossary !== before.glossary) this.#keep('glossary');
    if (after.words !== before.words) this.#keep('words');
    this.#due = true;
    const drawn = Object.keys(change).every((key) => key === 'columns');
    if (!drawn) this.write();
  }

  /** Writes what waits. */
  write(): void {
    if (!this.#due) return;
    this.#due = false;
    const settings = this.get();
    const elsewhere = OWN_FILES.filter((name) => !this.#homeless.has(name));
    const stored = Object.entries(settings).filter(([key]) => !elsewhere.some((name) => name === key));
    this.#settings.set(settings, Object.fromEntries(stored));
  }

  #load(): Settings {
    const settings = this.#settings.get();
    this.#current = settings;
    const former = Object(this.#settings.stored()) as Readonly<Record<string, unknown>>;
    // Suggesting was a switch of its own before there were three ways to work.
    const mode = former['suggesting'] === true && !('mode' in former) ? 'suggesting' : settings.mode;
    const [glossary, words] = [this.#glossary.get(), this.#words.get()];
    this.#current = {
      ...settings,
      mode,
      glossary: glossary === '' ? settings.glossary : glossary,
      words: words.length === 0 ? settings.words : words,
    };
    const moving = OWN_FILES.filter((name) => former[name] !== undefined);
    for (const name of moving) this.#keep(name);
    if (moving.length > 0) {
      this.#due = true;
      this.write();
    }
    return this.#current;
  }

  #keep(name: (typeof OWN_FILES)[number]): void {
    const { glossary, words } = this.get();
    const kept = name === 'glossary' ? this.#glossary.set(glossary) : this.#words.set(words);
    if (kept) this.#homeless.delete(name);
    else this.#homeless.add(name);
  }
}

/** Each part of the settings falls back by itself: whether none had to. */
function isWhole(stored: unknown, settings: Settings): boolean {
  const given = Object(stored) as Readonly<Record<string, unknown>>;
  return Object.entries(settings).every(([key, value]) => !(key in given) || isSameJson(given[key], value));
}
