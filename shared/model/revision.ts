import type { Language } from './language';
import type { RichText } from './paragraph';

/** What a paragraph said at some time, and where it stood then. */
export interface PastText {
  readonly paragraphId: string;
  readonly rowId: string;
  readonly language: Language;
  readonly content: RichText;
}
