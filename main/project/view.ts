import { z } from 'zod';
import type { Database } from './database';

/** What the window remembered of its state; null when it remembered nothing that can be read. */
export function readView(db: Database): unknown {
  const [row] = db.rows`SELECT emit(body) FROM view`;
  const stored = z.tuple([z.string()]).safeParse(row);
  if (!stored.success) return null;
  try {
    return JSON.parse(stored.data[0]);
  } catch (error) {
    // A view is not worth refusing a project for.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

export function writeView(db: Database, view: unknown): void {
  db.run`INSERT OR REPLACE INTO view VALUES (1, ${JSON.stringify(view)})`;
}
