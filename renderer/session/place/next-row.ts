import type { Language } from '../../../shared/model/language';
import { isToAgree } from '../../../shared/model/readiness';
import type { Row } from '../../../shared/model/row';
import { edit, selectRow } from './navigation';
import { projectStore } from '../project/project-store';
import { columnsNow } from '../settings/settings-store';
import { shownRowsNow } from '../rows/shown-rows';
import { setView } from './view-store';

/** The first row after another that is wanted, going round; that row itself comes last. */
export function firstFrom(
  rows: readonly Row[],
  rowId: string | undefined,
  isWanted: (row: Row) => boolean,
): Row | undefined {
  const at = rows.findIndex(({ id }) => id === rowId) + 1;
  return [...rows.slice(at), ...rows.slice(0, at)].find(isWanted);
}

/**
 * Goes to the next row that is not agreed: among those that are shown, or else among all. Where there is none, a person
 * stays in the row. Who is writing goes on writing in the same language.
 */
export function goToNextToAgree(rowId: string | undefined, language: Language, isWriting: boolean): void {
  const rows = projectStore.getState().project?.rows ?? [];
  const columns = columnsNow();
  const isWanted = (row: Row) => row.id !== rowId && isToAgree(row, columns);
  const shown = shownRowsNow().map(({ row }) => row);
  const among = firstFrom(shown, rowId, isWanted);
  const next = among ?? firstFrom(rows, rowId, isWanted);
  if (next && !among) setView({ filter: 'all' });
  const to = next ?? rows.find(({ id }) => id === rowId);
  const first = to?.cells[language].paragraphs[0];
  if (to && isWriting && first) edit(to.id, language, first.id, first.text.length);
  else if (to) selectRow(to, language);
}
