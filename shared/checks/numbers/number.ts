import { LANGUAGES, type Language } from '../../model/language';
import { writeDigits } from '../../text/number-digits';
import type { NumberFact } from '../../text/numbers';
import { unitOf } from '../../text/units';
import type { ArticleCheck, CheckedRow } from '../engine/check';
import {
  compareValues,
  placeOfMissing,
  rowsNearby,
  valuesByRow,
  withoutFlood,
  type Difference,
  type RowValues,
  type Valued,
} from './compare-values';
import { sayingsOf, spanOf, type FindingSpan, type Fix, type ReportOf } from '../engine/finding';
import { figuresOf, keyOfNumber } from './values';

interface NumberValue extends Valued {
  readonly fact: NumberFact;
  /** As written. */
  readonly text: string;
  /** With its unit, where one is read. */
  readonly measured: FindingSpan & { readonly text: string };
  /** What stands behind it, as far as it matters for its form. */
  readonly after: string;
}

/** Numbers by value across the versions of a row. */
export const number: ArticleCheck<'number'> = {
  id: 'number',
  scope: 'article',
  severity: 'major',
  category: 'accuracy/mistranslation',
  find: (rows) => {
    const read = rows.map(valuesOf);
    return rows.flatMap((row, n) => {
      const values = read[n];
      if (!values || harmless.has(values)) return [];
      const units = differentUnits(values);
      const signs = lostMinus(values);
      // Most rows need not be held against their neighbours, nor looked at again.
      if (units.length + signs.length === 0 && compareValues(values, [], COMPARISON).length === 0) {
        harmless.add(values);
        return [];
      }
      const differences = compareValues(values, rowsNearby(read, n), COMPARISON);
      const reports = [
        ...differences.flatMap((difference) => reportOf(row, difference) ?? []),
        ...units,
        ...signs,
      ];
      return withoutFlood(reports, Math.max(...[...values.values.values()].map(demanded)));
    });
  },
};

const harmless = new WeakSet<RowValues<NumberValue>>();

const valuesOf = valuesByRow((paragraph, language, placeOf): readonly NumberValue[] => {
  const { numbers, dates } = figuresOf(paragraph, language);
  let next = 0;
  return numbers.map((fact): NumberValue => {
    // Both are in order: those of `date` that end before this number cannot hold it.
    while ((dates[next]?.end ?? Infinity) <= fact.start) next += 1;
    const date = dates[next];
    const isInDate = date !== undefined && date.start < fact.end && (date.certain || date.kind === 'date');
    const place = { language, paragraphId: paragraph.id };
    const start = Math.min(fact.start, fact.unitAt?.start ?? fact.start);
    const end = Math.max(fact.end, fact.unitAt?.end ?? fact.end);
    return {
      ...place,
      start: fact.start,
      end: fact.end,
      measured: { ...place, start, end, text: paragraph.text.slice(start, end) },
      keys: [fact.value, ...fact.others].map(keyOfNumber),
      ...(fact.kind === 'fraction' && fact.form === 'words' && { sought: partKeys(fact) }),
      demand: isInDate ? 'never' : demandOf(fact),
      place: placeOf(fact.start),
      fact,
      text: paragraph.text.slice(fact.start, fact.end),
      after: paragraph.text.slice(fact.digits?.end ?? fact.end, fact.end + 12),
    };
  });
});

/** What a part is told by as a whole: itself and its percentage, not the words it is made of. */
function partKeys({ value, others }: NumberFact): readonly string[] {
  const percent = keyOfNumber(value * 100);
  return [keyOfNumber(value), ...others.map(keyOfNumber).filter((key) => key === percent)];
}

/** What is told in words alone: parts, and how many times as much. */
const SMALL = new Set([1 / 4, 1 / 3, 1 / 2, 2 / 3, 3 / 4, 1.5, 2, 2.5, 3, 4]);

