import { findParagraph } from '../../../shared/model/find-paragraph';
import { projectStore } from '../project/project-store';
import { setView, viewStore } from './view-store';

/** Keeps a person in the article when a change takes away the row they are in: with their paragraph, or where the row was. */
export function keepPlace(): void {
  projectStore.subscribe((now, before) => {
    const { selected } = viewStore.getState();
    if (!selected || !now.project || now.path !== before.path) return;
    const { rows } = now.project;
    const { rows: former } = before.project ?? now.project;
    if (rows === former || rows.some(({ id }) => id === selected.rowId)) return;
    const { language, paragraphId } = selected;
    const stays = paragraphId === null ? null : findParagraph(rows, paragraphId);
    const was = former.findIndex(({ id }) => id === selected.rowId);
    const row = stays?.row ?? rows[Math.min(was, rows.length - 1)];
    if (!row) return;
    const first = row.cells[language].paragraphs[0]?.id ?? null;
    setView({ selected: { rowId: row.id, language, paragraphId: stays ? paragraphId : first } });
  });
}
