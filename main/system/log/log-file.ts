import { lstatSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { appendOwn, readOwn } from '../own-file';

/** What is told of an event: numbers, codes and versions. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;

/** A code or a version. Whatever has spaces or other letters may be a title, a name or a text. */
const PLAIN = /^[\w.:/+-]{1,60}$/;

const LIMIT_BYTES = 500_000;

/**
 * A log of few lines, of which two files of limited size are kept. Each line is written at once, so that it is there
 * when the app goes down the next moment.
 */
export class LogFile {
  private readonly path: string;
  private readonly earlier: string;

  constructor(
    private readonly folder: string,
    private readonly now: () => Date = () => new Date(),
    private readonly limit: number = LIMIT_BYTES,
  ) {
    this.path = join(folder, 'triptych.log');
    this.earlier = join(folder, 'triptych.earlier.log');
  }

  /** Adds a line; `details` follow it, indented. */
  write(event: string, facts: Facts, details: readonly string[] = []): void {
    const told = Object.entries(facts).map(([name, value]) => `${name}=${plain(value)}`);
    const lines = [
      [this.now().toISOString(), event, ...told].join(' '),
      ...details.map((line) => `    ${line}`),
    ];
    try {
      mkdirSync(this.folder, { recursive: true });
      const size = lstatSync(this.path, { throwIfNoEntry: false })?.size ?? 0;
      if (size > this.limit) renameSync(this.path, this.earlier);
      appendOwn(this.path, `${lines.join('\n')}\n`);
    } catch {
      // A log that cannot be written, on a full disk for one, must not stop anybody's work.
    }
  }

  /** The last lines, oldest first. */
  tail(count: number): readonly string[] {
    return [this.earlier, this.path].flatMap(readLines).slice(-count);
  }
}

function plain(value: Facts[string]): string {
  return typeof value === 'string' && !PLAIN.test(value) ? '…' : String(value);
}

function readLines(path: string): readonly string[] {
  try {
    return readOwn(path).trimEnd().split('\n');
  } catch {
    // Not written yet.
    return [];
  }
}
