import type { Language } from '../../../shared/model/language';
import type { Row } from '../../../shared/model/row';
import { activeEditor } from '../../store/active-editor';
import { shownRowsNow } from '../../store/derived';
import { edit, selectRow, stepLanguage, stepRow } from '../../store/navigation';
import { send, useProjectStore } from '../../store/project-store';
import { useSettingsStore, visibleColumns } from '../../store/settings-store';
import { select, useViewStore } from '../../store/view-store';

/** Writes a first, empty paragraph into a cell that has none and opens it. */
export async function writeMissing(row: Row, language: Language): Promise<void> {
  const paragraphId = crypto.randomUUID();
  const model = Object.values(row.cells).flatMap((cell) => cell.paragraphs)[0];
  const done = await send({
    type: 'insertParagraph',
    paragraphId,
    rowId: row.id,
    language,
    index: 0,
    role: model && model.role !== 'tableCell' ? model.role : 'paragraph',
    label: model?.label ?? '',
    text: '',
  });
  if (done) edit(row.id, language, paragraphId, 0);
}

/** Closes the editor; a paragraph that was written here and left empty goes away again. */
export function stopEditing(row: Row, language: Language, paragraphId: string): void {
  void leaveEditor(paragraphId);
  select({ rowId: row.id, language, paragraphId });
}

/** Has the typing kept, and drops a paragraph that was begun and never written. */
async function leaveEditor(paragraphId: string): Promise<void> {
  if (!(await activeEditor()?.flush())) return;
  const paragraph = currentParagraph(paragraphId);
  if (paragraph?.text === '' && (paragraph.imported?.text ?? '') === '')
    await send({ type: 'removeParagraph', paragraphId });
}

export async function splitAt(
  row: Row,
  language: Language,
  paragraphId: string,
  offset: number,
): Promise<void> {
  const newId = crypto.randomUUID();
  const text = currentParagraph(paragraphId)?.text ?? '';
  if (offset <= 0 || offset >= text.length) return;
  if (await send({ type: 'splitParagraph', paragraphId, offset, newId })) edit(row.id, language, newId, 0);
}

export async function joinWithPrevious(row: Row, language: Language, paragraphId: string): Promise<void> {
  const { paragraphs } = row.cells[language];
  const before = paragraphs[paragraphs.findIndex((paragraph) => paragraph.id === paragraphId) - 1];
  if (!before) return;
  const caret = before.text.length;
  if (await send({ type: 'joinParagraphs', paragraphId })) edit(row.id, language, before.id, caret);
}

/** Leaves the editor for the next language, row, or the next row as done. */
export function moveFromEditor(
  row: Row,
  language: Language,
  paragraphId: string,
  to: 'nextLanguage' | 'previousLanguage' | 'nextRow' | 'previousRow' | 'done',
): void {
  void leaveEditor(paragraphId);
  const here = { rowId: row.id, language, paragraphId };
  if (to === 'nextLanguage' || to === 'previousLanguage') {
    const columns = visibleColumns(useSettingsStore.getState().settings);
    const other = stepLanguage(row, here, columns, to === 'nextLanguage' ? 1 : -1);
    editFirst(row, other);
    return;
  }
  stepRow(shownRowsNow(), here, to === 'previousRow' ? -1 : 1, language);
  const next = useProjectStore
    .getState()
    .project?.rows.find((each) => each.id === useViewStore.getState().selected?.rowId);
  if (next && next.id !== row.id) editFirst(next, language);
  else selectRow(row, language);
}

function editFirst(row: Row, language: Language): void {
  const [first] = row.cells[language].paragraphs;
  if (first) edit(row.id, language, first.id, first.text.length);
}

function currentParagraph(paragraphId: string) {
  const { project } = useProjectStore.getState();
  return project?.rows
    .flatMap((row) => Object.values(row.cells))
    .flatMap((cell) => cell.paragraphs)
    .find((paragraph) => paragraph.id === paragraphId);
}
