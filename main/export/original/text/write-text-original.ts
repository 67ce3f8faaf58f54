import iconv from 'iconv-lite';
import { fail, ok, type Result } from '../../../../shared/model/failure';
import type { ImportedBlock } from '../../../../shared/model/imported-document';
import { readDocument } from '../../../import/read-document';
import { asRead, type Reading } from '../../../import/reading';
import type { IsLeftOut } from '../left-out';
import { wordsOf } from '../match-pictures';
import type { PresentText } from '../present-text';
import type { Translation } from '../translation';

interface TextOrder {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly text: readonly PresentText[];
  readonly isLeftOut: IsLeftOut;
  /** How the file was read when it was imported. */
  readonly reading: Reading;
  readonly translation: Translation | null;
}

/**
 * Writes the present text into a page or a Markdown text, in the encoding it has. What came of it is read again:
 * `originalUnwritable` where it does not say what the version says.
 */
export async function writeTextOriginal(order: TextOrder): Promise<Result<Uint8Array>> {
  const { fileName, bytes, text, isLeftOut, reading, translation } = order;
  const words = wordsOf(text);
  const read = await readDocument({ fileName, bytes });
  if (!read.ok) return read;
  const { format, encoding } = read.value;
  const bom = Buffer.from(bytes.subarray(0, 3)).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0;
  const source = iconv.decode(Buffer.from(bytes.subarray(bom)), encoding, { stripBOM: false });
  const unwritable = fail('originalUnwritable', { file: fileName });
  // What cannot be read cannot be written as it was.
  if (!Buffer.from(bytes.subarray(bom)).equals(iconv.encode(source, encoding))) return unwritable;
  const written = await write();
  if (!written.ok) return written;
  if (written.value === source) return ok(bytes);
  const encoded = Buffer.concat([
    bytes.subarray(0, bom),
    iconv.encode(spellable(written.value, encoding), encoding),
  ]);
  const again = await readDocument({ fileName, bytes: encoded });
  return again.ok && holdsAll(again.value.blocks, words, reading) ? ok(encoded) : unwritable;

  async function write(): Promise<Result<string>> {
    if (format === 'html')
      return (await import('./html-original')).writeHtmlOriginal(source, fileName, text, {
        isLeftOut,
        reading,
        translation,
      });
    return ok((await import('./md-original')).writeMdOriginal(source, text, { isLeftOut, reading }));
  }
}

/** Writes letters an encoding does not have as HTML and Markdown may: by their number. */
function spellable(text: string, encoding: string): string {
  if (/^utf/i.test(encoding)) return text;
  const has = new Map<string, boolean>();
  return text.replace(/[^\0-\x7f]/gu, (sign) => {
    const known = has.get(sign) ?? iconv.decode(iconv.encode(sign, encoding), encoding) === sign;
    has.set(sign, known);
    return known ? sign : `&#${sign.codePointAt(0) ?? 0};`;
  });
}

/** Whether every paragraph of the version stands in what was written, in their order. */
function holdsAll(
  blocks: readonly ImportedBlock[],
  texts: readonly PresentText[],
  reading: Reading,
): boolean {
  let at = 0;
  return texts.every(({ settled }) => {
    if (settled.text === '') return true;
    const says = asRead(settled, reading).text;
    const isIt = (each: ImportedBlock): boolean => asRead(each.block, reading).text === says;
    while (at < blocks.length && !blocks.slice(at, at + 1).some(isIt)) at += 1;
    at += 1;
    return at <= blocks.length;
  });
}
