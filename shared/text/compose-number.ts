import type { Language } from '../model/language';
import { readDigits } from './number-digits';
import type { Piece } from './number-pieces';
import { isCurrencyCode, readCurrencySign, readUnitWord } from './units';
import type { NumberPlace, NumberWord } from './number-word';
import { readNumberWord } from './read-number-word';

/** A number of one or more pieces: "2,5 млн", "three hundred and five". */
export interface Composed {
  /** The position of the piece after it. */
  readonly next: number;
  readonly value: number;
  readonly others: readonly number[];
  readonly form: 'digits' | 'words';
  /** What its digits are multiplied by: 1e6 for "2,5 млн". */
  readonly magnitude: number;
  readonly ordinal: boolean;
  readonly decade: boolean;
  readonly loose: boolean;
  readonly closed: boolean;
  readonly outOf: boolean;
}

const RANKS: Readonly<Record<NumberPlace, number>> = { unit: 1, teen: 2, ten: 3, hundred: 4, times: 0 };
const WHOLE = 5;

/** What has been read of a number: "two hundred thousand three hundred" is a total of 200,000 and a group of 300. */
interface Sum {
  total: number;
  group: number;
  /** Of the last word of the group; only lower ones can be added. */
  rank: number;
  /** The last magnitude of the total; only lower ones can follow. */
  limit: number;
}

const VULGAR: Readonly<Record<string, number>> = {
  ...{ '½': 1 / 2, '⅓': 1 / 3, '⅔': 2 / 3, '¼': 1 / 4, '¾': 3 / 4, '⅕': 1 / 5, '⅛': 1 / 8 },
};

/** Reads the number that starts at a piece; null when none does or the digits are no single number. */
export function composeNumber(pieces: readonly Piece[], first: number, language: Language): Composed | null {
  const piece = pieces[first];
  if (!piece) return null;
  if (piece.kind === 'digits') return composeDigits(pieces, first, language);
  const vulgar = VULGAR[piece.text];
  if (vulgar !== undefined) return { ...plain(first + 1, vulgar, 'digits'), others: [100 * vulgar] };
  return piece.kind === 'word' ? composeWords(pieces, first, language) : null;
}

function plain(next: number, value: number, form: 'digits' | 'words'): Composed {
  const flags = { ordinal: false, decade: false, loose: false, closed: false, outOf: false };
  return { next, value, others: [], form, magnitude: 1, ...flags };
}

function composeDigits(pieces: readonly Piece[], first: number, language: Language): Composed | null {
  const values = readDigits(pieces[first]?.text ?? '', language);
  if (!values) return null;
  const half = halfAfter(pieces, first + 1, language);
  const vulgar = VULGAR[pieces[first + 1]?.text ?? ''] ?? 0;
  const added = half > first + 1 ? 0.5 : vulgar;
  const written = vulgar > 0 ? first + 2 : half;
  const joined = joinedMagnitude(pieces, written, language);
  const next = joined ? written + 1 : written;
  const times = joined ?? magnitudeAt(pieces, next, language);
  const [value, ...others] = values.map((each) => exact((each + added) * (times?.value ?? 1)));
  if (!times) return { ...plain(next, value ?? 0, 'digits'), others };
  const more = lowerPart(pieces, next + 1, times.value, language);
  return {
    ...plain(more?.next ?? next + 1, (value ?? 0) + (more?.value ?? 0), 'digits'),
    others,
    // The digits of two parts cannot be changed as one.
    magnitude: more ? 0 : times.value,
    closed: times.closed ?? false,
  };
}

/** "200 тыс." of "3 млн. 200 тыс.", "300" of "45 тыс. 300". */
function lowerPart(
  pieces: readonly Piece[],
  after: number,
  limit: number,
  language: Language,
): { readonly next: number; readonly value: number } | null {
  const at =
    pieces[after]?.text === '.' && pieces[after]?.gap === '' && language !== 'en' ? after + 1 : after;
  const piece = pieces[at];
  if (piece?.kind !== 'digits' || piece.gap.length !== 1) return null;
  const times = magnitudeAt(pieces, at + 1, language);
  const value = readDigits(piece.text, language)?.[0];
  if (value === undefined) return null;
  if (!times) return limit === 1000 && /^\d{3}$/.test(piece.text) ? { next: at + 1, value } : null;
  return times.value < limit ? { next: at + 2, value: exact(value * times.value) } : null;
}

/** «25-тысячный» is of 25,000: the magnitude a hyphen joins to digits. */
function joinedMagnitude(pieces: readonly Piece[], at: number, language: Language): NumberWord | null {
  const [hyphen, piece] = [pieces[at], pieces[at + 1]];
  if (hyphen?.text !== '-' || hyphen.gap !== '' || piece?.kind !== 'word' || piece.gap !== '') return null;
  const word = readNumberWord(piece.plain, language);
  return word?.place === 'times' && word.ordinal && word.value >= 1000 ? word : null;
}

