import type { Language } from '../model/language';
import type { Paragraph } from '../model/paragraph';
import type { MergeChunk } from '../reconcile/merge-texts';
import type { ArrangementConflict } from './arrange-rows';

/** The fields people decide about. What the others hold is worked out or noted by the program: nobody is asked. */
export const TOLD = {
  project: ['title', 'pivot', 'glossary'],
  paragraph: ['role', 'label', 'adapted'],
  flag: ['status', 'category', 'severity', 'assignee', 'note', 'fix'],
} as const;

export type ToldOf = keyof typeof TOLD;

type ToldField = (typeof TOLD)[ToldOf][number];

/** What two copies changed each in another way, and what was kept. */
export type ProjectConflict =
  | { readonly kind: 'text'; readonly paragraphId: string; readonly chunks: readonly MergeChunk[] }
  | RemovedConflict
  | FieldConflict
  | ArrangementConflict;

/** One copy wrote it, edited it or gave a reason for it, the other removed it or what it stood in. */
export interface RemovedConflict {
  readonly kind: 'removed';
  readonly paragraph: Paragraph;
  readonly language: Language;
  /** The row it stood in, or what is left nearest above it; null in a project without rows. */
  readonly rowId: string | null;
}

/** One thing a person chose or wrote beside the text; undefined where a copy has none. */
export interface FieldConflict {
  readonly kind: 'field';
  readonly of: ToldOf;
  /** Of the project, the paragraph or the flag. */
  readonly id: string;
  readonly field: ToldField;
  readonly kept: unknown;
  readonly other: unknown;
}
