/** What a version can be written as, in the order in which people see it; the ending of the file's name too. */
export const EXPORT_FORMATS = ['docx', 'odt', 'html', 'md', 'txt'] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What a version can be written as in the window and on the command line: the formats, and the file it came from. */
export const VERSION_FORMATS = [...EXPORT_FORMATS, 'original'] as const;

export type VersionFormat = (typeof VERSION_FORMATS)[number];

/** What a report can be written as, likewise. */
export const REPORT_FORMATS = ['html', 'pdf', 'docx', 'csv', 'xlsx'] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** A PDF is printed by the browser in the window; the others need none. */
export type PlainReportFormat = Exclude<ReportFormat, 'pdf'>;

export const PLAIN_REPORT_FORMATS = REPORT_FORMATS.filter((format) => format !== 'pdf');
