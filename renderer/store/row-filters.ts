import type { Flag } from '../../shared/model/flag';
import type { Project } from '../../shared/model/project';
import { LOW_CONFIDENCE, STATUSES, type Row, type Status } from '../../shared/model/row';

/** What the list of rows can be narrowed to. */
export const ROW_FILTERS = ['all', 'flagged', 'changed', 'alignment', ...STATUSES] as const;

export type RowFilter = (typeof ROW_FILTERS)[number];

/** Flags by the paragraph or the row they point at. */
export interface FlagIndex {
  readonly byParagraph: ReadonlyMap<string, readonly Flag[]>;
  readonly byGapRow: ReadonlyMap<string, readonly Flag[]>;
}

export function indexFlags(flags: readonly Flag[]): FlagIndex {
  const byParagraph = new Map<string, Flag[]>();
  const byGapRow = new Map<string, Flag[]>();
  for (const flag of flags) {
    for (const span of flag.spans) {
      const [map, key] = span.at === 'gap' ? [byGapRow, span.rowId] : [byParagraph, span.paragraphId];
      const there = map.get(key);
      if (!there) map.set(key, [flag]);
      else if (!there.includes(flag)) there.push(flag);
    }
  }
  return { byParagraph, byGapRow };
}

/** The flags that point into a row, each once. */
export function rowFlags(row: Row, index: FlagIndex): readonly Flag[] {
  const found = new Set(index.byGapRow.get(row.id) ?? []);
  for (const cell of Object.values(row.cells)) {
    for (const paragraph of cell.paragraphs) {
      for (const flag of index.byParagraph.get(paragraph.id) ?? []) found.add(flag);
    }
  }
  return [...found];
}

/** Whether any text of the row differs from the imported one. */
export function isChanged(row: Row): boolean {
  return Object.values(row.cells).some((cell) =>
    cell.paragraphs.some((paragraph) => paragraph.imported !== null),
  );
}

/** Whether a version has nothing here while another has something. */
function hasGap(row: Row): boolean {
  return Object.values(row.cells).some((cell) => cell.paragraphs.length === 0);
}

/** Whether the alignment of the row should be looked at: not confirmed, and a gap or little confidence. */
export function needsAlignmentCheck(row: Row): boolean {
  return !row.confirmed && (row.confidence < LOW_CONFIDENCE || hasGap(row));
}

/** Whether some text of the row has this status. */
function hasStatus(row: Row, status: Status): boolean {
  return Object.values(row.cells).some((cell) => cell.paragraphs.length > 0 && cell.status === status);
}

export function passesFilter(row: Row, filter: RowFilter, index: FlagIndex): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'flagged':
      return rowFlags(row, index).some((flag) => flag.status === 'open');
    case 'changed':
      return isChanged(row);
    case 'alignment':
      return needsAlignmentCheck(row);
    default:
      return hasStatus(row, filter);
  }
}

/** Whether a row asks for a person: an open flag, or an alignment to check. */
export function needsAttention(row: Row, index: FlagIndex): boolean {
  return needsAlignmentCheck(row) || passesFilter(row, 'flagged', index);
}

/** How many rows each filter would show. */
export function countRows(project: Project, index: FlagIndex): Readonly<Record<RowFilter, number>> {
  const counts = Object.fromEntries(ROW_FILTERS.map((filter) => [filter, 0])) as Record<RowFilter, number>;
  for (const row of project.rows) {
    for (const filter of ROW_FILTERS) if (passesFilter(row, filter, index)) counts[filter] += 1;
  }
  return counts;
}
