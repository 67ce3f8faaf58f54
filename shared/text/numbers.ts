import type { Language } from '../model/language';
import { composeNumber, type Composed } from './compose-number';
import { cutPieces, type Piece } from './number-pieces';
import { phoneNumbersIn, type PhoneNumber } from './phone-numbers';
import { readNumberWord } from './read-number-word';
import { readRoman } from './roman';
import type { Span } from './sentences';
import {
  isCurrencyCode,
  overHours,
  raised,
  readCurrencySign,
  readUnitWord,
  unitOf,
  type Unit,
} from './units';

export type NumberKind = 'count' | 'ordinal' | 'percent' | 'fraction' | 'year' | 'decade' | 'century';

/** A number of a text: `text.slice(start, end)` with its magnitude and percent sign, UTF-16 offsets. */
export interface NumberFact extends Span {
  readonly value: number;
  /** Other values it may mean: "1.234" also 1234, "the 90s" also 1990, "half" also 50 (percent). */
  readonly others: readonly number[];
  readonly kind: NumberKind;
  readonly form: 'digits' | 'words' | 'roman';
  /** A currency (ISO 4217) or a unit by its code, as `unitOf` knows it; null where none is read. */
  readonly unit: string | null;
  /** Where the unit stands; null where none is read. */
  readonly unitAt: Span | null;
  /** Which end of a range it is: "from 5 to 7". */
  readonly range: 'from' | 'to' | null;
  /** False for what may be no number: "one" as a pronoun, "second", "пара"; it helps to find a counterpart only. */
  readonly certain: boolean;
  /** The digits alone; null for words. */
  readonly digits: Span | null;
  /** What the digits are multiplied by: 1e6 for "2,5 млн"; 0 where it cannot be told. */
  readonly magnitude: number;
  /** Below zero: "−15", "минус 15", "15 градусов мороза". */
  readonly negative: boolean;
}

/**
 * The numbers of a text by value, in order, without overlaps: digits with the separators of the language, written-out
 * numbers and ordinals in all cases, magnitudes, fractions, percentages, ranges, Roman numerals, each with its unit or
 * currency. Addresses and typed footnote numbers are not read. Takes time linear in the length of the text.
 */
export function readNumbers(text: string, language: Language): readonly NumberFact[] {
  const pieces = cutPieces(text);
  const phones = phoneNumbersIn(text);
  let following = 0;
  const facts: NumberFact[] = [];
  for (let at = 0; at < pieces.length;) {
    const start = pieces[at]?.start ?? 0;
    while ((phones[following]?.end ?? Infinity) <= start) following += 1;
    const phone = phones[following];
    const read = phone && phone.start <= start ? phoneAt(pieces, at, phone) : readAt(pieces, at, language);
    facts.push(...read.facts);
    at = read.next;
  }
  return joinRanges(joinSmallChange(facts, text), text, language);
}

/** All digits of a telephone number as one number, which cannot be mended group by group. */
function phoneAt(pieces: readonly Piece[], at: number, { digits, start, end }: PhoneNumber): ReadNumber {
  let next = at;
  while ((pieces[next]?.start ?? Infinity) < end) next += 1;
  return { facts: [{ ...COUNT, start, end, value: Number(digits), digits: null, magnitude: 0 }], next };
}

/** "1 сом 10 тыйынов" is 1.10 soms. */
function joinSmallChange(facts: readonly NumberFact[], text: string): readonly NumberFact[] {
  if (facts.every(({ unit }) => unit !== 'cent')) return facts;
  return facts.flatMap((fact, n): readonly NumberFact[] => {
    const [before, after] = [facts[n - 1], facts[n + 1]];
    const isSmall = (whole: NumberFact | undefined, small: NumberFact | undefined): boolean =>
      whole?.unitAt !== undefined &&
      whole.unitAt !== null &&
      unitOf(whole.unit ?? '').family === null &&
      whole.unit !== 'cent' &&
      small?.unit === 'cent' &&
      small.value < 100 &&
      /^\s(?:and\s|и\s)?$/.test(text.slice(whole.unitAt.end, small.start));
    if (isSmall(before, fact)) return [];
    if (!after || !isSmall(fact, after)) return [fact];
    const end = after.unitAt?.end ?? after.end;
    return [{ ...fact, value: fact.value + after.value / 100, end, digits: null, magnitude: 0 }];
  });
}

