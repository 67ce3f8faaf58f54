import type { ExportFormat } from '../../shared/contract/formats';
import { assertNever } from '../../shared/model/assert-never';
import { writeDocx } from './docx';
import type { ExportDocument } from './export-document';
import { writeHtml } from './html';
import { writeMd } from './md';
import { writeOdt } from './odt';
import { writeTxt } from './txt';

/** Writes a version in a format; text formats are UTF-8 without a byte order mark. */
export async function writeVersion(document: ExportDocument, format: ExportFormat): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return writeDocx(document);
    case 'odt':
      return writeOdt(document);
    case 'html':
      return Buffer.from(writeHtml(document));
    case 'md':
      return Buffer.from(writeMd(document));
    case 'txt':
      return Buffer.from(writeTxt(document));
    default:
      return assertNever(format);
  }
}
