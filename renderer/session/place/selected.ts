import type { Language } from '../../../shared/model/language';

/** The cell a person is on; `paragraphId` when it is one paragraph of it. */
export interface Selected {
  readonly rowId: string;
  readonly language: Language;
  readonly paragraphId: string | null;
}

/** A stretch of text a person has marked, UTF-16 offsets into the paragraph. */
export interface TextSelection {
  readonly language: Language;
  readonly paragraphId: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}
