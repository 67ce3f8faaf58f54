import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { systemErrorCode } from './system-error';

/**
 * Keeps a value in a file of the app's own, at once: the last one comes while the app is ending. Losing it is not
 * worth an error in front of a person: it is logged.
 */
export function keepJson(path: string, value: unknown): void {
  const draft = `${path}.tmp`;
  try {
    writeFileSync(draft, JSON.stringify(value, null, 2));
    renameSync(draft, path);
  } catch (error) {
    console.error(`${path} not kept:`, systemErrorCode(error));
  }
}

/** What was kept; undefined when there is nothing or it is damaged. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // Nothing kept yet, or damaged: whoever asks starts afresh.
    return undefined;
  }
}
