import type { Command } from '../../../shared/commands/command';
import { perLanguage } from '../../../shared/model/language';
import type { Row } from '../../../shared/model/row';
import { showNews } from '../notice-store';
import { send } from '../project-store';
import { sentencesOf, type LinkedSentence } from '../sentence-links';
import { select, setView, viewStore } from '../view-store';
import type { Here } from './here';
import { proposeBelow } from '../propose';

/** Goes to the next or previous sentence of the cell; its counterparts light up. */
export function stepSentence({ row, selected }: Here, by: 1 | -1): void {
  const sentences = sentencesOf(row);
  const all = row.cells[selected.language].paragraphs.flatMap(({ id: paragraphId }) =>
    (sentences.get(paragraphId) ?? []).map(({ start }) => ({ paragraphId, start })),
  );
  const { sentence } = viewStore.getState();
  const at = all.findIndex(
    ({ paragraphId, start }) => paragraphId === sentence?.paragraphId && start === sentence.start,
  );
  const next = all[at === -1 && by === -1 ? all.length - 1 : at + by];
  if (!next) return;
  select({ ...selected, paragraphId: next.paragraphId });
  setView({ sentence: next });
}

/**
 * Splits the row at the sentence a person is on: it and what follows it go down, in every language from the
 * first sentence that belongs to it or to a later one. One step of undo.
 */
export async function splitAtSentence({ row, selected, sentence }: Here): Promise<void> {
  const sentences = sentencesOf(row);
  const here =
    sentence && sentences.get(sentence.paragraphId)?.findLast(({ start }) => start <= sentence.start);
  if (!here) return showNews('news.sentenceFirst');
  const newRowId = crypto.randomUUID();
  const commands = planSplit(row, sentences, here.link, newRowId);
  if (commands.length === 0) return showNews('news.nothingToDo');
  const group = crypto.randomUUID();
  for (const command of commands) if (!(await send(command, group))) return;
  select({ rowId: newRowId, language: selected.language, paragraphId: null });
  void proposeBelow(newRowId);
}

/** The commands that move everything from a sentence link on into a row below; none when nothing stays above. */
function planSplit(
  row: Row,
  sentences: ReadonlyMap<string, readonly LinkedSentence[]>,
  link: number,
  newRowId: string,
): readonly Command[] {
  const commands: Command[] = [];
  let firstBelow: string | null = null;
  let anyAbove = false;
  const above = perLanguage((language) => {
    const { paragraphs } = row.cells[language];
    for (const [index, { id }] of paragraphs.entries()) {
      const first = sentences.get(id)?.find((sentence) => sentence.link >= link);
      if (!first) continue;
      const inside = first.start > 0;
      const newId = inside ? crypto.randomUUID() : id;
      if (inside) commands.push({ type: 'splitParagraph', paragraphId: id, offset: first.start, newId });
      firstBelow ??= newId;
      const kept = inside ? index + 1 : index;
      anyAbove ||= kept > 0;
      return kept;
    }
    anyAbove ||= paragraphs.length > 0;
    return paragraphs.length;
  });
  if (!firstBelow || !anyAbove) return [];
  return [...commands, { type: 'splitRow', paragraphId: firstBelow, newRowId, above }];
}
