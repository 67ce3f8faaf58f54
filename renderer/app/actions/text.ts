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

/** Agrees every text of the row, and with it that they belong together. */
export async function agreeRow(here: Here): Promise<void> {
  const group = crypto.randomUUID();
  await setStatus(here, 'agreed', columns(), group);
  const confirm = { type: 'confirmRows', rowIds: [here.row.id], confirmed: true } as const;
  if (!here.row.confirmed) await send(confirm, group);
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
  const label = await step(direction);
  followEdited();
  showNews(label ? `news.${direction}` : `news.nothingTo${direction === 'undo' ? 'Undo' : 'Redo'}`, {
    command: label ?? '',
  });
}

/** Stays with the text that is being edited when its row became another; leaves it when it is gone. */
function followEdited(): void {
  const { editing, selected } = useViewStore.getState();
  const { project } = useProjectStore.getState();
  if (!editing || !selected || !project) return;
  const row = project.rows[rowOfParagraph(project.rows, editing.paragraphId)];
  if (!row) setView({ editing: null });
  else if (row.id !== selected.rowId) setView({ selected: { ...selected, rowId: row.id } });
}

export function resizeText(by: 1 | -1): void {
  const now = TEXT_SIZES.findIndex((size) => size >= settings().textSize);
  const next = TEXT_SIZES[Math.max(0, Math.min(TEXT_SIZES.length - 1, now + by))];
  if (next) changeSettings({ textSize: next });
}
