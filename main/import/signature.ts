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
  ['BMP', /^BM[^]{4}\0{4}/],
  ['HEIC', /^[^]{4}ftyp(heic|heix|mif1|avif)/],
  ['SVG', /^\s*(<\?xml[^>]*>\s*)?(<!--(?:(?!-->)[^])*-->\s*|<!DOCTYPE svg[^>]*>\s*)*<svg[\s>]/i],
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
  ['ODS', /opendocument\.spreadsheet/],
  ['ODP', /opendocument\.presentation/],
  ['ODG', /opendocument\.graphics/],
  ['EPUB', /application\/epub/],
] as const;

/** What else is in the container of an old .doc, by the name of a part of it. */
const CONTAINERS = [
  ['XLS', 'Workbook'],
  ['PPT', 'PowerPoint Document'],
  ['MAIL', '__properties_version1.0'],
] as const;

/** What a file is by its bytes, as its usual abbreviation. */
export type Signature =
  | (typeof BEGINNINGS)[number][0]
  | (typeof ARCHIVES)[number][0]
  | (typeof CONTAINERS)[number][0]
  | 'ZIP'
  | 'LOCKED';

/** What a file that is no plain text is by its bytes; null when it may be text. */
export function signatureOf(bytes: Uint8Array): Signature | null {
  const known = BEGINNINGS.find(([, pattern]) => pattern.test(latin1(bytes.subarray(0, 4096))))?.[0];
  if (known === 'DOC') return kindOfContainer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  // A page may begin with a drawing.
  if (known === 'SVG' && !/<\/svg>\s*$/i.test(latin1(bytes.subarray(-64)))) return null;
  if (known) return known;
  const head = latin1(bareArchive(bytes).subarray(0, 4096));
  if (!head.startsWith('PK\x03\x04')) return null;
  // The directory of an archive is at its end.
  const names = head + latin1(bytes.subarray(-65_536));
  return ARCHIVES.find(([, pattern]) => pattern.test(names))?.[0] ?? 'ZIP';
}

/** What the container is that old Office programs keep everything in: a Word document unless it says otherwise. */
function kindOfContainer(bytes: Buffer): Signature {
  const holds = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage') || isLockedWord(bytes)) return 'LOCKED';
  if (holds('WordDocument')) return 'DOC';
  return CONTAINERS.find(([, name]) => holds(name))?.[0] ?? 'DOC';
}

/** The text of a Word document begins at once, with a sign of its own; the flag among its first is that of a password. */
function isLockedWord(bytes: Buffer): boolean {
  const start = 512;
  return (
    bytes.length > start + 12 &&
    bytes.readUInt16LE(start) === 0xa5ec &&
    (bytes.readUInt16LE(start + 10) & 0x100) !== 0
  );
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}
