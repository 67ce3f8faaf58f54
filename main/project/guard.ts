import { closeSync } from 'node:fs';
import { ok, type Result } from '../../shared/model/failure';
import { Database } from './database';
import { fileKey, holdFile } from './held-files';
import { sqliteFailure } from './sqlite-failure';

/** A lock on a file that is only read and replaced as a whole. */
export interface Guard {
  /** Which file it is, by `fileKey`. */
  readonly key: string;
  /** Takes over a descriptor of the file: closing it before the lock is given up would give that up. */
  readonly keepOpen: (descriptor: number) => void;
  readonly release: () => void;
}

/**
 * Locks a project against every other process, with a lock of the operating system that ends with this one and goes
 * along when the file is renamed. Nothing is written, into the file or beside it. Fails with `projectInUse`, or with
 * `projectReadOnly` for a file that cannot be written.
 *
 * @param path a project without a log: SQLite would begin to work on one that has
 */
export function guardFile(path: string): Result<Guard> {
  let db: Database | null = null;
  try {
    db = new Database(path, { readOnly: false });
    // The lock stays when the transaction ends. Taking back a write shows whether the file takes one.
    db.run`PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY`;
    db.run`BEGIN EXCLUSIVE; PRAGMA user_version = 0; ROLLBACK`;
    const key = fileKey(path);
    const forget = holdFile(key);
    const descriptors: number[] = [];
    const locked = db;
    return ok({
      key,
      keepOpen: (descriptor) => descriptors.push(descriptor),
      release: () => {
        locked.close();
        for (const descriptor of descriptors) closeSync(descriptor);
        forget();
      },
    });
  } catch (error) {
    db?.close();
    return sqliteFailure(error, path, { reading: true });
  }
}
