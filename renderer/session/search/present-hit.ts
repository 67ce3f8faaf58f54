import { viewStore } from '../place/view-store';
import type { Hit } from '../../../shared/search/search-rows';
import { allHits } from './search-store';

/** The hit that is shown as the present one. */
export function presentHit(): Hit | null {
  const { find } = viewStore.getState();
  const hits = allHits();
  return find && hits.length > 0 ? (hits[find.index % hits.length] ?? null) : null;
}
