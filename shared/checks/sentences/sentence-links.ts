import { linkSentences, type SentenceLink, type SentenceRef } from '../../align/link-sentences';
import { LANGUAGES, perLanguage, type Language, type PerLanguage } from '../../model/language';
import { segmentSentences, type Span } from '../../text/sentences';
import type { CheckedRow } from '../engine/check';
import { readOnce, readRowOnce } from '../engine/read-once';
import { lengthOff, type Measured } from './lengths';

type Sentences = PerLanguage<readonly SentenceRef[]>;

/** How many standard deviations two sentences in the same position may differ in length. */
const STEP = 3;

/**
 * In rows where a version has more sentences, those are linked that stand in step, or none: a paragraph has 5, and what
 * a row lacks is looked for with every sentence held against all others.
 */
const MOST_SENTENCES = 200;

const sentencesIn = readOnce((paragraph, language): readonly Span[] =>
  segmentSentences(paragraph.text, language),
);

/**
 * Which sentences of a row say the same, in the versions that are to be compared. Where all have equally many, each as
 * long as its counterparts let expect, they belong together as they stand: so it is in some 80% of the rows of human
 * translations, and reading their words would take far longer. `linkSentences` decides about the others.
 */
export const linksOf = readRowOnce((row): readonly SentenceLink[] => {
  const sentences = perLanguage((language) =>
    row.compared[language].flatMap((each, paragraph) =>
      sentencesIn(each, language).map(({ start, end }): SentenceRef => ({ paragraph, start, end })),
    ),
  );
  const links = inStep(sentences);
  if (links) return links;
  if (LANGUAGES.some((language) => sentences[language].length > MOST_SENTENCES)) return [];
  return linkSentences(perLanguage((language) => texts(row, language)));
});

function texts(row: CheckedRow, language: Language): readonly string[] {
  return row.compared[language].map(({ text }) => text);
}

function inStep(sentences: Sentences): readonly SentenceLink[] | null {
  const there = LANGUAGES.filter((language) => sentences[language].length > 0);
  const [first = 'ru', ...rest] = there;
  const count = sentences[first].length;
  if (rest.some((language) => sentences[language].length !== count)) return null;
  const links = sentences[first].map((_, n): SentenceLink => ({
    ...perLanguage((language) => sentences[language].slice(n, n + 1)),
    confidence: 1,
  }));
  const measure = (link: SentenceLink, language: Language): Measured => ({
    language,
    length: lengthOf(link[language]),
  });
  const alike = (link: SentenceLink): boolean =>
    there.every((language, n) =>
      there
        .slice(n + 1)
        .every((other) => Math.abs(lengthOff(measure(link, language), [measure(link, other)])) < STEP),
    );
  return count <= 1 || links.every(alike) ? links : null;
}

/** UTF-16 units of sentences, with a space after each. */
export function lengthOf(sentences: readonly SentenceRef[]): number {
  return sentences.reduce((sum, { start, end }) => sum + end - start + 1, 0);
}
