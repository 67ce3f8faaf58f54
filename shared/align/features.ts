import type { AlignmentInput } from './alignment';
import { soundsOf } from './sounds';

/** Something by which a token can be found again in a translation, and how well that tells, 0 to 1. */
export interface Feature {
  readonly name: string;
  readonly strength: number;
}

/** A word, number or mark of a sentence. */
export interface Token {
  /** What it counts as within its own version. */
  readonly key: string;
  /** Whether a translation that lacks it is suspicious: numbers and labels. */
  readonly strict: boolean;
  /** Beside that of a word, which is 1. */
  readonly importance: number;
  readonly features: readonly Feature[];
}

/** A number with its separators, or a word. */
const TOKEN = /\d+(?:[.,\u00a0\u2009\u202f ]\d+)*|\p{L}[\p{L}\p{M}’']*/gu;

const MARKS = ['?', '!', '(', ':', ';', '%', '['];

const MAGNITUDES: readonly (readonly [RegExp, number])[] = [
  [/^(?:тыс$|тысяч|миң|thousand)/iu, 1e3],
  [/^(?:млн$|миллион|mln$|million)/iu, 1e6],
  [/^(?:млрд$|миллиард|bn$|billion)/iu, 1e9],
  [/^(?:трлн$|триллион|trn$|trillion)/iu, 1e12],
];

const STEM_LENGTH = 5;

/**
 * The tokens of one sentence; the same one may come more than once.
 *
 * @param label of the paragraph it begins, as `labelsOf` gives it, else empty
 * @param conceptsOf what each of the words may stand for
 */
export function readTokens(
  { role, text, label }: AlignmentInput,
  conceptsOf: (words: readonly string[]) => readonly (readonly string[])[],
): readonly Token[] {
  const tokens: Token[] = [];
  const add = (key: string, importance: number, strict: boolean): void => {
    tokens.push({ key, strict, importance, features: [{ name: key, strength: 1 }] });
  };
  const addNumbers = (numbers: readonly number[], magnitude: number): void => {
    numbers.forEach((number, n) => {
      const key = `number ${number}`;
      const features = [{ name: key, strength: 1 }];
      if (magnitude > 1 && n === numbers.length - 1)
        features.push({ name: `number ${Number((number * magnitude).toPrecision(12))}`, strength: 1 });
      tokens.push({ key, strict: true, importance: 1.5, features });
    });
  };
  if (role !== 'paragraph') add(`role ${role.startsWith('heading') ? 'heading' : role}`, 2, false);
  if (label) add(`label ${label}`, 2, true);
  for (const mark of MARKS) if (text.includes(mark)) add(`mark ${mark}`, 0.7, false);
  if (/["«»“”„]/.test(text)) add('mark "', 0.7, false);
  const words: string[] = [];
  const found = [...text.matchAll(TOKEN)].map(([token]) => token);
  found.forEach((token, n) => {
    if (/^\d/.test(token)) addNumbers(numbersIn(token), magnitudeOf(found[n + 1] ?? ''));
    else words.push(token);
  });
  const concepts = conceptsOf(words);
  words.forEach((word, n) => tokens.push(readWord(word, concepts[n] ?? [])));
  return tokens;
}

/** What a number is multiplied by that a word follows: "2,5 млн", "12 миң", "3 billion"; 1 for other words. */
function magnitudeOf(word: string): number {
  return MAGNITUDES.find(([words]) => words.test(word))?.[1] ?? 1;
}

function readWord(word: string, concepts: readonly string[]): Token {
  const features = concepts.map((concept): Feature => ({ name: concept, strength: 1 }));
  const sounds = soundsOf(word);
  if (sounds.length > 2) features.push({ name: `sound ${sounds}`, strength: 0.7 });
  const key = wordKey(word);
  if (/^\p{Script=Cyrillic}{4}/u.test(word)) features.push({ name: key, strength: 0.8 });
  return { key, strict: false, importance: 1, features };
}

function wordKey(word: string): string {
  return `stem ${word.slice(0, STEM_LENGTH).toLowerCase()}`;
}

/** The keys of the words of a text, each once. */
export function wordKeys(text: string): readonly string[] {
  const words = [...text.matchAll(TOKEN)].map(([token]) => token).filter((token) => !/^\d/.test(token));
  return [...new Set(words.map(wordKey))];
}

/**
 * The values in digits with separators, whatever the language: `1 234`, `1,234` and `1.234` are 1234; `6,5` and
 * `6.5` are 6.5; `24.07.2019` is three numbers.
 */
function numbersIn(digits: string): readonly number[] {
  if (/^\d{1,3}(?:[.,\s]\d{3})+$/u.test(digits)) return [Number(digits.replace(/\D/g, ''))];
  const decimal = /^(\d{1,3}(?:\s\d{3})+|\d+)[.,](\d+)$/u.exec(digits);
  if (decimal) return [Number(`${decimal[1]?.replace(/\s/g, '') ?? ''}.${decimal[2] ?? ''}`)];
  return digits.split(/\D/).map(Number);
}
