import { useEffect, useState } from 'react';
import type { Row } from '../../shared/model/row';
import { knownSentences, NO_SENTENCES, sentencesOf, type RowSentences } from '../session/rows/sentence-links';

/** The sentences of a row that is on the screen, found when the window has nothing else to do. */
export function useSentences(row: Row): RowSentences {
  const [computed, setComputed] = useState<{ row: Row; sentences: RowSentences } | null>(null);
  useEffect(() => {
    if (knownSentences(row)) return;
    const idle = requestIdleCallback(() => setComputed({ row, sentences: sentencesOf(row) }));
    return () => cancelIdleCallback(idle);
  }, [row]);
  return knownSentences(row) ?? (computed?.row === row ? computed.sentences : NO_SENTENCES);
}
