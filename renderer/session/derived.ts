import { useEffect, useMemo, useState } from 'react';
import { findInText, type Found } from '../../shared/text/find';
import { countWords } from '../../shared/text/tokens';
import { LANGUAGES, perLanguage, type Language } from '../../shared/model/language';
import type { Flag } from '../../shared/model/flag';
import type { Paragraph } from '../../shared/model/paragraph';
import type { Project } from '../../shared/model/project';
import type { Row } from '../../shared/model/row';
import type { BaselineRule } from '../../shared/reconcile/baseline';
import { baselineRuleNow, useBaselineRule } from './baseline';
import { useFindingsStore } from './findings-store';
import { useProject, useProjectStore } from './project-store';
import {
  filledLanguages,
  gatherCriteria,
  passesFilter,
  type FoundRows,
  type RowCriteria,
  type RowFilter,
} from './row-filters';
import { useSettingsStore, visibleColumns } from './settings-store';
import { shownFlagsNow, useShownFlags } from './shown-flags';
import { setView, useViewStore, type Find } from './view-store';

/** What the head of a column tells of its version. */
export interface VersionFigures {
  readonly words: number;
  /** Rows in which it has text, and how many of those are agreed. */
  readonly filled: number;
  readonly agreed: number;
  /** Rows in which it has nothing though another version has. */
  readonly missing: number;
}

/** The figures of nothing, also before anything is counted. */
export const NO_FIGURES: VersionFigures = { words: 0, filled: 0, agreed: 0, missing: 0 };

/** What was counted in each row, as long as it lives. */
const rowFigures = perLanguage(() => new WeakMap<Row, VersionFigures>());

/** So long is counted at a time, in ms: counting the words of a long article takes many times that. */
const COUNTING_MS = 8;

/** The figures of a version, counted while the window has nothing else to do; null until they first are. */
export function useVersionFigures({ rows }: Project, language: Language): VersionFigures | null {
  const [figures, setFigures] = useState<VersionFigures | null>(null);
  useEffect(() => {
    const known = rowFigures[language];
    let at = 0;
    let next = 0;
    const count = () => {
      const until = performance.now() + COUNTING_MS;
      while (at < rows.length && performance.now() < until) {
        const row = rows[at];
        if (row && !known.has(row)) known.set(row, countRow(row, language));
        at += 1;
      }
      if (at < rows.length) next = requestIdleCallback(count, { timeout: 200 });
      else setFigures(sumUp(rows.map((row) => known.get(row) ?? NO_FIGURES)));
    };
    next = requestIdleCallback(count, { timeout: 200 });
    return () => cancelIdleCallback(next);
  }, [rows, language]);
  return figures;
}

function sumUp(all: readonly VersionFigures[]): VersionFigures {
  const sum = { words: 0, filled: 0, agreed: 0, missing: 0 };
  for (const { words, filled, agreed, missing } of all) {
    sum.words += words;
    sum.filled += filled;
    sum.agreed += agreed;
    sum.missing += missing;
  }
  return sum;
}

/** What one row adds to the figures of a version. */
function countRow({ cells }: Row, language: Language): VersionFigures {
  const { paragraphs, status } = cells[language];
  if (paragraphs.length === 0) {
    const missing = LANGUAGES.some((other) => cells[other].paragraphs.length > 0);
    return { ...NO_FIGURES, missing: missing ? 1 : 0 };
  }
  const words = paragraphs.reduce((sum, { text }) => sum + countWords(text), 0);
  return { words, filled: 1, agreed: status === 'agreed' ? 1 : 0, missing: 0 };
}

export function useRowCriteria(): RowCriteria {
  const { rows } = useProject();
  const flags = useShownFlags();
  const checkBelow = useSettingsStore((state) => state.settings.checkBelow);
  const baseline = useBaselineRule();
  // As text, which is the same after an edit: all that is worked out by the criteria then stays as it is.
  const filled = useMemo(() => filledLanguages(rows).join(), [rows]);
  return criteriaOf(flags, filled, checkBelow, baseline);
}

/** The last criteria, and what they were gathered of: each place that asks gets the same. */
let gathered: { readonly of: readonly unknown[]; readonly criteria: RowCriteria } | null = null;

