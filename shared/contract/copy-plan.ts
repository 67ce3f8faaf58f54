import type { Language } from '../model/language';
import type { RichText } from '../model/paragraph';
import type { MergeChunk } from '../reconcile/merge-texts';

/** Where something stands: `row` counts from 1, null for the project as a whole. */
interface PlannedPlace {
  readonly row: number | null;
  readonly rowId: string | null;
  readonly language: Language | null;
}

/** What both changed each in another way, in words of the interface. */
export interface PlannedConflict extends PlannedPlace {
  /** As `conflictKey` names it. */
  readonly key: string;
  /** What it is about: "Text", "Status of the flag". */
  readonly what: string;
  /** Of a text, what each side has and what both began from; null for anything else. */
  readonly chunks: readonly MergeChunk[] | null;
  /** What each side has, where it is no text. */
  readonly ours: string;
  readonly theirs: string;
  /** Whether one of the two can be taken; else ours stays and a flag tells theirs. */
  readonly canChoose: boolean;
}

/** What would be another than it is here, without contradicting anything. */
export interface PlannedChange extends PlannedPlace {
  readonly what: string;
  readonly before: RichText;
  readonly after: RichText;
  /** The paragraph whose text can be left as it is here; null where it comes with the rest. */
  readonly paragraphId: string | null;
}

/** What merging a copy would do, before anything is done. */
export interface CopyPlan {
  readonly fileName: string;
  /** Who worked in the copy, and when it was last changed (ms since 1970; null when never). */
  readonly people: readonly string[];
  readonly last: number | null;
  readonly conflicts: readonly PlannedConflict[];
  /** What comes from the copy. */
  readonly taken: readonly PlannedChange[];
  /** What a rule sets, as where a text is open again because nobody has read what came of it. */
  readonly ruled: readonly PlannedChange[];
  /** How many rows only the person changed: these stay. */
  readonly kept: number;
}
