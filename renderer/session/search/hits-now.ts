import { viewStore } from '../place/view-store';
import { projectStore } from '../project/project-store';
import { columnsNow } from '../settings/settings-store';
import type { Hit } from '../../../shared/search/search-rows';
import { findHits } from './search-hits';

/** Everything that is found now; nothing while nothing is searched for. */
export function hitsNow(): readonly Hit[] {
  const { project } = projectStore.getState();
  return project ? findHits(project, viewStore.getState().find, columnsNow()) : [];
}

/** The hit that is shown as the present one. */
export function presentHit(): Hit | null {
  const { find } = viewStore.getState();
  const hits = hitsNow();
  return find && hits.length > 0 ? (hits[find.index % hits.length] ?? null) : null;
}
