import { findInText, type Found } from '../../../shared/text/find';
import type { Language } from '../../../shared/model/language';
import type { Paragraph } from '../../../shared/model/paragraph';
import type { Project } from '../../../shared/model/project';
import type { Find } from './view-store';

/** A place where the search found something. */
export interface Hit {
  readonly rowId: string;
  readonly language: Language;
  readonly paragraphId: string;
  readonly start: number;
  readonly end: number;
}

/** What was last looked for, and where it was found: a step to the next hit, or an edit, looks at nothing twice. */
let searched = { key: '', found: new WeakMap<Paragraph, readonly Found[]>() };

/** Everything the search finds in the columns that are shown, row by row. */
export function findHits(
  project: Project,
  find: Find | null,
  languages: readonly Language[],
): readonly Hit[] {
  if (!find || find.query.trim() === '') return [];
  const { query, matchCase, wholeWord } = find;
  const key = JSON.stringify([query, matchCase, wholeWord]);
  if (searched.key !== key) searched = { key, found: new WeakMap() };
  const findIn = (paragraph: Paragraph) => {
    const known = searched.found.get(paragraph);
    if (known) return known;
    const found = findInText(paragraph.text, query, { matchCase, wholeWord });
    searched.found.set(paragraph, found);
    return found;
  };
  const hits: Hit[] = [];
  for (const row of project.rows) {
    for (const language of languages) {
      for (const paragraph of row.cells[language].paragraphs) {
        for (const { start, end } of findIn(paragraph)) {
          hits.push({ rowId: row.id, language, paragraphId: paragraph.id, start, end });
        }
      }
    }
  }
  return hits;
}
