import type { By } from './docx/tracking';

/** What is told beside the text where changes since the import are tracked. */
export interface TrackedChanges {
  /** Who took out paragraphs that are gone, by what they said. */
  readonly gone: readonly (By & { readonly text: string })[];
  /** Who is named where the history does not tell. */
  readonly otherwise: By;
  readonly remarks: readonly Remark[];
  /** The state of the project that is written, by which a file that comes back is known. */
  readonly stamp: string;
}

/** What is said of words; lines of a text are parted by U+000A. */
export interface Remark extends By {
  readonly text: string;
  readonly replies: readonly (By & { readonly text: string })[];
  /** The position of its paragraph in the version, and UTF-16 offsets in what that shows. */
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}
