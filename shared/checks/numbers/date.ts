import type { Language } from '../../model/language';
import { daysIn, weekdayOf, type CalendarFact, type DateFact } from '../../text/dates';
import { writeCalendarWord } from '../../text/month-words';
import type { ArticleCheck, CheckedRow } from '../engine/check';
import {
  compareValues,
  placeOfMissing,
  rowsNearby,
  valuesByRow,
  type Difference,
  type RowValues,
  type Valued,
} from './compare-values';
import { sayingsOf, spanOf, type FindingSpan, type Fix, type ReportOf } from '../engine/finding';
import { figuresOf, keyOfNumber } from './values';

type DateAspect = 'day' | 'month' | 'year' | 'weekday' | 'time' | 'number';

interface DateValue extends Valued {
  readonly aspect: DateAspect;
  /** Null for plain numbers, which can only answer for a year or an hour. */
  readonly fact: CalendarFact | null;
  readonly text: string;
}

/** Dates, weekdays and times by value across the versions of a row, and weekdays that do not fit their date. */
export const date: ArticleCheck<'date'> = {
  id: 'date',
  scope: 'article',
  severity: 'major',
  category: 'accuracy/mistranslation',
  find: (rows) => {
    const read = rows.map(valuesOf);
    return rows.flatMap((row, n) => {
      const values = read[n];
      if (!values || harmless.has(values)) return [];
      const isAlike = compareValues(values, [], COMPARISON).length === 0;
      const reports = isAlike
        ? []
        : compareValues(values, rowsNearby(read, n), COMPARISON).flatMap(
            (difference) => reportOf(row, difference) ?? [],
          );
      const own = impossible(row, reports);
      if (isAlike && own.length === 0) harmless.add(values);
      return [...reports, ...own];
    });
  },
};

/** Rows that need neither be held against their neighbours nor looked at again. */
const harmless = new WeakSet<RowValues<DateValue>>();

const valuesOf = valuesByRow((paragraph, language, placeOf): readonly DateValue[] => {
  const { id: paragraphId, text } = paragraph;
  const { numbers, dates } = figuresOf(paragraph, language);
  const made = (
    aspect: DateAspect,
    fact: CalendarFact | null,
    { start, end }: { readonly start: number; readonly end: number },
    keys: readonly string[],
    demand: Valued['demand'],
  ): DateValue => ({
    ...{ language, paragraphId, start, end, keys, demand, aspect, fact },
    place: placeOf(start),
    text: text.slice(start, end),
  });
  const plain = numbers.map((fact) =>
    made('number', null, fact, [fact.value, ...fact.others].map(keyOfNumber), 'never'),
  );
  const months = new Set(dates.flatMap((fact) => (fact.kind === 'date' ? [fact.month.value] : [])));
  // "Сентябрдын 24үндө" far from its month: month and day can be found apart.
  const apart = [...months].flatMap((month) =>
    numbers
      .slice(0, MENTIONS)
      .filter(({ value }) => value >= 1 && value <= 31 && Number.isInteger(value))
      .map((fact) => made('day', null, fact, [dayKey(month, fact.value)], 'never')),
  );
  return [
    ...plain,
    ...(dates.some(isBareMonth) ? apart : []),
    ...dates.flatMap((fact) => partsOf(fact, made)),
  ];
});

const MENTIONS = 20;

function isBareMonth(fact: CalendarFact): boolean {
  return fact.kind === 'date' && !fact.day;
}

function dayKey(month: number, day: number): string {
  return `m${month}d${day}`;
}

