import { perLanguage, type PerLanguage } from '../model/language';
import { segmentSentences } from '../text/sentences';
import { alignVersions } from './align-versions';

/** A sentence of a cell. */
export interface SentenceRef {
  /** Position of its paragraph in the cell, from 0. */
  readonly paragraph: number;
  /** UTF-16 offsets in the paragraph. */
  readonly start: number;
  readonly end: number;
}

/** Sentences of one row that say the same; one without counterparts stands alone in a link of its own. */
export interface SentenceLink extends PerLanguage<readonly SentenceRef[]> {
  /** 0 to 1: how probable it is that exactly these sentences belong together. */
  readonly confidence: number;
}

/**
 * The sentence links inside one row, in order: every sentence stands in exactly one.
 *
 * @param cells texts of the row's paragraphs
 */
export function linkSentences(cells: PerLanguage<readonly string[]>): readonly SentenceLink[] {
  const sentences = perLanguage((language) =>
    cells[language].flatMap((text, paragraph) =>
      segmentSentences(text, language).map(({ start, end }): SentenceRef => ({ paragraph, start, end })),
    ),
  );
  const rows = alignVersions(
    perLanguage((language) =>
      sentences[language].map(({ paragraph, start, end }) => ({
        role: 'paragraph' as const,
        text: cells[language][paragraph]?.slice(start, end) ?? '',
        label: '',
      })),
    ),
  );
  return rows.map((row) => ({
    ...perLanguage((language) => row[language].flatMap((position) => sentences[language][position] ?? [])),
    confidence: row.confidence,
  }));
}
