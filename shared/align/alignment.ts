import type { Role, TablePlace } from '../model/paragraph';

/** What a picture is known by. */
export interface PictureKey {
  /** Of its bytes; null where they are not known. */
  readonly hash: string | null;
  /** What it is called; empty where it has no name. */
  readonly name: string;
}

/** What the aligner looks at in a paragraph. */
export interface AlignmentInput {
  readonly role: Role;
  readonly text: string;
  /** List marker or footnote label as printed, or empty; a marker may stand in the text instead. */
  readonly label: string;
  /** Where it stands in a table; absent or null where it stands in none. */
  readonly cell?: TablePlace | null;
  /** What a picture is known by, whose text is not looked at; absent for words. */
  readonly picture?: PictureKey;
}

/** Positions of the paragraphs that stand in one row, counted from 0 in each version. */
export interface AlignedRow {
  readonly ru: readonly number[];
  readonly ky: readonly number[];
  readonly en: readonly number[];
  /** 0 to 1: how probable it is that exactly these paragraphs belong together. */
  readonly confidence: number;
}
