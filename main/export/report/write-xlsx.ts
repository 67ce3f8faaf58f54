import writeExcelFile, { type Cell, type Sheet as ExcelSheet } from 'write-excel-file/node';
import type { ReviewReport } from '../../../shared/report/review-report';
import { inertText } from './inert-text';
import type { ReportWords } from './report-words';
import { findingSheet, flagSheet, scoreSheet, type Sheet, type Value } from './tables';

/** Excel refuses a file with a longer cell. */
const LONGEST = 32_000;

/** Writes a workbook with a sheet for the flags, one for the scores and one for the findings. */
export async function writeReportXlsx(report: ReviewReport, words: ReportWords): Promise<Uint8Array> {
  const sheets = [
    flagSheet(report, words),
    ...(report.versions.some(({ score }) => score) ? [scoreSheet(report, words)] : []),
    ...(report.findings === null ? [] : [findingSheet(report, words)]),
  ];
  return writeExcelFile(sheets.map(writeSheet)).toBuffer();
}

function writeSheet({ name, columns, rows }: Sheet): ExcelSheet<never> {
  const head = columns.map((column): Cell => ({
    value: inertText(column.name),
    type: String,
    fontWeight: 'bold',
    wrap: true,
    alignVertical: 'top',
  }));
  return {
    sheet: name,
    data: [head, ...rows.map((row) => row.map(writeCell))],
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape',
  };
}

/** Text is told to be text: what begins with "=" is none the less no formula. */
function writeCell(value: Value): Cell {
  const look = { alignVertical: 'top', wrap: true } as const;
  if (value === null || value === '') return null;
  if (value instanceof Date) return { ...look, value, type: Date, format: 'yyyy-mm-dd hh:mm' };
  if (typeof value === 'number') return { ...look, value, type: Number };
  return { ...look, value: inertText(value.slice(0, LONGEST)), type: String };
}
