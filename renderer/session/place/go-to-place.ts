import type { FindingSpan } from '../../../shared/checks/engine/finding';
import { findParagraph } from '../../../shared/model/find-paragraph';
import { projectStore } from '../project/project-store';
import { select, setView } from './view-store';

/** Goes to the paragraph in which a place is; false when it is gone. */
export function goToPlace(place: FindingSpan | undefined): boolean {
  const { project } = projectStore.getState();
  const row = place && project && findParagraph(project.rows, place.paragraphId)?.row;
  if (!place || !row) return false;
  setView({ filter: 'all' });
  select({ rowId: row.id, language: place.language, paragraphId: place.paragraphId });
  return true;
}