function criteriaOf(
  flags: readonly Flag[],
  filled: string,
  checkBelow: number,
  baseline: BaselineRule,
): RowCriteria {
  const of = [flags, filled, checkBelow, baseline];
  if (gathered && of.every((each, n) => each === gathered?.of[n])) return gathered.criteria;
  const languages = LANGUAGES.filter((language) => filled.includes(language));
  const criteria = gatherCriteria(flags, languages, checkBelow, baseline, gathered?.criteria);
  gathered = { of, criteria };
  return criteria;
}

/** The same, with the flag that is being written among the flags: its words are marked in the texts. */
export function useDraftCriteria(): RowCriteria {
  const flags = useShownFlags();
  const criteria = useRowCriteria();
  const draft = useViewStore((state) => state.flagDraft);
  return useMemo(() => {
    if (!draft) return criteria;
    const { flagId, ...content } = draft;
    const shown = { ...content, id: 'draft', status: 'open', author: '', time: 0, thread: [] } as const;
    const others = flags.filter((flag) => flag.id !== flagId);
    const { languages, checkBelow, baseline } = criteria;
    return gatherCriteria([...others, shown], languages, checkBelow, baseline, criteria);
  }, [flags, criteria, draft]);
}

/** A row that is shown, with its position in the project (from 0). */
export interface ShownRow {
  readonly row: Row;
  readonly index: number;
}

/** No rows, while nobody asks where something is found: what is shown then stays the same. */
const NO_ROWS: FoundRows = new Set<string>();

/** The rows the filter lets through. The row a person is on stays, so that it cannot vanish under their hands. */
export function useShownRows(): readonly ShownRow[] {
  const { rows } = useProject();
  const criteria = useRowCriteria();
  const filter = useViewStore((state) => state.filter);
  const heldRowId = useViewStore((state) =>
    state.filter === 'all' ? null : (state.selected?.rowId ?? null),
  );
  const found = useFindingsStore(({ open }) => (filter === 'found' ? open : NO_ROWS));
  return useMemo(
    () => listShownRows(rows, filter, heldRowId, criteria, found),
    [rows, filter, heldRowId, criteria, found],
  );
}

/** Narrows the rows; a person who is on a row that is not shown goes to the first that is. */
export function chooseFilter(filter: RowFilter): void {
  const { project } = useProjectStore.getState();
  const { selected } = useViewStore.getState();
  setView({ filter, editing: null });
  if (!project || filter === 'all') return;
  const criteria = criteriaNow(project);
  const { open } = useFindingsStore.getState();
  const passing = project.rows.filter((row) => passesFilter(row, filter, criteria, open));
  if (passing.some((row) => row.id === selected?.rowId)) return;
  const [first] = passing;
  const columns = visibleColumns(useSettingsStore.getState().settings);
  const language = selected?.language ?? columns[0] ?? 'ru';
  const paragraphId = first?.cells[language].paragraphs[0]?.id ?? null;
  setView({ selected: first ? { rowId: first.id, language, paragraphId } : null });
}

/** The rows that are shown at this moment. */
export function shownRowsNow(): readonly ShownRow[] {
  const { project } = useProjectStore.getState();
  const { filter, selected } = useViewStore.getState();
  if (!project) return [];
  const { open } = useFindingsStore.getState();
  return listShownRows(project.rows, filter, selected?.rowId ?? null, criteriaNow(project), open);
}

/** What rows are judged by at this moment. */
export function criteriaNow(project: Project): RowCriteria {
  return criteriaOf(
    shownFlagsNow(project),
    filledLanguages(project.rows).join(),
    useSettingsStore.getState().settings.checkBelow,
    baselineRuleNow(),
  );
}

function listShownRows(
  rows: readonly Row[],
  filter: RowFilter,
  heldRowId: string | null,
  criteria: RowCriteria,
  found: FoundRows,
): readonly ShownRow[] {
  return rows
    .map((row, index) => ({ row, index }))
    .filter(({ row }) => row.id === heldRowId || passesFilter(row, filter, criteria, found));
}

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
