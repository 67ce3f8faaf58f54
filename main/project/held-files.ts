import { lstatSync, realpathSync } from 'node:fs';

/**
 * The files this process holds a lock on, by `fileKey`. Reading one of them as it lies would give up the lock: closing
 * any descriptor of a file ends all locks the process has on it (POSIX advisory locks).
 */
const held = new Set<string>();

/** Which file lies under a path, whatever other names it has. Throws an error of the system. */
export function fileKey(path: string): string {
  const { dev, ino } = lstatSync(realpathSync(path), { bigint: true });
  return `${dev}:${ino}`;
}

/** Whether this process holds a lock on the file with this `fileKey`. */
export function isHeld(key: string): boolean {
  return held.has(key);
}

/** @returns says that it is held no longer */
export function holdFile(key: string): () => void {
  held.add(key);
  return () => held.delete(key);
}
