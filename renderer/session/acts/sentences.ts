import type { Command } from '../../../shared/commands/command';
import { perLanguage } from '../../../shared/model/language';
import type { Row } from '../../../shared/model/row';
import { showNews } from '../notice-store';
import { sentencesOf, type LinkedSentence } from '../sentence-links';
import { select, setView, viewStore } from '../view-store';
import { sendQuietly, type Here } from './here';
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
 * first sentence that belongs to it or to a later one.
 */
export async function splitAtSentence({ row, selected, sentence }: Here): Promise<void> {
  const sentences = sentencesOf(row);
  const here =
    sentence && sentences.get(sentence.paragraphId)?.findLast(({ start }) => start <= sentence.start);
  if (!here) return showNews('news.sentenceFirst');
  const cuts = cutsAt(row, sentences, here.link);
  const newRowId = crypto.randomUUID();
  if (!(await sendQuietly({ type: 'splitAtSentence', rowId: row.id, newRowId, cuts }))) return;
  select({ rowId: newRowId, language: selected.language, paragraphId: null });
  void proposeBelow(newRowId);
}

/** Where the first sentence of each language stands that belongs to a sentence link or to a later one. */
function cutsAt(
  row: Row,
  sentences: ReadonlyMap<string, readonly LinkedSentence[]>,
  link: number,
): Extract<Command, { type: 'splitAtSentence' }>['cuts'] {
  return perLanguage((language) => {
    for (const { id: paragraphId } of row.cells[language].paragraphs) {
      const first = sentences.get(paragraphId)?.find((sentence) => sentence.link >= link);
      if (!first) continue;
      const newId = first.start > 0 ? { newId: crypto.randomUUID() } : {};
      return { paragraphId, offset: first.start, ...newId };
    }
    return null;
  });
}
