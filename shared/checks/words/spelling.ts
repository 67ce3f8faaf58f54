import { perLanguage, type Language, type PerLanguage } from '../../model/language';
import { slipBetween, type Slip } from '../../text/one-edit';
import { tokenise } from '../../text/tokens';
import { partsOfWord } from '../../text/word-building';
import type { ArticleCheck, CheckedRow, Spelling } from '../engine/check';
import { readRowOnce } from '../engine/read-once';
import type { FindingSpan, ReportOf } from '../engine/finding';
import { kyrgyzSlips } from './kyrgyz-slips';

/** A word in small letters that no dictionary knows. */
export interface UnknownWord {
  readonly word: string;
  readonly span: FindingSpan;
}

/** Words in small letters only: names are the business of other checks, and abbreviations nobody's. */
const PLAIN: Readonly<Record<Language, RegExp>> = {
  ru: /^[а-яё]{5,}$/u,
  ky: /^[а-яёөүң]{7,}$/u,
  en: /^[a-z]{5,}$/,
};

/**
 * The longest word that is looked up, in letters. No dictionary has a longer one, and what may have been meant is
 * looked for among 66 words for each letter.
 */
const LONGEST = 60;

/** Who writes a word more often than this means it. */
const MOST_TIMES = 2;

/** Words that are not in the dictionary while one much like them is. */
export const spelling: ArticleCheck<'spelling'> = {
  id: 'spelling',
  scope: 'article',
  severity: 'minor',
  category: 'linguisticConventions/spelling',
  needsDictionaries: true,
  find: (rows, context) => {
    const { spelling: dictionaries } = context;
    if (!dictionaries) return [];
    const unknown = unknownWords(dictionaries);
    const unknownByRow = rows.map(unknown);
    const words = perLanguage((language) => unknownByRow.flatMap((inRow) => inRow[language]));
    const elsewhere = { ru: setOf(words.ky), ky: setOf(words.ru), en: new Set<string>() };
    const agreed = context.glossary.toLowerCase();
    const candidates = (language: Language): readonly UnknownWord[] =>
      rare(words[language]).filter(({ word }) => !elsewhere[language].has(word) && !isAgreed(word, agreed));
    return [
      ...candidates('ru').flatMap((one) => dictionaryReport(one, 'ru', dictionaries)),
      ...kyrgyzReports(rows, candidates('ky'), dictionaries),
      ...candidates('en').flatMap((one) => dictionaryReport(one, 'en', dictionaries)),
    ];
  },
};

type ReadUnknown = (row: CheckedRow) => PerLanguage<readonly UnknownWord[]>;

const readers = new WeakMap<Spelling, ReadUnknown>();

/** Reads rows once for each set of dictionaries: an added word makes a new one. */
function unknownWords(dictionaries: Spelling): ReadUnknown {
  const before = readers.get(dictionaries);
  if (before) return before;
  const read = readRowOnce(({ all }) =>
    perLanguage((language) =>
      all[language].flatMap(({ id: paragraphId, text }) =>
        tokenise(text).flatMap(({ text: word, start, end, kind }) =>
          kind === 'word' &&
          word.length <= LONGEST &&
          PLAIN[language].test(word) &&
          !dictionaries.isKnown(word, language)
            ? [{ word, span: { language, paragraphId, start, end } }]
            : [],
        ),
      ),
    ),
  );
  readers.set(dictionaries, read);
  return read;
}

function rare(words: readonly UnknownWord[]): readonly UnknownWord[] {
  const times = new Map<string, number>();
  for (const { word } of words) times.set(word, (times.get(word) ?? 0) + 1);
  return words.filter(({ word }) => (times.get(word) ?? 0) <= MOST_TIMES);
}

function setOf(words: readonly UnknownWord[]): ReadonlySet<string> {
  return new Set(words.map(({ word }) => word));
}

function isAgreed(word: string, glossary: string): boolean {
  return glossary !== '' && glossary.includes(word);
}

function dictionaryReport(
  unknown: UnknownWord,
  language: 'ru' | 'en',
  { isKnown, suggest }: Spelling,
): readonly ReportOf<'spelling'>[] {
  const { word } = unknown;
  if (partsOfWord(word, language).some((parts) => parts.every((part) => isKnown(part, language)))) return [];
  const likely = suggest(word, language).filter((meant) => {
    const slip = slipBetween(word, meant);
    return slip !== null && isLikely(slip, word, meant);
  });
  return likely.length === 0 ? [] : [reportOf(unknown, likely)];
}

function kyrgyzReports(
  rows: readonly CheckedRow[],
  candidates: readonly UnknownWord[],
  dictionaries: Spelling,
): readonly ReportOf<'spelling'>[] {
  if (candidates.length === 0) return [];
  const paragraphs = rows.flatMap(({ all }) => all.ky);
  const meant = kyrgyzSlips(paragraphs, new Set(candidates.map(({ word }) => word)), dictionaries);
  return candidates.flatMap((unknown) => {
    const inArticle = meant.get(unknown.word);
    const likely = inArticle === undefined ? dictionaries.suggest(unknown.word, 'ky') : [inArticle];
    return likely.length === 0 ? [] : [reportOf(unknown, likely)];
  });
}

/** A fix is offered where there is no choice, else each of the words that may be meant. */
function reportOf({ word, span }: UnknownWord, likely: readonly string[]): ReportOf<'spelling'> {
  const [first = '', ...more] = likely;
  return {
    message: 'unknown',
    params: { word, suggestion: first },
    spans: [span],
    ...(more.length === 0
      ? { fixes: [{ ...span, text: first }] }
      : { choices: likely.map((text) => ({ ...span, text })) }),
  };
}

/**
 * Whether fingers slip like that. New words differ from known ones by a letter too (фейк, рейк; стартап, старта), but
 * hardly by two that swapped, one that is doubled or a vowel for a vowel.
 */
function isLikely({ kind, at }: Slip, word: string, meant: string): boolean {
  if (kind === 'swapped') return true;
  if (word.length < 7 || at === 0) return false;
  const letter = word.charAt(at);
  if (kind === 'extra' && (letter === word.charAt(at - 1) || letter === word.charAt(at + 1))) return true;
  const last = Math.min(word.length, meant.length) - 1;
  if (at >= last) return false;
  // A vowel for a vowel near the end is another form of the word.
  return kind !== 'other' || at < last - 2;
}