interface ReadNumber {
  readonly facts: readonly NumberFact[];
  readonly next: number;
}

function readAt(pieces: readonly Piece[], at: number, language: Language): ReadNumber {
  const piece = pieces[at];
  if (!piece || piece.kind === 'sign') {
    const vulgar = composeNumber(pieces, at, language);
    return vulgar ? finish(pieces, at, vulgar, language) : { facts: [], next: at + 1 };
  }
  if (piece.kind === 'digits') {
    const composed = composeNumber(pieces, at, language);
    if (!composed) return { facts: separate(piece), next: at + 1 };
    return fractionInDigits(pieces, at) ?? finish(pieces, at, composed, language);
  }
  const composed = composeNumber(pieces, at, language);
  if (composed) return finish(pieces, at, composed, language);
  return romanAt(pieces, at, language) ?? { facts: [], next: at + 1 };
}

/** The numbers of "24.07.2019", which is none. */
function separate({ text, start }: Piece): readonly NumberFact[] {
  return [...text.matchAll(/\d+/g)].map(({ 0: digits, index }) => {
    const span = { start: start + index, end: start + index + digits.length };
    return { ...COUNT, ...span, value: Number(digits), digits: span };
  });
}

const COUNT: Omit<NumberFact, 'start' | 'end' | 'value' | 'digits'> = {
  others: [],
  kind: 'count',
  form: 'digits',
  unit: null,
  unitAt: null,
  range: null,
  certain: true,
  magnitude: 1,
  negative: false,
};

/** "1/2", "3/4"; but "24/7" and "9/11" are two numbers. */
function fractionInDigits(pieces: readonly Piece[], at: number): ReadNumber | null {
  const [above, slash, below] = [pieces[at], pieces[at + 1], pieces[at + 2]];
  if (!above || slash?.text !== '/' || below?.kind !== 'digits' || slash.gap + below.gap !== '') return null;
  const [upper, lower] = [Number(above.text), Number(below.text)];
  if (!(upper < lower && lower <= 10)) return null;
  const span = { start: above.start, end: below.end };
  const value = upper / lower;
  const fact = { ...COUNT, ...span, value, others: [100 * value], digits: null };
  return { facts: [{ ...fact, kind: 'fraction' }], next: at + 3 };
}

const CENTURY: Readonly<Record<Language, RegExp>> = {
  ru: /^(?:век(?:а|у|ом|е|и|ов|ам|ами|ах)?|вв|в|столети.{1,3})$/,
  ky: /^кылым/,
  en: /^(?:century|centuries|c)$/,
};

const YEAR: Readonly<Record<Language, RegExp>> = {
  ru: /^(?:год(?:а|у|ом|е|ы|ов|ах)?|г|гг)$/,
  ky: /^(?:жыл|ж$)/,
  en: /^(?:ad|bc|bce|ce)$/,
};

const PERCENT: Readonly<Record<Language, RegExp>> = {
  ru: /^(?:процент|%)/,
  ky: /^(?:пайыз|процент|%)/,
  en: /^(?:percent|pct|%)/,
};

/** Behind the hyphen or the digits: "5-й", "90-х", "5-чи", "3төн", "5th". */
const SUFFIX: Readonly<Record<Language, RegExp>> = {
  ru: /^(?:[йяемх]|г?о|му|ю|ый|ой|ий|ая|ое|ые|ых|ми|ым|ти|ух|ех|ью)$/,
  ky: /^(?:н?ч[ыиуү]|[ндтгк]?[аеоөыиуү]н?)$/,
  en: /^(?:st|nd|rd|th|s)$/,
};
const ORDINAL_SUFFIX: Readonly<Record<Language, RegExp>> = {
  ru: /^(?:[йяем]|г?о|му|ю|ый|ой|ий|ая|ое|ым)$/,
  ky: /^н?ч[ыиуү]/,
  en: /^(?:st|nd|rd|th)$/,
};
const DECADE_SUFFIX: Readonly<Record<Language, RegExp>> = {
  ru: /^(?:е|х|ые|ых|ми)$/,
  ky: /^жылдар/,
  en: /^s$/,
};
const ABLATIVE = /^[дтн][аеоө]н$/;

