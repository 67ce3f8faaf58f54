import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { COMMAND_TYPES } from '../../shared/commands/command';
import { ACTS } from '../../renderer/session/acts/all-acts';
import { MENU_NAMES } from '../../renderer/session/acts/menus';
import { REASONS } from '../../renderer/session/acts/why';
import { EXPORT_FORMATS } from '../../shared/contract/formats';
import { WAITING } from '../../shared/contract/failure-sentence';
import { aboutLanguage, INTERFACE_LANGUAGES, type InterfaceLanguage } from '../../shared/interface/languages';
import { EXCESSES } from '../../shared/model/excess';
import { FAILURE_CODES } from '../../shared/model/failure';
import { FLAG_STATUSES, SEVERITIES } from '../../shared/model/flag';
import { NOTICE_CODES } from '../../shared/model/imported-document';
import { LANGUAGES } from '../../shared/model/language';
import { ROLES } from '../../shared/model/paragraph';
import { STATUSES } from '../../shared/model/row';
import { CORE_TYPOLOGY, OTHER } from '../../shared/mqm/typology';

/** Every string by its full key: `menu.file`, `column.words_one`, ... */
const strings = perInterface((language) => flatten(aboutLanguage(language).strings));

const keys = perInterface((language) => new Set([...strings[language].keys()].map(withoutPlural)));

/** The Cyrillic letters of a language; where none are named, those of names in their own language, as "Кыргызча". */
const ALPHABETS: Readonly<Partial<Record<InterfaceLanguage, RegExp>>> = { ky: /[а-яёңөү]/i };

describe('locales', () => {
  it.each(INTERFACE_LANGUAGES)('have in %s the same keys as in English', (language) => {
    expect([...keys[language]].sort()).toEqual([...keys.en].sort());
  });

  it.each(INTERFACE_LANGUAGES)(
    'have in %s every plural form, for the same keys as in English',
    (language) => {
      const plurals = pluralForms(strings[language]);
      expect([...plurals.keys()].sort()).toEqual([...pluralForms(strings.en).keys()].sort());
      for (const [key, forms] of plurals) expect(forms.sort(), key).toEqual(formsOf(language));
    },
  );

  it.each(INTERFACE_LANGUAGES)('fill in %s the same values into a string as in English', (language) => {
    for (const [key, text] of strings[language]) {
      const english = strings.en.get(key) ?? strings.en.get(`${withoutPlural(key)}_other`) ?? '';
      expect(placeholders(text), key).toEqual(placeholders(english));
    }
  });

  it.each(INTERFACE_LANGUAGES)('have no empty or padded string in %s', (language) => {
    for (const [key, text] of strings[language]) {
      expect(text, key).not.toBe('');
      expect(text, key).toBe(text.trim());
    }
  });

  it.each(INTERFACE_LANGUAGES)('leave it to the keyboard in %s what its keys are called', (language) => {
    const named = /\b(?:Ctrl|Cmd|Alt|Shift|Esc|Enter|Backspace|F\d+)\b/;
    const fixed = [...strings[language]].filter(([, text]) => named.test(withoutPlaceholders(text)));
    expect(fixed).toEqual([]);
  });

  it.each(INTERFACE_LANGUAGES)('keep the alphabets apart in %s', (language) => {
    for (const [key, text] of strings[language]) {
      for (const word of withoutPlaceholders(text).match(/\p{L}+/gu) ?? []) {
        const isCyrillic = /\p{Script=Cyrillic}/u.test(word);
        if (!isCyrillic) expect(word, key).toMatch(/^[a-z]+$/i);
        else
          for (const letter of word)
            expect(letter, `${key}: ${word}`).toMatch(ALPHABETS[language] ?? /[а-яё]/i);
      }
    }
  });
});

