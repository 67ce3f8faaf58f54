import type { Role } from '../model/paragraph';
import { soundsOf } from './sounds';

/** What the aligner looks at in a paragraph. */
export interface AlignmentInput {
  readonly role: Role;
  readonly text: string;
  /** List marker or footnote label as printed, or empty. */
  readonly label: string;
}

export type FeatureKind = 'number' | 'label' | 'role' | 'end' | 'mark' | 'sound' | 'stem';

/** Something in a paragraph that a translation tends to keep. */
export interface Feature {
  readonly kind: FeatureKind;
  readonly value: string;
}

/** A number with its separators, or a word. */
const TOKEN = /\d+(?:[.,\u00a0\u2009\u202f ]\d+)*|\p{L}[\p{L}\p{M}’']*/gu;

/** "1. ", "[2] ", "3) ", "• " at the start of a text whose label was not told apart. */
const LEADING_LABEL = /^(?:\[?(\d{1,3})[\].)]+|([*•–—-]))\s/u;

const MARKS = ['?', '!', '(', ':', ';', '%', '['];

const STEM_LENGTH = 5;

/** The features of one paragraph; the same one may come more than once. */
export function featuresOf({ role, text, label }: AlignmentInput): readonly Feature[] {
  const features: Feature[] = [{ kind: 'end', value: /([.?!:;,…])["»”)\]]*$/u.exec(text)?.[1] ?? '' }];
  const add = (kind: FeatureKind, value: string): void => {
    features.push({ kind, value });
  };
  if (role !== 'paragraph') add('role', role.startsWith('heading') ? 'heading' : role);
  const leading = LEADING_LABEL.exec(text);
  const printed = label.replace(/[[\].)\s]/g, '') || leading?.[1] || leading?.[2];
  if (printed) add('label', printed);
  for (const mark of MARKS) if (text.includes(mark)) add('mark', mark);
  if (/["«»“”„]/.test(text)) add('mark', '"');
  for (const [token] of text.matchAll(TOKEN)) {
    if (/^\d/.test(token)) numbersIn(token).forEach((number) => add('number', String(number)));
    else {
      const sounds = soundsOf(token);
      if (sounds.length > 2) add('sound', sounds);
      if (/^\p{Script=Cyrillic}{4}/u.test(token)) add('stem', token.slice(0, STEM_LENGTH).toLowerCase());
    }
  }
  return features;
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
