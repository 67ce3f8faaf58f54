import type { Language } from '../model/language';
import { composeNumber } from './compose-number';
import { readCalendarWord, type CalendarWord } from './month-words';
import { cutPieces, type Piece } from './number-pieces';
import type { Span } from './sentences';

/** A part of a date with its place. */
export interface DatePart extends Span {
  readonly value: number;
}

/** A month or weekday word with its place, and its form for writing another like it. */
export interface CalendarPart extends DatePart, CalendarWord {
  readonly text: string;
}

/** A date as far as it is said: "24 July 2019", "24.07.2019", "in July", "2019-жылдын июль айы". */
export interface DateFact extends Span {
  readonly kind: 'date';
  readonly day: DatePart | null;
  readonly month: DatePart;
  /** The word for the month; null for "07". */
  readonly monthWord: CalendarPart | null;
  readonly year: DatePart | null;
  /** The weekday that stands right beside it: "Wednesday, July 24". */
  readonly weekday: number | null;
  readonly certain: boolean;
}

export interface WeekdayFact extends Span {
  readonly kind: 'weekday';
  readonly word: CalendarPart;
  readonly certain: boolean;
}

/** A time of day: "10:30", "7 p.m.", "22 ч.", "саат 10:30". */
export interface TimeFact extends Span {
  readonly kind: 'time';
  /** As said: 7 with `half` "pm" is 19 o'clock. */
  readonly hour: DatePart;
  readonly minute: DatePart | null;
  /** Which half of the day is said; null for a clock of 24 hours, or where it is not said. */
  readonly half: 'am' | 'pm' | null;
  readonly certain: boolean;
}

export type CalendarFact = DateFact | WeekdayFact | TimeFact;

/**
 * The dates, weekdays and times of a text in order, `text.slice(start, end)` in UTF-16 offsets. Relative words
 * ("yesterday") are not read: when that is depends on the day of writing. Impossible days ("94 July") are read, so
 * that they can be told. Takes time linear in the length of the text.
 */
export function readDates(text: string, language: Language): readonly CalendarFact[] {
  const pieces = cutPieces(text);
  const facts: CalendarFact[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (piece?.kind === 'word') {
      const month = readCalendarWord(piece.text, 'month', language);
      if (month) facts.push(...datesAround(pieces, at, month, language));
      const weekday = readCalendarWord(piece.text, 'weekday', language);
      if (weekday) facts.push(weekdayAt(pieces, at, weekday, language));
    } else if (piece?.kind === 'digits') {
      const fact = numericDate(pieces, at, language) ?? timeAt(pieces, at, language);
      if (fact) facts.push(fact);
    }
  }
  return joinWeekdays(facts, text);
}

const HYPHEN = /^[-–—\u2010\u2011]$/;

function digitsAt(pieces: readonly Piece[], at: number, pattern: RegExp): DatePart | null {
  const piece = pieces[at];
  return piece?.kind === 'digits' && pattern.test(piece.text)
    ? { value: Number(piece.text), start: piece.start, end: piece.end }
    : null;
}

const DAY = /^\d{1,2}$/;
const YEAR = /^\d{4}$/;

