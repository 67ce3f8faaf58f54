import type { Row } from '../../../shared/model/row';

/**
 * Makes a function that works something out for every row and remembers it: the next time it is worked out only
 * for rows that changed. Relies on unchanged rows being the same objects, as every command and patch leaves them.
 */
export function rememberRows<T>(workOut: (row: Row) => T): (rows: readonly Row[]) => readonly T[] {
  const known = new WeakMap<Row, { readonly value: T }>();
  let last: { readonly rows: readonly Row[]; readonly values: readonly T[] } = { rows: [], values: [] };
  const valueOf = (row: Row): T => {
    const remembered = known.get(row) ?? { value: workOut(row) };
    known.set(row, remembered);
    return remembered.value;
  };
  return (rows) => {
    if (rows !== last.rows) last = { rows, values: rows.map(valueOf) };
    return last.values;
  };
}
