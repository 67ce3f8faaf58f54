import type { Database } from './database';

/** What is wrong with a database itself, whatever it holds; null where nothing is. */
export function findProblem(db: Database): string | null {
  // Not `quick_check`: where an index says something else than its table, a change would go nowhere.
  const problem = db.rows`SELECT emit(integrity_check) FROM pragma_integrity_check`[0]?.[0];
  return problem === 'ok' ? null : String(problem);
}
