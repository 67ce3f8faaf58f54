import { LANGUAGES, type Language, type PerLanguage } from '../model/language';
import { segmentSentences } from '../text/sentences';
import { readTokens, type AlignmentInput, type Feature } from './features';
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
  /** In UTF-16 units. */
  readonly length: number;
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

/** Cuts paragraphs into sentences with weighed tokens and numbered features, so that comparing is cheap. */
export function segmentVersions(versions: PerLanguage<readonly AlignmentInput[]>): Segments {
  const strengths: number[] = [];
  const numbers = new Map<string, number>();
  const numberOf = ({ name, strength }: Feature): number => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, strengths.length);
    return strengths.push(strength) - 1;
  };
  const segmentsOf = (language: Language): readonly Segment[] => {
    const counts = new Map<string, number>();
    const read = versions[language].flatMap((input, paragraph) => {
      const spans = segmentSentences(input.text, language);
      return (spans.length > 0 ? spans : [{ start: 0, end: 0 }]).map(({ start, end }, n) => {
        const text = input.text.slice(start, end);
        // Numbered at once: the names of all features of a book would fill the memory.
        const tokens = readTokens({ ...input, text, label: n === 0 ? input.label : '' }, language).map(
          (token) => ({ ...token, features: token.features.map(numberOf) }),
        );
        for (const key of new Set(tokens.map((token) => token.key)))
          counts.set(key, (counts.get(key) ?? 0) + 1);
        return {
          paragraph,
          opens: n === 0,
          length: text.length,
          tokens,
          features: Int32Array.from(new Set(tokens.flatMap((token) => token.features))).sort(),
          end: /([.?!:;,…])["»”“)\]]*$/u.exec(text)?.[1] ?? '',
        };
      });
    });
    const whole = Math.log(read.length + 4);
    return read.map((segment) => ({
      ...segment,
      tokens: segment.tokens.map(({ key, strict, importance, features }) => ({
        strict,
        weight: importance * Math.max(0.05, 1 - Math.log(counts.get(key) ?? 1) / whole),
        features,
      })),
    }));
  };
  return { versions: mapThree((axis) => segmentsOf(LANGUAGES[axis])), strengths };
}