function demandOf({ certain, form, value, kind }: NumberFact): Valued['demand'] {
  // "two" and "half" are often said otherwise: both, a pair, in part.
  if (form === 'words' && (!certain || value <= 2))
    return kind !== 'ordinal' && SMALL.has(value) ? 'pair' : 'never';
  if (!certain) return 'never';
  if (form === 'digits' && value !== 1 && kind !== 'fraction') return 'always';
  return 'agreed';
}

function demanded(values: readonly NumberValue[]): number {
  return values.filter(({ demand }) => demand === 'always').length;
}

const COMPARISON = {
  likeness,
  isSame: (a: NumberValue, b: NumberValue) => isConverted(a.fact, b.fact),
};

/** How near, 0 to 1, small numbers in words have to stand to be taken for each other. */
const PAIR_NEAR = 0.4;

/** How probable it is that one stands for the other. */
function likeness(a: NumberValue, b: NumberValue): number {
  const [one, two] = [a.fact, b.fact];
  const isPair = a.demand === 'pair' || b.demand === 'pair';
  if (
    isPair &&
    (one.form !== 'words' || two.form !== 'words' || one.kind === 'ordinal' || two.kind === 'ordinal')
  )
    return 0;
  const near = 1 - Math.abs(a.place - b.place);
  if (isPair && near < PAIR_NEAR) return 0;
  const sameKind = one.kind === two.kind ? 1 : 0;
  const sameUnit = one.unit !== null && one.unit === two.unit ? 1 : 0;
  const sameForm = one.form === two.form ? 1 : 0;
  const alike = isRounded(one, two) ? 2 : 0;
  const digits = sharedDigits(String(one.value), String(two.value));
  return 0.5 + near + sameKind + sameUnit + sameForm + alike + digits;
}

/** The share of digits that two numbers have in the same places. */
function sharedDigits(a: string, b: string): number {
  if (a.length !== b.length) return 0;
  return Array.from(a).filter((digit, n) => digit === b[n]).length / a.length;
}

const CONVERSION = 0.1;

/** "85 miles" and "137 км". */
function isConverted(a: NumberFact, b: NumberFact): boolean {
  if (a.unit === null || b.unit === null || a.unit === b.unit) return false;
  const [one, two] = [unitOf(a.unit), unitOf(b.unit)];
  if (one.family === null || one.family === 'share' || one.family !== two.family) return false;
  const ratio = (a.value * one.factor) / (b.value * two.factor);
  return Math.abs(ratio - 1) < CONVERSION;
}

const ROUNDING = 0.05;
const COUNTED: readonly string[] = ['count', 'percent', 'fraction'];

/** "2.47 million" and "2.5": the one is the other with fewer digits. Years and centuries are not rounded. */
function isRounded(a: NumberFact, b: NumberFact): boolean {
  if (!COUNTED.includes(a.kind) || !COUNTED.includes(b.kind) || isYearLike(a, b)) return false;
  const [rough, fine] = [a.value, b.value].sort((one, two) => countDigits(one) - countDigits(two));
  if (!rough || !fine || Math.abs(rough - fine) / fine > ROUNDING) return false;
  return countDigits(rough) < countDigits(fine) && Number(fine.toPrecision(countDigits(rough))) === rough;
}

function isYearLike(...facts: readonly NumberFact[]): boolean {
  return facts.every(
    ({ value, unit, form, magnitude }) =>
      value > 1000 && value < 2100 && unit === null && form === 'digits' && magnitude === 1,
  );
}

/** How many digits of a number count: two of 2.5 and of 2,500,000. */
function countDigits(value: number): number {
  return String(value).replace('.', '').replace(/0+$/, '').replace(/^0+/, '').length;
}