describe('locale keys', () => {
  it('name everything a person can do, choose or be told', () => {
    expectKeys(
      'act',
      // A language is named by itself.
      ACTS.map(({ id }) => id).filter((id) => !id.startsWith('ui-')),
    );
    expectKeys('why', REASONS);
    expectKeys('menu', MENU_NAMES);
    expectKeys('command', COMMAND_TYPES);
    expectKeys('done', COMMAND_TYPES);
    expectKeys('failure', FAILURE_CODES);
    expectKeys('excess', EXCESSES);
    expectKeys('waiting', WAITING);
    expectKeys('notice', NOTICE_CODES);
    expectKeys('role', ROLES);
    expectKeys('status', STATUSES);
    expectKeys('flagStatus', FLAG_STATUSES);
    expectKeys('severity', SEVERITIES);
    expectKeys('language', LANGUAGES);
    expectKeys('format', EXPORT_FORMATS);
    const { dimensions } = CORE_TYPOLOGY;
    expectKeys('mqm.dimension', [...dimensions.map(({ id }) => id), OTHER]);
    for (const { id, types } of dimensions) {
      expectKeys(
        `mqm.type.${id}`,
        types.map((type) => type.id),
      );
    }
  });

  it('exist for every string the code asks for', () => {
    const asked = [...sources('renderer'), ...sources('main')].flatMap(({ path, text }) =>
      [...text.matchAll(/\b(?:t|showNews)\(\s*'([^']+)'/g)].map(([, key = '']) => ({ path, key })),
    );
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter(({ key }) => !keys.en.has(key))).toEqual([]);
  });

  it('exist for every family of strings the code picks from', () => {
    const families = [...sources('renderer'), ...sources('main')].flatMap(({ path, text }) =>
      [...text.matchAll(/\b(?:t|showNews)\(\s*`([^`$]*)\$\{/g)].map(([, start = '']) => ({ path, start })),
    );
    expect(families.length).toBeGreaterThan(20);
    expect(families.filter(({ start }) => ![...keys.en].some((key) => key.startsWith(start)))).toEqual([]);
  });
});

function expectKeys(family: string, names: readonly string[]): void {
  expect(names.length).toBeGreaterThan(0);
  expect(names.map((name) => `${family}.${name}`).filter((key) => !keys.en.has(key))).toEqual([]);
}

function flatten(tree: object, path = ''): Map<string, string> {
  const entries = Object.entries(tree).flatMap(([name, value]: [string, unknown]) => {
    const key = `${path}${name}`;
    if (typeof value === 'string') return [[key, value] as const];
    if (typeof value !== 'object' || value === null) throw new Error(`${key} is neither text nor a group`);
    return [...flatten(value, `${key}.`)];
  });
  return new Map(entries);
}

/** "column.words_few" -> "column.words" */
function withoutPlural(key: string): string {
  return key.replace(/_(zero|one|two|few|many|other)$/, '');
}

function perInterface<T>(make: (language: InterfaceLanguage) => T): Readonly<Record<InterfaceLanguage, T>> {
  const made = INTERFACE_LANGUAGES.map((language) => [language, make(language)]);
  return Object.fromEntries(made) as Record<InterfaceLanguage, T>;
}

/** The forms CLDR gives the language it counts as. */
function formsOf(language: InterfaceLanguage): readonly string[] {
  const { countsAs } = aboutLanguage(language);
  return new Intl.PluralRules(countsAs).resolvedOptions().pluralCategories.toSorted();
}

function pluralForms(texts: ReadonlyMap<string, string>): Map<string, string[]> {
  const forms = new Map<string, string[]>();
  for (const key of texts.keys()) {
    const base = withoutPlural(key);
    if (base !== key) forms.set(base, [...(forms.get(base) ?? []), key.slice(base.length + 1)]);
  }
  return forms;
}

/** A name that goes on in a sentence keeps its capital in English: "Row 3, Kyrgyz", "Ряд 3, кыргызский". */
function placeholders(text: string): readonly string[] {
  return [...new Set(text.replaceAll(', lower}}', '}}').match(/\{\{.*?\}\}/g))].sort();
}

function withoutPlaceholders(text: string): string {
  return text.replace(/\{\{.*?\}\}/g, ' ');
}

/** The TypeScript sources in a folder of the repository. */
function sources(folder: string): readonly { readonly path: string; readonly text: string }[] {
  const root = fileURLToPath(new URL(`../../${folder}/`, import.meta.url));
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path: `${folder}/${path}`, text: readFileSync(join(root, path), 'utf8') }));
}
