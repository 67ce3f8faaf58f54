import type { OldFormat } from './office/convert-by-office';

/** A file with what there is around it. */
export interface FileToRead {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Where it lies, whose pictures it may name; absent where that is not known. */
  readonly folder?: string | undefined;
  /** What it was before LibreOffice made this .docx of it; absent where it is the file itself. */
  readonly convertedFrom?: OldFormat;
}