/** The date whose month stands here, and those that share it: "24–25 июля". */
function datesAround(
  pieces: readonly Piece[],
  at: number,
  month: CalendarWord,
  language: Language,
): readonly DateFact[] {
  const piece = pieces[at];
  if (!piece) return [];
  const word: CalendarPart = { ...month, text: piece.text, start: piece.start, end: piece.end };
  const before = dayBefore(pieces, at, language);
  const after = before ? null : dayAfter(pieces, at, language);
  const day = before ?? after;
  const year =
    yearBefore(pieces, before ? before.at : at, language) ??
    yearAfter(pieces, after ? after.at + 1 : month.form === 'short' ? behindDot(pieces, at + 1) : at + 1);
  const isNamed = isMonthByContext(pieces, at, language);
  const certain = day !== null || year !== null || (month.form !== 'short' && (!month.loose || isNamed));
  const parts = [word, ...(day ? [day.part] : []), ...(year ? [year] : [])];
  const fact: DateFact = {
    kind: 'date',
    day: day?.part ?? null,
    month: { value: word.value, start: word.start, end: word.end },
    monthWord: word,
    year,
    weekday: null,
    certain,
    start: Math.min(...parts.map(({ start }) => start)),
    end: Math.max(...parts.map(({ end }) => end)),
  };
  const earlier = before ? earlierDay(pieces, before.at) : null;
  if (earlier) return [{ ...fact, day: earlier, start: earlier.start, end: earlier.end }, fact];
  const later = after ? laterDay(pieces, after.at) : null;
  return later ? [fact, { ...fact, day: later, start: later.start, end: later.end }] : [fact];
}

interface FoundDay {
  readonly part: DatePart;
  /** The piece it begins with before a month, ends with behind one. */
  readonly at: number;
}

function dayBefore(pieces: readonly Piece[], month: number, language: Language): FoundDay | null {
  let at = month - 1;
  if (language === 'en' && pieces[at]?.plain === 'of') at -= 1;
  if (HYPHEN.test(pieces[at]?.text ?? '') && language !== 'en') at -= 1;
  if (/^(?:го|st|nd|rd|th|е)$/.test(pieces[at]?.plain ?? '') && pieces[at]?.gap === '') at -= 1;
  if (HYPHEN.test(pieces[at]?.text ?? '') && pieces[at]?.gap === '') at -= 1;
  const part = digitsAt(pieces, at, DAY);
  if (part) return { part, at };
  return dayInWords(pieces, month - 1, language) ?? dayInWords(pieces, month - 2, language);
}

/** "двадцать четвёртого июля", "fourth of July", "биринчи май". */
function dayInWords(pieces: readonly Piece[], at: number, language: Language): FoundDay | null {
  const last = pieces[at]?.plain === 'of' ? at - 1 : at;
  for (const first of [last - 1, last]) {
    const [start, end] = [pieces[first], pieces[last]];
    if (start?.kind !== 'word' || !end) continue;
    const composed = composeNumber(pieces, first, language);
    if (composed?.ordinal && composed.next === last + 1 && composed.value <= 31)
      return { part: { value: composed.value, start: start.start, end: end.end }, at: first };
  }
  return null;
}

/** "July 24, 2019", "июлдун 24үндө"; not "July 2019". */
function dayAfter(pieces: readonly Piece[], month: number, language: Language): FoundDay | null {
  if (language === 'ru') return null;
  const at = behindDot(pieces, month + 1);
  const part = digitsAt(pieces, at, DAY);
  const piece = pieces[at];
  if (!part || !piece || piece.gap.length !== 1) return null;
  const next = pieces[at + 1];
  if (next?.text === '%' || (next?.text === ':' && next.gap === '')) return null;
  const hasEnding = next?.kind === 'word' && next.gap === '';
  if (language === 'ky' && !hasEnding && !(HYPHEN.test(next?.text ?? '') && next?.gap === '')) return null;
  return { part, at: hasEnding ? at + 1 : at };
}

/** Behind the full stop of "Sept. 4". */
function behindDot(pieces: readonly Piece[], at: number): number {
  return pieces[at]?.text === '.' && pieces[at]?.gap === '' ? at + 1 : at;
}

/** The 24 of "24–25 июля", "24 и 25 июля". */
function earlierDay(pieces: readonly Piece[], at: number): DatePart | null {
  const link = pieces[at - 1]?.plain ?? '';
  if (!HYPHEN.test(link) && !/^(?:и|по|до|and|to|жана|менен)$/.test(link)) return null;
  const part = digitsAt(pieces, at - 2, DAY);
  return part && part.value >= 1 && part.value <= 31 ? part : null;
}

