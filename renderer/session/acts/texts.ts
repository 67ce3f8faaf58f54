import { rowsBetween } from '../../../shared/commands/patch';
import type { Project } from '../../../shared/model/project';
import { isSameJson } from '../../../shared/model/same-json';
import { rowOfParagraph, type Status } from '../../../shared/model/row';
import { activeEditor } from '../active-editor';
import { writeMissing } from '../cell-commands';
import { edit } from '../navigation';
import { page } from '../page';
import { showNews } from '../notice-store';
import { isReadOnly, send, step, projectStore } from '../project-store';
import { changeSettings } from '../settings-store';
import { setView, viewStore, type Selected } from '../view-store';
import { columns, settings, type Here } from './here';

const TEXT_SIZES = [0.8, 0.9, 1, 1.15, 1.3, 1.5, 1.75, 2] as const;

/** Opens the text; words that were marked are marked in it, so that typing replaces them. */
export function editHere({ row, selected, words }: Here): void {
  if (isReadOnly()) return showNews('news.readOnly');
  const { paragraphs } = row.cells[selected.language];
  if (words && paragraphs.some(({ id }) => id === words.paragraphId))
    return edit(row.id, selected.language, words.paragraphId, words.start, words.end);
  const paragraph = paragraphs.find((each) => each.id === selected.paragraphId) ?? paragraphs[0];
  if (paragraph) return edit(row.id, selected.language, paragraph.id, paragraph.text.length);
  void writeMissing(row, selected.language);
}

export async function setStatus(
  { row }: Here,
  status: Status,
  languages: readonly Selected['language'][],
): Promise<void> {
  const cells = languages
    .filter((language) => row.cells[language].paragraphs.length > 0)
    .map((language) => ({ rowId: row.id, language }));
  if (cells.length === 0) return showNews('news.nothingHere');
  await send({ type: 'setStatus', cells, status });
}

/** Agrees every text of the row that is shown, and that they belong together. */
export async function agreeRow({ row }: Here): Promise<void> {
  const languages = columns();
  if (languages.every((language) => row.cells[language].paragraphs.length === 0))
    return showNews('news.nothingHere');
  await send({ type: 'agreeRow', rowId: row.id, languages });
}

/**
 * Takes the last change back, or makes it again. A text that is being edited stays so, as long as it is there; a field
 * for a note or a title has its own undo.
 */
export async function stepBack(direction: 'undo' | 'redo'): Promise<void> {
  if (page().isInField()) return page().stepInField(direction);
  const editor = activeEditor();
  if (editor && direction === 'redo' && editor.bringBackRefused()) return;
  if (editor && !(await editor.flush()) && direction === 'undo') return editor.takeBackRefused();
  const { project: before } = projectStore.getState();
  const text = editor?.text() ?? '';
  let label = await step(direction);
  // What was begun and dropped again is two changes that nobody sees anything of.
  while (label && isSameJson(before, projectStore.getState().project)) label = await step(direction);
  if (before) followEdited(before);
  if (editor && activeEditor() === editor) editor.showStep(text);
  if (!label) return showNews(`news.nothingTo${direction === 'undo' ? 'Undo' : 'Redo'}`);
  const number = before && elsewhere(before);
  showNews(number ? `news.${direction}At` : `news.${direction}`, { command: label, number: number ?? 0 });
}

/**
 * Stays with the text that is being edited when its row became another. When it is gone, as one that was split off and is
 * joined again, the text above it is where a person goes on.
 */
function followEdited(before: Project): void {
  const { editing, selected } = viewStore.getState();
  const { project } = projectStore.getState();
  if (!editing || !selected || !project) return;
  const row = project.rows[rowOfParagraph(project.rows, editing.paragraphId)];
  if (row && row.id !== selected.rowId) setView({ selected: { ...selected, rowId: row.id } });
  if (row) return;
  const paragraphs =
    before.rows[rowOfParagraph(before.rows, editing.paragraphId)]?.cells[selected.language].paragraphs;
  const at = paragraphs?.findIndex(({ id }) => id === editing.paragraphId) ?? -1;
  const above = paragraphs?.[at - 1];
  const next = above ?? paragraphs?.[at + 1];
  const home = next && project.rows[rowOfParagraph(project.rows, next.id)];
  if (home) edit(home.id, selected.language, next.id, above?.text.length ?? 0);
  else setView({ editing: null });
}

/** The number of the row that is another now, from 1, when a person is in none of those that are; null otherwise. */
function elsewhere(before: Project): number | null {
  const { project } = projectStore.getState();
  const { selected } = viewStore.getState();
  const changed = project && rowsBetween(before.rows, project.rows);
  if (!changed || changed.insert.some(({ id }) => id === selected?.rowId)) return null;
  return changed.start + 1;
}

export function resizeText(by: 1 | -1): void {
  const now = TEXT_SIZES.findIndex((size) => size >= settings().textSize);
  const next = TEXT_SIZES[Math.max(0, Math.min(TEXT_SIZES.length - 1, now + by))];
  if (next) changeSettings({ textSize: next });
}
