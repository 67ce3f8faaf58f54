import { perLanguage, type Language, type PerLanguage } from '../model/language';
import type { RichText } from '../model/paragraph';
import type { Row } from '../model/row';
import { findForms } from '../said/find-forms';
import { countedText } from '../text/counted-text';
import { findInFolded, fold, type Folded } from '../text/find';
import type { Asked } from './asked';
import { placesInText, type FindPattern, type Groups, type PatternFound } from './find-pattern';

/** A place where the search found something. */
export interface Hit {
  readonly rowId: string;
  readonly language: Language;
  readonly paragraphId: string;
  /** UTF-16 offsets in the text of the paragraph. */
  readonly start: number;
  readonly end: number;
  /** Where a regular expression found its groups. */
  readonly groups?: Groups;
}

/** Finds the places in a text. */
type FindPlaces = (text: RichText) => readonly PatternFound[];

/** Finds the places in the texts of each version. */
export type Finders = PerLanguage<FindPlaces>;

/** The texts as the search reads them: folded once, and not at each key. */
let folded = { matchCase: false, exactMarks: false, texts: new WeakMap<RichText, Folded>() };

/**
 * Everything that is found in these versions, row by row.
 *
 * @param pattern finds the regular expression, which has to be done under a watch
 */
export function searchRows(
  rows: readonly Row[],
  asked: Asked,
  languages: readonly Language[],
  pattern: FindPattern,
): readonly Hit[] {
  const finders = findersOf(asked, pattern);
  return rows.flatMap((row) => searchRow(row, finders, languages));
}

/** What finds what is asked for, to be made once for many rows. */
export function findersOf(asked: Asked, pattern: FindPattern): Finders {
  return perLanguage((language) => finder(asked, language, pattern));
}

/** Everything that is found in a row, version by version. */
export function searchRow(
  { id: rowId, cells }: Row,
  finders: Finders,
  languages: readonly Language[],
): readonly Hit[] {
  const hits: Hit[] = [];
  for (const language of languages) {
    for (const paragraph of cells[language].paragraphs) {
      for (const found of finders[language](paragraph))
        hits.push({ rowId, language, paragraphId: paragraph.id, ...found });
    }
  }
  return hits;
}

function finder({ query, by, ...options }: Asked, language: Language, pattern: FindPattern): FindPlaces {
  if (query.trim() === '') return () => [];
  if (by === 'pattern') return (text) => placesInText(text, pattern(countedText(text).text));
  if (by === 'forms') return findForms(query, language);
  const { matchCase, exactMarks } = options;
  if (folded.matchCase !== matchCase || folded.exactMarks !== exactMarks)
    folded = { matchCase, exactMarks, texts: new WeakMap() };
  return (text) =>
    findInFolded(foldedText(text), query, options).map((found) => countedText(text).spanIn(found));
}

function foldedText(text: RichText): Folded {
  const known = folded.texts.get(text);
  if (known) return known;
  const plain = fold(countedText(text).text, folded);
  folded.texts.set(text, plain);
  return plain;
}
