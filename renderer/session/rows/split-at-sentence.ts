import type { Command } from '../../../shared/commands/command';
import { LANGUAGES, perLanguage } from '../../../shared/model/language';
import type { Row } from '../../../shared/model/row';
import { sentencesOf } from './sentence-links';
import type { Target } from '../place/target';

type Cuts = Extract<Command, { type: 'splitAtSentence' }>['cuts'];

/** The link of the sentence at a place of a row; null where there is none. */
export function linkAt(row: Row, sentence: Target['sentence']): number | null {
  if (!sentence) return null;
  const there = sentencesOf(row).get(sentence.paragraphId);
  return there?.findLast(({ start }) => start <= sentence.start)?.link ?? null;
}

/** Where the first sentence of each language stands that belongs to a sentence link or to a later one. */
export function cutsAt(row: Row, link: number): Cuts {
  const sentences = sentencesOf(row);
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

/** Whether something stays above where a row is split at a sentence link. */
export function staysAbove(row: Row, link: number): boolean {
  const cuts = cutsAt(row, link);
  return LANGUAGES.some((language) => {
    const [first] = row.cells[language].paragraphs;
    const cut = cuts[language];
    return first !== undefined && (cut === null || cut.offset > 0 || cut.paragraphId !== first.id);
  });
}
