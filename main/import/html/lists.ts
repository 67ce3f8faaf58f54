import { formatNumber } from '../docx/number-format';
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

const FORMATS: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};

function printOrdinal(value: number, type: string): string {
  return formatNumber(value, FORMATS[type] ?? 'decimal');
}
