import { rowsThatDiffer } from '../../../shared/patch/project-patch';
import type { Project } from '../../../shared/model/project';
import { isSameJson } from '../../../shared/model/same-json';
import { rowOfParagraph, type Status } from '../../../shared/model/row';
import { activeEditor } from '../../store/active-editor';
import { edit } from '../../store/navigation';
import { showNews } from '../../store/notice-store';
import { isReadOnly, send, step, useProjectStore } from '../../store/project-store';
import { changeSettings } from '../../store/settings-store';
import { setView, useViewStore, type Selected } from '../../store/view-store';
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
  document
    .querySelector<HTMLElement>(
      `[data-row="${row.id}"] [data-testid="cell-${selected.language}"] .link-button`,
    )
    ?.click();
}

export async function setStatus(
  { row }: Here,
  status: Status,
  languages: readonly Selected['language'][],
  group: string | null = null,
): Promise<void> {
  const cells = languages
    .filter((language) => row.cells[language].paragraphs.length > 0)
    .map((language) => ({ rowId: row.id, language }));
  if (cells.length === 0) return showNews('news.nothingHere');
  await send({ type: 'setStatus', cells, status }, group);
}

/** Agrees every text of the row, and before it that they belong together: undo names the step by its last change. */
export async function agreeRow(here: Here): Promise<void> {
  const group = crypto.randomUUID();
  const confirm = { type: 'confirmRows', rowIds: [here.row.id], confirmed: true } as const;
  if (!here.row.confirmed) await send(confirm, group);
  await setStatus(here, 'agreed', columns(), group);
}

/**
 * Takes the last change back, or makes it again. A text that is being edited stays so, as long as it is there; a field
 * for a note or a title has its own undo.
 */
export async function stepBack(direction: 'undo' | 'redo'): Promise<void> {
  const field = document.activeElement;
  if (field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === 'text')) {
    document.execCommand(direction);
    return;
  }
  const editor = activeEditor();
  if (editor && direction === 'redo' && editor.bringBackRefused()) return;
  if (editor && !(await editor.flush()) && direction === 'undo') return editor.takeBackRefused();
  const { project: before } = useProjectStore.getState();
  const text = editor?.text() ?? '';
  let label = await step(direction);
  // What was begun and dropped again is two changes that nobody sees anything of.
  while (label && isSameJson(before, useProjectStore.getState().project)) label = await step(direction);
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
  const { editing, selected } = useViewStore.getState();
  const { project } = useProjectStore.getState();
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
  const { project } = useProjectStore.getState();
  const { selected } = useViewStore.getState();
  const changed = project && rowsThatDiffer(before.rows, project.rows);
  if (!changed || changed.rows.some(({ id }) => id === selected?.rowId)) return null;
  return changed.first + 1;
}

export function resizeText(by: 1 | -1): void {
  const now = TEXT_SIZES.findIndex((size) => size >= settings().textSize);
  const next = TEXT_SIZES[Math.max(0, Math.min(TEXT_SIZES.length - 1, now + by))];
  if (next) changeSettings({ textSize: next });
}
