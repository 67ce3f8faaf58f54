import { LANGUAGES, type Language, type PerLanguage } from '../model/language';
import { segmentSentences } from '../text/sentences';
import { readTokens, type AlignmentInput } from './features';
import { mapThree, type Three } from './three';

/** A word, number or mark of a segment. */
export interface SegmentToken {
  /** Of its numbers or label, which have to agree; other tokens may be put differently. */
  readonly strict: boolean;
  /** How much it tells: rare words more than frequent ones. */
  readonly weight: number;
  /** Numbers of the features by any of which it may be found again. */
  readonly features: Int32Array;
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
  const numberOf = (name: string, strength: number): number => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, strengths.length);
    return strengths.push(strength) - 1;
  };
  const segmentsOf = (language: Language): readonly Segment[] => {
    const read = versions[language].flatMap((input, paragraph) => {
      const spans = segmentSentences(input.text, language);
      return (spans.length > 0 ? spans : [{ start: 0, end: 0 }]).map(({ start, end }, n) => {
        const text = input.text.slice(start, end);
        const tokens = readTokens({ ...input, text, label: n === 0 ? input.label : '' }, language);
        return { paragraph, opens: n === 0, text, tokens };
      });
    });
    const counts = new Map<string, number>();
    for (const { tokens } of read)
      for (const key of new Set(tokens.map((token) => token.key)))
        counts.set(key, (counts.get(key) ?? 0) + 1);
    return read.map(({ paragraph, opens, text, tokens }) => {
      const weighed = tokens.map(({ key, strict, importance, features }): SegmentToken => {
        const share = (counts.get(key) ?? 1) / (read.length + 4);
        return {
          strict,
          weight: importance * Math.max(0.05, -Math.log(share) / Math.log(read.length + 4)),
          features: Int32Array.from(features, ({ name, strength }) => numberOf(name, strength)),
        };
      });
      const features = new Set(weighed.flatMap((token) => Array.from(token.features)));
      return {
        paragraph,
        opens,
        length: text.length,
        tokens: weighed,
        features: Int32Array.from(features).sort(),
        end: /([.?!:;,…])["»”“)\]]*$/u.exec(text)?.[1] ?? '',
      };
    });
  };
  return { versions: mapThree((axis) => segmentsOf(LANGUAGES[axis])), strengths };
}
