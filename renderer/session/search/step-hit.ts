import { projectStore } from '../project/project-store';
import { select, setView, viewStore, type Find } from '../place/view-store';
import type { Selected } from '../place/selected';
import { allHits, hitsSoFar } from './search-store';

/** Goes to the next or previous hit from a place and selects its paragraph. */
export function stepHit(find: Find, place: Selected | null, by: 1 | -1): void {
  const soFar = hitsSoFar();
  // Beyond what is found so far, the rest is looked for first.
  const hits = soFar[find.index + by] ? soFar : allHits();
  if (hits.length === 0) return;
  // The first step goes to the hit that is already the present one.
  const fresh = place?.paragraphId !== hits[find.index % hits.length]?.paragraphId;
  const index = fresh && by === 1 ? find.index % hits.length : (find.index + by + hits.length) % hits.length;
  goToHit(index);
}

/** Goes to a hit, by its position among all, and selects its paragraph. */
export function goToHit(index: number): void {
  const { find, filter } = viewStore.getState();
  const hit = hitsSoFar()[index];
  if (!find || !hit) return;
  setView({ find: { ...find, index }, filter: find.filtered ? filter : 'all' });
  select({ rowId: hit.rowId, language: hit.language, paragraphId: hit.paragraphId });
}

/**
 * Goes to the first hit from the row a person is on, or from the beginning where there is none below. A text that is open stays
 * so: only its hits are shown.
 */
export function goToNearestHit(): void {
  const { find, selected, editing } = viewStore.getState();
  const hits = hitsSoFar();
  if (!find || hits.length === 0) return;
  const places = new Map(projectStore.getState().project?.rows.map(({ id }, at) => [id, at]));
  const here = places.get(selected?.rowId ?? '') ?? 0;
  const index = Math.max(
    0,
    hits.findIndex(({ rowId }) => (places.get(rowId) ?? 0) >= here),
  );
  if (editing) setView({ find: { ...find, index } });
  else goToHit(index);
}
