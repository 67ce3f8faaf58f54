import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

/** A text that may have been garbled before it came here, put right as far as that can be told. */
export interface Ungarbled {
  readonly text: string;
  /** How many stretches of letters were put right. */
  readonly repaired: number;
}

/** What UTF-8 is taken for by programs that know no better. */
const TAKEN_FOR = ['windows-1251', 'windows-1252', 'maccyrillic', 'koi8-r', 'ibm866'] as const;

/** So many letters have to come right before any is touched: by chance two or three might. */
const FEWEST_LETTERS = 8;

const STRETCH = /[^\0-\u007f]+/g;

/** Cyrillic letters, and the signs articles have between them. */
const PLAUSIBLE = /^[\u0400-\u04ff\u00a0«»“”„‘’–—…№§©°·•\u0301]+$/;

/** Letters with accents only: four in a row are in no language that uses them. */
const ACCENTED = /[À-ÿ]{4,}/g;

/**
 * Puts Cyrillic right that was written in one encoding, read in another and stored so: "РџСЂРёРІРµС‚", "ÐŸÑ€Ð¸Ð²ÐµÑ‚" and
 * "Ïðèâåò" are all "Привет". Only stretches that are Cyrillic without a doubt when read anew are touched.
 */
export function ungarble(text: string): Ungarbled {
  const tried = [...TAKEN_FOR.map((encoding) => readAnew(text, encoding)), readAsCyrillic(text)];
  const best = tried.reduce((one, other) => (other.letters > one.letters ? other : one));
  return best.letters < FEWEST_LETTERS ? { text, repaired: 0 } : best;
}

interface ReadAnew extends Ungarbled {
  readonly letters: number;
}

function readAnew(text: string, encoding: string): ReadAnew {
  const byteOf = bytesByCharacter(encoding);
  const longer = replaceStretches(text, byteOf, 2);
  // One letter or a dash by itself says nothing; among others it is one of them.
  return longer.letters < FEWEST_LETTERS ? longer : replaceStretches(text, byteOf, 1);
}

function replaceStretches(text: string, byteOf: ReadonlyMap<string, number>, fewest: number): ReadAnew {
  let letters = 0;
  let repaired = 0;
  const right = text.replace(STRETCH, (stretch) => {
    const read = mayBeUtf8(stretch, byteOf) ? decodeUtf8(bytesOf(stretch, byteOf)) : null;
    if (read === null || read.length < fewest || !PLAUSIBLE.test(read)) return stretch;
    letters += read.match(/\p{L}/gu)?.length ?? 0;
    repaired += 1;
    return read;
  });
  return { text: right, letters, repaired };
}

/**
 * The byte each sign of an encoding stands for. Where an encoding has no sign for a byte, programs leave the control of
 * that number; 0x98, the second byte of "И", is the one that windows-1251 lacks.
 */
function bytesByCharacter(encoding: string): ReadonlyMap<string, number> {
  const known = tables.get(encoding) ?? readTable(encoding);
  tables.set(encoding, known);
  return known;
}

/** Asked for each text of a document: each is worked out once. */
const tables = new Map<string, ReadonlyMap<string, number>>();

function readTable(encoding: string): ReadonlyMap<string, number> {
  const bytes = Array.from({ length: 128 }, (_, n) => n + 128);
  const lost: readonly (readonly [string, number])[] = encoding === 'windows-1251' ? [['\ufffd', 0x98]] : [];
  return new Map([
    ...bytes.slice(0, 32).map((byte) => [String.fromCharCode(byte), byte] as const),
    ...bytes.map((byte) => [iconv.decode(Buffer.from([byte]), encoding), byte] as const),
    ...lost,
  ]);
}

/** Whether the first two signs may begin a letter of UTF-8: of words that are right hardly any do, and long texts have many. */
function mayBeUtf8(stretch: string, byteOf: ReadonlyMap<string, number>): boolean {
  const [first = 0, second = 0] = [byteOf.get(stretch.charAt(0)), byteOf.get(stretch.charAt(1))];
  return first >= 0xc2 && first <= 0xf4 && second >= 0x80 && second <= 0xbf;
}

function bytesOf(stretch: string, byteOf: ReadonlyMap<string, number>): Uint8Array | null {
  const bytes = new Uint8Array(stretch.length);
  for (let i = 0; i < stretch.length; i += 1) {
    const byte = byteOf.get(stretch.charAt(i));
    if (byte === undefined) return null;
    bytes[i] = byte;
  }
  return bytes;
}

function decodeUtf8(bytes: Uint8Array | null): string | null {
  return bytes && isUtf8(bytes) ? Buffer.from(bytes).toString('utf8') : null;
}

/** Cyrillic of one byte a letter that was taken for Western European: all of its letters have accents. */
function readAsCyrillic(text: string): ReadAnew {
  const accented = text.match(ACCENTED)?.join('').length ?? 0;
  const all = text.match(/\p{L}/gu)?.length ?? 0;
  if (accented * 3 < all) return { text, letters: 0, repaired: 0 };
  const byteOf = bytesByCharacter('windows-1252');
  let letters = 0;
  let repaired = 0;
  const right = text.replace(/[\u0080-\u00ff\u2013-\u203a€™ŒœŠšŽžŸƒˆ˜]+/g, (stretch) => {
    const bytes = bytesOf(stretch, byteOf);
    if (!bytes) return stretch;
    const read = iconv.decode(Buffer.from(bytes), 'windows-1251');
    letters += read.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
    repaired += 1;
    return read;
  });
  return { text: right, letters, repaired };
}

/** How many texts look garbled. */
export function countGarbled(texts: readonly string[]): number {
  return texts.filter((text) => ungarble(text).repaired > 0).length;
}
