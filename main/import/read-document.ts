import { createHash } from 'node:crypto';
import { hasText, type ImportedDocument, countedNotices } from '../../shared/model/imported-document';
import { fail, ok, type Result } from '../../shared/model/failure';
import { IMPORT_LIMIT_MB, MB, MOST_FLAGS, ORIGINAL_LIMIT_MB } from '../../shared/model/limits';
import { decodeText } from './decode-text';
import { detectLanguage } from './detect-language';
import { tableColumns } from './columns/describe-columns';
import type { FileToRead } from './file-to-read';
import { binaryFormat, claimsBinary, hasColumns, isLayout, textFormat } from './formats';
import { countGarbled, ungarble } from './garbled';
import { MOST_PARAGRAPHS, PAGE_LIMIT_MB } from './limits';
import { isMail, refuseKind } from './other-kinds';
import { partBlocks } from './part-blocks';
import { withFilesBeside } from './pictures/files-beside';
import { PictureShelf } from './pictures/picture-shelf';
import { plainName } from './plain-name';
import type { ReadBlocks } from './read-blocks';
import { signatureOf } from './signature';
import { openZippedPage } from './zip/zipped-page';

/**
 * Reads a file of any format Triptych knows. What the file is decides its content first, its name second: a
 * renamed file is read as what it is.
 *
 * @returns or `fileTooLarge` (with `limit` in megabytes), `fileEmpty`, `fileWrongType` (with `found`: what it is
 * instead), `filePdf`, `filePicture`, `fileOldWord`, `fileLocked`, `fileSpreadsheet`, `fileMail`, `fileArchive`, `fileSeveralPages`, `fileNoText`, `fileNoColumns`, `fileTooDeep`, `fileTooManyParts` and what the reader of the format fails with; all with `file`
 */
export async function readDocument(
  { fileName: givenName, bytes, folder, convertedFrom }: FileToRead,
  shelf = new PictureShelf(),
): Promise<Result<ImportedDocument>> {
  const fileName = plainName(givenName);
  const file = fileName;
  if (bytes.length > IMPORT_LIMIT_MB * MB) return fail('fileTooLarge', { file, limit: IMPORT_LIMIT_MB });
  if (bytes.length === 0) return fail('fileEmpty', { file });
  const found = signatureOf(bytes);
  if (found === null) {
    const read = await readTextFile(fileName, bytes, fileName, shelf);
    if (!read.ok) return read;
    return makeDocument(fileName, read.value, bytes, await withFilesBeside(read.value.read, folder, shelf));
  }
  if (found === 'ZIP') {
    const page = await openZippedPage(bytes, file);
    if (!page.ok) return page;
    const read = await readTextFile(page.value.fileName, page.value.bytes, fileName, shelf);
    if (!read.ok) return read;
    const whole = await page.value.withFilesInside(read.value.read, shelf);
    return makeDocument(fileName, { ...read.value, isPart: true }, bytes, whole);
  }
  const format = binaryFormat(found);
  if (!format) return refuseKind(file, found);
  const read = await format.read(bytes, fileName, shelf);
  if (!read.ok) return read;
  const told = countedNotices({ converted: convertedFrom ? 1 : 0 });
  const notices = [...told, ...read.value.notices];
  return makeDocument(fileName, { format: format.id, encoding: '' }, bytes, { ...read.value, notices });
}

/** How a text was read. */
interface ReadAs {
  readonly format: ImportedDocument['format'];
  readonly encoding: string;
  /** Whether it is only a part of its file, which is then not kept to be written back. */
  readonly isPart?: boolean;
}

/**
 * Reads what is no archive and no other kind of bytes.
 *
 * @param name tells the format where the text does not
 * @param file is named in failures
 */
async function readTextFile(
  name: string,
  bytes: Uint8Array,
  file: string,
  shelf: PictureShelf,
): Promise<Result<ReadAs & { readonly read: ReadBlocks }>> {
  if (bytes.length > PAGE_LIMIT_MB * MB) return fail('fileTooLarge', { file, limit: PAGE_LIMIT_MB });
  const decoded = decodeText(bytes, declaredEncoding(bytes));
  // What calls itself a Word document and is neither that nor anything else is most likely a broken one.
  if (!decoded && claimsBinary(name)) return fail('fileDamaged', { file });
  if (!decoded) return fail('fileWrongType', { file, found: 'binary' });
  if (isMail(decoded.text.slice(0, 4096))) return refuseKind(file, 'MAIL');
  const format = textFormat(decoded.text, name);
  if (!format) return fail('fileWrongType', { file, found: 'MHTML' });
  if (bytes.length > format.limit * MB) return fail('fileTooLarge', { file, limit: format.limit });
  const { text, repaired } = ungarble(decoded.text);
  const parsed = await format.read(text, file, shelf);
  if (!parsed.ok) return parsed;
  const notices = countedNotices({ undecodableCharacters: decoded.undecodable, garbledRepaired: repaired });
  const read = { ...parsed.value, notices: [...notices, ...parsed.value.notices] };
  return ok({ format: format.id, encoding: decoded.encoding, read });
}

/** The encoding a page names in its first kilobyte, where the HTML standard has browsers look for it. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w:-]+)/i.exec(head)?.[1] ?? null;
}

/**
 * Puts together what is told of a file before a person has looked at it; `fileNoText` when it holds no text,
 * `fileTooManyParts` when it holds more than anybody could review.
 */
export function makeDocument(
  fileName: string,
  { format, encoding, isPart = false }: ReadAs,
  bytes: Uint8Array,
  read: ReadBlocks,
): Result<ImportedDocument> {
  if (!read.blocks.some(hasText)) return fail('fileNoText', { file: fileName });
  const article = read.blocks.filter(({ included }) => included).map(({ block }) => block.text);
  const language = detectLanguage(article.join('\n'));
  const { blocks, notices } = partBlocks(read, language ?? 'en');
  if (blocks.length > MOST_PARAGRAPHS)
    return fail('fileTooManyParts', { file: fileName, limit: MOST_PARAGRAPHS });
  if (blocks.reduce((sum, { comments }) => sum + comments.length, 0) > MOST_FLAGS)
    return fail('fileTooManyParts', { file: fileName, limit: MOST_FLAGS });
  const columns =
    read.columns ?? (hasColumns(format) ? tableColumns(blocks.map(({ block }) => block)) : undefined);
  const hash = createHash('sha256').update(bytes).digest('hex');
  const isLayoutFile = isLayout(format) && !isPart && !read.isPart;
  const isKept = isLayoutFile && bytes.length <= ORIGINAL_LIMIT_MB * MB;
  const more = countedNotices({
    picturesElsewhere: blocks.filter(({ block, included }) => included && block.picture?.hash === null)
      .length,
    struckOut: blocks
      .filter(({ included }) => included)
      .reduce((sum, { block }) => sum + block.marks.filter(({ type }) => type === 'strike').length, 0),
    garbled: countGarbled(blocks.map(({ block }) => block.text)),
    originalTooLarge: isLayoutFile && !isKept ? Math.ceil(bytes.length / MB) : 0,
  });
  return ok({
    fileName,
    format,
    encoding,
    hash,
    ...(isKept && { isKept }),
    ...(read.madeFrom !== undefined && { madeFrom: read.madeFrom }),
    language,
    blocks,
    ...(columns && { columns }),
    notices: [...notices, ...more],
  });
}
