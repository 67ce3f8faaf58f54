import type { Flag } from '../../../shared/model/flag';
import type { Language } from '../../../shared/model/language';
import type { Row } from '../../../shared/model/row';
import type { Asked } from '../../../shared/search/asked';
import { findingsStore } from '../matters/findings-store';
import { shownFlagsNow } from '../matters/shown-flags';
import { viewStore } from '../place/view-store';
import { projectStore } from '../project/project-store';
import { criteriaNow } from '../rows/criteria';
import { listShownRows } from '../rows/shown-rows';
import { columnsNow } from '../settings/settings-store';

/** What is looked for, and in what. */
export interface SearchOrder {
  readonly asked: Asked;
  readonly languages: readonly Language[];
  readonly rows: readonly Row[];
  /** The flags whose notes are searched. */
  readonly flags: readonly Flag[];
}

/** What is looked for at this moment; null where that is nothing. */
export function orderNow(): SearchOrder | null {
  const { project } = projectStore.getState();
  const { find, filter } = viewStore.getState();
  if (!project || !find || find.query.trim() === '') return null;
  const { query, matchCase, wholeWord, exactMarks, by, within, filtered, notes } = find;
  const { open } = findingsStore.getState();
  const rows =
    filtered && filter !== 'all'
      ? listShownRows(project.rows, filter, null, criteriaNow(project), open).map(({ row }) => row)
      : project.rows;
  return {
    asked: { query, matchCase, wholeWord, exactMarks, by },
    languages: columnsNow().filter((language) => within === null || language === within),
    rows,
    flags: notes ? shownFlagsNow(project) : [],
  };
}

/** Whether the same is looked for, wherever. */
export function isSameAsked(a: SearchOrder, b: SearchOrder): boolean {
  const said = ({ asked, languages }: SearchOrder) => [...Object.values(asked), ...languages];
  return areSame(said(a), said(b));
}

/** Whether nothing else can be found than before. */
export function isSameOrder(a: SearchOrder, b: SearchOrder): boolean {
  return isSameAsked(a, b) && areSame(a.rows, b.rows) && areSame(a.flags, b.flags);
}

function areSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a === b || (a.length === b.length && a.every((each, at) => each === b[at]));
}
