import iconv from 'iconv-lite';
import { chardet } from 'jschardet';
import { decodingPlausibility } from './decoding-plausibility';
import { hasMore } from './has-more';

/** Text as decoded: no byte order mark, no lone surrogates. */
export interface DecodedText {
  readonly text: string;
  /** Name of the encoding in lower case, as "windows-1251". */
  readonly encoding: string;
  /** How many characters could not be read and became U+FFFD. */
  readonly undecodable: number;
}

const BYTE_ORDER_MARKS: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  // UTF-32 first: its little-endian mark starts with that of UTF-16.
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * The eight-bit encodings Russian, Kyrgyz and English articles come in, by their names in iconv-lite and in
 * jschardet; of two that fit equally well the earlier wins. Kyrgyz needs rk1048 or pt154: the others have no ң ө ү.
 */
const LEGACY: readonly (readonly [iconvName: string, chardetName: string])[] = [
  ['windows-1251', 'windows-1251'],
  ['rk1048', 'kz1048'],
  ['pt154', 'ptcp154'],
  ['koi8-r', 'koi8-r'],
  ['ibm866', 'ibm866'],
  ['iso-8859-5', 'iso-8859-5'],
  ['maccyrillic', 'maccyrillic'],
  ['windows-1252', 'windows-1252'],
];

/** Enough to tell an encoding, small enough to try them all. */
const SAMPLE_BYTES = 32_768;

/**
 * Decodes the bytes of a text file: byte order mark, then strict UTF-8, then UTF-16 by its zero or Cyrillic
 * high bytes, then the declared encoding, then the eight-bit encoding that gives the most plausible Russian,
 * Kyrgyz or English text.
 *
 * @param declared the encoding the text itself names (an HTML meta element), if any
 * @returns null when the bytes are no text
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): DecodedText | null {
  const marked = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
  if (marked) return decodeAs(bytes.subarray(marked[1].length), marked[0]);
  const utf8 = decodeStrictUtf8(bytes);
  const text = utf8 === null ? null : asText(utf8);
  if (text) return { ...text, encoding: 'utf-8' };
  const wide = wideEncoding(bytes);
  if (wide) return decodeAs(bytes, wide);
  const encoding = declaredEncoding(declared) ?? (isNearlyUtf8(bytes) ? 'utf-8' : likeliestLegacy(bytes));
  return decodeAs(bytes, encoding);
}

/** Replaces halves of surrogate pairs, which are no characters, by U+FFFD. */
export function replaceLoneSurrogates(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

/** How many characters of a text stand for something that could not be read. */
export function countUnreadable(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count += 1;
  return count;
}

function decodeAs(bytes: Uint8Array, encoding: string): DecodedText | null {
  const text = asText(replaceLoneSurrogates(iconv.decode(bytes, encoding)));
  return text && { ...text, encoding };
}

/** What was decoded, without the zeros that some programs leave in a page and browsers drop; null for data. */
function asText(decoded: string): Pick<DecodedText, 'text' | 'undecodable'> | null {
  if (hasMore(decoded, /\0/g, decoded.length / 100)) return null;
  const text = decoded.replaceAll('\0', '');
  if (looksBinary(text)) return null;
  return { text, undecodable: countUnreadable(text) + decoded.length - text.length };
}

function decodeStrictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

const CONTROLS = /[\u0001-\u0008\u000e-\u0019\u001b-\u001f]/g;

/** Text has tabs, line ends, form feeds and (from DOS) a final U+001A; more control characters than a stray few are data. */
function looksBinary(text: string): boolean {
  return hasMore(text, CONTROLS, 2 + text.length / 500);
}

/**
 * UTF-16 without a byte order mark: nearly every high byte is 0x00 (Latin), 0x04 (Cyrillic) or 0x20
 * (typographic signs), and the low bytes are not.
 */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, SAMPLE_BYTES) & ~1;
  if (length < 4) return null;
  const high = [0, 0];
  for (let i = 0; i < length; i += 1) {
    const byte = bytes[i];
    if (byte === 0 || byte === 4 || byte === 0x20) high[i % 2] = (high[i % 2] ?? 0) + 1;
  }
  const even = (high[0] ?? 0) / (length / 2);
  const odd = (high[1] ?? 0) / (length / 2);
  if (odd > 0.9 && even < 0.6) return 'utf-16le';
  return even > 0.9 && odd < 0.6 ? 'utf-16be' : null;
}

/**
 * Whether a file that is not valid UTF-8 was meant to be: damaged in places, or cut off inside a character.
 * Text in eight-bit encodings hardly ever forms valid UTF-8 sequences.
 */
function isNearlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, 1_000_000));
  const valid = text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  return valid > 4 * countUnreadable(text);
}

function declaredEncoding(declared: string | null): string | null {
  if (declared === null) return null;
  const name = declared.toLowerCase().trim();
  // Bytes that are not valid UTF-8 refute a declared UTF-8; a page cannot declare UTF-16 in ASCII bytes.
  return iconv.encodingExists(name) && !name.startsWith('utf') ? name : null;
}

function likeliestLegacy(bytes: Uint8Array): string {
  const start = Math.max(0, bytes.findIndex((byte) => byte >= 0x80) - 256);
  const sample = bytes.subarray(start, start + SAMPLE_BYTES);
  const guesses = new Map(
    chardet
      .detectAll(sample, { includeEncodings: LEGACY.map(([, name]) => name) })
      .map((guess) => [guess.encoding?.toLowerCase(), guess.confidence]),
  );
  const scored = LEGACY.map(([encoding, name]) => ({
    encoding,
    score: decodingPlausibility(iconv.decode(sample, encoding)) + (guesses.get(name) ?? 0),
  }));
  return scored.reduce((best, other) => (other.score > best.score ? other : best)).encoding;
}
