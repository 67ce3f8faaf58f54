import type { FileColumns } from '../../shared/model/file-columns';
import type { ImportedBlock, Notice } from '../../shared/model/imported-document';

/** What the reader of one format makes of a file's text. */
export interface ReadBlocks {
  readonly blocks: readonly ImportedBlock[];
  readonly notices: readonly Notice[];
  /** What the file says it was made from, where it was exported with changes tracked. */
  readonly madeFrom?: string;
  /** Whether it stands in more than what could be written back into; absent where it does not. */
  readonly isPart?: true;
  /** Of a file that is nothing but tables, what their columns are. */
  readonly columns?: FileColumns;
}
