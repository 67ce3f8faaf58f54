import type { PlainReportFormat } from '../../../shared/contract/formats';
import { assertNever } from '../../../shared/model/assert-never';
import type { InterfaceLanguage } from '../../../shared/interface/languages';
import type { ReviewReport } from '../../../shared/report/review-report';
import { writeReportPage } from './html/write-page';
import { ReportWords } from './report-words';
import { writeReportCsv } from './write-csv';

/** Writes a report in a format and a language; text formats are UTF-8. */
export async function writeReport(
  report: ReviewReport,
  format: PlainReportFormat,
  language: InterfaceLanguage,
): Promise<Uint8Array> {
  const words = new ReportWords(language, report.typology);
  switch (format) {
    case 'html':
      return Buffer.from(writeReportPage(report, words));
    case 'csv':
      return Buffer.from(writeReportCsv(report, words));
    case 'docx':
      return (await import('./write-docx')).writeReportDocx(report, words);
    case 'xlsx':
      return (await import('./write-xlsx')).writeReportXlsx(report, words);
    default:
      return assertNever(format);
  }
}
