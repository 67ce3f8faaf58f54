import { countedText } from '../../../shared/text/counted-text';
import { findInFolded, fold, type Folded } from '../../../shared/text/find';
import { perLanguage, type Language } from '../../../shared/model/language';
import { findForms } from '../../../shared/said/find-forms';
import type { Paragraph } from '../../../shared/model/paragraph';
import type { Project } from '../../../shared/model/project';
import type { Find } from '../place/view-store';

/** A place where the search found something. */
export interface Hit {
  readonly rowId: string;
  readonly language: Language;
  readonly paragraphId: string;
  readonly start: number;
  readonly end: number;
}

const NOTHING_SOUGHT: { readonly asked: readonly unknown[]; readonly hits: readonly Hit[] } = {
  asked: [],
  hits: [],
};

/** The texts as the search reads them: folded once, and not at each key. */
let folded = { matchCase: false, texts: new WeakMap<Paragraph, Folded>() };

/** What was last asked, and the answer: several parts of the window ask the same. */
let last = NOTHING_SOUGHT;

/** Everything the search finds in the columns that are shown, row by row. */
export function findHits(
  project: Project,
  find: Find | null,
  languages: readonly Language[],
): readonly Hit[] {
  if (!find || find.query.trim() === '') {
    last = NOTHING_SOUGHT;
    return last.hits;
  }
  const { query, matchCase, wholeWord, forms, within } = find;
  const asked = [project.rows, query, matchCase, wholeWord, forms, within, ...languages];
  const isSame = asked.length === last.asked.length && asked.every((each, at) => each === last.asked[at]);
  if (!isSame) last = { asked, hits: search(project, find, languages) };
  return last.hits;
}

function search(
  project: Project,
  { query, matchCase, wholeWord, forms, within }: Find,
  languages: readonly Language[],
) {
  if (folded.matchCase !== matchCase) folded = { matchCase, texts: new WeakMap() };
  const hits: Hit[] = [];
  const searched = languages.filter((language) => within === null || language === within);
  const lettersIn = (paragraph: Paragraph) =>
    findInFolded(foldedText(paragraph), query, { matchCase, wholeWord }).map((found) =>
      countedText(paragraph).spanIn(found),
    );
  const placesIn = perLanguage((language) => (forms ? findForms(query, language) : lettersIn));
  for (const { id: rowId, cells } of project.rows) {
    for (const language of searched) {
      for (const paragraph of cells[language].paragraphs) {
        for (const { start, end } of placesIn[language](paragraph))
          hits.push({ rowId, language, paragraphId: paragraph.id, start, end });
      }
    }
  }
  return hits;
}

function foldedText(paragraph: Paragraph): Folded {
  const known = folded.texts.get(paragraph);
  if (known) return known;
  const text = fold(countedText(paragraph).text, folded.matchCase);
  folded.texts.set(paragraph, text);
  return text;
}
