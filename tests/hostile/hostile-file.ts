import type { FailureCode } from '../../shared/model/failure';

/** A file nobody should have been sent, and what is to become of it. */
export interface HostileFile {
  readonly kind: 'archive' | 'xml' | 'word' | 'odt' | 'html' | 'text' | 'place' | 'project';
  /** What it is, in plain words; unlike every other. */
  readonly what: string;
  readonly fileName: string;
  /** Its bytes; or makes it at a path, where bytes alone do not make it. */
  readonly content: () => Uint8Array | string | Promise<Uint8Array>;
  readonly place?: (path: string) => void | Promise<void>;
  readonly becomes: Refused | Neutral;
}

/** Not opened, and why. */
interface Refused {
  readonly refused: FailureCode;
}

/** Read, with nothing left of it but this. */
interface Neutral {
  /** The texts of its paragraphs; or how many there are, where there are too many to name. */
  readonly texts: readonly string[] | number;
  /** Where its links lead; none when absent. */
  readonly links?: readonly string[];
}

export function refused(code: FailureCode): Refused {
  return { refused: code };
}

export function reads(texts: readonly string[] | number, links: readonly string[] = []): Neutral {
  return { texts, links };
}
