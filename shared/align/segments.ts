import { LANGUAGES, type Language, type PerLanguage } from '../model/language';
import type { Role } from '../model/paragraph';
import { segmentSentences } from '../text/sentences';
import { readTokens, type Feature, type Token } from './features';
import type { AlignmentInput } from './alignment';
import { labelsOf } from './labels';
import type { LearnedWords } from './learn-words';
import type { Lexicon } from './lexicon';
import { mapThree, type Three } from './three';

/** A word, number or mark of a segment. */
export interface SegmentToken {
  /** Of its numbers or label, which have to agree; other tokens may be put differently. */
  readonly strict: boolean;
  /** How much it tells: rare words more than frequent ones. */
  readonly weight: number;
  /** Numbers of the features by any of which it may be found again. */
  readonly features: readonly number[];
}

/** One sentence as the search sees it. */
export interface Segment {
  /** Position of its paragraph in the version, from 0. */
  readonly paragraph: number;
  /** Whether a paragraph begins with it. */
  readonly opens: boolean;
  /** Whether that paragraph is of a kind that translations keep apart: a heading, a list item, a caption. */
  readonly apart: boolean;
  readonly text: string;
  readonly tokens: readonly SegmentToken[];
  /** Numbers of the features of all tokens, ascending, each once. */
  readonly features: Int32Array;
  /** The sign it ends with, or empty. */
  readonly end: string;
}

export interface Segments {
  readonly versions: Three<readonly Segment[]>;
  /** How well a feature tells, 0 to 1, by its number. */
  readonly strengths: readonly number[];
}

/** Paragraphs of these kinds are merged and split by translators. */
const RUNNING: readonly Role[] = ['paragraph', 'quotation'];

/** How well a learned pair tells, beside 1 for an entry of the lexicon. */
const LEARNED = 0.9;

type NumberedToken = Omit<Token, 'features'> & { readonly features: readonly number[] };

/** What words are known by. */
export interface Knowledge {
  readonly lexicons: readonly Lexicon[];
  readonly learned: readonly LearnedWords[];
}

/** Cuts paragraphs into sentences with weighed tokens and numbered features, so that comparing is cheap. */
export function segmentVersions(
  versions: PerLanguage<readonly AlignmentInput[]>,
  { lexicons, learned }: Knowledge,
): Segments {
  const strengths: number[] = [];
  const numbers = new Map<string, number>();
  const numberOf = ({ name, strength }: Feature): number => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, strengths.length);
    return strengths.push(strength) - 1;
  };
  const segmentsOf = (language: Language): readonly Segment[] => {
    // One object for all tokens that are alike: a book has few different ones, and would fill the memory.
    const alike = new Map<string, NumberedToken>();
    const counts = new Map<string, number>();
    const labels = labelsOf(versions[language]);
    const conceptsOf = (words: readonly string[]): readonly (readonly string[])[] => {
      const found = lexicons.map((lexicon) => lexicon(words, language));
      return words.map((_, n) => found.flatMap((concepts) => concepts[n] ?? []));
    };
    const read = versions[language].flatMap((input, paragraph) => {
      const spans = segmentSentences(input.text, language);
      return (spans.length > 0 ? spans : [{ start: 0, end: 0 }]).map(({ start, end }, n) => {
        const text = input.text.slice(start, end);
        const label = (n === 0 && labels[paragraph]) || '';
        const tokens = readTokens({ role: input.role, text, label }, conceptsOf).map((token) => {
          const pairs = learned.flatMap((words) => words[language].get(token.key) ?? []);
          const features = token.features.map(numberOf);
          for (const name of pairs) features.push(numberOf({ name, strength: LEARNED }));
          const name = `${token.key} ${features.join()}`;
          const known = alike.get(name) ?? { ...token, features };
          alike.set(name, known);
          return known;
        });
        for (const key of new Set(tokens.map((token) => token.key)))
          counts.set(key, (counts.get(key) ?? 0) + 1);
        return {
          paragraph,
          opens: n === 0,
          apart: n === 0 && !RUNNING.includes(input.role),
          text,
          tokens,
          features: Int32Array.from(new Set(tokens.flatMap((token) => token.features))).sort(),
          end: /([.?!:;,…])["»”“)\]]*$/u.exec(text)?.[1] ?? '',
        };
      });
    });
    const whole = Math.log(read.length + 4);
    const weighed = new Map(
      [...alike.values()].map((token): [NumberedToken, SegmentToken] => {
        const { key, strict, importance, features } = token;
        const rarity = Math.max(0.05, 1 - Math.log(counts.get(key) ?? 1) / whole);
        return [token, { strict, weight: importance * rarity, features }];
      }),
    );
    return read.map((segment) => ({
      ...segment,
      tokens: segment.tokens.flatMap((token) => weighed.get(token) ?? []),
    }));
  };
  return { versions: mapThree((axis) => segmentsOf(LANGUAGES[axis])), strengths };
}
