import { findParagraph } from '../model/find-paragraph';
import type { Flag } from '../model/flag';
import { LANGUAGES } from '../model/language';
import type { RichText } from '../model/paragraph';
import type { Row } from '../model/row';
import type { Found } from '../text/find';
import type { Finders } from './search-rows';

/** A place that was found in the note of a flag, or in an answer to it; UTF-16 offsets in that text. */
export interface NoteHit extends Found {
  readonly flagId: string;
  /** The row of the first place the flag points at. */
  readonly rowId: string;
  readonly text: string;
}

/** What is written at flags, kept as long as the flag, as what is worked out of a text is kept with it. */
const known = new WeakMap<Flag, readonly RichText[]>();

/** Everything that is found in what people wrote at the flags of these rows, in whatever language. */
export function searchNotes(
  flags: readonly Flag[],
  rows: readonly Row[],
  finders: Finders,
): readonly NoteHit[] {
  const rowIds = new Set(rows.map(({ id }) => id));
  return flags.flatMap((flag) => {
    const found = textsOf(flag).flatMap((text) =>
      placesIn(text, finders).map((place) => ({ ...place, text: text.text })),
    );
    if (found.length === 0) return [];
    const rowId = rowOf(flag, rows);
    if (rowId === null || !rowIds.has(rowId)) return [];
    return found.map(({ start, end, text }) => ({ start, end, text, flagId: flag.id, rowId }));
  });
}

/** What is written at a flag: its note, and the answers to it. */
function textsOf(flag: Flag): readonly RichText[] {
  const before = known.get(flag);
  if (before) return before;
  const texts = [flag.note, ...flag.thread.map(({ text }) => text)].map((text) => ({ text, marks: [] }));
  known.set(flag, texts);
  return texts;
}

/** Nobody says in which language a note is: what any of the three finds is found, once. */
function placesIn(text: RichText, finders: Finders): readonly Found[] {
  const found = LANGUAGES.flatMap((language) => finders[language](text));
  let done = 0;
  return found
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      if (start < done) return false;
      done = end;
      return true;
    });
}

function rowOf({ spans: [first] }: Flag, rows: readonly Row[]): string | null {
  if (!first) return null;
  if (first.at === 'gap') return first.rowId;
  return findParagraph(rows, first.paragraphId)?.row.id ?? null;
}
