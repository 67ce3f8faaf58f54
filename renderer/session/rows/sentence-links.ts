import { linkSentences } from '../../../shared/align/link-sentences';
import { LANGUAGES, perLanguage } from '../../../shared/model/language';
import type { Row } from '../../../shared/model/row';
import { countedText } from '../../../shared/text/counted-text';

/** A sentence of a row: UTF-16 offsets in its paragraph, and the link it stands in, counted from 0 in the row. */
export interface LinkedSentence {
  readonly start: number;
  readonly end: number;
  readonly link: number;
  /** Whether another version says the same; true as well where no other version has text to compare with. */
  readonly linked: boolean;
}

/** The sentences of a row, by paragraph id, in order. */
export type RowSentences = ReadonlyMap<string, readonly LinkedSentence[]>;

/** No sentences, the same each time. */
export const NO_SENTENCES: RowSentences = new Map();

/** A text longer than this is no paragraph in which one looks for the sentence that says the same, and takes too long. */
const LONGEST_LINKED = 15_000;

const known = new WeakMap<Row, RowSentences>();

/** Which sentences of a row belong together. Computed once for each state of a row. */
export function sentencesOf(row: Row): RowSentences {
  const before = known.get(row);
  if (before) return before;
  const paragraphs = perLanguage((language) => row.cells[language].paragraphs);
  const lengths = LANGUAGES.map((language) =>
    paragraphs[language].reduce((sum, { text }) => sum + text.length, 0),
  );
  if (Math.max(...lengths) > LONGEST_LINKED) return NO_SENTENCES;
  const filled = LANGUAGES.filter((language) => paragraphs[language].some(({ text }) => text !== ''));
  const found = new Map<string, LinkedSentence[]>();
  const links = linkSentences(
    perLanguage((language) => paragraphs[language].map((paragraph) => countedText(paragraph).text)),
  );
  for (const [link, members] of links.entries()) {
    const present = LANGUAGES.filter((language) => members[language].length > 0);
    const linked = filled.length < 2 || present.length > 1;
    for (const language of present) {
      for (const { paragraph, start, end } of members[language]) {
        const here = paragraphs[language][paragraph];
        if (!here) continue;
        const place = countedText(here).spanIn({ start, end });
        found.set(here.id, [...(found.get(here.id) ?? []), { ...place, link, linked }]);
      }
    }
  }
  known.set(row, found);
  return found;
}

/** The sentences of a row in this state, where they are known already. */
export function knownSentences(row: Row): RowSentences | undefined {
  return known.get(row);
}
