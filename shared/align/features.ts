import type { Role } from '../model/paragraph';
import { soundsOf } from './sounds';

export interface AlignmentInput {
  readonly role: Role;
  readonly text: string;
  readonly label: string;
}

export type FeatureKind = 'number' | 'label' | 'role' | 'end' | 'mark' | 'word' | 'name' | 'stem';

const TOKEN = /\d+(?:[.,\u00a0\u2009\u202f ]\d+)*|\p{L}[\p{L}\p{M}’']*/gu;
const WRITTEN_LABEL = /^(?:\[?(\d{1,3}|[*•–—-])[\].)]?\s)/u;

/** Features of one paragraph as `kind:value`, each once. */
export function featuresOf({ role, text, label }: AlignmentInput): ReadonlySet<string> {
  const features = new Set<string>();
  if (role !== 'paragraph') features.add(`role:${role.startsWith('heading') ? 'heading' : role}`);
  const printed = label || (WRITTEN_LABEL.exec(text)?.[1] ?? '');
  if (printed !== '') features.add(`label:${printed.replace(/[[\].)]/g, '')}`);
  for (const [token] of text.matchAll(TOKEN)) {
    if (/^\d/.test(token)) for (const value of numbersIn(token)) features.add(`number:${value}`);
    else {
      const sounds = soundsOf(token);
      if (sounds.length >= 3) features.add(`word:${sounds}`);
      if (/\p{Script=Cyrillic}/u.test(token) && token.length >= 4) features.add(`stem:${token.toLowerCase().slice(0, 5)}`);
    }
  }
  for (const mark of ['?', '!', '(', ':', ';', '%']) if (text.includes(mark)) features.add(`mark:${mark}`);
  if (/["«»“”„]/.test(text)) features.add('mark:"');
  const end = /[.?!:;,…](?=["»”)\]]*$)/.exec(text)?.[0] ?? 'none';
  features.add(`end:${end}`);
  return features;
}

/** `1 234`, `1,234` and `1.234` are 1234; `6,5` and `6.5` are 6.5; `24.07.2019` is three numbers. */
function numbersIn(token: string): readonly number[] {
  if (/^\d{1,3}([.,\s]\d{3})+$/u.test(token)) return [Number(token.replace(/\D/g, ''))];
  const decimal = /^(\d{1,3}(?:\s\d{3})*|\d+)[.,](\d+)$/u.exec(token);
  if (decimal) return [Number(`${decimal[1]?.replace(/\s/g, '')}.${decimal[2]}`)];
  return token.split(/\D+/).map(Number);
}
