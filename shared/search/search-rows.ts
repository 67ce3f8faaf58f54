import { perLanguage, type Language } from '../model/language';
import type { Paragraph } from '../model/paragraph';
import type { Row } from '../model/row';
import { findForms } from '../said/find-forms';
import { countedText } from '../text/counted-text';
import { findInFolded, fold, type Folded, type Found } from '../text/find';
import type { Asked } from './asked';

/** A place where the search found something. */
export interface Hit {
  readonly rowId: string;
  readonly language: Language;
  readonly paragraphId: string;
  /** UTF-16 offsets in the text of the paragraph. */
  readonly start: number;
  readonly end: number;
}

/** Finds the places in a paragraph. */
export type FindPlaces = (paragraph: Paragraph) => readonly Found[];

/** The texts as the search reads them: folded once, and not at each key. */
let folded = { matchCase: false, texts: new WeakMap<Paragraph, Folded>() };

/** Everything that is found in these versions, row by row. */
export function searchRows(
  rows: readonly Row[],
  asked: Asked,
  languages: readonly Language[],
): readonly Hit[] {
  const hits: Hit[] = [];
  if (asked.query.trim() === '') return hits;
  const placesIn = perLanguage((language) => finder(asked, language));
  for (const { id: rowId, cells } of rows) {
    for (const language of languages) {
      for (const paragraph of cells[language].paragraphs) {
        for (const { start, end } of placesIn[language](paragraph))
          hits.push({ rowId, language, paragraphId: paragraph.id, start, end });
      }
    }
  }
  return hits;
}

function finder({ query, matchCase, wholeWord, forms }: Asked, language: Language): FindPlaces {
  if (forms) return findForms(query, language);
  if (folded.matchCase !== matchCase) folded = { matchCase, texts: new WeakMap() };
  return (paragraph) =>
    findInFolded(foldedText(paragraph), query, { matchCase, wholeWord }).map((found) =>
      countedText(paragraph).spanIn(found),
    );
}

function foldedText(paragraph: Paragraph): Folded {
  const known = folded.texts.get(paragraph);
  if (known) return known;
  const text = fold(countedText(paragraph).text, folded.matchCase);
  folded.texts.set(paragraph, text);
  return text;
}
