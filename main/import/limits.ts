/** The largest file that is read, in megabytes of 1,048,576 bytes: no article comes near it. */
export const IMPORT_LIMIT_MB = 50;

export const IMPORT_LIMIT_BYTES = IMPORT_LIMIT_MB * 1024 * 1024;

/** What a file dialog offers; other files are told apart by their content. */
export const IMPORT_EXTENSIONS = ['docx', 'html', 'htm', 'md', 'markdown', 'txt'] as const;
