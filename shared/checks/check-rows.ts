import { perLanguage } from '../model/language';
import type { Row } from '../model/row';
import type { Check, CheckContext, CheckedRow } from './check';
import type { Finding, FindingSpan, Report } from './finding';

/** Checks the rows of an article, again and again: what has not changed since is not looked at anew. */
export type Checker = (rows: readonly Row[]) => readonly Finding[];

/**
 * A checker with these checks. Findings come in the order of rows, then of checks. Rows are told apart by identity,
 * so they have to be replaced when they change, as commands and patches do.
 */
export function makeChecker(checks: readonly Check[], context: CheckContext): Checker {
  const seen = new WeakMap<Row, { readonly row: CheckedRow; readonly found: readonly Found[] }>();
  const look = (row: Row): { readonly row: CheckedRow; readonly found: readonly Found[] } => {
    const before = seen.get(row);
    if (before) return before;
    const checked = checkedRow(row);
    const found = checks.flatMap((check) =>
      check.scope === 'row' ? check.find(checked, context).map((report) => ({ check, report })) : [],
    );
    const looked = { row: checked, found };
    seen.set(row, looked);
    return looked;
  };
  return (rows) => {
    const looked = rows.map(look);
    const article = looked.map(({ row }) => row);
    const byRow = new Map(looked.map(({ row, found }) => [row.rowId, [...found]]));
    const places = placesOf(article);
    for (const check of checks) {
      if (check.scope === 'row') continue;
      for (const report of check.find(article, context)) {
        const rowId = places.get(report.spans[0]?.paragraphId ?? '')?.rowId;
        if (rowId !== undefined) byRow.get(rowId)?.push({ check, report });
      }
    }
    const quote = ({ paragraphId, start, end }: FindingSpan): string =>
      places.get(paragraphId)?.text.slice(start, end) ?? '';
    return [...byRow].flatMap(([rowId, found]) => nameFindings(rowId, found, quote));
  };
}

interface Found {
  readonly check: Check;
  readonly report: Report;
}

function checkedRow(row: Row): CheckedRow {
  return {
    rowId: row.id,
    confidence: row.confirmed ? 1 : row.confidence,
    compared: perLanguage((language) => {
      const { paragraphs } = row.cells[language];
      return paragraphs.some(({ adapted }) => adapted) ? [] : paragraphs;
    }),
    all: perLanguage((language) => row.cells[language].paragraphs),
  };
}

function placesOf(
  rows: readonly CheckedRow[],
): ReadonlyMap<string, { readonly rowId: string; readonly text: string }> {
  return new Map(
    rows.flatMap(({ rowId, all }) =>
      Object.values(all).flatMap((paragraphs) =>
        paragraphs.map(({ id, text }): [string, { rowId: string; text: string }] => [id, { rowId, text }]),
      ),
    ),
  );
}

function nameFindings(
  rowId: string,
  found: readonly Found[],
  quote: (span: FindingSpan) => string,
): readonly Finding[] {
  const times = new Map<string, number>();
  return found.map(({ check, report }) => {
    const { message, params = {}, severity = check.severity, spans, fixes = [] } = report;
    const about = spans.map((span) => [span.language, span.paragraphId, quote(span)]);
    const said = JSON.stringify([check.id, message, params, about]);
    const time = times.get(said) ?? 0;
    times.set(said, time + 1);
    const key = time === 0 ? said : `${said} ${time + 1}`;
    return { key, check: check.id, severity, rowId, message, params, spans, fixes };
  });
}
