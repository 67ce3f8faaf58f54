import type { XmlElement } from './xml';

/** Words that stand in no paragraph of the text: in a part of their own, or as an attribute. */
export interface DrawnWords {
  /** White space as it is written. */
  readonly text: string;
  /** The part they are written in; null for the one the paragraph stands in. */
  readonly part: string | null;
  /** The elements that hold them, in order. */
  readonly written: readonly XmlElement[];
  /** The attribute of the one element they are; null where they are its text. */
  readonly attribute: 'string' | null;
}

/** What stands in the place of a paragraph. */
export type Elsewhere =
  | { readonly kind: 'chart' | 'diagram' | 'chunk'; readonly part: string }
  | { readonly kind: 'words'; readonly words: DrawnWords };

/** What of the drawings could not be read at all. */
export interface UnreadDrawings {
  charts: number;
  diagrams: number;
}
