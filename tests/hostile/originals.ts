import { makeOdt, paragraph } from '../unit/main/import/odt/make-odt';
import type { FailureCode } from '../../shared/model/failure';
import { word } from './office';
import { reword, thin, type Edit } from './write-back';

/** A file nobody should have been sent, which a project holds as an original and a version is to be written back into. */
export interface HostileOriginal {
  readonly what: string;
  readonly fileName: string;
  readonly content: () => Uint8Array;
  readonly edit: Edit;
  /** Null where it is written. */
  readonly refused: FailureCode | null;
}

const CENTRAL = Buffer.from('PK\x01\x02', 'latin1');

/** An archive with other fields in what its directory says of the parts with such a name. */
function misplaced(archive: Uint8Array, name: RegExp, change: (field: Buffer) => void): Uint8Array {
  const bytes = Buffer.from(archive);
  for (let at = bytes.indexOf(CENTRAL); at >= 0; at = bytes.indexOf(CENTRAL, at + 4)) {
    const told = bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28));
    if (name.test(told)) change(bytes.subarray(at, at + 46));
  }
  return bytes;
}

const PACKED = 20;
const PLACE = 42;

const pictures = (n: number): Readonly<Record<string, string>> =>
  Object.fromEntries(Array.from({ length: n }, (_, i) => [`Pictures/${i}.png`, 'PNG']));

const BODY = paragraph('Слово и дело.') + paragraph('Ещё слово.');

const text = (body = BODY, more = {}): Uint8Array => makeOdt({ body, more });

const original = (
  what: string,
  fileName: string,
  content: () => Uint8Array | string,
  refused: FailureCode | null,
  edit: Edit = reword,
): HostileOriginal => ({ what, fileName, content: () => Buffer.from(content()), edit, refused });

export const ORIGINALS: readonly HostileOriginal[] = [
  ...(['odt', 'docx'] as const).flatMap((kind): readonly HostileOriginal[] => {
    const whole = () => (kind === 'odt' ? text(BODY, pictures(3)) : word(undefined, pictures(3)));
    const name = `a.${kind}`;
    return [
      original(
        `.${kind}: a picture behind the end of the file`,
        name,
        () => misplaced(whole(), /0\.png$/, (field) => field.writeUInt32LE(0x7ffffff0, PLACE)),
        'fileDamaged',
      ),
      original(
        `.${kind}: a picture that begins amid another part`,
        name,
        () => misplaced(whole(), /0\.png$/, (field) => field.writeUInt32LE(7, PLACE)),
        'fileDamaged',
      ),
      original(
        `.${kind}: a picture of 2 GB in a file of a few kB`,
        name,
        () => misplaced(whole(), /0\.png$/, (field) => field.writeUInt32LE(0x7ffffff0, PACKED)),
        'fileUnsafe',
      ),
      original(
        `.${kind}: 2,000 pictures that each are the whole file`,
        name,
        () => {
          const archive = kind === 'odt' ? text(BODY, pictures(2000)) : word(undefined, pictures(2000));
          return misplaced(archive, /\.png$/, (field) => {
            field.writeUInt32LE(archive.length - 1000, PACKED);
            field.writeUInt32LE(0, PLACE);
          });
        },
        'fileUnsafe',
      ),
    ];
  }),
  original(
    '.odt: a style whose name goes on where ours would begin, for 1 MB',
    'a.odt',
    () =>
      makeOdt({
        body: BODY,
        automatic: `<style:style style:name="Triptych${'_'.repeat(2 ** 20)}" style:family="text"/>`,
      }),
    null,
  ),
  original('.odt: tags in a comment', 'a.odt', () => text(`<!-- <text:list><text:p> -->${BODY}`), null),
  original(
    '.odt: signs of tags where text is meant',
    'a.odt',
    () => text(paragraph('Слово <![CDATA[</text:p><text:list>]]> и дело.') + BODY),
    null,
  ),
  original(
    '.md: 40,000 pictures that are never closed',
    'a.md',
    () => `Слово ${'!['.repeat(40_000)} да`,
    null,
  ),
  original(
    '.md: pictures whose addresses are never closed',
    'a.md',
    () => `Слово ${'![a]('.repeat(15_000)} да`,
    'originalUnwritable',
  ),
  original(
    '.md: 4,000 pictures in one line, and half of the text taken out',
    'a.md',
    () => `Слово ${'![вид](a.png) слово '.repeat(4_000)}\n\nДа.`,
    null,
    thin,
  ),
  original(
    '.html: 20,000 pictures of one name',
    'a.html',
    () =>
      `<html><body><p>Слово и дело.</p>${'<img src="a.png" alt="вид">'.repeat(20_000)}<p>Слово.</p></body></html>`,
    null,
  ),
];
