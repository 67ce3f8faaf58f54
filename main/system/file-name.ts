import { readdirSync } from 'node:fs';
import { systemErrorCode } from './system-error';

/**
 * Most file systems take 255 bytes of UTF-8, in which a Cyrillic letter is two. The rest is for a number, the
 * extension, and what SQLite appends for its own files.
 */
const STEM_BYTES = 200;

const NAMELESS = 'Triptych';

/**
 * A file name made of a title that every system takes and that is free in a folder:
 * `Садыр Жапаров: "Эл"?` -> `Садыр Жапаров Эл.triptych`, then `Садыр Жапаров Эл 2.triptych`.
 *
 * @param extension without the dot
 */
export function freeFileName(folder: string, title: string, extension: string): string {
  const stem = safeStem(title);
  const taken = new Set(namesIn(folder).map(comparable));
  let name = `${stem}.${extension}`;
  for (let n = 2; taken.has(comparable(name)); n += 1) name = `${stem} ${n}.${extension}`;
  return name;
}

/** A title as a file name without an extension: what no system takes is left out, and it is not too long. */
export function safeStem(title: string): string {
  const allowed = title
    .normalize('NFC')
    // Invisible characters, among them those that turn the direction of writing to disguise an extension.
    .replace(/[\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu, '')
    .replace(/[<>:"/\\|?*\p{Cc}\s]+/gu, ' ');
  const stem = trimEnds(cutToBytes(trimEnds(allowed), STEM_BYTES));
  if (stem === '') return NAMELESS;
  // Windows keeps these names for devices, whatever the extension.
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(stem) ? `_${stem}` : stem;
}

/** Windows drops dots and spaces at the end; elsewhere a dot at the beginning hides a file. */
function trimEnds(text: string): string {
  return text.replace(/^[. ]+|[. ]+$/g, '');
}

function cutToBytes(text: string, limit: number): string {
  let bytes = 0;
  let end = 0;
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > limit) break;
    end += character.length;
  }
  return text.slice(0, end);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    // A folder that is not there or cannot be listed has no say; writing into it will tell.
    systemErrorCode(error);
    return [];
  }
}

/** Windows and macOS do not tell letter cases apart, and macOS decomposes letters. */
function comparable(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