function partsOf(
  fact: CalendarFact,
  made: (
    aspect: DateAspect,
    fact: CalendarFact,
    span: { readonly start: number; readonly end: number },
    keys: readonly string[],
    demand: Valued['demand'],
  ) => DateValue,
): readonly DateValue[] {
  if (fact.kind === 'weekday')
    return [made('weekday', fact, fact, [`w${fact.word.value}`], fact.certain ? 'agreed' : 'never')];
  if (fact.kind === 'time')
    return [made('time', fact, fact, timeKeys(fact), fact.certain ? 'always' : 'never')];
  const { day, month, year, certain } = fact;
  const demand = certain ? 'always' : 'never';
  const monthKey = `m${month.value}`;
  const yearPart = year ? [made('year', fact, year, [keyOfNumber(year.value)], demand)] : [];
  if (!day) return [made('month', fact, month, [monthKey], certain ? 'agreed' : 'never'), ...yearPart];
  const span = { start: Math.min(day.start, month.start), end: Math.max(day.end, month.end) };
  return [
    made('day', fact, span, [dayKey(month.value, day.value)], demand),
    // Where another version gives the month alone, a full date answers for it.
    made('month', fact, month, [monthKey], 'never'),
    ...yearPart,
  ];
}

/** Times are told apart on a clock of 12 hours: "7 p.m." may be "кечки саат жети". */
function timeKeys({ hour, minute }: Extract<CalendarFact, { kind: 'time' }>): readonly string[] {
  if (hour.value > 24) return [`t${hour.value}:${minute?.value ?? 0}`];
  const key = `t${hour.value % 12}:${minute?.value ?? 0}`;
  if (minute && minute.value > 0) return [key];
  return [key, ...[hour.value % 12, (hour.value % 12) + 12].map(keyOfNumber)];
}

const COMPARISON = { likeness, isSame: () => false };

function likeness(a: DateValue, b: DateValue): number {
  const near = 1 - Math.abs(a.place - b.place);
  if (a.fact?.kind !== b.fact?.kind) return 0;
  if (a.fact?.kind !== 'date' || b.fact?.kind !== 'date') return a.aspect === b.aspect ? 1 + near : 0;
  const isYear = a.aspect === 'year';
  if (isYear !== (b.aspect === 'year')) return 0;
  const [one, two] = [a.fact, b.fact];
  const same = (part: 'day' | 'month' | 'year'): number =>
    one[part] && two[part] && one[part].value === two[part].value ? 2 : 0;
  return 0.5 + near + same('day') + same('month') + same('year') + (a.aspect === b.aspect ? 1 : 0);
}

function reportOf(row: CheckedRow, difference: Difference<DateValue>): ReportOf<'date'> | null {
  switch (difference.type) {
    case 'changed': {
      const { odd, others } = difference;
      const [first] = others;
      if (!first) return null;
      const fix = fixOf(odd, first);
      return {
        message: aspectOf(odd, first),
        params: { language: odd.language, date: odd.text, said: sayingsOf(others) },
        spans: [odd, ...others].map(spanOf),
        ...(fix && { fixes: [fix] }),
      };
    }
    case 'different': {
      const [odd, ...others] = difference.all;
      const [first] = others;
      if (!odd || !first) return null;
      return {
        message: aspectOf(odd, first),
        params: { language: odd.language, date: odd.text, said: sayingsOf(others) },
        spans: [odd, ...others].map(spanOf),
      };
    }
    case 'missing': {
      const [first] = difference.others;
      // Weekdays, months alone and years are often left to the context.
      if (!first || first.demand !== 'always' || first.aspect === 'year') return null;
      return {
        message: 'missing',
        params: { language: difference.language, said: sayingsOf(difference.others) },
        severity: 'minor',
        spans: [placeOfMissing(row, difference.language, first), ...difference.others.map(spanOf)],
      };
    }
    case 'added': {
      const { odd, lacking } = difference;
      if (odd.aspect === 'year') return null;
      return {
        message: 'added',
        params: { language: odd.language, date: odd.text, others: lacking.join(' ') },
        severity: 'minor',
        spans: [spanOf(odd), ...lacking.map((language) => placeOfMissing(row, language, odd))],
      };
    }
  }
}

