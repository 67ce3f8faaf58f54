import { LANGUAGES, type Language } from '../model/language';
import type { Paragraph } from '../model/paragraph';
import type { Row } from '../model/row';

/**
 * The picture of another version that one would take over in a row: where it has none, or has only a note of one whose
 * file is not there. Pictures whose bytes are kept come first; null where there is none to take.
 */
export function pictureToTake(row: Row, language: Language): Paragraph | null {
  const own = row.cells[language].paragraphs.find(({ picture }) => picture)?.picture;
  if (own && own.hash !== null) return null;
  const others = LANGUAGES.filter((each) => each !== language).flatMap((each) =>
    row.cells[each].paragraphs.filter(({ picture }) => picture),
  );
  return others.find(({ picture }) => picture?.hash) ?? (own ? null : (others[0] ?? null));
}
