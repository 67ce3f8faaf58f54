import type { ExportFormat } from '../../../shared/contract/formats';
import type { Block } from '../../../shared/model/paragraph';
import { pictureName, type Picture, type PictureKind } from '../../../shared/model/picture';
import type { ExportDocument } from '../export-document';

/** A file that is written beside an exported one. */
export interface FileBeside {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const ENDINGS: Readonly<Record<PictureKind, string>> = {
  png: 'png',
  jpeg: 'jpg',
  gif: 'gif',
  webp: 'webp',
  bmp: 'bmp',
  svg: 'svg',
  emf: 'emf',
  wmf: 'wmf',
  tiff: 'tif',
};

/** How the file of a picture ends. */
export function endingOf(kind: PictureKind): string {
  return ENDINGS[kind];
}

/** What runs, loads something or brings in other documents: a browser that opens the file by itself would do it. */
const LIVE =
  /<\s*(?:script|foreignobject|iframe|embed|object|handler|set|animate)|<!(?:entity|doctype)[^>]*\[|\son\w+\s*=|javascript:|@import|(?:href|src)\s*=\s*["']?\s*(?!["'#\s]|data:image\/(?:png|jpeg|gif))|url\(\s*["']?(?!#|["'])/i;

/** The bytes of a picture, where they may leave: a drawing in SVG only if it is nothing but a drawing. */
export function picturesBytes(
  { pictures }: ExportDocument,
  { hash, kind }: Pick<Picture, 'hash' | 'kind'>,
): Uint8Array | null {
  if (hash === null || kind === null) return null;
  const bytes = pictures?.bytesOf(hash) ?? null;
  if (!bytes || kind !== 'svg') return bytes;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  return LIVE.test(text) || text.includes('\0') || /&#/.test(text) ? null : bytes;
}

/**
 * What stands where a picture cannot: its alternative text, or else its name; and its address on the web, which would be lost
 * otherwise.
 */
export function wordsInstead(alternative: string, picture: Picture): string {
  const address = /^https?:/i.test(picture.address) ? picture.address : '';
  return [alternative || (address === '' ? pictureName(picture) : ''), address].filter(Boolean).join(' ');
}

/** The names of the pictures' files by hash, in the order in which they come first. */
function fileNames(document: ExportDocument): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { picture } of document.blocks) {
    if (!picture?.hash || !picture.kind || names.has(picture.hash)) continue;
    if (picturesBytes(document, picture))
      names.set(picture.hash, `picture-${names.size + 1}.${endingOf(picture.kind)}`);
  }
  return names;
}

/** The files that go beside a version in a format: of a web page and of Markdown its pictures. */
export function filesBeside(document: ExportDocument, format: ExportFormat): readonly FileBeside[] {
  if (format !== 'html' && format !== 'md') return [];
  const names = fileNames(document);
  const kinds = new Map(document.blocks.map(({ picture }) => [picture?.hash ?? '', picture]));
  return [...names].flatMap(([hash, name]) => {
    const picture = kinds.get(hash);
    const bytes = picture ? picturesBytes(document, picture) : null;
    return bytes ? [{ name, bytes }] : [];
  });
}

/** Tells for each picture the address it is written with: that of its file, or of where it lies on the web; else empty. */
export function addressesOf(document: ExportDocument): (block: Block) => string {
  const names = fileNames(document);
  const folder = encodeURIComponent(document.pictures?.folder ?? '');
  return ({ picture }) => {
    if (!picture) return '';
    const name = picture.hash === null ? undefined : names.get(picture.hash);
    if (name !== undefined) return `${folder}/${name}`;
    return /^https?:\/\/[^\s"<>]+$/i.test(picture.address) ? picture.address : '';
  };
}
