import type { Flag } from '../../../shared/model/flag';
import { LANGUAGES, type Language } from '../../../shared/model/language';
import { STATUSES, type Row, type Status } from '../../../shared/model/row';
import { staleSources } from '../../../shared/reconcile/stale';
import { differsFrom, type BaselineRule } from '../../../shared/reconcile/baseline';

/** What the list of rows can be narrowed to. */
export const ROW_FILTERS = [
  'all',
  'flagged',
  'found',
  'changed',
  'suggested',
  'stale',
  'alignment',
  ...STATUSES,
] as const;

export type RowFilter = (typeof ROW_FILTERS)[number];

const PLAIN_FILTERS = ROW_FILTERS.filter((filter) => filter !== 'found');

/** The filters that go by a row alone; what the checks find is told by the store of findings. */
export type PlainFilter = Exclude<RowFilter, 'found'>;

/** The rows in which the checks find something, by id. */
export interface FoundRows {
  has(rowId: string): boolean;
  readonly size: number;
}

/** What rows are judged by. */
export interface RowCriteria {
  /** Flags by the paragraph, or the row with a gap, that they point at. */
  readonly byParagraph: ReadonlyMap<string, readonly Flag[]>;
  readonly byGapRow: ReadonlyMap<string, readonly Flag[]>;
  /** The languages that have any text: only in these can something be missing. */
  readonly languages: readonly Language[];
  /** A row below this confidence that nobody has confirmed is offered for checking. */
  readonly checkBelow: number;
  /** What texts are compared with. */
  readonly baseline: BaselineRule;
}

/** The languages that have a paragraph in any of these rows, in their order. */
export function filledLanguages(rows: readonly Row[]): readonly Language[] {
  return LANGUAGES.filter((language) => rows.some((row) => row.cells[language].paragraphs.length > 0));
}

/**
 * @param before criteria of which the lists that stay the same are kept, so that what shows them need not be shown anew
 */
export function gatherCriteria(
  flags: readonly Flag[],
  languages: readonly Language[],
  checkBelow: number,
  baseline: BaselineRule,
  before: RowCriteria | null = null,
): RowCriteria {
  const byParagraph = new Map<string, Flag[]>();
  const byGapRow = new Map<string, Flag[]>();
  for (const flag of flags) {
    for (const span of flag.spans) {
      const [map, key] = span.at === 'gap' ? [byGapRow, span.rowId] : [byParagraph, span.paragraphId];
      const there = map.get(key);
      if (!there) map.set(key, [flag]);
      // Flag after flag: where it is already, it is the last.
      else if (there.at(-1) !== flag) there.push(flag);
    }
  }
  return {
    byParagraph: keepLists(before?.byParagraph, byParagraph),
    byGapRow: keepLists(before?.byGapRow, byGapRow),
    languages,
    checkBelow,
    baseline,
  };
}

function keepLists(
  before: ReadonlyMap<string, readonly Flag[]> | undefined,
  after: ReadonlyMap<string, readonly Flag[]>,
): ReadonlyMap<string, readonly Flag[]> {
  if (!before) return after;
  return new Map(
    [...after].map(([key, flags]) => {
      const old = before.get(key);
      const isSame = old?.length === flags.length && flags.every((flag, n) => flag === old[n]);
      return [key, isSame ? old : flags];
    }),
  );
}

/** Whether a row is judged alike by two criteria, of which the later kept the lists of the earlier. */
function isJudgedAlike(row: Row, now: RowCriteria, before: RowCriteria): boolean {
  if (now === before) return true;
  return (
    now.checkBelow === before.checkBelow &&
    now.baseline === before.baseline &&
    now.languages.join() === before.languages.join() &&
    now.byGapRow.get(row.id) === before.byGapRow.get(row.id) &&
    LANGUAGES.every((language) =>
      row.cells[language].paragraphs.every(
        ({ id }) => now.byParagraph.get(id) === before.byParagraph.get(id),
      ),
    )
  );
}

