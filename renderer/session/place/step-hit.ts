import type { Hit } from './search-hits';
import { select, setView, type Find, type Selected } from './view-store';

/** Goes to the next or previous hit from a place and selects its paragraph. */
export function stepHit(hits: readonly Hit[], find: Find, place: Selected | null, by: 1 | -1): void {
  if (hits.length === 0) return;
  // The first step goes to the hit that is already the present one.
  const fresh = place?.paragraphId !== hits[find.index % hits.length]?.paragraphId;
  const index = fresh && by === 1 ? find.index % hits.length : (find.index + by + hits.length) % hits.length;
  const hit = hits[index];
  setView({ find: { ...find, index }, filter: 'all' });
  if (hit) select({ rowId: hit.rowId, language: hit.language, paragraphId: hit.paragraphId });
}
