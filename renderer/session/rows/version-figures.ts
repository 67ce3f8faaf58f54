import { countSaid } from '../../../shared/text/counted-text';
import { LANGUAGES, perLanguage, type Language } from '../../../shared/model/language';
import type { Row } from '../../../shared/model/row';

/** What the head of a column tells of its version. */
export interface VersionFigures {
  readonly words: number;
  /** Rows in which it has text, and how many of those are agreed. */
  readonly filled: number;
  readonly agreed: number;
  /** Rows in which it has nothing though another version has. */
  readonly missing: number;
}

/** The figures of nothing, also before anything is counted. */
export const NO_FIGURES: VersionFigures = { words: 0, filled: 0, agreed: 0, missing: 0 };

/** What was counted in each row, as long as it lives. */
const rowFigures = perLanguage(() => new WeakMap<Row, VersionFigures>());

/** So long is counted at a time, in ms: counting the words of a long article takes many times that. */
const COUNTING_MS = 8;

/**
 * Counts a version in small stretches, so that whoever waits is not kept waiting: counting the words of a long article
 * takes many times `COUNTING_MS`. What was counted before is not counted again.
 *
 * @returns does one stretch each time it is called: the figures once all is counted, null until then
 */
export function beginCounting(rows: readonly Row[], language: Language): () => VersionFigures | null {
  const known = rowFigures[language];
  let at = 0;
  return () => {
    const until = Date.now() + COUNTING_MS;
    while (at < rows.length && Date.now() < until) {
      const row = rows[at];
      if (row && !known.has(row)) known.set(row, countRow(row, language));
      at += 1;
    }
    return at < rows.length ? null : sumUp(rows.map((row) => known.get(row) ?? NO_FIGURES));
  };
}

function sumUp(all: readonly VersionFigures[]): VersionFigures {
  const sum = { words: 0, filled: 0, agreed: 0, missing: 0 };
  for (const { words, filled, agreed, missing } of all) {
    sum.words += words;
    sum.filled += filled;
    sum.agreed += agreed;
    sum.missing += missing;
  }
  return sum;
}

/** What one row adds to the figures of a version. */
function countRow({ cells }: Row, language: Language): VersionFigures {
  const { paragraphs, status } = cells[language];
  if (paragraphs.length === 0) {
    const missing = LANGUAGES.some((other) => cells[other].paragraphs.length > 0);
    return { ...NO_FIGURES, missing: missing ? 1 : 0 };
  }
  const words = countSaid(paragraphs);
  return { words, filled: 1, agreed: status === 'agreed' ? 1 : 0, missing: 0 };
}
