import { LANGUAGES, type Language } from '../../model/language';
import type { Paragraph } from '../../model/paragraph';
import type { Pairing, PairMark } from '../../text/paired-marks';
import type { CheckedRow } from '../engine/check';
import type { FindingSpan, Report } from '../engine/finding';

/** How marks of one kind, quotation marks or brackets, are read and closed. */
export interface Marks {
  readonly read: (paragraph: Paragraph, language: Language) => Pairing;
  readonly closing: (open: string) => string;
}

/** What can be said of any marks; each check that uses this has strings for it. */
type UnpairedReport = Report<'unclosed' | 'unopened' | 'several' | 'mismatched'>;

/** In how many paragraphs a quotation may end that begins in this one. */
const MOST_PARAGRAPHS = 8;

const WORD = /^[\p{L}\p{N}’'-]+/u;

interface Place {
  readonly row: CheckedRow;
  readonly language: Language;
  readonly paragraph: Paragraph;
  readonly mark: PairMark;
}

/** Marks without their counterpart, and marks that do not fit the one they are paired with. */
export function findUnpaired(rows: readonly CheckedRow[], marks: Marks): readonly UnpairedReport[] {
  const lone = LANGUAGES.flatMap((language) => loneMarks(rows, language, marks));
  const byRow = new Map<CheckedRow, Place[]>();
  for (const place of lone) {
    const same = byRow.get(place.row);
    if (same) same.push(place);
    else byRow.set(place.row, [place]);
  }
  return [
    ...[...byRow.values()].flatMap((places) => loneReports(places, marks)),
    ...LANGUAGES.flatMap((language) =>
      rows.flatMap(({ all }) => all[language].flatMap((paragraph) => misfits(paragraph, language, marks))),
    ),
  ];
}

/**
 * What opens in one paragraph may close in a later one: with nothing in between, or with an opening mark at the
 * start of every paragraph until then.
 */
function loneMarks(rows: readonly CheckedRow[], language: Language, marks: Marks): readonly Place[] {
  const found: Place[] = [];
  let waiting: Place[] = [];
  let since = 0;
  for (const row of rows) {
    for (const paragraph of row.all[language]) {
      const { pairs, lone } = marks.read(paragraph, language);
      since += 1;
      const last = waiting.at(-1);
      const opensAnew =
        last && [lone[0], pairs[0]?.open].some((mark) => mark?.start === 0 && mark.text === last.mark.text);
      if (since > MOST_PARAGRAPHS || (opensAnew && isClosedElsewhere(last, marks))) {
        found.push(...waiting);
        waiting = [];
      } else if (opensAnew) waiting.pop();
      for (const mark of lone) {
        const place = { row, language, paragraph, mark };
        if (!mark.opens) {
          if (waiting.pop() === undefined) found.push(place);
        } else if (isClosedInOthers(place, marks) || pairs.some(({ open }) => open.start > mark.start)) {
          found.push(place);
        } else {
          waiting.push(place);
          since = 0;
        }
      }
    }
  }
  return [...found, ...waiting];
}

/** Whether the other versions close what this one leaves open. */
function isClosedElsewhere({ row, language, paragraph }: Place, { read }: Marks): boolean {
  if (row.all[language].at(-1) !== paragraph) return false;
  const others = othersOf(row, language);
  return (
    others.length > 0 &&
    others.every((other) => {
      const pairings = row.compared[other].map((counterpart) => read(counterpart, other));
      return (
        pairings.every(({ lone }) => lone.length === 0) && pairings.some(({ pairs }) => pairs.length > 0)
      );
    })
  );
}

/** Whether the others close it, and have one pair more. */
function isClosedInOthers(place: Place, marks: Marks): boolean {
  const { row, language } = place;
  const count = (of: Language): number =>
    row.all[of].reduce((sum, paragraph) => sum + marks.read(paragraph, of).pairs.length, 0);
  return (
    isClosedElsewhere(place, marks) &&
    othersOf(row, language).every((other) => count(other) > count(language))
  );
}

function othersOf(row: CheckedRow, language: Language): readonly Language[] {
  return LANGUAGES.filter((other) => other !== language && row.compared[other].length > 0);
}

/** One report for what several versions of a row have in common. */
function loneReports(places: readonly Place[], marks: Marks): readonly UnpairedReport[] {
  const [first, ...more] = places;
  if (!first) return [];
  const languages = new Set(places.map(({ language }) => language));
  if (languages.size === 1) return places.map((place) => loneReport(place, marks));
  if (places.length === languages.size && runsOver(first.row, languages)) return [];
  const { params = {}, spans } = loneReport(first, marks);
  return [
    {
      message: 'several',
      params: { ...params, others: [...languages].join(' ') },
      spans: [...spans, ...more.map(spanOf)],
    },
  ];
}

/** Where every version has one mark too many, they agree: what it belongs to is left out of this article. */
function runsOver(row: CheckedRow, languages: ReadonlySet<Language>): boolean {
  return LANGUAGES.every((language) => row.compared[language].length === 0 || languages.has(language));
}

function spanOf({ language, paragraph, mark: { start, end } }: Omit<Place, 'row'>): FindingSpan {
  return { language, paragraphId: paragraph.id, start, end };
}

function loneReport(place: Place, marks: Marks): UnpairedReport {
  const { language, paragraph, mark } = place;
  const at = spanOf(place);
  const missing = mark.opens ? missingPlace(place, marks) : null;
  const params = { mark: mark.text, language };
  const message = mark.opens ? 'unclosed' : 'unopened';
  if (missing === null) return { message, params, spans: [at] };
  const gap = { language, paragraphId: paragraph.id, start: missing, end: missing };
  return { message, params, spans: [gap, at], fixes: [{ ...gap, text: marks.closing(mark.text) }] };
}

/** Where the closing mark has to stand, if the other versions or what follows a quotation tell. */
function missingPlace({ row, language, paragraph, mark }: Place, marks: Marks): number | null {
  const { text } = paragraph;
  const { pairs, lone } = marks.read(paragraph, language);
  if (lone.length !== 1 || pairs.some(({ open }) => open.start > mark.start)) return null;
  const said = text.slice(mark.end);
  const speech = mark.text === '(' || mark.text === '[' ? null : /[,!?…]["’]?\s[–—-]\s/u.exec(said);
  if (language !== 'en' && speech) {
    if (/[,!?…]\s[–—-]\s/u.test(said.slice(speech.index + speech[0].length))) return null;
    return mark.end + speech.index + (speech[0].startsWith(',') ? 0 : 1);
  }
  const others = othersOf(row, language);
  const ordinal = pairs.length;
  const inOthers = others.map((other) => {
    const [counterpart, ...more] = row.compared[other];
    const pairing = counterpart && marks.read(counterpart, other);
    const pair = pairing?.pairs[ordinal];
    if (more.length > 0 || !counterpart || pairing?.pairs.length !== ordinal + 1 || !pair) return null;
    const inside = counterpart.text.slice(pair.open.end, pair.close.start);
    if (/^[.!?…]*$/u.test(counterpart.text.slice(pair.close.end))) return 'end';
    return WORD.exec(inside)?.[0] === inside ? inside : null;
  });
  if (inOthers.length === 0 || row.all[language].length !== 1) return null;
  const word = WORD.exec(said)?.[0] ?? '';
  if (word !== '' && inOthers.some((inside) => isSameName(inside, word))) return mark.end + word.length;
  return inOthers.every((kind) => kind === 'end') ? endOfQuotation(text, language, mark) : null;
}

/** "Газпромду" and "Газпром". */
function isSameName(a: string | null, b: string): boolean {
  return a !== null && a !== 'end' && a.length >= 3 && a.slice(0, 4) === b.slice(0, 4);
}

/** English puts the full stop inside a quotation, Russian and Kyrgyz outside. */
function endOfQuotation(text: string, language: Language, mark: PairMark): number {
  const isInside = language === 'en' && mark.text !== '(' && mark.text !== '[';
  return !isInside && /[^.]\.$/u.test(text) ? text.length - 1 : text.length;
}

const NOTHING: readonly UnpairedReport[] = [];

function misfits(paragraph: Paragraph, language: Language, marks: Marks): readonly UnpairedReport[] {
  const { pairs } = marks.read(paragraph, language);
  if (pairs.every(({ fits }) => fits)) return NOTHING;
  return pairs.flatMap(({ open, close, fits }): readonly UnpairedReport[] => {
    if (fits) return [];
    // Where a version mixes straight marks with others, that is one matter of its typography.
    if (open.text === '"' || close.text === '"') return [];
    return [
      {
        message: 'mismatched',
        params: { open: open.text, close: close.text },
        spans: [close, open].map((mark) => spanOf({ language, paragraph, mark })),
        fixes: [{ ...spanOf({ language, paragraph, mark: close }), text: marks.closing(open.text) }],
      },
    ];
  });
}
