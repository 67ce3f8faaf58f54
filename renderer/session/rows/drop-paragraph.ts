import { findParagraph } from '../../../shared/model/find-paragraph';
import type { Language } from '../../../shared/model/language';
import { handOver } from '../typing/active-editor';
import { tellUndoable } from '../notices/tell-undoable';
import { projectStore, send } from '../project/project-store';

/**
 * What dropping a paragraph on another row of its version does. Where nothing of its version stands between, it is aligned
 * otherwise and the text stays in order, as with the keys for that. Dropped beyond other text it changes the order of the
 * text: it takes the place of what stands there, or an empty one. Both are told, with a way back.
 */
export async function dropParagraph(paragraphId: string, toRowId: string, language: Language): Promise<void> {
  await handOver();
  const rows = projectStore.getState().project?.rows ?? [];
  const place = findParagraph(rows, paragraphId);
  const to = rows.findIndex(({ id }) => id === toRowId);
  const target = rows[to];
  if (!place || !target || place.rowIndex === to) return;
  const between = rows.slice(Math.min(to, place.rowIndex) + 1, Math.max(to, place.rowIndex));
  const isBeyond = between.some(({ cells }) => cells[language].paragraphs.length > 0);
  const there = target.cells[language].paragraphs;
  const other = to < place.rowIndex ? there[0] : there.at(-1);
  const sent = isBeyond
    ? await send({
        type: 'moveInOrder',
        paragraphId,
        to: other ? { placeOf: other.id } : { rowId: toRowId },
      })
    : await send({ type: 'moveParagraph', paragraphId, toRowId });
  if (!sent) return;
  const { history } = projectStore.getState();
  tellUndoable('news.done', { number: to + 1, command: history.undo ?? '' });
}
