import type { Language } from '../../../shared/model/language';

/** Something in the texts that asks for a person's eye, by what it is known by. */
export type Matter =
  | { readonly kind: 'finding'; readonly rowId: string; readonly key: string }
  | { readonly kind: 'flag'; readonly rowId: string; readonly flagId: string }
  /** A suggestion, or a change since what the texts are compared with, at a UTF-16 offset of the present text. */
  | {
      readonly kind: 'change';
      readonly rowId: string;
      readonly language: Language;
      readonly paragraphId: string;
      readonly at: number;
    }
  /** A text that another has outrun. */
  | { readonly kind: 'stale'; readonly rowId: string; readonly language: Language }
  /** A row whose texts may not say the same. */
  | { readonly kind: 'alignment'; readonly rowId: string };

/** A matter a person looks at: `card` says whether it is told beside its words, and whether the focus goes there. */
export interface ShownMatter {
  readonly matter: Matter;
  readonly card: 'none' | 'open' | 'focus';
}

/** What a matter is known by, as one string. */
export function keyOfMatter(matter: Matter): string {
  switch (matter.kind) {
    case 'finding':
      return `finding ${matter.key}`;
    case 'flag':
      return `flag ${matter.flagId}`;
    case 'change':
      return `change ${matter.paragraphId} ${matter.at}`;
    case 'stale':
      return `stale ${matter.rowId} ${matter.language}`;
    case 'alignment':
      return `alignment ${matter.rowId}`;
  }
}

/** Whether both are the same matter, be there none. */
export function isSameMatter(a: Matter | null | undefined, b: Matter | null | undefined): boolean {
  if (!a || !b) return !a && !b;
  return keyOfMatter(a) === keyOfMatter(b);
}
