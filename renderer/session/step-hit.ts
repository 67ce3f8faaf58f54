import type { Hit } from './search-hits';
import { select, setView, viewStore, type Find } from './view-store';

/** Goes to the next or previous hit and selects its paragraph. */
export function stepHit(hits: readonly Hit[], find: Find, by: 1 | -1): void {
  if (hits.length === 0) return;
  const { selected } = viewStore.getState();
  // The first step goes to the hit that is already the present one.
  const fresh = selected?.paragraphId !== hits[find.index % hits.length]?.paragraphId;
  const index = fresh && by === 1 ? find.index % hits.length : (find.index + by + hits.length) % hits.length;
  const hit = hits[index];
  setView({ find: { ...find, index }, filter: 'all' });
  if (hit) select({ rowId: hit.rowId, language: hit.language, paragraphId: hit.paragraphId });
}
