import { countedNotices, type ImportedDocument } from '../../shared/model/imported-document';
import { fail, type Result } from '../../shared/model/failure';
import { countUnreadable, replaceLoneSurrogates } from './decode-text';
import { PASTED } from './formats';
import { ungarble } from './garbled';
import { readHtml } from './html/read-html';
import { PAGE_LIMIT_MB } from './limits';
import { makeDocument } from './read-document';
import type { ReadBlocks } from './read-blocks';
import { readParts } from './read-parts';
import { readTxt } from './txt/read-txt';

/**
 * Reads what was pasted: its HTML, which knows roles and marks, where there is any, else its plain text.
 *
 * @returns or `fileTooLarge`, `fileEmpty`, `fileNoText`, `fileTooDeep`, `fileTooManyParts`; `file` is empty
 */
export async function readPastedText(text: string, html: string | null): Promise<Result<ImportedDocument>> {
  const { text: source, repaired } = ungarble(replaceLoneSurrogates(html || text));
  const bytes = Buffer.from(source);
  if (bytes.length > PAGE_LIMIT_MB * 2 ** 20) return fail('fileTooLarge', { file: '', limit: PAGE_LIMIT_MB });
  if (bytes.length === 0) return fail('fileEmpty', { file: '' });
  const read: Result<ReadBlocks> = html ? readHtml(source, '', 'clipboard') : readParts(source, '', readTxt);
  if (!read.ok) return read;
  // Some programs put a picture of the text, or nothing, into the HTML of the clipboard.
  if (html && read.value.blocks.length === 0 && text.trim() !== '') return readPastedText(text, null);
  const notices = countedNotices({
    undecodableCharacters: countUnreadable(source),
    garbledRepaired: repaired,
  });
  return makeDocument('', { format: PASTED, encoding: '' }, bytes, {
    ...read.value,
    notices: [...notices, ...read.value.notices],
  });
}
