import type { PictureKind } from '../../../shared/model/picture';

/** What a picture says of itself in its first bytes; a width and height of 0 where it says nothing that makes sense. */
export interface Described {
  readonly kind: PictureKind;
  readonly width: number;
  readonly height: number;
}

/** More is no picture but an attempt at what reads it. */
const MOST_ACROSS = 1_000_000;

/**
 * Tells what a picture is by its first bytes, whatever its name says; null for what is none that is known. Nothing is
 * unpacked: how large it would be is known before anybody does that.
 */
export function describePicture(bytes: Uint8Array): Described | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const [kind, isOne, sizeOf] of KINDS) {
    if (!isOne(data)) continue;
    const [width, height] = within(data, sizeOf);
    const makesSense = width > 0 && height > 0 && width <= MOST_ACROSS && height <= MOST_ACROSS;
    return makesSense ? { kind, width, height } : { kind, width: 0, height: 0 };
  }
  return null;
}

type SizeOf = (data: Buffer) => readonly [width: number, height: number];

const NO_SIZE: SizeOf = () => [0, 0];

const KINDS: readonly (readonly [PictureKind, (data: Buffer) => boolean, SizeOf])[] = [
  ['png', startsWith('\x89PNG\r\n\x1a\n'), (data) => [data.readUInt32BE(16), data.readUInt32BE(20)]],
  ['jpeg', startsWith('\xff\xd8\xff'), sizeOfJpeg],
  ['gif', startsWith('GIF8'), (data) => [data.readUInt16LE(6), data.readUInt16LE(8)]],
  ['webp', (data) => latin(data, 0, 4) === 'RIFF' && latin(data, 8, 12) === 'WEBP', sizeOfWebp],
  ['bmp', isBmp, (data) => [Math.abs(data.readInt32LE(18)), Math.abs(data.readInt32LE(22))]],
  ['emf', (data) => data.length > 44 && latin(data, 40, 44) === ' EMF' && data[0] === 1, NO_SIZE],
  ['wmf', startsWith('\xd7\xcd\xc6\x9a'), NO_SIZE],
  ['wmf', startsWith('\x01\x00\x09\x00\x00\x03'), NO_SIZE],
  ['tiff', startsWith('II*\0'), NO_SIZE],
  ['tiff', startsWith('MM\0*'), NO_SIZE],
  ['svg', isSvg, NO_SIZE],
];

function within(data: Buffer, sizeOf: SizeOf): ReturnType<SizeOf> {
  try {
    return sizeOf(data);
  } catch {
    // It ends before it has said how large it is.
    return [0, 0];
  }
}

function startsWith(signature: string): (data: Buffer) => boolean {
  return (data) => latin(data, 0, signature.length) === signature;
}

function latin(data: Buffer, start: number, end: number): string {
  return data.toString('latin1', start, end);
}

function isBmp(data: Buffer): boolean {
  return latin(data, 0, 2) === 'BM' && data.length > 26 && data.readUInt32LE(14) >= 40;
}

/** An SVG drawing is a text; what stands before its root is short. */
function isSvg(data: Buffer): boolean {
  const head = data.toString('utf8', 0, 4096).replace(/^\ufeff/, '');
  return /^\s*<(?:\?xml|!--|!doctype|svg[\s>])/i.test(head) && /<svg[\s>]/i.test(head);
}

/** The frame of a JPEG stands behind segments of any number, each of which says how long it is. */
function sizeOfJpeg(data: Buffer): readonly [number, number] {
  for (let at = 2; at + 9 < data.length;) {
    if (data[at] !== 0xff) return [0, 0];
    const marker = data[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return [data.readUInt16BE(at + 7), data.readUInt16BE(at + 5)];
    // Fill bytes, and markers that stand alone.
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) at += 2;
    else at += 2 + Math.max(2, data.readUInt16BE(at + 2));
  }
  return [0, 0];
}

function sizeOfWebp(data: Buffer): readonly [number, number] {
  switch (latin(data, 12, 16)) {
    case 'VP8 ':
      return [data.readUInt16LE(26) & 0x3fff, data.readUInt16LE(28) & 0x3fff];
    case 'VP8L': {
      const bits = data.readUInt32LE(21);
      return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
    }
    case 'VP8X':
      return [data.readUIntLE(24, 3) + 1, data.readUIntLE(27, 3) + 1];
    default:
      return [0, 0];
  }
}
