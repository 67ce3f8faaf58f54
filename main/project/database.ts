import { DatabaseSync } from '@photostructure/sqlite';
import { finish, type Steps } from '../system/steps';
import { checksum } from './checksum';

export type SqlValue = string | number | Uint8Array | null;

/** What a column may hold. */
export type Column = SqlValue | bigint;

/** How long to wait for another process that is just opening or letting go of the file, in ms. */
const LOCK_PATIENCE = 200;

/**
 * A connection to SQLite that lets go of its file when it is closed.
 *
 * A prepared statement of the binding is finalised only by the garbage collector, and until then SQLite keeps
 * a closed file open and locked. `exec` finalises what it runs; so everything goes through `exec`: values go
 * in as literals, and columns come out through `emit`, an SQL function called for each row. `checksum` is another one.
 */
export class Database {
  readonly #sqlite;
  #emitted: (readonly Column[])[] = [];

  /** Opens or creates the file; throws an SqliteError. */
  constructor(path: string, { readOnly }: { readonly readOnly: boolean }) {
    this.#sqlite = new DatabaseSync(path, { readOnly, timeout: LOCK_PATIENCE, defensive: true });
    this.#sqlite.function('emit', { varargs: true, directOnly: true }, (...columns: readonly unknown[]) => {
      this.#emitted.push(columns.map(readColumn));
      return null;
    });
    this.#sqlite.function('checksum', { varargs: true, directOnly: true }, (...columns: readonly unknown[]) =>
      checksum(columns),
    );
    this.#sqlite.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON');
  }

  /** Runs one or more statements: db.run`DELETE FROM flag WHERE id = ${id}`. */
  run(sql: TemplateStringsArray, ...values: readonly SqlValue[]): void {
    this.#sqlite.exec(String.raw({ raw: sql }, ...values.map(literal)));
  }

  /**
   * The rows a query emits: db.rows`SELECT emit(id, body) FROM flag`. Which column holds what is for whoever asks to look
   * at: a file may be made by anybody.
   */
  rows(sql: TemplateStringsArray, ...values: readonly SqlValue[]): readonly (readonly Column[])[] {
    this.#emitted = [];
    this.run(sql, ...values);
    const rows = this.#emitted;
    this.#emitted = [];
    return rows;
  }

  /** Does all of `work` or, when it throws, nothing of it. */
  transaction<T>(work: () => T): T {
    return finish(
      this.transactionInSteps(function* () {
        return work();
      }),
    );
  }

  /** `transaction` in steps; nothing of it where they are not gone on with. Nothing else may be written meanwhile. */
  *transactionInSteps<T>(work: () => Steps<T>): Steps<T> {
    this.run`BEGIN IMMEDIATE`;
    let isDone = false;
    try {
      const value = yield* work();
      this.run`COMMIT`;
      isDone = true;
      return value;
    } finally {
      // SQLite has already rolled back by itself after some errors, as a full disk.
      if (!isDone && this.#sqlite.isTransaction) this.run`ROLLBACK`;
    }
  }

  close(): void {
    this.#sqlite.close();
  }
}

function readColumn(value: unknown): Column {
  if (value === null || value instanceof Uint8Array) return value;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') return value;
  throw new Error(`SQL has no ${typeof value}`);
}

function literal(value: SqlValue): string {
  if (value === null) return 'NULL';
  if (value instanceof Uint8Array) return `x'${Buffer.from(value).toString('hex')}'`;
  if (typeof value === 'string') {
    if (value.includes('\0')) throw new Error('SQL text cannot hold a NUL character');
    return `'${value.replaceAll("'", "''")}'`;
  }
  if (!Number.isFinite(value)) throw new Error(`SQL has no number ${value}`);
  return String(value);
}
