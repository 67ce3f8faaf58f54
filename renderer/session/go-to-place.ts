import type { FindingSpan } from '../../shared/checks/engine/finding';
import { rowOfParagraph } from '../../shared/model/row';
import { projectStore } from './project-store';
import { select, setView } from './view-store';

/** Goes to the paragraph in which a place is; false when it is gone. */
export function goToPlace(place: FindingSpan | undefined): boolean {
  const { project } = projectStore.getState();
  const row = place && project?.rows[rowOfParagraph(project.rows, place.paragraphId)];
  if (!place || !row) return false;
  setView({ filter: 'all' });
  select({ rowId: row.id, language: place.language, paragraphId: place.paragraphId });
  return true;
}
