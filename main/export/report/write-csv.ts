import type { ReviewReport } from '../../../shared/report/review-report';
import { writeCsv } from '../csv';
import { inertText } from './inert-text';
import type { ReportWords } from './report-words';
import { wholeSheet, type Value } from './tables';

/** Writes flags and findings as one table. */
export function writeReportCsv(report: ReviewReport, words: ReportWords): string {
  const { columns, rows } = wholeSheet(report, words);
  const head = columns.map(({ name }) => inertText(name));
  return writeCsv([head, ...rows.map((row) => row.map(tell))]);
}

function tell(value: Value): string {
  if (value === null) return '';
  return inertText(value instanceof Date ? value.toISOString() : String(value));
}
