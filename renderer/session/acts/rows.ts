import { bridge } from '../bridge';
import { activeEditor } from '../active-editor';
import { showNews } from '../notice-store';
import { arrived, send, projectStore } from '../project-store';
import { select, setView, togglePicked, viewStore, type Selected } from '../view-store';
import { proposeBelow } from '../propose';
import { sendQuietly, type Here } from './here';

/** Splits before the selected paragraph, or before the second one when the first is selected. */
export async function splitHere({ row, selected }: Here): Promise<void> {
  const { paragraphs } = row.cells[selected.language];
  const at = paragraphs.findIndex((paragraph) => paragraph.id === selected.paragraphId);
  const cut = paragraphs[Math.max(at, 1)];
  if (!cut) return showNews('news.nothingToSplit');
  const newRowId = crypto.randomUUID();
  if (await sendQuietly({ type: 'splitRow', paragraphId: cut.id, newRowId, above: null }))
    void proposeBelow(newRowId);
}

export async function moveHere({ project, row, index, selected }: Here, by: 1 | -1): Promise<void> {
  const target = project.rows[index + by];
  const { paragraphs } = row.cells[selected.language];
  // Without a choice among several, the one nearest to where it goes moves.
  const fallback = by === -1 ? paragraphs[0] : paragraphs.at(-1);
  const paragraph = paragraphs.find((each) => each.id === selected.paragraphId) ?? fallback;
  if (!target || !paragraph) return showNews('news.nothingToDo');
  const moved = { type: 'moveParagraph', paragraphId: paragraph.id, toRowId: target.id } as const;
  if (!(await sendQuietly(moved))) return;
  select({ rowId: target.id, language: selected.language, paragraphId: paragraph.id });
  void proposeBelow(by === 1 ? target.id : row.id);
}

export async function realign(): Promise<void> {
  await activeEditor()?.flush();
  if (!(await arrived(await bridge.request('align/realign', null)))) return;
  const { project } = projectStore.getState();
  const { selected } = viewStore.getState();
  // The selected row may have been replaced: stay with its paragraph.
  const row = project?.rows.find((each) =>
    Object.values(each.cells).some((cell) => cell.paragraphs.some(({ id }) => id === selected?.paragraphId)),
  );
  if (row && selected) select({ ...selected, rowId: row.id });
}

/** Picks the selected paragraph to stand in one row with others. */
export function pickHere({ row, selected }: Here): void {
  const { paragraphs } = row.cells[selected.language];
  const paragraph = paragraphs.find((each) => each.id === selected.paragraphId) ?? paragraphs[0];
  if (paragraph) togglePicked(paragraph.id);
}

/** Puts the picked paragraphs into one row. */
export async function groupPicked(selected: Selected | null): Promise<void> {
  const { picked } = viewStore.getState();
  if (picked.length < 2) return showNews('news.pickFirst');
  const newRowId = crypto.randomUUID();
  if (!(await send({ type: 'groupParagraphs', paragraphIds: [...picked], newRowId }))) return;
  setView({ picked: [] });
  if (selected) select({ rowId: newRowId, language: selected.language, paragraphId: null });
  void proposeBelow(newRowId);
}

/** Joins the row with the one below. */
export async function mergeHere({ row }: Here): Promise<void> {
  if (await sendQuietly({ type: 'mergeRows', rowId: row.id })) void proposeBelow(row.id);
}