/** The 25 of "July 24–25". */
function laterDay(pieces: readonly Piece[], at: number): DatePart | null {
  const link = pieces[at + 1];
  if (!HYPHEN.test(link?.text ?? '') || link?.gap !== '' || pieces[at + 2]?.gap !== '') return null;
  const part = digitsAt(pieces, at + 2, DAY);
  return part && part.value >= 1 && part.value <= 31 ? part : null;
}

/** "2019-жылдын 24-июлу", "2018-ж. 29-сентябрда". */
function yearBefore(pieces: readonly Piece[], first: number, language: Language): DatePart | null {
  if (language !== 'ky') return null;
  let at = first - 1;
  if (/^[.,]$/.test(pieces[at]?.text ?? '')) at -= 1;
  if (!/^(?:жыл|ж$)/.test(pieces[at]?.plain ?? '')) return null;
  at -= 1;
  if (HYPHEN.test(pieces[at]?.text ?? '')) at -= 1;
  return digitsAt(pieces, at, YEAR);
}

function yearAfter(pieces: readonly Piece[], next: number): DatePart | null {
  const at = /^(?:,|of)$/.test(pieces[next]?.plain ?? '') ? next + 1 : next;
  // "24 июля 2019", "24-июль, 2019-жыл"; behind a comma other numbers stand too.
  const year = digitsAt(pieces, at, YEAR);
  return year && year.value >= 1000 ? year : null;
}

function isMonthByContext(pieces: readonly Piece[], at: number, language: Language): boolean {
  const [before, after] = [pieces[at - 1]?.plain ?? '', pieces[at + 1]?.plain ?? ''];
  if (language === 'en')
    return /^(?:in|of|since|until|till|by|last|next|this|early|late|mid|during|from|to|through|before|after)$/.test(
      before,
    );
  if (language === 'ky') return /^ай(?:ы|д|га|да)/.test(after) || after === 'ай';
  return pieces[at]?.plain === pieces[at]?.text;
}

function weekdayAt(
  pieces: readonly Piece[],
  at: number,
  weekday: CalendarWord,
  language: Language,
): WeekdayFact {
  const piece = pieces[at];
  const [start, end] = [piece?.start ?? 0, piece?.end ?? 0];
  const [before, after] = [pieces[at - 1], pieces[at + 1]];
  const isDay =
    language === 'ky'
      ? /^күн/.test(after?.plain ?? '')
      : language === 'ru' && weekday.value === 3
        ? /^во?$/.test(before?.plain ?? '') && piece?.plain === 'среду'
        : !weekday.loose;
  // "Sunday Times", "Black Friday" are names, which may be written in any way.
  const isName =
    language === 'en' &&
    ((after?.kind === 'word' &&
      after.gap === ' ' &&
      /^\p{Lu}/u.test(after.text) &&
      !readCalendarWord(after.text, 'month', 'en')) ||
      /^(?:Black|Good|Bloody|Super|Cyber|Giving|Palm|Ash)$/.test(before?.text ?? ''));
  const word: CalendarPart = { ...weekday, text: piece?.text ?? '', start, end };
  return { kind: 'weekday', word, certain: (isDay || !weekday.loose) && !isName, start, end };
}