/** The magnitude that digits may be followed by; single letters only where they touch them: "5k", "$5m". */
function magnitudeAt(pieces: readonly Piece[], at: number, language: Language): NumberWord | null {
  const piece = pieces[at];
  if (piece?.kind !== 'word' || piece.gap.length > 1) return null;
  if (language === 'en' && /^[kmb]$/.test(piece.plain)) {
    const value = { k: 1e3, m: 1e6, b: 1e9 }[piece.plain] ?? 1;
    const isTold = piece.plain === 'k' || piece.text === 'M' || isMoney(pieces, at);
    return piece.gap === '' && isTold ? { value, place: 'times' } : null;
  }
  const word = readNumberWord(piece.plain, language);
  return word?.place === 'times' && !word.ordinal ? word : null;
}

/** Whether a letter behind digits multiplies money: "$5m", "KGS 2m", "1.5m soms". */
function isMoney(pieces: readonly Piece[], at: number): boolean {
  const before = pieces[at - 2]?.text ?? '';
  const after = pieces[at + 1];
  const unit = after?.kind === 'word' ? readUnitWord(after.text, after.plain, 'en') : null;
  return (
    readCurrencySign(before) !== null || isCurrencyCode(before) || (unit !== null && unit.family === null)
  );
}

function composeWords(pieces: readonly Piece[], first: number, language: Language): Composed | null {
  const sum: Sum = { total: 0, group: 0, rank: WHOLE, limit: Infinity };
  let last: NumberWord | null = null;
  let count = 0;
  let next = first;
  while (next < pieces.length) {
    const at: number = count === 0 ? next : joined(pieces, next, last, language);
    const piece: Piece | undefined = pieces[at];
    const word: NumberWord | null = piece?.kind === 'word' ? readNumberWord(piece.plain, language) : null;
    if (!word || !addWord(sum, word, count)) break;
    last = word;
    count += 1;
    next = at + 1;
    if (word.closed || (word.place === null && !startsMillions(word, pieces, next, language))) break;
    const half = halfAfter(pieces, next, language);
    if (half > next) {
      sum.group += 0.5;
      sum.rank = 0;
      next = half;
    }
  }
  if (!last) return null;
  const lone = count === 1;
  return {
    ...plain(next, exact(sum.total + sum.group), 'words'),
    others: lone ? (last.others ?? []) : last.decade ? [sum.total + sum.group + 1900] : [],
    ordinal: last.ordinal ?? false,
    decade: last.decade ?? false,
    loose: lone && ((last.loose ?? false) || last.place === 'times'),
    closed: last.closed ?? false,
    outOf: last.outOf ?? false,
  };
}

/** "half a million", "жарым миллион". */
function startsMillions(
  word: NumberWord,
  pieces: readonly Piece[],
  next: number,
  language: Language,
): boolean {
  if (word.value >= 10) return false;
  const at = joined(pieces, next, word, language);
  const following = pieces[at];
  const times = following?.kind === 'word' ? readNumberWord(following.plain, language) : null;
  return times?.place === 'times' && times.value >= 1000;
}

function addWord(sum: Sum, word: NumberWord, count: number): boolean {
  const { value, place } = word;
  if (place === null) {
    // "half a million", "полтора миллиона": what is complete can only begin a number.
    if (count > 0) return false;
    sum.group = value;
    return true;
  }
  if (place !== 'times') {
    const rank = RANKS[place];
    const fits = rank < sum.rank && !(place === 'teen' && sum.rank === RANKS.ten) && sum.rank > RANKS.teen;
    if (!fits) return false;
    sum.group += value;
    sum.rank = rank;
    return true;
  }
  if (count > 0 && sum.group === 0 && sum.total > 0) return false;
  if (value < 1000) {
    if (sum.rank >= RANKS.hundred && sum.group > 0) return false;
    sum.group = (sum.group || 1) * value;
    sum.rank = RANKS.hundred;
    return true;
  }
  if (value >= sum.limit) return false;
  sum.total += (sum.group || 1) * value;
  sum.group = 0;
  sum.rank = WHOLE;
  sum.limit = value;
  return true;
}

/** Where the number may go on: behind a hyphen, or the "and" of "two hundred and five". */
function joined(pieces: readonly Piece[], at: number, last: NumberWord | null, language: Language): number {
  const piece = pieces[at];
  const following = pieces[at + 1];
  if (!piece || !following) return at;
  if (piece.text === '-' && piece.gap === '' && following.gap === '') return at + 1;
  if (language === 'en' && piece.plain === 'a' && last?.denominator === 2) return at + 1;
  if (language !== 'en' || piece.plain !== 'and' || last?.place !== 'times') return at;
  const word = following.kind === 'word' ? readNumberWord(following.plain, language) : null;
  return word && word.place !== 'times' && word.value < 100 ? at + 1 : at;
}

const HALVES: Readonly<Record<Language, readonly string[]>> = {
  ru: ['с', 'половиной'],
  ky: ['жарым'],
  en: ['and', 'a', 'half'],
};

/** Behind "and a half"; the same place where none stands. */
function halfAfter(pieces: readonly Piece[], at: number, language: Language): number {
  const words = HALVES[language];
  return words.every((word, n) => pieces[at + n]?.plain === word) ? at + words.length : at;
}

/** Without what binary fractions add: 2.3 × 1e6. */
function exact(value: number): number {
  return Number(value.toPrecision(14));
}
