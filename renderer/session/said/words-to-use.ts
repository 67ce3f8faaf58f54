import { isSmallWord } from '../../../shared/diff/small-words';
import type { SaidText } from '../../../shared/said/said';
import { tokenise } from '../../../shared/text/tokens';

/**
 * What of a counterpart is put into a text or copied: the words that are known to stand for those that were asked about, where
 * they are as many; else the whole sentence. Numbers of footnotes are no part of it.
 *
 * @param asked the words that were asked about
 */
export function wordsToUse({ text, marked, notes }: SaidText, asked: string): string {
  const [only, ...others] = marked;
  const isWhole =
    only && others.length === 0 && countTelling(text.slice(only.start, only.end)) >= countTelling(asked);
  const { start, end } = isWhole ? only : { start: 0, end: text.length };
  const inside = notes.filter((note) => note.start >= start && note.end <= end);
  // From the end, so that the places before stay where they are.
  return inside
    .toReversed()
    .reduce(
      (said, note) => said.slice(0, note.start - start) + said.slice(note.end - start),
      text.slice(start, end),
    )
    .trim();
}

/** How many words tell something. */
function countTelling(text: string): number {
  const words = tokenise(text).filter(({ kind }) => kind === 'word' || kind === 'number');
  const telling = words.filter((word) => !isSmallWord(word.text));
  return telling.length || words.length;
}
