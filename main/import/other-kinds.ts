import { fail, type FailureCode, type Result } from '../../shared/model/failure';

/** What a person can do with files of kinds that are known and not read: each has a sentence of its own. */
const ADVICE: Readonly<Record<string, FailureCode>> = {
  PDF: 'filePdf',
  PNG: 'filePicture',
  JPEG: 'filePicture',
  GIF: 'filePicture',
  WEBP: 'filePicture',
  TIFF: 'filePicture',
  BMP: 'filePicture',
  HEIC: 'filePicture',
  SVG: 'filePicture',
  DOC: 'fileOldWord',
  RTF: 'fileOldWord',
  LOCKED: 'fileLocked',
  XLS: 'fileSpreadsheet',
  ODS: 'fileSpreadsheet',
  MAIL: 'fileMail',
};

/** The failure of a file that is something else than a text: what to do with it, where there is something, else what it is. */
export function refuseKind(file: string, found: string): Result<never> {
  const code = ADVICE[found];
  return code ? fail(code, { file }) : fail('fileWrongType', { file, found });
}

/** Headers that only a mail begins with, one to a line. */
const MAIL_HEADER =
  /^(received|return-path|delivered-to|message-id|from|to|subject|date|mime-version|content-type|x-[\w-]+|dkim-signature|reply-to):/i;

/** Whether a text is a mail as programs keep it: it begins with headers, a sender and a subject or date among them. */
export function isMail(head: string): boolean {
  const lines = (head.split(/\r?\n\r?\n/, 1)[0] ?? '').split(/\r?\n/).filter((line) => !/^[ \t]/.test(line));
  const has = (name: RegExp): boolean => lines.some((line) => name.test(line));
  const isAll = lines.length >= 3 && lines.every((line) => /^[\w-]+:/.test(line));
  return (
    isAll &&
    MAIL_HEADER.test(lines[0] ?? '') &&
    has(/^from:/i) &&
    has(/^(mime-version|message-id|received):/i)
  );
}
