import { fail, ok, type FailureCode, type Result } from '../model/failure';
import { foldMarks } from '../text/find';
import { LONGEST_QUERY, type Asked } from './asked';

/** A regular expression as the engine takes it. */
export interface Pattern {
  readonly source: string;
  readonly flags: string;
}

/** The words of the engine, and what they say; whatever else it says is `patternWrong`. */
const COMPLAINTS: readonly (readonly [RegExp, FailureCode])[] = [
  [/unterminated group|unmatched '\)'|invalid group/i, 'patternGroup'],
  [/unterminated character class/i, 'patternClass'],
  [/nothing to repeat/i, 'patternRepeat'],
  [/\\ at end of pattern/i, 'patternEnd'],
  [/range out of order/i, 'patternRange'],
  [/quantifier/i, 'patternNumber'],
];

/** What belongs to a word, in any alphabet; the engine knows only Latin ones. */
const WORD = '\\p{L}\\p{M}\\p{N}_';
const EDGE = `(?:(?<=[${WORD}])(?![${WORD}])|(?<![${WORD}])(?=[${WORD}]))`;
const NO_EDGE = `(?:(?<=[${WORD}])(?=[${WORD}])|(?<![${WORD}])(?![${WORD}]))`;
/** All that is no letter, mark, number or underscore, as a part of a class. */
const OTHERS = '\\p{Z}\\p{C}\\p{S}\\p{Pd}\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf}\\p{Po}';

/** Signs that mean themselves behind a backslash, where the engine would take offence. */
const PLAIN_SIGN = /^[^\p{L}\p{N}^$\\.*+?()[\]{}|/]$/u;

/**
 * Reads a regular expression as a person means it: \b and \w by the letters of all alphabets.
 * It is not run here: one may take as long as the age of the world. Fails with what is wrong with it.
 */
export function readPattern({ query, matchCase, wholeWord, exactMarks }: Asked): Result<Pattern> {
  if (query.length > LONGEST_QUERY) return fail('patternWrong');
  const normal = query.normalize('NFC');
  const read = translate(exactMarks ? normal : foldMarks(normal).text);
  const pattern = {
    source: wholeWord ? `(?<![${WORD}])(?:${read})(?![${WORD}])` : read,
    flags: matchCase ? 'gu' : 'giu',
  };
  try {
    // As it was written: within what is put around it, it might be another one.
    new RegExp(read, pattern.flags);
    return ok(pattern);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // "Invalid regular expression: /(а/u: Unterminated group"
    const complaint = error.message.slice(error.message.lastIndexOf(': '));
    return fail(COMPLAINTS.find(([words]) => words.test(complaint))?.[1] ?? 'patternWrong');
  }
}

function translate(query: string): string {
  let inClass = false;
  return query.replace(/\\[^]|[[\]]/gu, (part) => {
    if (part === '[' && !inClass) inClass = true;
    else if (part === '[') return '\\[';
    else if (part === ']') {
      // One that closes nothing means itself.
      if (!inClass) return '\\]';
      inClass = false;
    }
    if (!part.startsWith('\\')) return part;
    if (part === '\\w') return inClass ? WORD : `[${WORD}]`;
    if (part === '\\W') return inClass ? OTHERS : `[^${WORD}]`;
    if (part === '\\b' && !inClass) return EDGE;
    if (part === '\\B' && !inClass) return NO_EDGE;
    const sign = part.slice(1);
    return PLAIN_SIGN.test(sign) && !(sign === '-' && inClass) ? sign : part;
  });
}
