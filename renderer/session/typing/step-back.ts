import { rowsThatDiffer } from '../../../shared/patch/project-patch';
import type { Project } from '../../../shared/model/project';
import { findParagraph } from '../../../shared/model/find-paragraph';
import { isSameJson } from '../../../shared/model/same-json';
import { activeEditor } from './active-editor';
import { edit } from '../place/navigation';
import { showNews } from '../notices/notice-store';
import { page } from '../page';
import { projectStore, step } from '../project/project-store';
import { unkeptText } from './unkept-store';
import { setView, viewStore } from '../place/view-store';

/**
 * Takes the last change back, or makes it again, once what was typed is handed over. A text that is being edited stays
 * so, as long as it is there; a field for a note or a title has its own undo.
 */
export async function stepBack(direction: 'undo' | 'redo'): Promise<void> {
  if (page().isInField()) return page().stepInField(direction);
  const editor = activeEditor();
  if (editor && direction === 'redo' && editor.bringBackRefused()) return;
  // What was typed and refused is the last change, though the project knows nothing of it.
  if (editor && direction === 'undo' && unkeptText(editor.paragraphId)) return editor.takeBackRefused();
  const { project: before } = projectStore.getState();
  const text = editor?.text() ?? '';
  let label = await step(direction);
  // What was begun and dropped again is two changes that nobody sees anything of.
  while (label && isSameJson(before, projectStore.getState().project)) label = await step(direction);
  if (before) followEdited(before);
  if (editor && activeEditor() === editor) editor.showStep(text);
  if (!label) return showNews(`why.nothingTo${direction === 'undo' ? 'Undo' : 'Redo'}`);
  const number = before && elsewhere(before);
  showNews(number ? `news.${direction}At` : `news.${direction}`, { command: label, number: number ?? 0 });
}

/** Takes the last so many changes back. */
export async function stepBackOver(count: number): Promise<void> {
  for (let step = 0; step < count; step += 1) await stepBack('undo');
  showNews('news.undoneSeveral', { count });
}

/**
 * Stays with the text that is being edited when its row became another. When it is gone, as one that was split off and is
 * joined again, the text above it is where a person goes on.
 */
function followEdited(before: Project): void {
  const { editing, selected } = viewStore.getState();
  const { project } = projectStore.getState();
  if (!editing || !selected || !project) return;
  const row = findParagraph(project.rows, editing.paragraphId)?.row;
  if (row && row.id !== selected.rowId) setView({ selected: { ...selected, rowId: row.id } });
  if (row) return;
  const place = findParagraph(before.rows, editing.paragraphId);
  const paragraphs = place?.row.cells[place.language].paragraphs;
  const above = place && paragraphs?.[place.index - 1];
  const next = above ?? (place && paragraphs?.[place.index + 1]);
  const home = next && findParagraph(project.rows, next.id)?.row;
  if (home) edit(home.id, selected.language, next.id, above?.text.length ?? 0);
  else setView({ editing: null });
}

/** The number of the row that is another now, from 1, when a person is in none of those that are; null otherwise. */
function elsewhere(before: Project): number | null {
  const { project } = projectStore.getState();
  const { selected } = viewStore.getState();
  const changed = project && rowsThatDiffer(before.rows, project.rows);
  if (!changed || changed.rows.some(({ id }) => id === selected?.rowId)) return null;
  return changed.first + 1;
}