/** "24.07.2019", "2019-07-24". */
function numericDate(pieces: readonly Piece[], at: number, language: Language): DateFact | null {
  const piece = pieces[at];
  if (!piece) return null;
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(piece.text) ?? yearOfRange(pieces, at);
  if (dotted) {
    const [, day = '', month = '', year = ''] = dotted;
    const start = piece.start;
    const end = pieces[at + (dotted.input === piece.text ? 0 : 2)]?.end ?? piece.end;
    return numeric(
      { value: Number(day), start, end: start + day.length },
      { value: Number(month), start: start + day.length + 1, end: start + day.length + 1 + month.length },
      { value: Number(year), start: end - year.length, end },
    );
  }
  const [first, second] = [pieces[at + 1], pieces[at + 3]];
  const isSame = first?.text === second?.text && [1, 2, 3, 4].every((n) => pieces[at + n]?.gap === '');
  if (!isSame) return null;
  if (first?.text === '-') {
    const [year, month, day] = [YEAR, DAY, DAY].map((pattern, n) => digitsAt(pieces, at + 2 * n, pattern));
    return year && month && day ? numeric(day, month, year) : null;
  }
  if (first?.text !== '/') return null;
  const [one, two, year] = [DAY, DAY, YEAR].map((pattern, n) => digitsAt(pieces, at + 2 * n, pattern));
  if (!one || !two || !year) return null;
  // "7/24/2019" is American; where both could be months nobody can tell in English.
  if (one.value <= 12 && two.value > 12) return numeric(two, one, year);
  const fact = numeric(one, two, year);
  return fact && { ...fact, certain: language !== 'en' || one.value > 12 };
}

/** "05.02" of "05.02–10.02.2024": its year is that of the end of the range. */
function yearOfRange(pieces: readonly Piece[], at: number): RegExpExecArray | null {
  const [piece, dash, end] = [pieces[at], pieces[at + 1], pieces[at + 2]];
  const year = /^\d{1,2}\.\d{1,2}\.(\d{4})$/.exec(end?.text ?? '')?.[1];
  if (!piece || !year || !HYPHEN.test(dash?.text ?? '') || !/^\d{1,2}\.\d\d$/.test(piece.text)) return null;
  return /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(`${piece.text}.${year}`);
}

function numeric(day: DatePart, month: DatePart, year: DatePart): DateFact | null {
  if (month.value < 1 || month.value > 12) return null;
  const start = Math.min(day.start, month.start, year.start);
  const end = Math.max(day.end, month.end, year.end);
  return { kind: 'date', day, month, monthWord: null, year, weekday: null, certain: true, start, end };
}

const AT: Readonly<Record<Language, RegExp>> = {
  ru: /^(?:в|к|до|с|около|после)$/,
  ky: /^(?:саат|таңкы|кечки|түнкү|түшкү)$/,
  en: /^(?:at|by|until|from|to|around)$/,
};
const MORNING: Readonly<Record<Language, RegExp>> = {
  ru: /^(?:утра|ночи)$/,
  ky: /^(?:таңкы|эртең)$/,
  en: /^am$/,
};
const EVENING: Readonly<Record<Language, RegExp>> = {
  ru: /^(?:вечера|дня)$/,
  ky: /^(?:кечки|түшкү)$/,
  en: /^pm$/,
};

function timeAt(pieces: readonly Piece[], at: number, language: Language): TimeFact | null {
  const piece = pieces[at];
  if (!piece || (pieces[at - 1]?.text === ':' && piece.gap === '')) return null;
  const dotted = /^(\d{1,2})\.(\d\d)$/.exec(piece.text);
  const colon = pieces[at + 1];
  const minutes =
    colon?.text === ':' && colon.gap + (pieces[at + 2]?.gap ?? '') === '' && !dotted
      ? digitsAt(pieces, at + 2, /^[0-5]\d$/)
      : null;
  const next = minutes ? at + 3 : at + 1;
  const half = halfOfDay(pieces, at, next, language);
  const isAt = AT[language].test(pieces[at - 1]?.plain ?? '');
  const end = minutes?.end ?? piece.end;
  const made = (hour: DatePart, minute: DatePart | null): TimeFact => ({
    kind: 'time',
    hour,
    minute,
    half: half?.half ?? null,
    certain: true,
    start: piece.start,
    end: half?.end ?? end,
  });
  if (minutes && DAY.test(piece.text))
    return made({ value: Number(piece.text), start: piece.start, end: piece.end }, minutes);
  if (dotted && (half || (isAt && language === 'ky'))) {
    const [, hour = '', minute = ''] = dotted;
    return Number(minute) < 60 && Number(hour) < 25
      ? made(
          { value: Number(hour), start: piece.start, end: piece.start + hour.length },
          { value: Number(minute), start: piece.end - minute.length, end: piece.end },
        )
      : null;
  }
  const isHour = half !== null || (language === 'ru' && pieces[next]?.plain === 'ч' && isAt);
  return isHour && DAY.test(piece.text) && Number(piece.text) <= 24
    ? made({ value: Number(piece.text), start: piece.start, end: piece.end }, null)
    : null;
}