/** Adds to a number what stands around it. */
function finish(pieces: readonly Piece[], at: number, composed: Composed, language: Language): ReadNumber {
  const first = pieces[at];
  const lastPiece = pieces[composed.next - 1];
  if (!first || !lastPiece) return { facts: [], next: at + 1 };
  const fraction = fractionInWords(pieces, at, composed, language);
  if (fraction) return fraction;

  const isDigits = composed.form === 'digits';
  const suffixAt =
    isDigits && composed.magnitude === 1 ? suffixPosition(pieces, composed.next, language) : -1;
  const suffix = pieces[suffixAt]?.plain ?? '';
  const next = suffixAt >= 0 ? suffixAt + 1 : composed.next;
  // "жылдары" is a word of its own behind "1990-".
  const afterAt = pieces[next]?.text === '-' ? next + 1 : next;
  const after = pieces[afterAt]?.plain ?? '';

  const percentEnd = percentAfter(pieces, next, language);
  const isRound = composed.value % 10 === 0 && (composed.value < 100 || composed.value >= 1000);
  const isDecade =
    composed.decade ||
    (isDigits &&
      isRound &&
      composed.value > 0 &&
      composed.value < 2100 &&
      DECADE_SUFFIX[language].test(language === 'ky' ? after : suffix));
  const isYear =
    isDigits &&
    composed.value >= 100 &&
    composed.value < 3000 &&
    (YEAR[language].test(after) || isEnglishYear(pieces, at, language)) &&
    !isDecade;
  const kind = ((): NumberKind => {
    if (percentEnd > 0) return 'percent';
    if (isDecade) return 'decade';
    if (CENTURY[language].test(after) && after !== 'в' && after !== 'c') return 'century';
    if (isYear) return 'year';
    return composed.ordinal || ORDINAL_SUFFIX[language].test(suffix) ? 'ordinal' : 'count';
  })();

  const endPiece = percentEnd > 0 ? pieces[percentEnd - 1] : lastPiece;
  const shortened = kind === 'decade' ? shortDecade(composed.value) : [];
  const isMinor = isDigits && /\p{L}/u.test(charBefore(pieces, at));
  const digitsPiece = isDigits && first.kind === 'digits' ? first : null;
  const measure =
    kind === 'year' || kind === 'decade'
      ? null
      : percentEnd > 0
        ? shareAt(pieces, next, percentEnd)
        : unitAround(pieces, at, next, language);
  const fact: NumberFact = {
    value: composed.value,
    others: [
      ...composed.others,
      ...shortened,
      ...otherwiseSaid(pieces, at, composed.value, measure, language),
    ],
    kind,
    form: composed.form,
    unit: measure?.code ?? null,
    unitAt: measure && { start: measure.start, end: measure.end },
    range: null,
    certain: !composed.loose && !isMinor,
    start: first.start,
    end: endPiece?.end ?? lastPiece.end,
    digits: digitsPiece && { start: digitsPiece.start, end: digitsPiece.end },
    magnitude: composed.magnitude,
    negative: isDigits && isBelowZero(pieces, at, next),
  };
  // "century" alone may stand for 100; not where it is counted.
  return { facts: [fact], next: percentEnd > 0 ? percentEnd : kind === 'century' ? afterAt + 1 : next };
}

/** "in 2018", "(1998)". */
function isEnglishYear(pieces: readonly Piece[], at: number, language: Language): boolean {
  const text = pieces[at]?.text ?? '';
  if (language !== 'en' || !/^(?:1\d|20)\d\d$/.test(text)) return false;
  const before = pieces[at - 1]?.plain ?? '';
  return (
    /^(?:in|since|year|early|late|mid)$/.test(before) || (before === '(' && pieces[at + 1]?.text === ')')
  );
}

/** The letter that touches the digits from before: "B2B", "G20" are names. */
function charBefore(pieces: readonly Piece[], at: number): string {
  return pieces[at]?.gap === '' && pieces[at - 1]?.kind === 'word'
    ? (pieces[at - 1]?.text.slice(-1) ?? '')
    : '';
}

