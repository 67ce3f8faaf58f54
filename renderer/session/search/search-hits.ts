import type { Language } from '../../../shared/model/language';
import type { Project } from '../../../shared/model/project';
import { searchRows, type Hit } from '../../../shared/search/search-rows';
import type { Find } from '../place/view-store';

const NOTHING_SOUGHT: { readonly asked: readonly unknown[]; readonly hits: readonly Hit[] } = {
  asked: [],
  hits: [],
};

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
  const searched = languages.filter((language) => within === null || language === within);
  if (!isSame) last = { asked, hits: searchRows(project.rows, find, searched) };
  return last.hits;
}
