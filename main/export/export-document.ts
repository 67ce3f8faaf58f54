import type { Language } from '../../shared/model/language';
import type { Block } from '../../shared/model/paragraph';
import type { ExportPictures } from './pictures/export-pictures';

/** One version as it leaves Triptych, whatever the format. */
export interface ExportDocument {
  readonly language: Language;
  /** The title of the file (its metadata); the article's own title is one of the blocks. */
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Lines in the user's language on what is still open ("2 open critical flags"); empty when all is agreed. */
  readonly remarks: readonly string[];
  /** Absent where pictures are written without their bytes. */
  readonly pictures?: ExportPictures;
}