function suffixPosition(pieces: readonly Piece[], next: number, language: Language): number {
  const hyphen = pieces[next];
  const at = /^[-\u2010\u2011]$/.test(hyphen?.text ?? '') && hyphen?.gap === '' ? next + 1 : next;
  const piece = pieces[at];
  return piece?.kind === 'word' && piece.gap === '' && SUFFIX[language].test(piece.plain) ? at : -1;
}

/** Behind "%", "percent", "per cent", "percentage points"; 0 where none follows. */
function percentAfter(pieces: readonly Piece[], next: number, language: Language): number {
  const at = pieces[next]?.text === '-' ? next + 1 : next;
  const piece = pieces[at];
  if (!piece) return 0;
  const isTwoWords = piece.plain === 'per' && pieces[at + 1]?.plain === 'cent';
  const end = isTwoWords ? at + 2 : PERCENT[language].test(piece.plain) ? at + 1 : 0;
  if (end > 0) return POINTS.test(pieces[end]?.plain ?? '') ? end + 1 : end;
  // "п. п."
  const isPoints = piece.plain === 'п' && pieces[at + 1]?.text === '.' && pieces[at + 2]?.plain === 'п';
  return language === 'ru' && isPoints ? at + 3 : language === 'en' && piece.plain === 'pp' ? at + 1 : 0;
}

const POINTS = /^(?:пункт|points?$)/;

/** Percent or percentage points, which are different things. */
function shareAt(pieces: readonly Piece[], next: number, end: number): Measure {
  const words = pieces.slice(next, end);
  const isPoints = words.some(({ plain }) => POINTS.test(plain) || plain === 'п' || plain === 'pp');
  const [from, to] = [words[0]?.start ?? 0, words.at(-1)?.end ?? 0];
  return { code: isPoints ? 'point' : 'percent', start: from, end: to };
}

const MINUS = /^[-–−]$/;
const COLD = /^(?:мороз|холод|суук|аяз|ызгаар|frost$)/;

/** A sign that is no hyphen and no dash of a range, or words: "minus", "мороза", "below zero", "суук". */
function isBelowZero(pieces: readonly Piece[], at: number, next: number): boolean {
  const [before, second] = [pieces[at - 1], pieces[at - 2]];
  if (before?.plain === 'минус' || before?.plain === 'minus') return true;
  if (before && MINUS.test(before.text) && pieces[at]?.gap === '')
    return (
      (before.gap !== '' || before.start === 0 || second?.text === '(') &&
      (before.text === '−' || second?.kind !== 'digits')
    );
  return pieces.slice(next, next + 4).some(({ plain }, n, behind) => {
    const following = behind[n + 1]?.plain ?? '';
    if (plain === 'below' || plain === 'ниже') return /^(?:zero|freezing|нуля)$/.test(following);
    return n < 3 && (COLD.test(plain) || (/^н[оө]лд[оө]н$/.test(plain) && following === 'төмөн'));
  });
}

/** What other versions may put instead: "18 часов" is 6 p.m., "каждый пятый" 20 percent. */
function otherwiseSaid(
  pieces: readonly Piece[],
  at: number,
  value: number,
  measure: Measure | null,
  language: Language,
): readonly number[] {
  const [before, second] = [pieces[at - 1]?.plain ?? '', pieces[at - 2]?.plain ?? ''];
  const isHour = (language === 'ru' && measure?.code === 'h') || before === 'саат';
  if (isHour && value > 12 && value <= 24) return [value - 12];
  if (language === 'en' && value < 1) {
    // "half as many", "half the pasture" is twice less; "a year and a half" is one and a half.
    if (/^(?:as|the)$/.test(pieces[at + 1]?.plain ?? '')) return [1 / value];
    if (before === 'a' && second === 'and' && /^an?$/.test(pieces[at - 4]?.plain ?? '')) return [1 + value];
  }
  const isOneOf =
    language === 'en'
      ? before === 'in' && second === 'one'
      : /^кажд/.test(before) || (before === 'бир' && second === 'ар');
  return isOneOf && value > 1 ? [1 / value, 100 / value] : [];
}

