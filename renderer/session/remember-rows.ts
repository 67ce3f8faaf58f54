import { rowsBetween } from '../../shared/commands/patch';
import type { Row } from '../../shared/model/row';

/**
 * Makes a function that works something out for every row and remembers it: the next time it is worked out only
 * for rows that changed. Relies on unchanged rows being the same objects, as every command leaves them.
 */
export function rememberRows<T>(workOut: (row: Row) => T): (rows: readonly Row[]) => readonly T[] {
  let known: { readonly rows: readonly Row[]; readonly values: readonly T[] } = { rows: [], values: [] };
  return (rows) => {
    const changed = rowsBetween(known.rows, rows);
    if (changed) {
      const { start, remove, insert } = changed;
      const { values } = known;
      known = {
        rows,
        values: [...values.slice(0, start), ...insert.map(workOut), ...values.slice(start + remove)],
      };
    }
    return known.values;
  };
}
