import { useEffect, useState } from 'react';
import { linkSentences } from '../../shared/align/link-sentences';
import { LANGUAGES, perLanguage } from '../../shared/model/language';
import type { Row } from '../../shared/model/row';

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

const NONE: RowSentences = new Map();

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
  if (Math.max(...lengths) > LONGEST_LINKED) return NONE;
  const filled = LANGUAGES.filter((language) => paragraphs[language].some(({ text }) => text !== ''));
  const found = new Map<string, LinkedSentence[]>();
  const links = linkSentences(perLanguage((language) => paragraphs[language].map(({ text }) => text)));
  for (const [link, members] of links.entries()) {
    const present = LANGUAGES.filter((language) => members[language].length > 0);
    const linked = filled.length < 2 || present.length > 1;
    for (const language of present) {
      for (const { paragraph, start, end } of members[language]) {
        const id = paragraphs[language][paragraph]?.id ?? '';
        found.set(id, [...(found.get(id) ?? []), { start, end, link, linked }]);
      }
    }
  }
  known.set(row, found);
  return found;
}

/** The sentences of a row that is on the screen, found when the window has nothing else to do. */
export function useSentences(row: Row): RowSentences {
  const [computed, setComputed] = useState<{ row: Row; sentences: RowSentences } | null>(null);
  useEffect(() => {
    if (known.has(row)) return;
    const idle = requestIdleCallback(() => setComputed({ row, sentences: sentencesOf(row) }));
    return () => cancelIdleCallback(idle);
  }, [row]);
  return known.get(row) ?? (computed?.row === row ? computed.sentences : NONE);
}