function shortDecade(value: number): readonly number[] {
  return value < 100 ? [1900 + value, 2000 + value] : [value % 100];
}

/** "две трети", "two-thirds", "a quarter"; "үчтөн эки" and "10дон 3". */
function fractionInWords(
  pieces: readonly Piece[],
  at: number,
  composed: Composed,
  language: Language,
): ReadNumber | null {
  const { value, next } = composed;
  const start = pieces[at]?.start ?? 0;
  const made = (upper: number, lower: number, end: number): ReadNumber => {
    const share = upper / lower;
    const span = { start, end: pieces[end - 1]?.end ?? start };
    const others = [100 * share, upper, lower];
    return {
      facts: [{ ...COUNT, ...span, value: share, others, kind: 'fraction', form: 'words', digits: null }],
      next: end,
    };
  };
  if (language === 'ky') {
    const suffixAt = composed.form === 'digits' ? suffixPosition(pieces, next, language) : -1;
    const isOutOf = composed.outOf || ABLATIVE.test(pieces[suffixAt]?.plain ?? '');
    if (!isOutOf) return null;
    const from = suffixAt >= 0 ? suffixAt + 1 : next;
    const upper = composeNumber(pieces, from, language);
    return upper &&
      upper.value < value &&
      value <= 100 &&
      upper.value > 0 &&
      !upper.ordinal &&
      upper.form === composed.form
      ? made(upper.value, value, upper.next)
      : null;
  }
  if (composed.form !== 'words' || composed.ordinal || !(value >= 1 && value < 10)) return null;
  const lowerAt = pieces[next]?.text === '-' ? next + 1 : next;
  const lower = pieces[lowerAt];
  const word = lower?.kind === 'word' ? readNumberWord(lower.plain, language) : null;
  if (!word?.denominator || (language === 'en' && lower?.plain.endsWith('s') !== value > 1)) return null;
  return made(value, word.denominator, lowerAt + 1);
}

const CURRENCY_GAP = /^\s?$/;
/** Between a number and its unit: "5 млн американских долларов", "10 million US dollars". */
const ADJECTIVES =
  /^(?:us|u|s|american|kyrgyz|kazakh|russian|nautical|американск.+|российск.+|к[ыи]ргызск.+|казахстанск.+|акш|акшнын|кыргыз|орус|казак|россия)$/;

const SQUARE = /^(?:кв|квадратн.+|чарчы|sq|square)$/;
const CUBIC = /^(?:куб|кубическ.+|cubic|cu)$/;

function raisedBy(unit: Unit, power: 2 | 3 | null): Unit {
  return power === null ? unit : (raised(unit, power) ?? unit);
}

/** A unit or currency where it stands. */
interface Measure extends Span {
  readonly code: string;
}

function unitAround(pieces: readonly Piece[], at: number, next: number, language: Language): Measure | null {
  const before = pieces[at - 1];
  const touching = CURRENCY_GAP.test(pieces[at]?.gap ?? '');
  const sign = before && touching ? readCurrencySign(before.text) : null;
  if (before && sign) return { code: sign.code, start: before.start, end: before.end };
  if (before && touching && isCurrencyCode(before.text))
    return { code: before.text, start: before.start, end: before.end };
  let power: 2 | 3 | null = null;
  for (let n = next; n < next + 4; n += 1) {
    const piece = pieces[n];
    if (!piece || piece.gap.length > 1) return null;
    const { start, end } = piece;
    if (piece.kind === 'sign') {
      const currency = readCurrencySign(piece.text);
      if (currency) return { code: currency.code, start, end };
      if (!/^[-.]$/.test(piece.text)) return null;
      continue;
    }
    const unit = piece.kind === 'word' ? readUnitWord(piece.text, piece.plain, language) : null;
    const energy = unit && overHours(unit);
    const hours = energy && hoursBehind(pieces, n);
    if (energy && hours) return { code: energy.code, start, end: hours.end };
    if (unit) {
      const sign = pieces[n + 1];
      const written = sign?.gap === '' && /^[²³]$/.test(sign.text) ? sign : null;
      const area = raisedBy(unit, power ?? (written ? (written.text === '²' ? 2 : 3) : null));
      return { code: area.code, start, end: written && area !== unit ? written.end : end };
    }
    power ??= SQUARE.test(piece.plain) ? 2 : CUBIC.test(piece.plain) ? 3 : null;
    if (power === null && !ADJECTIVES.test(piece.plain)) return null;
  }
  return null;
}

