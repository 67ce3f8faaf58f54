import type { SentenceRef } from '../../align/link-sentences';
import { LANGUAGES, type Language } from '../../model/language';
import { isFurniture } from '../../text/page-furniture';
import type { ArticleCheck, CheckedRow } from '../engine/check';
import { readRowOnce } from '../engine/read-once';
import type { FindingSpan, ReportOf } from '../engine/finding';
import { suspectsOf, type Suspect, type SuspectTraits } from './suspects';

interface Model {
  readonly bias: number;
  readonly weights: SuspectTraits;
  /** Log odds from which a suspect is reported. */
  readonly least: number;
}

/**
 * Logistic regressions, fitted to 351 rows of human translations by Newton's method with a penalty of 0.5 on the weights.
 * Positive examples are 734 sentences removed from one version and 565 removed from two. Negative examples are suspects in
 * untouched rows (weight 3), and in rows where two sentences of a version were joined or one was split (weight 0.5).
 * `least` was set by hand, so that untouched rows have few findings.
 */
const MODELS: Readonly<Record<Suspect['kind'], Model>> = {
  gap: {
    bias: -0.59,
    weights: { short: 1.97, offWithout: -0.74, sure: 0.87, found: -4.89, size: 0.05, fewer: 0 },
    least: -0.3,
  },
  part: {
    bias: -4.49,
    weights: { short: 1.92, offWithout: 0, sure: -0.43, found: 0, size: -0.38, fewer: 0.66 },
    least: -1.6,
  },
  extra: {
    bias: -0.97,
    weights: { short: 1.06, offWithout: -0.95, sure: 0.87, found: -3.93, size: -0.23, fewer: 0 },
    least: 1,
  },
};

/** How sure a row without one version has to be, 0 to 1, before that version is said to lack it. */
const SURE_ROW = 0.7;

/** Shorter paragraphs are numbers, credits and the like. */
const SHORTEST_PARAGRAPH = 25;

/** Sentences, parts of them and whole paragraphs that two versions have and the third lacks, or only one has. */
export const omission: ArticleCheck<'omission'> = {
  id: 'omission',
  // The article, since a version that has no text yet lacks nothing; what concerns single rows is kept.
  scope: 'article',
  severity: 'major',
  category: 'accuracy/omission',
  find: (rows) => [...rows.flatMap(sentencesMissing), ...paragraphsLacking(rows)],
};

/** What is missing inside a row. */
export const sentencesMissing = readRowOnce((row): readonly ReportOf<'omission'>[] =>
  likeliest(suspectsOf(row)).map((suspect) => describe(row, suspect)),
);

/** Those that are likely enough; of several about the same sentences the one for which most speaks. */
function likeliest(suspects: readonly Suspect[]): readonly Suspect[] {
  const taken = new Set<SentenceRef>();
  return suspects
    .map((suspect) => ({ suspect, over: weigh(suspect) - MODELS[suspect.kind].least }))
    .filter(({ over }) => over >= 0)
    .sort((a, b) => b.over - a.over)
    .flatMap(({ suspect }) => {
      const refs = LANGUAGES.flatMap((language) => suspect.said[language]);
      if (refs.some((ref) => taken.has(ref))) return [];
      for (const ref of refs) taken.add(ref);
      return [suspect];
    });
}

function weigh({ kind, traits }: Suspect): number {
  const { bias, weights } = MODELS[kind];
  return (Object.keys(weights) as (keyof SuspectTraits)[]).reduce(
    (sum, trait) => sum + weights[trait] * traits[trait],
    bias,
  );
}

function describe(row: CheckedRow, { kind, language, said, before }: Suspect): ReportOf<'omission'> {
  const others = LANGUAGES.filter((other) => other !== language);
  const spans = (each: Language): readonly FindingSpan[] => joined(row, each, said[each]);
  const place = (each: Language): readonly FindingSpan[] => insertion(row, each, before[each]);
  if (kind === 'extra')
    return {
      message: 'extra',
      params: { language },
      severity: 'minor',
      spans: [...spans(language), ...others.flatMap(place)],
    };
  const first = kind === 'gap' ? place(language) : spans(language);
  return {
    message: kind === 'gap' ? 'sentence' : 'part',
    loss: kind === 'gap' ? 'whole' : 'part',
    params: { language, others: others.join(' ') },
    ...(kind === 'part' ? { severity: 'minor' as const } : {}),
    spans: [...first, ...others.flatMap(spans)],
  };
}

/** Sentences as spans, those that follow each other in a paragraph as one. */
function joined(row: CheckedRow, language: Language, refs: readonly SentenceRef[]): readonly FindingSpan[] {
  return [...new Set(refs.map(({ paragraph }) => paragraph))].flatMap((paragraph) => {
    const inside = refs.filter((ref) => ref.paragraph === paragraph);
    const paragraphId = row.compared[language][paragraph]?.id;
    if (paragraphId === undefined) return [];
    const start = Math.min(...inside.map((ref) => ref.start));
    return [{ language, paragraphId, start, end: Math.max(...inside.map((ref) => ref.end)) }];
  });
}

/** Where what is missing would follow a sentence, or begin the row. */
function insertion(
  row: CheckedRow,
  language: Language,
  after: SentenceRef | undefined,
): readonly FindingSpan[] {
  const paragraphId = row.compared[language][after?.paragraph ?? 0]?.id;
  if (paragraphId === undefined) return [];
  const at = after?.end ?? 0;
  return [{ language, paragraphId, start: at, end: at }];
}

/** Rows of text, or of pictures, that one version lacks; several that follow each other are one finding. */
function paragraphsLacking(rows: readonly CheckedRow[]): readonly ReportOf<'omission'>[] {
  return LANGUAGES.flatMap((language) => {
    if (rows.every(({ all }) => all[language].length === 0)) return [];
    const others = LANGUAGES.filter((other) => other !== language);
    const runs: CheckedRow[][] = [];
    rows.forEach((row, n) => {
      if (!lacks(row, language, others)) return;
      const before = rows[n - 1];
      const last = runs.at(-1);
      const isOn =
        last?.at(-1) === before && before && isPictures(before, others) === isPictures(row, others);
      if (last && isOn) last.push(row);
      else runs.push([row]);
    });
    return runs.map((run): ReportOf<'omission'> => ({
      message: run.some((row) => isPictures(row, others)) ? 'picture' : 'paragraph',
      params: { language, count: run.length },
      spans: run.flatMap((row) =>
        others.flatMap((other) =>
          row.compared[other].map(({ id, text, picture }) => ({
            language: other,
            paragraphId: id,
            start: 0,
            // Nothing is wrong with the words of a picture.
            end: picture ? 0 : text.length,
          })),
        ),
      ),
    }));
  });
}

/** Whether what others have in a row is pictures alone. */
function isPictures(row: CheckedRow, others: readonly Language[]): boolean {
  return others.every((other) => {
    const paragraphs = row.compared[other];
    return paragraphs.length > 0 && paragraphs.every(({ picture }) => picture);
  });
}

function lacks(row: CheckedRow, language: Language, others: readonly Language[]): boolean {
  return (
    row.all[language].length === 0 &&
    row.outOfOrder !== language &&
    row.confidence >= SURE_ROW &&
    (isPictures(row, others) ||
      others.every((other) => {
        const paragraphs = row.compared[other];
        return (
          paragraphs.reduce((sum, { text }) => sum + text.length, 0) >= SHORTEST_PARAGRAPH &&
          // "Share: Facebook": sites put other words around the articles of each language.
          !paragraphs.every(({ text }) => isFurniture(text))
        );
      }))
  );
}
