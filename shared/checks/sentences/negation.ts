import type { SentenceLink } from '../../align/link-sentences';
import { LANGUAGES, type Language } from '../../model/language';
import { negationsIn, type Negation } from '../../text/negations';
import type { CheckedRow, RowCheck } from '../engine/check';
import { readOnce } from '../engine/read-once';
import type { FindingSpan, ReportOf } from '../engine/finding';
import { conceptsOf } from '../engine/word-concepts';
import { isSaidAgain } from './said-again';
import { linksOf } from './sentence-links';
import { foreignTextIn } from './untranslated';

/** How sure it has to be, 0 to 1, that sentences belong together. */
const SURE = 0.8;

const negationsOf = readOnce((paragraph, language): readonly Negation[] =>
  negationsIn(paragraph.text, language),
);

/**
 * Where two versions of a sentence deny something and the third does not, or the other way round. Only where the odd
 * one has no word at all that could say it, since translators put "not" in many ways ("refused", "without", "only").
 */
export const negation: RowCheck<'negation'> = {
  id: 'negation',
  scope: 'row',
  severity: 'minor',
  category: 'accuracy/mistranslation',
  find: (row) => {
    if (LANGUAGES.some((language) => row.compared[language].length === 0)) return [];
    const there = LANGUAGES.filter((language) =>
      row.compared[language].some((paragraph) =>
        negationsOf(paragraph, language).some(({ certain }) => certain),
      ),
    );
    if (there.length === 0) return [];
    const reports = linksOf(row).flatMap((link) => oddIn(row, link));
    if (reports.length === 0) return reports;
    // What is in the wrong language denies in words that are not looked for.
    const foreign = foreignTextIn(row).flatMap(({ spans }) => spans.slice(0, 1));
    return reports.filter(({ spans }) => !spans.some((span) => foreign.some((other) => touch(span, other))));
  },
};

function oddIn(row: CheckedRow, link: SentenceLink): readonly ReportOf<'negation'>[] {
  if (link.confidence < SURE || LANGUAGES.some((language) => link[language].length === 0)) return [];
  const found = LANGUAGES.map((language) => ({ language, ...negationsOfSentences(row, link, language) }));
  const denying = found.filter(({ certain }) => certain.length > 0);
  // "bans" beside two that say "does not ban" denies nothing of what they deny.
  const silent = found.filter(
    ({ language, certain, possible }) =>
      certain.length === 0 &&
      possible.every(
        (sense) =>
          sense !== null &&
          found.every((other) => other.language === language || other.possible.includes(sense)),
      ),
  );
  const [odd] = denying.length === 2 ? silent : denying;
  if (odd === undefined || denying.length + silent.length < LANGUAGES.length || denying.length > 2) return [];
  const others = found.filter((each) => each !== odd);
  const lost = denying.length === 2;
  // Where sentences were cut and joined, one "not" more is more often a matter of how it is said.
  if (!lost && LANGUAGES.some((language) => link[language].length > 1)) return [];
  // "The interest did not fall" is "remained high": only what the others say too, of the same words, is denied of it.
  if (
    !lost &&
    !odd.certain.some((not) =>
      isDeniedWordSaid(
        row,
        not,
        link,
        others.map(({ language }) => language),
      ),
    )
  )
    return [];
  return [
    {
      message: lost ? 'lost' : 'added',
      ...(lost && { severity: 'major' as const }),
      params: { language: odd.language, others: others.map(({ language }) => language).join(' ') },
      spans: lost
        ? [...odd.sentences, ...others.flatMap(({ certain }) => certain)]
        : [...odd.certain, ...others.flatMap(({ sentences }) => sentences)],
    },
  ];
}

/** Whether each of these versions says the word that is denied here. */
function isDeniedWordSaid(
  row: CheckedRow,
  not: FindingSpan,
  link: SentenceLink,
  languages: readonly Language[],
): boolean {
  return deniedWords(row, not).some((word) =>
    languages.every((other) => isSaidAgain(row, word, link, other)),
  );
}

/** How many words beside a "not" may be what it denies. */
const BESIDE = 3;

/**
 * The words that a "not" may deny: itself, which may be a verb (ачылбайт), those behind it in Russian and English, before
 * it in Kyrgyz (ачкан жок).
 */
function deniedWords(row: CheckedRow, not: FindingSpan): readonly FindingSpan[] {
  const { language, paragraphId, start, end } = not;
  const paragraph = row.compared[language].find(({ id }) => id === paragraphId);
  if (!paragraph) return [];
  const starts = [...conceptsOf(paragraph, language).keys()];
  const beside =
    language === 'ky'
      ? starts.filter((at) => at < start).slice(-BESIDE)
      : starts.filter((at) => at >= end).slice(0, BESIDE);
  return [not, ...beside.map((at) => ({ language, paragraphId, start: at, end: at + 1 }))];
}

function touch(a: FindingSpan, b: FindingSpan): boolean {
  return a.paragraphId === b.paragraphId && a.start < b.end && b.start < a.end;
}

interface Denied {
  readonly sentences: readonly FindingSpan[];
  readonly certain: readonly FindingSpan[];
  /** The senses of words that may deny, null for a word of no known sense. */
  readonly possible: readonly Negation['sense'][];
}

function negationsOfSentences(row: CheckedRow, link: SentenceLink, language: Language): Denied {
  const sentences: FindingSpan[] = [];
  const certain: FindingSpan[] = [];
  const possible: Negation['sense'][] = [];
  for (const { paragraph: position, start, end } of link[language]) {
    const paragraph = row.compared[language][position];
    if (!paragraph) continue;
    const span = { language, paragraphId: paragraph.id };
    sentences.push({ ...span, start, end });
    for (const each of negationsOf(paragraph, language)) {
      if (each.start < start || each.end > end) continue;
      if (each.certain) certain.push({ ...span, start: each.start, end: each.end });
      else possible.push(each.sense);
    }
  }
  return { sentences, certain, possible };
}
