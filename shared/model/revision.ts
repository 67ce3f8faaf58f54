import type { Language } from './language';
import type { RichText } from './paragraph';

/** What a paragraph said at some time, and where it stood then. */
export interface PastText {
  readonly paragraphId: string;
  readonly rowId: string;
  readonly language: Language;
  readonly content: RichText;
}

/** One recorded change of a paragraph. */
export interface Revision {
  /** Its number in the history; of several edits that are undone together, the last one's. */
  readonly seq: number;
  /** ms since 1970 */
  readonly time: number;
  readonly author: string;
  /** The type of the command. */
  readonly label: string;
  /** null where the paragraph was not there yet. */
  readonly before: RichText | null;
  /** null where the paragraph is no longer there. */
  readonly after: RichText | null;
}

/** Who changed the text of a paragraph last, and when (ms since 1970). */
export interface LastChange {
  readonly paragraphId: string;
  readonly author: string;
  readonly time: number;
}

/** Where in the article something was done, and a few words by which to know it. */
export interface ChangePlace {
  /** Empty where the paragraph tells the row. */
  readonly rowId: string;
  readonly language: Language | null;
  readonly paragraphId: string | null;
  /** Words that were taken out and put in; both empty where no text was changed. */
  readonly removed: string;
  readonly added: string;
  /** The words it is about where no text was changed. */
  readonly words: string;
}
