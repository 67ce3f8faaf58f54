import type { FindingsByRow } from '../../../shared/checks/engine/found-between';
import type { Language } from '../../../shared/model/language';
import { countAgreed, type Progress } from '../../../shared/model/readiness';
import type { Row } from '../../../shared/model/row';
import { criteriaNow } from './criteria';
import { findingsStore } from '../matters/findings-store';
import { projectStore } from '../project/project-store';
import { needsAlignmentCheck, rowFlags, type RowCriteria } from './row-filters';
import { columnsNow } from '../settings/settings-store';

/** The way of an article from the import to the export, in order. */
export const STEPS = ['align', 'findings', 'suggestions', 'flags', 'agree', 'export'] as const;

export type NextStep = (typeof STEPS)[number];

/** How far an article has come on its way; rows and those agreed count in the columns that are shown. */
export interface WayAhead extends Progress {
  /** Rows of which the alignment is to be checked. */
  readonly toAlign: number;
  /** Open findings in the columns that are shown; null while the checks have not come to an end for the first time. */
  readonly findings: number | null;
  /** Paragraphs with a suggestion to be decided on, in the columns that are shown. */
  readonly suggestions: number;
  /** Open flags. */
  readonly flags: number;
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
  let [toAlign, findings, suggestions] = [0, 0, 0];
  for (const row of rows) {
    if (needsAlignmentCheck(row, criteria)) toAlign += 1;
    for (const { spans } of found.get(row.id) ?? [])
      if (spans[0] && columns.includes(spans[0].language)) findings += 1;
    for (const language of columns)
      suggestions += row.cells[language].paragraphs.filter(({ pending }) => pending).length;
    for (const { id, status } of rowFlags(row, criteria)) if (status === 'open') flags.add(id);
  }
  const counts = {
    toAlign,
    findings: isChecked ? findings : null,
    suggestions,
    flags: flags.size,
    ...countAgreed(rows, columns),
  };
  return { ...counts, next: nextOf(STEPS, counts) };
}

/** The first of some steps that is not done. */
export function nextOf(steps: readonly NextStep[], ahead: Omit<WayAhead, 'next'>): NextStep {
  return steps.find((step) => !isDone(step, ahead)) ?? 'export';
}

/** Whether nothing is left to be done of a step. The export is never done: it can be done again. */
export function isDone(step: NextStep, ahead: Omit<WayAhead, 'next'>): boolean {
  switch (step) {
    case 'align':
      return ahead.toAlign === 0;
    case 'findings':
      return ahead.findings === 0;
    case 'suggestions':
      return ahead.suggestions === 0;
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
