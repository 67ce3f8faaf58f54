import { createHash } from 'node:crypto';
import { hasText, type ImportedDocument, type Notice } from '../../shared/model/imported-document';
import { fail, ok, type Result } from '../../shared/model/failure';
import { IMPORT_LIMIT_MB, MB, MOST_FLAGS } from '../../shared/model/limits';
import { decodeText } from './decode-text';
import { detectLanguage } from './detect-language';
import { readDocx } from './docx/read-docx';
import { foreignFormat, textFormat } from './file-format';
import { hasMore } from './has-more';
import { readHtml } from './html/read-html';
import { MOST_PARAGRAPHS, MOST_PARTS, PAGE_LIMIT_MB, TEXT_LIMIT_MB } from './limits';
import { readMd } from './md/read-md';
import { partBlocks } from './part-blocks';
import { plainName } from './plain-name';
import type { ReadBlocks } from './read-blocks';
import { readTxt } from './txt/read-txt';

/**
 * Reads a file of any format Triptych knows. What the file is decides its content first, its name second: a
 * renamed file is read as what it is.
 *
 * @returns or `fileTooLarge` (with `limit` in megabytes), `fileEmpty`, `fileWrongType` (with `found`: what it is
 * instead), `fileNoText`, `fileTooDeep`, `fileTooManyParts` and what main/import/docx/read-docx.ts fails with; all with `file`
 */
export async function readDocument({
  fileName: givenName,
  bytes,
}: {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}): Promise<Result<ImportedDocument>> {
  const fileName = plainName(givenName);
  const file = fileName;
  if (bytes.length > IMPORT_LIMIT_MB * MB) return fail('fileTooLarge', { file, limit: IMPORT_LIMIT_MB });
  if (bytes.length === 0) return fail('fileEmpty', { file });
  const found = foreignFormat(bytes);
  if (found === 'DOCX') {
    const docx = await readDocx(bytes, fileName);
    return docx.ok ? makeDocument(fileName, 'docx', '', bytes, docx.value) : docx;
  }
  if (found) return fail('fileWrongType', { file, found });

  if (bytes.length > PAGE_LIMIT_MB * 2 ** 20) return fail('fileTooLarge', { file, limit: PAGE_LIMIT_MB });
  const decoded = decodeText(bytes, declaredEncoding(bytes));
  // What calls itself a Word document and is neither that nor anything else is most likely a broken one.
  if (!decoded && /\.docx$/i.test(fileName)) return fail('fileDamaged', { file });
  if (!decoded) return fail('fileWrongType', { file, found: 'binary' });
  const format = textFormat(decoded.text, fileName);
  if (format === 'other') return fail('fileWrongType', { file, found: 'MHTML' });
  if (format !== 'html' && bytes.length > TEXT_LIMIT_MB * 2 ** 20)
    return fail('fileTooLarge', { file, limit: TEXT_LIMIT_MB });
  const read = readText(decoded.text, format, fileName);
  if (!read.ok) return read;
  const notices: readonly Notice[] =
    decoded.undecodable > 0 ? [{ code: 'undecodableCharacters', count: decoded.undecodable }] : [];
  return makeDocument(fileName, format, decoded.encoding, bytes, {
    ...read.value,
    notices: [...notices, ...read.value.notices],
  });
}

function readText(text: string, format: 'html' | 'md' | 'txt', file: string): Result<ReadBlocks> {
  if (format === 'html') return readHtml(text, file);
  return format === 'md' ? readParts(text, file, readMd, MD_PARTS) : readParts(text, file, readTxt);
}

/** Signs of Markdown that may pair with any other of their kind. */
const MD_PARTS = /\r\n?|[\n*_[\]`~]/g;

/** Has a text read unless it is in too many parts. */
export function readParts(
  text: string,
  file: string,
  read: (source: string) => ReadBlocks,
  pattern = /\r\n?|\n/g,
): Result<ReadBlocks> {
  if (hasMore(text, pattern, MOST_PARTS)) return fail('fileTooManyParts', { file, limit: MOST_PARTS });
  return ok(read(text));
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
  format: ImportedDocument['format'],
  encoding: string,
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
  const hash = createHash('sha256').update(bytes).digest('hex');
  return ok({ fileName, format, encoding, hash, language, blocks, notices });
}
