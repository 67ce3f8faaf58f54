import { criteriaNow } from './criteria';
import { findingsStore } from '../matters/findings-store';
import { projectStore } from '../project/project-store';
import { passesFilter, type FoundRows, type RowCriteria, type RowFilter } from './row-filters';
import { columnsNow } from '../settings/settings-store';
import { setView, viewStore } from '../place/view-store';
import type { Row } from '../../../shared/model/row';

/** A row that is shown, with its position in the project (from 0). */
export interface ShownRow {
  readonly row: Row;
  readonly index: number;
}

/** Narrows the rows; a person who is on a row that is not shown goes to the first that is. */
export function chooseFilter(filter: RowFilter): void {
  const { project } = projectStore.getState();
  const { selected } = viewStore.getState();
  setView({ filter, editing: null });
  if (!project || filter === 'all') return;
  const criteria = criteriaNow(project);
  const { open } = findingsStore.getState();
  const passing = project.rows.filter((row) => passesFilter(row, filter, criteria, open));
  if (passing.some((row) => row.id === selected?.rowId)) return;
  const [first] = passing;
  const columns = columnsNow();
  const language = selected?.language ?? columns[0] ?? 'ru';
  const paragraphId = first?.cells[language].paragraphs[0]?.id ?? null;
  setView({ selected: first ? { rowId: first.id, language, paragraphId } : null });
}

/** The rows that are shown at this moment. */
export function shownRowsNow(): readonly ShownRow[] {
  const { project } = projectStore.getState();
  const { filter, selected } = viewStore.getState();
  if (!project) return [];
  const { open } = findingsStore.getState();
  return listShownRows(project.rows, filter, selected?.rowId ?? null, criteriaNow(project), open);
}

/** The rows a filter lets through; the row of `heldRowId` stays in any case. */
export function listShownRows(
  rows: readonly Row[],
  filter: RowFilter,
  heldRowId: string | null,
  criteria: RowCriteria,
  found: FoundRows,
): readonly ShownRow[] {
  return rows
    .map((row, index) => ({ row, index }))
    .filter(({ row }) => row.id === heldRowId || passesFilter(row, filter, criteria, found));
}
