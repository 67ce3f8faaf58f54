import { LONGEST_PARAGRAPH } from '../../../shared/model/limits';

/** Something a stranger's text may make costly, and how large that is at the smallest. */
export interface Growing {
  readonly kind:
    | 'align'
    | 'compare'
    | 'bring in'
    | 'merge'
    | 'find'
    | 'export'
    | 'report'
    | 'import'
    | 'history'
    | 'edit'
    | 'write back';
  readonly what: string;
  /** The smallest size. */
  readonly n: number;
  /** The largest size that the app takes; without it there is none, or an importer refuses what is larger. */
  readonly most?: number;
  /** Makes the input of a size; what is measured is what it gives back. */
  readonly make: (n: number) => Promise<() => unknown> | (() => unknown);
}

/** So many of something. */
export const times = <T>(n: number, make: (i: number) => T): readonly T[] =>
  Array.from({ length: n }, (_, i) => make(i));

/** A word for a number: of other numbers another. */
export const letters = (i: number): string =>
  i.toString(26).replace(/./g, (digit) => 'бвгджзклмнпрстфхцчшщаеиоуыя'[parseInt(digit, 26)] ?? 'ю');

/** How large an input may be made before a paragraph of it has more letters than the app takes. */
export const mostOf = (n: number, texts: readonly string[]): number =>
  Math.floor((n * LONGEST_PARAGRAPH) / Math.max(1, ...texts.map(({ length }) => length)));

/** A file that is costly to read: what is in it, what it is called, how large it is at the smallest. */
export type GrowingFile = readonly [
  what: string,
  name: string,
  n: number,
  make: (n: number) => Promise<Uint8Array> | Uint8Array,
];

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
