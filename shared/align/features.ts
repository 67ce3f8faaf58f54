import type { Language } from '../model/language';
import type { Role } from '../model/paragraph';
import { conceptsOf } from './lexicon';
import { soundsOf } from './sounds';

/** What the aligner looks at in a paragraph. */
export interface AlignmentInput {
  readonly role: Role;
  readonly text: string;
  /** List marker or footnote label as printed, or empty. */
  readonly label: string;
}

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

/** "1. ", "[2] ", "3) ", "• " at the start of a text whose label was not told apart. */
const LEADING_LABEL = /^(?:\[?(\d{1,3})[\].)]+|([*•–—-]))\s/u;

const MARKS = ['?', '!', '(', ':', ';', '%', '['];

const STEM_LENGTH = 5;

/** The tokens of one sentence; the same one may come more than once. */
export function readTokens({ role, text, label }: AlignmentInput, language: Language): readonly Token[] {
  const tokens: Token[] = [];
  const add = (key: string, importance: number, strict: boolean): void => {
    tokens.push({ key, strict, importance, features: [{ name: key, strength: 1 }] });
  };
  if (role !== 'paragraph') add(`role ${role.startsWith('heading') ? 'heading' : role}`, 2, false);
  const leading = LEADING_LABEL.exec(text);
  const printed = label.replace(/[[\].)\s]/g, '') || leading?.[1] || leading?.[2];
  if (printed) add(`label ${printed}`, 2, true);
  for (const mark of MARKS) if (text.includes(mark)) add(`mark ${mark}`, 0.7, false);
  if (/["«»“”„]/.test(text)) add('mark "', 0.7, false);
  const words: string[] = [];
  for (const [token] of text.matchAll(TOKEN)) {
    if (/^\d/.test(token)) numbersIn(token).forEach((number) => add(`number ${number}`, 1.5, true));
    else words.push(token);
  }
  const concepts = conceptsOf(words, language);
  words.forEach((word, n) => tokens.push(readWord(word, concepts[n] ?? [])));
  return tokens;
}

function readWord(word: string, concepts: readonly number[]): Token {
  const features = concepts.map((concept): Feature => ({ name: `concept ${concept}`, strength: 1 }));
  const sounds = soundsOf(word);
  if (sounds.length > 2) features.push({ name: `sound ${sounds}`, strength: 0.7 });
  const stem = word.slice(0, STEM_LENGTH).toLowerCase();
  if (/^\p{Script=Cyrillic}{4}/u.test(word)) features.push({ name: `stem ${stem}`, strength: 0.8 });
  return { key: `stem ${stem}`, strict: false, importance: 1, features };
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
