import { bareArchive } from './docx/archive';

/** How files begin that are no text: what they are, and their first bytes (in Latin-1). */
const BEGINNINGS = [
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
] as const;

/** What a zip archive is, by the names of the files in it. */
const ARCHIVES = [
  ['DOCX', /word[\\/]/],
  ['XLSX', /xl\/workbook/],
  ['PPTX', /ppt\/presentation/],
  ['ODT', /opendocument\.text/],
  ['EPUB', /application\/epub/],
] as const;

/** What an Office file with a password has in it: Word keeps it in the container of an old .doc. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/** What a file is by its bytes, as its usual abbreviation. */
export type Signature = (typeof BEGINNINGS)[number][0] | (typeof ARCHIVES)[number][0] | 'ZIP' | 'LOCKED';

/** What a file that is no plain text is by its bytes; null when it may be text. */
export function signatureOf(bytes: Uint8Array): Signature | null {
  const known = BEGINNINGS.find(([, pattern]) => pattern.test(latin1(bytes.subarray(0, 4096))))?.[0];
  if (known === 'DOC' && Buffer.from(bytes).includes(ENCRYPTED)) return 'LOCKED';
  if (known) return known;
  const head = latin1(bareArchive(bytes).subarray(0, 4096));
  if (!head.startsWith('PK\x03\x04')) return null;
  // The directory of an archive is at its end.
  const names = head + latin1(bytes.subarray(-65_536));
  return ARCHIVES.find(([, pattern]) => pattern.test(names))?.[0] ?? 'ZIP';
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}
