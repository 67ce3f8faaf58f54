import { attribute, isElement, type HtmlElement } from './tree';

/** Hands out the printed markers of one list, item by item. */
export interface ListMarkers {
  readonly next: (item: HtmlElement) => string;
}

/** The markers a browser prints for a list: "•", or numbers as start, reversed, type and value say. */
export function listMarkers(list: HtmlElement): ListMarkers {
  if (list.tagName !== 'ol') return { next: (item) => attribute(item, 'data-label') ?? '•' };
  const step = attribute(list, 'reversed') === null ? 1 : -1;
  const items = list.childNodes.filter((node) => isElement(node) && node.tagName === 'li').length;
  let ordinal = integer(attribute(list, 'start')) ?? (step === 1 ? 1 : items);
  const type = attribute(list, 'type') ?? '1';
  return {
    next: (item) => {
      const value = integer(attribute(item, 'value')) ?? ordinal;
      ordinal = value + step;
      return attribute(item, 'data-label') ?? `${printOrdinal(value, attribute(item, 'type') ?? type)}.`;
    },
  };
}

function integer(value: string | null): number | null {
  return value !== null && /^\s*-?\d{1,9}/.test(value) ? Number.parseInt(value, 10) : null;
}

function printOrdinal(value: number, type: string): string {
  if (type === 'a' && value > 0) return latinLetters(value);
  if (type === 'A' && value > 0) return latinLetters(value).toUpperCase();
  if (type === 'i' && value > 0 && value < 4000) return romanNumerals(value).toLowerCase();
  if (type === 'I' && value > 0 && value < 4000) return romanNumerals(value);
  return String(value);
}

/** 1 -> a, 26 -> z, 27 -> aa */
function latinLetters(value: number): string {
  const rest = Math.floor((value - 1) / 26);
  return (rest > 0 ? latinLetters(rest) : '') + String.fromCharCode(97 + ((value - 1) % 26));
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function romanNumerals(value: number): string {
  let rest = value;
  let text = '';
  for (const [unit, numeral] of ROMAN) {
    text += numeral.repeat(Math.floor(rest / unit));
    rest %= unit;
  }
  return text;
}