interface FoundHalf {
  readonly half: 'am' | 'pm';
  readonly end: number | null;
}

/** "a.m.", "pm", "утра", "часов вечера", "таңкы 7". */
function halfOfDay(pieces: readonly Piece[], at: number, next: number, language: Language): FoundHalf | null {
  if (language === 'ky') {
    const words = [pieces[at - 1]?.plain ?? '', pieces[at - 2]?.plain ?? ''];
    if (words[0] !== 'саат' && !words.some((word) => /^(?:таңкы|кечки|түшкү)$/.test(word))) return null;
    if (words.some((word) => MORNING.ky.test(word))) return { half: 'am', end: null };
    return words.some((word) => EVENING.ky.test(word)) ? { half: 'pm', end: null } : null;
  }
  const first = pieces[next];
  if (!first || first.gap.length > 1) return null;
  if (language === 'en') {
    const dots = [1, 2, 3].map((n) => pieces[next + n]?.text ?? '');
    const spelled = /^[ap]$/.test(first.plain) && dots[0] === '.' && dots[1] === 'm';
    const plain = spelled ? `${first.plain}m` : first.plain;
    const end = spelled ? pieces[next + (dots[2] === '.' ? 3 : 2)]?.end : first.end;
    if (MORNING.en.test(plain)) return { half: 'am', end: end ?? null };
    return EVENING.en.test(plain) ? { half: 'pm', end: end ?? null } : null;
  }
  const noun = /^(?:час(?:а|ов)?|ч)$/.test(first.plain) ? pieces[next + 1] : first;
  // "в 5 дня" is said, "5 дня" hardly ever anything else; but "до 5 дней" is no time.
  if (MORNING.ru.test(noun?.plain ?? '')) return { half: 'am', end: noun?.end ?? null };
  return EVENING.ru.test(noun?.plain ?? '') ? { half: 'pm', end: noun?.end ?? null } : null;
}

/** Gives a date the weekday that stands beside it. */
function joinWeekdays(facts: readonly CalendarFact[], text: string): readonly CalendarFact[] {
  return facts.map((fact, n) => {
    if (fact.kind !== 'date' || !fact.day) return fact;
    const [before, after] = [facts[n - 1], facts[n + 1]];
    if (before?.kind === 'weekday' && /^(?:,? |, the )$/.test(text.slice(before.end, fact.start)))
      return { ...fact, weekday: before.word.value };
    return after?.kind === 'weekday' && /^(?:-?\p{L}{1,4})?,? \(?$/u.test(text.slice(fact.end, after.start))
      ? { ...fact, weekday: after.word.value }
      : fact;
  });
}

/** The weekday of a full date, 1 (Monday) to 7; null for an impossible day. After Zeller (1887). */
export function weekdayOf(day: number, month: number, year: number): number | null {
  if (day < 1 || day > daysIn(month, year)) return null;
  const [m, y] = month < 3 ? [month + 12, year - 1] : [month, year];
  const h =
    (day +
      Math.floor((13 * (m + 1)) / 5) +
      y +
      Math.floor(y / 4) -
      Math.floor(y / 100) +
      Math.floor(y / 400)) %
    7;
  // Zeller counts from Saturday.
  return ((h + 5) % 7) + 1;
}

/** How many days a month has; without a year February has 29. */
export function daysIn(month: number, year: number | null): number {
  if (month === 2)
    return year === null || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
