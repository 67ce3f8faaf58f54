import type { Span } from './sentences';

/** A telephone number: its digits without the code of the country or the zero that stands for it. */
export interface PhoneNumber extends Span {
  readonly digits: string;
}

/** Groups of digits that begin with a plus, a zero or a code in brackets; amounts begin otherwise. */
const PHONE =
  /(?<![\d.,+])(?:\+\d{1,3}|\(0\d{2,5}\)|0\d{2,5})[\s()-]{1,3}\d[\d \u00A0()-]{3,16}\d(?![\d.,]*\d)/gu;

const [FEWEST, MOST] = [9, 14];

/** The telephone numbers of a text, however their digits are grouped. Takes time linear in its length. */
export function phoneNumbersIn(text: string): readonly PhoneNumber[] {
  if (!/[+(0]\d/.test(text)) return [];
  return [...text.matchAll(PHONE)].flatMap(({ 0: found, index: start }) => {
    const all = found.replaceAll(/\D/g, '');
    if (all.length < FEWEST || all.length > MOST) return [];
    const digits = found.startsWith('+996') ? all.slice(3) : all.replace(/^0/, '');
    return [{ start, end: start + found.length, digits }];
  });
}