function reportOf(row: CheckedRow, difference: Difference<NumberValue>): ReportOf<'number'> | null {
  switch (difference.type) {
    case 'changed':
      return changed(difference.odd, difference.others);
    case 'missing': {
      const [first] = difference.others;
      if (!first || difference.others.every(({ demand }) => demand !== 'always')) return null;
      return {
        message: 'missing',
        params: { language: difference.language, said: sayingsOf(difference.others) },
        spans: [placeOfMissing(row, difference.language, first), ...difference.others.map(spanOf)],
      };
    }
    case 'added': {
      const { odd, lacking } = difference;
      return {
        message: 'added',
        params: { language: odd.language, number: odd.text, others: lacking.join(' ') },
        severity: 'minor',
        spans: [spanOf(odd), ...lacking.map((language) => placeOfMissing(row, language, odd))],
      };
    }
    case 'different':
      return different(difference.all);
  }
}

function changed(odd: NumberValue, others: readonly NumberValue[]): ReportOf<'number'> | null {
  const [first] = others;
  if (!first) return null;
  if (
    odd.demand !== 'always' &&
    others.every(({ demand }) => demand !== 'always') &&
    odd.fact.form !== 'words'
  )
    return null;
  const rounded = others.some(({ fact }) => isRounded(odd.fact, fact));
  const fix = rounded ? null : fixOf(odd, first);
  return {
    message: rounded ? 'rounded' : 'changed',
    params: { language: odd.language, number: odd.text, said: sayingsOf(others) },
    ...(rounded && { severity: 'minor' as const }),
    spans: [spanOf(odd), ...others.map(spanOf)],
    ...(fix && { fixes: [fix] }),
  };
}

function different(all: readonly NumberValue[]): ReportOf<'number'> | null {
  const [odd, second] = all;
  if (!odd || !second) return null;
  const others = all.slice(1);
  const [first] = others;
  if (!first) return null;
  const rounded = others.every(({ fact }) => isRounded(odd.fact, fact));
  return {
    message: rounded ? 'rounded' : 'different',
    params: { language: odd.language, number: odd.text, said: sayingsOf(others) },
    ...(rounded && { severity: 'minor' as const }),
    spans: all.map(spanOf),
  };
}

/** The number of the others, written as the odd one is: with its separators and its magnitude. */
function fixOf(odd: NumberValue, other: NumberValue): Fix | null {
  const { digits, magnitude, value } = odd.fact;
  if (!digits || magnitude === 0 || other.fact.form === 'roman') return null;
  const target = other.fact.value / magnitude;
  if (Number(target.toPrecision(6)) !== target || !keepsItsEnding(value / magnitude, target, odd))
    return null;
  const like = odd.text.slice(0, digits.end - digits.start);
  const text = writeDigits(target, like, odd.language);
  return { language: odd.language, paragraphId: odd.paragraphId, start: digits.start, end: digits.end, text };
}

/** Whether what follows the digits is right behind others too: "5 лет" but "2 года", "3төн" but "5тен", "21st". */
function keepsItsEnding(before: number, after: number, { language, after: tail }: NumberValue): boolean {
  if (language === 'ky') {
    const ending = /^-?([ыиуүаеоөдтнгкчм]{1,4})(?!\p{L})/u.exec(tail);
    return !ending || lastSound(before) === lastSound(after);
  }
  if (language === 'ru')
    return (
      !/^[\s\u00A0-]\p{L}/u.test(tail) || pluralClass(before) === pluralClass(after) || /^-летн/.test(tail)
    );
  return /^(?:st|nd|rd|th)/.test(tail)
    ? ordinalEnding(before) === ordinalEnding(after)
    : (before === 1) === (after === 1);
}

/** The vowels and last sound of a number as it is read in Kyrgyz decide its ending: the same digit, or zeros. */
function lastSound(value: number): string {
  return /(?:[1-9]|[1-9]0|[1-9]00|0{3,})$/.exec(String(value))?.[0] ?? '';
}

function pluralClass(value: number): 'one' | 'few' | 'many' | 'part' {
  if (!Number.isInteger(value)) return 'part';
  const [one, ten] = [value % 10, value % 100];
  if (ten > 10 && ten < 20) return 'many';
  return one === 1 ? 'one' : one > 1 && one < 5 ? 'few' : 'many';
}