/** The hours that multiply what stands there: of "кВт·ч", "кВт/саат", "киловатт-часов", "kilowatt hours". */
function hoursBehind(pieces: readonly Piece[], at: number): Piece | undefined {
  const [sign, word] = [pieces[at + 1], pieces[at + 2]];
  const joined = /^[-–·⋅*×/]$/u.test(sign?.text ?? '') && `${sign?.gap}${word?.gap}` === '';
  const hours = joined ? word : sign;
  const isHours = /^(?:ч|час(?:а|ов|ам|ами|ах|у|ом|е|ы)?|саат\p{L}*|h|hours?)$/u.test(hours?.plain ?? '');
  return isHours ? hours : undefined;
}

/** Roman numerals: certain before a century only, as "I", "CD" and "MIX" are other things too. */
function romanAt(pieces: readonly Piece[], at: number, language: Language): ReadNumber | null {
  const piece = pieces[at];
  const value = piece ? readRoman(piece.text) : null;
  if (!piece || value === null) return null;
  const following = pieces[at + 1];
  const afterDash = /^[-–—]$/.test(following?.text ?? '') ? pieces[at + 2] : following;
  const second = afterDash && afterDash !== following ? readRoman(afterDash.text) : null;
  const noun = second !== null ? pieces[at + 3] : afterDash;
  const isCentury = CENTURY[language].test(noun?.plain ?? '');
  if (!isCentury && piece.text.length === 1 && language === 'en') return { facts: [], next: at + 1 };
  const span = { start: piece.start, end: piece.end };
  const kind = isCentury ? 'century' : 'ordinal';
  return {
    facts: [
      { ...COUNT, ...span, value, kind, form: 'roman', certain: isCentury && value < 30, digits: null },
    ],
    next: at + 1,
  };
}

const RANGE_GAP = /^(?:\s?[-–—\u2010\u2011]\s?|\s(?:to|till|until|до)\s|\s(?:and|or|и|или|же|жана|менен)\s)$/;
const IS_RANGE = /[-–—\u2010\u2011]|\s(?:to|till|until|до)\s/;
/** "5тен 7ге чейин": case endings stand between. */
const KYRGYZ_GAP = /^-?[дтн][аеоө]н\s$/;

/** What is said of the end of a range holds for its beginning too: "5–7 млн", "от 5 до 7 процентов". */
function joinRanges(facts: readonly NumberFact[], text: string, language: Language): readonly NumberFact[] {
  const joined = [...facts];
  for (let n = joined.length - 2; n >= 0; n -= 1) {
    const [from, to] = [joined[n], joined[n + 1]];
    if (!from || !to || to.start - from.end > 12) continue;
    const gap = text.slice(from.end, to.start).toLowerCase();
    const isKyrgyz = language === 'ky' && KYRGYZ_GAP.test(gap);
    if (!isKyrgyz && !RANGE_GAP.test(gap)) continue;
    const isRange = (isKyrgyz || IS_RANGE.test(gap)) && from.value < to.value;
    const isShort = isRange === false && from.value > 1000 && to.value < 100 && gap.length === 1;
    const scaled = from.magnitude === 1 && to.magnitude > 1 && from.form === 'digits';
    joined[n] = {
      ...from,
      ...(scaled && {
        value: from.value * to.magnitude,
        others: [from.value],
        magnitude: to.magnitude,
      }),
      unit: from.unit ?? to.unit,
      unitAt: from.unitAt ?? to.unitAt,
      kind: from.kind === 'count' && ['percent', 'century', 'year'].includes(to.kind) ? to.kind : from.kind,
      range: isRange ? 'from' : null,
    };
    // "2018–19"
    const century = from.value - (from.value % 100);
    if (isRange) joined[n + 1] = { ...to, range: to.range ?? 'to' };
    else if (isShort) joined[n + 1] = { ...to, others: [...to.others, century + to.value] };
  }
  return joined;
}
