import type { FindingsByRow } from '../../shared/checks/engine/found-between';
import type { Language } from '../../shared/model/language';
import type { Row } from '../../shared/model/row';
import { criteriaNow } from './criteria';
import { findingsStore } from './findings-store';
import { isToAgree } from './open-things';
import { projectStore } from './project-store';
import { needsAlignmentCheck, rowFlags, type RowCriteria } from './row-filters';
import { columnsNow } from './settings-store';

/** The way of an article from the import to the export, in order. */
export const STEPS = ['align', 'findings', 'flags', 'agree', 'export'] as const;

export type NextStep = (typeof STEPS)[number];

/** How far an article has come on its way. */
export interface WayAhead {
  /** Rows of which the alignment is to be checked. */
  readonly toAlign: number;
  /** Open findings in the columns that are shown; null while the checks have not come to an end for the first time. */
  readonly findings: number | null;
  /** Open flags. */
  readonly flags: number;
  /** Rows with a text in these columns, and how many of those are agreed. */
  readonly rows: number;
  readonly agreed: number;
  /** What comes next: the first step that is not done. */
  readonly next: NextStep;
}

/** Works out how far an article has come in the columns that are shown. */
export function lookAhead(
  rows: readonly Row[],
  columns: readonly Language[],
  criteria: RowCriteria,
  found: FindingsByRow,
  isChecked: boolean,
): WayAhead {
  const flags = new Set<string>();
  let [toAlign, findings, filled, agreed] = [0, 0, 0, 0];
  for (const row of rows) {
    if (needsAlignmentCheck(row, criteria)) toAlign += 1;
    for (const { spans } of found.get(row.id) ?? [])
      if (spans[0] && columns.includes(spans[0].language)) findings += 1;
    for (const { id, status } of rowFlags(row, criteria)) if (status === 'open') flags.add(id);
    if (columns.every((language) => row.cells[language].paragraphs.length === 0)) continue;
    filled += 1;
    if (!isToAgree(row, columns)) agreed += 1;
  }
  const counts = { toAlign, findings: isChecked ? findings : null, flags: flags.size, rows: filled, agreed };
  return { ...counts, next: STEPS.find((step) => !isDone(step, counts)) ?? 'export' };
}

/** Whether nothing is left to be done of a step. The export is never done: it can be done again. */
export function isDone(step: NextStep, ahead: Omit<WayAhead, 'next'>): boolean {
  switch (step) {
    case 'align':
      return ahead.toAlign === 0;
    case 'findings':
      return ahead.findings === 0;
    case 'flags':
      return ahead.flags === 0;
    case 'agree':
      return ahead.agreed === ahead.rows;
    case 'export':
      return false;
  }
}

/** How far the open article has come at this moment; null while none is open. */
export function lookAheadNow(): WayAhead | null {
  const { project } = projectStore.getState();
  const { open, progress } = findingsStore.getState();
  if (!project) return null;
  return lookAhead(project.rows, columnsNow(), criteriaNow(project), open, progress !== 'waiting');
}
