/** Put before a paragraph that begins like a list item and is none; invisible, and dropped when read. */
export const NO_ITEM = '\u2060';

/** A line of a list: how far it is indented, its marker and its text. */
export interface ListLine {
  readonly indent: number;
  /** "•" for all bullets and dashes, else as written. */
  readonly label: string;
  readonly text: string;
  /** An en dash also begins the lines of a dialogue, so one alone makes no list. */
  readonly isDash: boolean;
}

/**
 * "1.", "12)", "(3)", "1.2.", "а)", "iv)", "II.", "•", "-", "–" and a space. Not "А." or "I.", which are initials,
 * and no more than three digits: "2019." is a year.
 */
const MARKER =
  /^([ \t]*)(?:(\d{1,3}(?:\.\d{1,3})*[.)]|\(\d{1,3}\)|[ivxlc]{1,5}\)|[IVXLC]{2,5}\.|[a-zа-яёңөү]\))|([•◦▪‣·*-])|(–))[ \t]+(?=\S)/u;

/** Reads a line as a list item, or gives null when it begins with no marker. */
export function readListLine(line: string): ListLine | null {
  const found = MARKER.exec(line);
  if (!found) return null;
  const [whole, indent = '', label, , dash] = found;
  return {
    indent: indent.replaceAll('\t', '    ').length,
    label: label ?? '•',
    text: line.slice(whole.length),
    isDash: dash !== undefined,
  };
}
