import { useMemo } from 'react';
import { findInText } from '../../shared/text/find';
import { countWords } from '../../shared/text/tokens';
import type { Language } from '../../shared/model/language';
import type { Paragraph } from '../../shared/model/paragraph';
import type { Project } from '../../shared/model/project';
import type { Row } from '../../shared/model/row';
import { useProject, useProjectStore } from './project-store';
import { gatherCriteria, passesFilter, type RowCriteria, type RowFilter } from './row-filters';
import { useSettingsStore } from './settings-store';
import { useViewStore, type Find } from './view-store';

const words = new WeakMap<Paragraph, number>();

function wordsOf(paragraph: Paragraph): number {
  const known = words.get(paragraph);
  if (known !== undefined) return known;
  const counted = countWords(paragraph.text);
  words.set(paragraph, counted);
  return counted;
}

/** What the head of a column tells of its version. */
export interface VersionFigures {
  readonly words: number;
  /** Rows in which it has text, and how many of those are agreed. */
  readonly filled: number;
  readonly agreed: number;
  /** Rows in which it has nothing though another version has. */
  readonly missing: number;
}

export function countVersion(project: Project, language: Language): VersionFigures {
  let total = 0;
  let filled = 0;
  let agreed = 0;
  let missing = 0;
  for (const row of project.rows) {
    const { paragraphs, status } = row.cells[language];
    for (const paragraph of paragraphs) total += wordsOf(paragraph);
    if (paragraphs.length > 0) {
      filled += 1;
      if (status === 'agreed') agreed += 1;
    } else if (Object.values(row.cells).some((cell) => cell.paragraphs.length > 0)) missing += 1;
  }
  return { words: total, filled, agreed, missing };
}

export function useRowCriteria(): RowCriteria {
  const project = useProject();
  const checkBelow = useSettingsStore((state) => state.settings.checkBelow);
  return useMemo(() => gatherCriteria(project, checkBelow), [project, checkBelow]);
}

/** A row that is shown, with its position in the project (from 0). */
export interface ShownRow {
  readonly row: Row;
  readonly index: number;
}

/** The rows the filter lets through. The row a person is on stays, so that it cannot vanish under their hands. */
export function useShownRows(): readonly ShownRow[] {
  const { rows } = useProject();
  const criteria = useRowCriteria();
  const filter = useViewStore((state) => state.filter);
  const heldRowId = useViewStore((state) =>
    state.filter === 'all' ? null : (state.selected?.rowId ?? null),
  );
  return useMemo(() => listShownRows(rows, filter, heldRowId, criteria), [rows, filter, heldRowId, criteria]);
}

/** The rows that are shown at this moment. */
export function shownRowsNow(): readonly ShownRow[] {
  const { project } = useProjectStore.getState();
  const { filter, selected } = useViewStore.getState();
  return project ? listShownRows(project.rows, filter, selected?.rowId ?? null, criteriaNow(project)) : [];
}

/** What rows are judged by at this moment. */
export function criteriaNow(project: Project): RowCriteria {
  return gatherCriteria(project, useSettingsStore.getState().settings.checkBelow);
}

function listShownRows(
  rows: readonly Row[],
  filter: RowFilter,
  heldRowId: string | null,
  criteria: RowCriteria,
): readonly ShownRow[] {
  return rows
    .map((row, index) => ({ row, index }))
    .filter(({ row }) => row.id === heldRowId || passesFilter(row, filter, criteria));
}

/** A place where the search found something. */
export interface Hit {
  readonly rowId: string;
  readonly language: Language;
  readonly paragraphId: string;
  readonly start: number;
  readonly end: number;
}

/** Everything the search finds in the columns that are shown, row by row. */
export function findHits(
  project: Project,
  find: Find | null,
  languages: readonly Language[],
): readonly Hit[] {
  if (!find || find.query.trim() === '') return [];
  const options = { matchCase: find.matchCase, wholeWord: find.wholeWord };
  const hits: Hit[] = [];
  for (const row of project.rows) {
    for (const language of languages) {
      for (const paragraph of row.cells[language].paragraphs) {
        for (const { start, end } of findInText(paragraph.text, find.query, options)) {
          hits.push({ rowId: row.id, language, paragraphId: paragraph.id, start, end });
        }
      }
    }
  }
  return hits;
}