function ordinalEnding(value: number): string {
  const ten = value % 100;
  return ten > 10 && ten < 20 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
}

/** The same amount in another currency, or in another unit without conversion. */
function differentUnits(row: RowValues<NumberValue>): readonly ReportOf<'number'>[] {
  const reports: ReportOf<'number'>[] = [];
  const byKey = new Map<string, NumberValue[]>();
  for (const values of row.values.values())
    for (const value of values) {
      if (value.fact.unit === null || value.demand === 'never') continue;
      const key = keyOfNumber(value.fact.value);
      const same = byKey.get(key);
      if (same) same.push(value);
      else byKey.set(key, [value]);
    }
  for (const values of byKey.values()) {
    if (values.length > 3) continue;
    const languages = new Set(values.map(({ language }) => language));
    // Twice in one version: which belongs to which cannot be told.
    if (languages.size < 2 || languages.size !== values.length) continue;
    const codes = new Set(values.map(({ fact }) => fact.unit));
    if (codes.size < 2) continue;
    const odd =
      values.find(({ fact }) => values.filter((other) => other.fact.unit === fact.unit).length === 1) ??
      values[0];
    const others = values.filter((value) => value !== odd);
    const [first] = others;
    if (!odd || !first || !areComparable(odd.fact, first.fact)) continue;
    // "10 см" of one and "10 inches" of the other may each have been converted.
    if (hasConversions(row, odd)) continue;
    reports.push({
      message: 'unit',
      params: {
        language: odd.language,
        number: odd.measured.text,
        said: sayingsOf(others.map(({ measured }) => measured)),
      },
      spans: [odd, ...others].map(({ measured }) => spanOf(measured)),
    });
  }
  return reports;
}

/** The same number below zero in two versions and above it in the third, or the other way round. */
function lostMinus({ versions, values }: RowValues<NumberValue>): readonly ReportOf<'number'>[] {
  const all = [...values.values()].flat();
  const signed = all.filter(({ fact }) => fact.negative);
  if (versions.length < LANGUAGES.length || signed.length === 0) return [];
  return [...new Set(signed.map(({ fact }) => fact.value))].flatMap((value): ReportOf<'number'>[] => {
    const same = all.filter(({ fact }) => fact.value === value && fact.form === 'digits');
    if (same.length !== versions.length || new Set(same.map(({ language }) => language)).size !== same.length)
      return [];
    const odd = same.find(
      ({ fact }) => same.filter((other) => other.fact.negative === fact.negative).length === 1,
    );
    const others = same.filter((other) => other !== odd);
    if (!odd) return [];
    const params = {
      language: odd.language,
      number: odd.measured.text,
      said: sayingsOf(others.map(signedText)),
    };
    return [{ message: 'changed', params, spans: [spanOf(odd), ...others.map(spanOf)] }];
  });
}

function signedText({ language, text, fact }: NumberValue): {
  readonly language: Language;
  readonly text: string;
} {
  return { language, text: fact.negative ? `−${text}` : text };
}

/** Whether the version of a value measures in other units than the others throughout the row. */
function hasConversions(row: RowValues<NumberValue>, { language, fact: { unit } }: NumberValue): boolean {
  const own = row.values.get(language) ?? [];
  return own.some(
    ({ fact }) =>
      fact.unit === unit &&
      [...row.values].some(
        ([other, list]) => other !== language && list.some((value) => isConverted(fact, value.fact)),
      ),
  );
}

/** What is measured in watts and in watt-hours is often taken for each other. */
const TAKEN_FOR_EACH_OTHER: readonly (string | null)[] = ['power', 'energy'];

/** Two currencies, or two units of one family; "5 years" and "5 km" are other numbers, read amiss. */
function areComparable(a: NumberFact, b: NumberFact): boolean {
  const families = [a, b].map(({ unit }) => unitOf(unit ?? '').family);
  return families[0] === families[1] || families.every((family) => TAKEN_FOR_EACH_OTHER.includes(family));
}
