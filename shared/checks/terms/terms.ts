import { readGlossary } from '../../align/glossary';
import { remember } from '../../text/remember';
import { stemOf, stemsOf } from '../../align/stems';
import { termsOf, type Term } from '../../glossary/term';
import { perLanguage, type Language } from '../../model/language';
import type { Paragraph } from '../../model/paragraph';
import { nameStems } from '../../text/name-stems';
import type { CheckContext, CheckedRow } from '../engine/check';
import { readOnce } from '../engine/read-once';
import type { FindingSpan } from '../engine/finding';

/** Where a term stands, and with which of its equivalents, counted from 0. */
export interface TermPlace extends FindingSpan {
  readonly term: number;
  readonly equivalent: number;
  /** Whether it surely is a form of the equivalent, and not of a longer word. */
  readonly sure: boolean;
  /** Whether it is a part of a longer term. */
  readonly nested: boolean;
}

/** Terms that can be looked for in a paragraph. */
export interface Terms {
  readonly list: readonly Term[];
  readonly placesOf: (paragraph: Paragraph, language: Language) => readonly TermPlace[];
}

const glossaries = new WeakMap<CheckContext, Terms>();

/** The terms of the glossary, read once. */
export function glossaryTerms(context: CheckContext): Terms {
  const before = glossaries.get(context);
  if (before) return before;
  const terms = makeTerms(termsOf(readGlossary(context.glossary).terms));
  glossaries.set(context, terms);
  return terms;
}

/** Where the terms stand in one version of a row. */
export function termsIn(terms: Terms, row: CheckedRow, language: Language): readonly TermPlace[] {
  return row.compared[language].flatMap((paragraph) => terms.placesOf(paragraph, language));
}

const WORDS = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu;

/** Words a name may be, by their capital. */
const NAMES = /(?<![\p{L}\p{M}\p{N}'’])\p{Lu}[\p{L}\p{M}\p{N}'’]*/gu;

/** What may stand between the words of a term. */
const GAP = /^[\s\p{Pd}]{1,3}$/u;

/** US is not us. */
const ABBREVIATION = /^\p{Lu}[\p{Lu}\p{N}]+$/u;

interface Phrase {
  readonly term: number;
  readonly equivalent: number;
  readonly stems: readonly string[];
  /** Of its words those that are abbreviations, the others empty. */
  readonly capitals: readonly string[];
}

/** What a word of a text may be a form of. */
interface Form {
  readonly stems: readonly string[];
  /** Of these, those that leave nothing but endings of nouns. */
  readonly sure: readonly string[];
}

/** Words to be remembered: those of a long article, not of a book. */
const MOST_WORDS = 20_000;

const formOf = perLanguage((language) =>
  remember(MOST_WORDS, (word): Form => {
    const stems = [...new Set(stemsOf(word, language))];
    if (language !== 'ky') return { stems, sure: stems };
    return { stems, sure: nameStems(word, language).map((stem) => stemOf(stem, language)) };
  }),
);

/**
 * Makes terms ready to be looked for, through whatever endings their words have.
 *
 * @param names whether all of them are names of one word, which only words with a capital can be
 */
export function makeTerms(list: readonly Term[], names = false): Terms {
  const phrases = perLanguage((language) => indexPhrases(list, language));
  return {
    list,
    placesOf: readOnce((paragraph, language) =>
      phrases[language].size === 0
        ? []
        : findPhrases(paragraph, language, phrases[language], names ? NAMES : WORDS),
    ),
  };
}

/** By the stem of their first word, then of their second, empty for one word: many terms begin with the same one. */
type Phrases = ReadonlyMap<string, ReadonlyMap<string, readonly Phrase[]>>;

function indexPhrases(list: readonly Term[], language: Language): Phrases {
  const phrases = new Map<string, Map<string, Phrase[]>>();
  list.forEach((term, n) => {
    term[language].forEach((text, equivalent) => {
      const words = text.match(WORDS) ?? [];
      const stems = words.map((word) => stemOf(word.toLowerCase(), language));
      const capitals = words.map((word) => (ABBREVIATION.test(word) ? word : ''));
      const phrase = { term: n, equivalent, stems, capitals };
      const [first = '', second = ''] = stems;
      const begun = phrases.get(first) ?? new Map<string, Phrase[]>();
      const same = begun.get(second);
      if (same) same.push(phrase);
      else begun.set(second, [phrase]);
      phrases.set(first, begun);
    });
  });
  return phrases;
}

interface Word extends Form {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function findPhrases(
  { id: paragraphId, text }: Paragraph,
  language: Language,
  phrases: Phrases,
  pattern: RegExp,
): readonly TermPlace[] {
  const words = [...text.matchAll(pattern)].map(({ 0: word, index }): Word => ({
    ...formOf[language](word.toLowerCase()),
    text: word,
    start: index,
    end: index + word.length,
  }));
  const places: Omit<TermPlace, 'nested'>[] = [];
  words.forEach((first, at) => {
    for (const { term, equivalent, stems, capitals } of phrasesAt(first, words[at + 1], phrases)) {
      const here = words.slice(at, at + stems.length);
      const last = here.at(-1);
      if (!last || here.length < stems.length) continue;
      const fits = here.every(
        (word, n) =>
          word.stems.includes(stems[n] ?? '') &&
          word.text.startsWith(capitals[n] ?? '') &&
          (n === 0 || GAP.test(text.slice(here[n - 1]?.end, word.start))),
      );
      if (!fits) continue;
      const sure = here.every((word, n) => word.sure.includes(stems[n] ?? ''));
      places.push({ language, paragraphId, start: first.start, end: last.end, term, equivalent, sure });
    }
  });
  return markNested(places);
}

/** The phrases that may begin with a word, by what stands behind it. */
function phrasesAt(first: Word, second: Word | undefined, phrases: Phrases): readonly Phrase[] {
  const begun = first.stems.flatMap((stem) => phrases.get(stem) ?? []);
  if (begun.length === 0) return [];
  return ['', ...(second?.stems ?? [])].flatMap((stem) => begun.flatMap((each) => each.get(stem) ?? []));
}

/** Marks places within longer ones: of "центральный банк" and "банк" the longer is meant. */
function markNested(places: readonly Omit<TermPlace, 'nested'>[]): readonly TermPlace[] {
  const sorted = places.toSorted((a, b) => a.start - b.start || b.end - a.end);
  let around = { start: 0, end: 0 };
  return sorted.map((place) => {
    const same = place.start === around.start && place.end === around.end;
    const nested = !same && place.end <= around.end;
    if (!nested) around = place;
    return { ...place, nested };
  });
}
