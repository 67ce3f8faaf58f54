import { basename, extname } from 'node:path';
import { readGlossary } from '../../shared/align/glossary';
import { GLOSSARY_LENGTH } from '../../shared/contract/settings';
import { readGlossaryCsv } from '../../shared/glossary/csv';
import { readTbx } from '../../shared/glossary/tbx';
import { linesOf, termsOf, type Term } from '../../shared/glossary/term';
import { fail, ok, type Result } from '../../shared/model/failure';
import { decodeText } from '../import/decode-text';
import { loadFile } from '../import/load-file';
import { plainName } from '../import/plain-name';

/** The largest file that is read, in megabytes: what a glossary can hold, told in the words of TBX. */
const MOST_MEGABYTES = 20;

/** A line or a row takes far less than the XML around a term. */
const MOST_MEGABYTES_PLAIN = 5;

/**
 * The terms of a file as lines `ru | ky | en`: of TBX, of CSV, or of plain lines like these.
 *
 * @returns or `glossaryTooLong`, before memory is filled with terms; `fileDamaged`, `fileNoText` and what
 * main/import/load-file.ts fails with
 */
export async function readGlossaryFile(path: string): Promise<Result<readonly string[]>> {
  const extension = extname(path).toLowerCase();
  const megabytes = extension === '.tbx' ? MOST_MEGABYTES : MOST_MEGABYTES_PLAIN;
  const file = plainName(basename(path));
  const tooLong = fail('glossaryTooLong', { file, limit: GLOSSARY_LENGTH, megabytes });
  const loaded = await loadFile(path);
  if (!loaded.ok) return loaded.failure.code === 'fileTooLarge' ? tooLong : loaded;
  const { bytes } = loaded.value;
  if (bytes.length > megabytes * 2 ** 20) return tooLong;
  const text = decodeText(bytes)?.text;
  const terms = text === undefined ? null : readTerms(text, extension);
  if (!terms) return fail('fileDamaged', { file });
  if (terms.length === 0) return fail('fileNoText', { file });
  const lines = linesOf(terms);
  return lines.join('\n').length > GLOSSARY_LENGTH ? tooLong : ok(lines);
}

function readTerms(text: string, extension: string): readonly Term[] | null {
  if (extension === '.tbx') return readTbx(text);
  return extension === '.csv' ? readGlossaryCsv(text) : termsOf(readGlossary(text).terms);
}
