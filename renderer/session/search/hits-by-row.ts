import type { Hit } from '../../../shared/search/search-rows';

/** The hits of one row; `from` is the position of the first among all hits. */
export interface FoundRow {
  readonly rowId: string;
  readonly from: number;
  readonly hits: readonly Hit[];
}

/** Hits that stand row by row, by their rows. */
export function hitsByRow(hits: readonly Hit[]): readonly FoundRow[] {
  const rows: { rowId: string; from: number; hits: Hit[] }[] = [];
  for (const [at, hit] of hits.entries()) {
    const last = rows.at(-1);
    if (last?.rowId === hit.rowId) last.hits.push(hit);
    else rows.push({ rowId: hit.rowId, from: at, hits: [hit] });
  }
  return rows;
}