/** In what two values differ. */
function aspectOf(odd: DateValue, other: DateValue): Exclude<DateAspect, 'number'> | 'date' {
  // Nobody demands a plain number, so none is ever the odd one.
  if (odd.aspect === 'number') return 'date';
  if (odd.fact?.kind !== 'date' || other.fact?.kind !== 'date' || odd.aspect === 'year') return odd.aspect;
  if (odd.fact.month.value !== other.fact.month.value)
    return odd.fact.day && other.fact.day && odd.fact.day.value !== other.fact.day.value ? 'date' : 'month';
  return 'day';
}

/** What the others say, in the form of the odd one; nothing where its form is not certain. */
function fixOf(odd: DateValue, other: DateValue): Fix | null {
  const { language, paragraphId } = odd;
  const put = (
    { start, end }: { readonly start: number; readonly end: number },
    text: string | null,
  ): Fix | null => (text === null ? null : { language, paragraphId, start, end, text });
  if (odd.fact?.kind === 'weekday' && other.fact?.kind === 'weekday')
    return put(odd, writeCalendarWord(other.fact.word.value, odd.fact.word, 'weekday', language));
  if (odd.fact?.kind === 'time' && other.fact?.kind === 'time')
    return odd.fact.half === other.fact.half && odd.fact.minute && other.fact.minute
      ? put({ start: odd.fact.hour.start, end: odd.fact.minute.end }, timeLike(odd.text, other.fact))
      : null;
  if (odd.fact?.kind !== 'date' || other.fact?.kind !== 'date') return null;
  const [mine, theirs] = [odd.fact, other.fact];
  if (odd.aspect === 'year') return mine.year && theirs.year && put(mine.year, String(theirs.year.value));
  const isDayOff = mine.day && theirs.day && mine.day.value !== theirs.day.value;
  const isMonthOff = mine.month.value !== theirs.month.value;
  if (isDayOff && isMonthOff) return null;
  if (isMonthOff)
    return put(
      mine.month,
      mine.monthWord
        ? writeCalendarWord(theirs.month.value, mine.monthWord, 'month', language)
        : String(theirs.month.value).padStart(mine.month.end - mine.month.start, '0'),
    );
  const isPlainDay = mine.day && mine.day.end - mine.day.start <= 2;
  return isDayOff && isPlainDay && mine.day ? put(mine.day, String(theirs.day.value)) : null;
}

function timeLike(text: string, time: Extract<CalendarFact, { kind: 'time' }>): string {
  const separator = /[:.]/.exec(text)?.[0] ?? ':';
  return `${time.hour.value}${separator}${String(time.minute?.value ?? 0).padStart(2, '0')}`;
}

/** Within one version: a weekday on which its date did not fall, and days no month has. */
function impossible(row: CheckedRow, reports: readonly ReportOf<'date'>[]): readonly ReportOf<'date'>[] {
  const isTold = ({ paragraphId, start, end }: FindingSpan): boolean =>
    reports
      .slice(0, MENTIONS)
      .some(
        ({ spans: [first] }) => first?.paragraphId === paragraphId && first.start < end && start < first.end,
      );
  return (Object.keys(row.all) as Language[]).flatMap((language) =>
    row.all[language].flatMap((paragraph) =>
      figuresOf(paragraph, language).dates.flatMap((fact): readonly ReportOf<'date'>[] => {
        if (fact.kind !== 'date' || !fact.day) return [];
        const span = { language, paragraphId: paragraph.id, start: fact.start, end: fact.end };
        if (isTold(span)) return [];
        const text = paragraph.text.slice(fact.start, fact.end);
        const message = whyImpossible(fact);
        return message ? [{ message, params: { language, date: text }, spans: [span] }] : [];
      }),
    ),
  );
}

function whyImpossible({ day, month, year, weekday }: DateFact): 'noSuchDay' | 'wrongWeekday' | null {
  if (!day) return null;
  if (day.value < 1 || day.value > daysIn(month.value, year?.value ?? null)) return 'noSuchDay';
  // The calendar of old dates is not known.
  if (weekday === null || !year || year.value < 1919) return null;
  return weekdayOf(day.value, month.value, year.value) === weekday ? null : 'wrongWeekday';
}
