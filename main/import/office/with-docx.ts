import { fail, ok, type Result } from '../../../shared/model/failure';
import { IMPORT_LIMIT_MB, MB } from '../../../shared/model/limits';
import type { Job } from '../../system/job';
import { plainName } from '../plain-name';
import type { FileToRead } from '../file-to-read';
import { signatureOf } from '../signature';
import { convertByOffice, type OldFormat } from './convert-by-office';
import { findOffice } from './find-office';

/** How names of files end that only LibreOffice reads. */
export const OLD_EXTENSIONS: readonly OldFormat[] = ['rtf', 'doc'];

const OLD: Readonly<Record<string, OldFormat>> = { RTF: 'rtf', DOC: 'doc' };

/**
 * A file as the readers can take it: an .rtf or old .doc as the .docx that LibreOffice makes of it, all others as they are.
 * Where LibreOffice is not installed, they stay as they are as well, and the reader says what to do.
 *
 * @returns or `fileNotConverted` (with `file`), `jobCancelled`
 */
export function withDocx(file: FileToRead, office: () => string | null = findOffice): Job<FileToRead> {
  const unchanged = { result: Promise.resolve(ok(file)), cancel: () => undefined };
  const format = file.bytes.length <= IMPORT_LIMIT_MB * MB ? OLD[signatureOf(file.bytes) ?? ''] : undefined;
  const program = format === undefined ? null : office();
  if (format === undefined || program === null) return unchanged;
  const converting = convertByOffice(file.bytes, format, program);
  const named = async (): Promise<Result<FileToRead>> => {
    const made = await converting.result;
    if (made.ok) return ok({ ...file, bytes: made.value, convertedFrom: format });
    const { code } = made.failure;
    return fail(code, code === 'jobCancelled' ? {} : { file: plainName(file.fileName) });
  };
  return { result: named(), cancel: converting.cancel };
}