/**
 * Makes a function that judges every row and remembers it: the next time only rows are judged that changed, or have
 * other flags, unless the criteria are others altogether.
 */
export function rememberJudged<T>(
  judge: (row: Row, criteria: RowCriteria) => T,
): (rows: readonly Row[], criteria: RowCriteria) => readonly T[] {
  const known = new WeakMap<Row, { readonly criteria: RowCriteria; readonly value: T }>();
  return (rows, criteria) =>
    rows.map((row) => {
      const before = known.get(row);
      if (before?.criteria === criteria) return before.value;
      const isKnown = before !== undefined && isJudgedAlike(row, criteria, before.criteria);
      const value = isKnown ? before.value : judge(row, criteria);
      known.set(row, { criteria, value });
      return value;
    });
}

/** The flags that point into a row, each once. */
export function rowFlags(row: Row, criteria: RowCriteria): readonly Flag[] {
  const found = new Set(criteria.byGapRow.get(row.id) ?? []);
  for (const cell of Object.values(row.cells)) {
    for (const paragraph of cell.paragraphs) {
      for (const flag of criteria.byParagraph.get(paragraph.id) ?? []) found.add(flag);
    }
  }
  return [...found];
}

/** Whether the alignment of the row should be looked at: not confirmed, and a gap or little confidence. */
export function needsAlignmentCheck(row: Row, { languages, checkBelow }: RowCriteria): boolean {
  if (languages.length < 2) return false;
  const gap = languages.some((language) => row.cells[language].paragraphs.length === 0);
  return !row.confirmed && (gap || row.confidence < checkBelow);
}

/** Whether a suggestion in the row waits for a decision. */
function isSuggested(row: Row): boolean {
  return Object.values(row.cells).some((cell) => cell.paragraphs.some(({ pending }) => pending));
}

/** Whether some text of the row has fallen behind another. */
function isStale(row: Row): boolean {
  return LANGUAGES.some((language) => staleSources(row, language).length > 0);
}

/** Whether some text of the row has this status. */
function hasStatus(row: Row, status: Status): boolean {
  return Object.values(row.cells).some((cell) => cell.paragraphs.length > 0 && cell.status === status);
}

/** Whether a filter that goes by the row alone lets it through. */
function passesPlain(row: Row, filter: PlainFilter, criteria: RowCriteria): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'flagged':
      return rowFlags(row, criteria).some((flag) => flag.status === 'open');
    case 'changed':
      return differsFrom(criteria.baseline, row);
    case 'suggested':
      return isSuggested(row);
    case 'stale':
      return isStale(row);
    case 'alignment':
      return needsAlignmentCheck(row, criteria);
    default:
      return hasStatus(row, filter);
  }
}

/** Whether a filter lets a row through. */
export function passesFilter(row: Row, filter: RowFilter, criteria: RowCriteria, found: FoundRows): boolean {
  return filter === 'found' ? found.has(row.id) : passesPlain(row, filter, criteria);
}

/** Whether a row asks for a person: an open flag, a finding, a suggestion, a stale text, or an alignment to check. */
export function needsAttention(row: Row, criteria: RowCriteria, found: FoundRows): boolean {
  const asks = (['flagged', 'suggested', 'stale'] as const).some((filter) =>
    passesPlain(row, filter, criteria),
  );
  return asks || found.has(row.id) || needsAlignmentCheck(row, criteria);
}

/** The filters that would show the row, but for the one that goes by findings. */
export function passedFilters(row: Row, criteria: RowCriteria): readonly PlainFilter[] {
  return PLAIN_FILTERS.filter((filter) => passesPlain(row, filter, criteria));
}

/** How many rows each filter shows, given those that each row passes. */
export function countRows(
  passed: readonly (readonly PlainFilter[])[],
  found: FoundRows,
): Readonly<Record<RowFilter, number>> {
  const counts = Object.fromEntries(ROW_FILTERS.map((filter) => [filter, 0])) as Record<RowFilter, number>;
  for (const filters of passed) for (const filter of filters) counts[filter] += 1;
  return { ...counts, found: found.size };
}
