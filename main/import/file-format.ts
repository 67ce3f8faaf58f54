/** How files begin that are no text: what they are, and their first bytes (in Latin-1). */
const BEGINNINGS: readonly (readonly [format: string, pattern: RegExp])[] = [
  ['PDF', /^\s*%PDF-/],
  ['RTF', /^\s*\{\\rtf/],
  ['DOC', /^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/],
  ['PNG', /^\x89PNG/],
  ['JPEG', /^\xff\xd8\xff/],
  ['GIF', /^GIF8/],
  ['WEBP', /^RIFF[^]{4}WEBP/],
  ['TIFF', /^(II\*\0|MM\0\*)/],
  ['SQLite', /^SQLite format 3\0/],
  ['GZIP', /^\x1f\x8b/],
  ['RAR', /^Rar!/],
  ['7Z', /^7z\xbc\xaf/],
];

/** What a zip archive is, by the names of the files in it. */
const ARCHIVES: readonly (readonly [format: string, pattern: RegExp])[] = [
  ['DOCX', /word\//],
  ['XLSX', /xl\/workbook/],
  ['PPTX', /ppt\/presentation/],
  ['ODT', /opendocument\.text/],
  ['EPUB', /application\/epub/],
];

/** The format of a file that is no plain text, as its usual abbreviation; null when it may be text. */
export function foreignFormat(bytes: Uint8Array): string | null {
  const head = latin1(bytes.subarray(0, 4096));
  if (!head.startsWith('PK\x03\x04'))
    return BEGINNINGS.find(([, pattern]) => pattern.test(head))?.[0] ?? null;
  // The directory of an archive is at its end.
  const names = head + latin1(bytes.subarray(-65_536));
  return ARCHIVES.find(([, pattern]) => pattern.test(names))?.[0] ?? 'ZIP';
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

/** How to read a text: by the tags it begins with, else by its name, else as plain text; "other" for a web archive. */
export function textFormat(text: string, fileName: string): 'html' | 'md' | 'txt' | 'other' {
  const head = text.slice(0, 4096);
  if (/^(From|MIME-Version|Snapshot-Content-Location):[^]*multipart\/related/i.test(head)) return 'other';
  if (/^\s*(<\?xml[^>]*>\s*)?(<!--(?:(?!-->)[^])*-->\s*)*<(!doctype\s+html|html)[\s>]/i.test(head))
    return 'html';
  if (/\.(html?|xhtml)$/i.test(fileName)) return 'html';
  return /\.(md|markdown|mdown)$/i.test(fileName) ? 'md' : 'txt';
}
