import type { Command } from '../../shared/commands/command';
import { perLanguage, type Language } from '../../shared/model/language';
import type { Row } from '../../shared/model/row';
import { sentencesOf } from './sentence-links';
import type { Target } from './target';

/** The link of the sentence at a place of a row; null where there is none. */
export function linkAt(row: Row, sentence: Target['sentence']): number | null {
  const there = sentence && sentencesOf(row).get(sentence.paragraphId);
  return there?.findLast(({ start }) => start <= (sentence?.start ?? 0))?.link ?? null;
}

/** Where a language is cut: before the paragraph at `index` of the cell, or within it at a UTF-16 offset. */
interface Cut {
  readonly paragraphId: string;
  readonly index: number;
  readonly offset: number;
}

/** Where the first sentence of each language stands that belongs to a sentence link or to a later one. */
function cutsAt(row: Row, link: number): Readonly<Record<Language, Cut | null>> {
  const sentences = sentencesOf(row);
  return perLanguage((language) => {
    for (const [index, { id: paragraphId }] of row.cells[language].paragraphs.entries()) {
      const first = sentences.get(paragraphId)?.find((sentence) => sentence.link >= link);
      if (first) return { paragraphId, index, offset: first.start };
    }
    return null;
  });
}

/** Whether something stays above where a row is split at a sentence link. */
export function staysAbove(row: Row, link: number): boolean {
  return Object.entries(cutsAt(row, link)).some(([language, cut]) =>
    cut ? cut.index > 0 || cut.offset > 0 : row.cells[language as Language].paragraphs.length > 0,
  );
}

/** The commands that move everything from a sentence link on into a row below. */
export function planSplit(row: Row, link: number, newRowId: string): readonly Command[] {
  const cuts = cutsAt(row, link);
  const commands: Command[] = [];
  let firstBelow: string | null = null;
  const above = perLanguage((language) => {
    const cut = cuts[language];
    if (!cut) return row.cells[language].paragraphs.length;
    const { paragraphId, index, offset } = cut;
    const newId = offset > 0 ? crypto.randomUUID() : paragraphId;
    if (offset > 0) commands.push({ type: 'splitParagraph', paragraphId, offset, newId });
    firstBelow ??= newId;
    return offset > 0 ? index + 1 : index;
  });
  return firstBelow ? [...commands, { type: 'splitRow', paragraphId: firstBelow, newRowId, above }] : [];
}
