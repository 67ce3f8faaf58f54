import { renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { z } from 'zod';
import type { Failure } from '../../shared/model/failure';
import { copyOutside, OWN_DOOR, readOutside } from './outside-file';
import { freeFileName } from './file-name';
import { systemErrorCode } from './system-error';
import { writeOwnFile } from './write-file-atomically';

/** How a value lies in a file of the app's own. */
export interface Keeping<T> {
  readonly path: string;
  readonly schema: z.ZodType<T>;
  /** What holds before there is a file, or when nothing of it can be read. */
  readonly nothing: T;
  /** Whether all of what was in the file is in the value that was read; yes when absent. */
  readonly isWhole?: (stored: unknown, value: T) => boolean;
  /** Told of `keptDamaged` and `keptNotWritten`. */
  readonly tell: (failure: Failure) => void;
}

/**
 * A value that is kept on this computer, in a file of its own that is on the disk for good once it is written. A file
 * that cannot be read, or not in full, is somebody's work all the same: it is set aside under another name, the person
 * is told, and nothing is ever written over it.
 */
export class KeptFile<T> {
  #value: { readonly is: T } | null = null;
  #stored: unknown;
  /** Whether there is nothing under the name that has to stay. */
  #free = true;

  constructor(private readonly keeping: Keeping<T>) {}

  get(): T {
    this.#value ??= { is: this.#load() };
    return this.#value.is;
  }

  /** What the file said when it was read, as plain JSON; undefined when there was none. */
  stored(): unknown {
    this.get();
    return this.#stored;
  }

  /** Holds another value from now on, and writes it, or what is to be stored of it; whether that could be done. */
  set(value: T, stored: unknown = value): boolean {
    this.get();
    this.#value = { is: value };
    const { path, tell } = this.keeping;
    const written = this.#free ? writeOwnFile(path, `${JSON.stringify(stored, null, 2)}\n`) : null;
    if (written?.ok) return true;
    console.error(`${basename(path)} not kept:`, written?.failure.code ?? 'damaged one in its place');
    tell({ code: 'keptNotWritten', params: { path } });
    return false;
  }

  #load(): T {
    const { path, schema, nothing, isWhole } = this.keeping;
    const read = readOutside(path, OWN_DOOR);
    if (!read.ok && read.refusal.why === 'missing') return nothing;
    const stored = read.ok ? parseJson(read.value.toString('utf8')) : undefined;
    const parsed = stored === undefined ? null : schema.safeParse(stored);
    if (!parsed?.success) {
      this.#setAside((aside) => renameSync(path, aside));
      return nothing;
    }
    this.#stored = stored;
    if (isWhole && !isWhole(stored, parsed.data)) {
      this.#setAside((aside) => {
        const copied = copyOutside(path, aside, OWN_DOOR);
        if (!copied.ok) this.#free = false;
      });
    }
    return parsed.data;
  }

  /** Where it cannot be done the file stays, and nothing is written in its place. */
  #setAside(to: (aside: string) => void): void {
    const { path, tell } = this.keeping;
    const folder = dirname(path);
    const aside = join(folder, freeFileName(folder, `${basename(path, '.json')} damaged`, 'json'));
    try {
      to(aside);
    } catch (error) {
      console.error(`${basename(path)} not set aside:`, systemErrorCode(error));
      this.#free = false;
    }
    tell({ code: 'keptDamaged', params: { path: this.#free ? aside : path } });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Cut off, or nothing but zeros: told by whoever reads it.
    return undefined;
  }
}
