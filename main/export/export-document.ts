import type { Language } from '../../shared/model/language';
import type { Block } from '../../shared/model/paragraph';

/** Where the pictures of an exported version come from and go to. */
export interface ExportPictures {
  /** The name of the folder beside the exported file that they are put into, where its format cannot hold them. */
  readonly folder: string;
  /** The bytes of a hash; null where they are not there. */
  readonly bytesOf: (hash: string) => Uint8Array | null;
}

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
