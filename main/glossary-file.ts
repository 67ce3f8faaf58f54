import { extname } from 'node:path';
import { readGlossary } from '../shared/align/glossary';
import { readGlossaryCsv } from '../shared/glossary/csv';
import { readTbx } from '../shared/glossary/tbx';
import { linesOf, termsOf, type Term } from '../shared/glossary/term';
import { fail, ok, type Result } from '../shared/model/failure';
import { decodeText } from './import/decode-text';
import { loadFile } from './import/load-file';

/** The terms of a file as lines `ru | ky | en`: of TBX, of CSV, or of plain lines like these. */
export async function readGlossaryFile(path: string): Promise<Result<readonly string[]>> {
  const loaded = await loadFile(path);
  if (!loaded.ok) return loaded;
  const text = decodeText(loaded.value.bytes)?.text;
  const terms = text === undefined ? null : readTerms(text, extname(path).toLowerCase());
  if (!terms) return fail('fileDamaged', { file: loaded.value.fileName });
  return terms.length > 0 ? ok(linesOf(terms)) : fail('fileNoText', { file: loaded.value.fileName });
}

function readTerms(text: string, extension: string): readonly Term[] | null {
  if (extension === '.tbx') return readTbx(text);
  return extension === '.csv' ? readGlossaryCsv(text) : termsOf(readGlossary(text).terms);
}
