import { useMemo } from 'react';
import { findInText } from '../../shared/text/find';
import { countWords } from '../../shared/text/tokens';
import type { Language } from '../../shared/model/language';
import type { Paragraph } from '../../shared/model/paragraph';
import type { Project } from '../../shared/model/project';
import type { Row } from '../../shared/model/row';
import { useProject } from './project-store';
import { indexFlags, passesFilter, type FlagIndex } from './row-filters';
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

export function useFlagIndex(): FlagIndex {
  const { flags } = useProject();
  return useMemo(() => indexFlags(flags), [flags]);
}

/** A row that is shown, with its position in the project (from 0). */
export interface ShownRow {
  readonly row: Row;
  readonly index: number;
}

/** The rows the filter lets through. The row being edited stays, so that it cannot vanish under the hands. */
export function useShownRows(): readonly ShownRow[] {
  const { rows } = useProject();
  const flagIndex = useFlagIndex();
  const filter = useViewStore((state) => state.filter);
  const heldRowId = useViewStore((state) =>
    state.filter === 'all' ? null : (state.selected?.rowId ?? null),
  );
  return useMemo(
    () =>
      rows
        .map((row, index) => ({ row, index }))
        .filter(({ row }) => row.id === heldRowId || passesFilter(row, filter, flagIndex)),
    [rows, flagIndex, filter, heldRowId],
  );
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
