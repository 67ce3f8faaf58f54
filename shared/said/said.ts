import type { PerLanguage } from '../model/language';
import type { Stretch } from './read-sought';

/** What one version says at a place that was found. */
export interface SaidText {
  readonly paragraphId: string;
  /** Its sentences there, with the spaces between them. */
  readonly text: string;
  /** UTF-16 offsets in `text`: the words that were looked for or, in another version, those known to stand for them. */
  readonly marked: readonly Stretch[];
  /** Where numbers of footnotes stand in `text`: they are no part of its words. */
  readonly notes: readonly Stretch[];
}

/** A row in which the words that were looked for stand, with what the other versions say there. */
export interface Said {
  readonly rowId: string;
  /** The number of the row as people count, from 1. */
  readonly number: number;
  /** The paragraph in which the words were found. */
  readonly paragraphId: string;
  /** Null where a version says nothing there that is known to belong to it. */
  readonly texts: PerLanguage<SaidText | null>;
}

/** What was found in one article. */
export interface SaidInArticle {
  readonly said: readonly Said[];
  /** How many more rows there are than are told. */
  readonly more: number;
  /** Whether the words stand one after another; otherwise only all of them in one sentence. */
  readonly together: boolean;
}
