import type { FindingsByRow } from '../../../shared/checks/engine/found-between';
import type { Language } from '../../../shared/model/language';
import { isThere } from '../../../shared/model/paragraph';
import { isToAgree } from '../../../shared/model/readiness';
import type { Row } from '../../../shared/model/row';
import { openMatters } from '../matters/row-matters';
import { needsAlignmentCheck, type RowCriteria } from './row-filters';

/** Why rows are left out when all others are agreed, in the order in which they are told. */
export const LEFT_OUT = ['findings', 'flags', 'suggestions', 'stale', 'missing', 'alignment'] as const;

/** Rows that are not agreed: those with nothing open, and how many are left out, in all and for each reason. */
export interface RowsToAgree {
  readonly ready: readonly string[];
  readonly leftOut: number;
  readonly why: Readonly<Record<(typeof LEFT_OUT)[number], number>>;
}

/** Sorts the rows that are not agreed in these languages; a row with two matters open counts for both. */
export function rowsToAgree(
  rows: readonly Row[],
  languages: readonly Language[],
  criteria: RowCriteria,
  found: FindingsByRow,
): RowsToAgree {
  const ready: string[] = [];
  const why = { findings: 0, flags: 0, suggestions: 0, stale: 0, missing: 0, alignment: 0 };
  let leftOut = 0;
  for (const row of rows) {
    if (!isToAgree(row, languages)) continue;
    const kinds = new Set(openMatters(row, languages, criteria, found).map(({ kind }) => kind));
    const open = {
      findings: kinds.has('finding'),
      flags: kinds.has('flag'),
      suggestions: kinds.has('change'),
      stale: kinds.has('stale'),
      missing: isAnyMissing(row, languages, criteria),
      alignment: needsAlignmentCheck(row, criteria),
    };
    const reasons = LEFT_OUT.filter((reason) => open[reason]);
    for (const reason of reasons) why[reason] += 1;
    if (reasons.length === 0) ready.push(row.id);
    else leftOut += 1;
  }
  return { ready, leftOut, why };
}

/** Whether a version that has texts elsewhere has none in a row. */
function isAnyMissing({ cells }: Row, languages: readonly Language[], criteria: RowCriteria): boolean {
  return languages.some(
    (language) => criteria.languages.includes(language) && !cells[language].paragraphs.some(isThere),
  );
}

/** Whether a row has texts in these languages, all of them agreed, and is known to be one. */
export function isRowAgreed(row: Row, languages: readonly Language[]): boolean {
  const isFilled = languages.some((language) => row.cells[language].paragraphs.length > 0);
  return isFilled && row.confirmed && !isToAgree(row, languages);
}
