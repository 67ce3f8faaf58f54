import { perLanguage, type Language } from '../../model/language';
import type { Paragraph } from '../../model/paragraph';
import type { Row } from '../../model/row';
import { countedParagraph, countedRow, countedText } from '../../text/counted-text';
import type { Span } from '../../text/sentences';
import type { Check, CheckContext, CheckedRow } from './check';
import type { Finding, FindingSpan, Fix, Report } from './finding';
import { tellOnce } from './one-loss';
import { NO_OVERSEER, type Overseer } from './step';

/** Checks the rows of an article, again and again: what has not changed since is not results at anew. */
export type Checker = (rows: readonly Row[]) => readonly Finding[];

/**
 * A checker with these checks. Findings come in the order of rows, then of checks. Rows are told apart by identity,
 * so they have to be replaced when they change, as commands and patches do.
 */
export function makeChecker(
  checks: readonly Check[],
  context: CheckContext,
  { begins, isLeftOut }: Overseer = NO_OVERSEER,
): Checker {
  let whole: Wholes = new Map();
  const find = (check: Check, rowId: string | null, look: () => readonly Report[]): readonly Found[] => {
    const step = { check: check.id, rowId };
    if (isLeftOut(step)) return [];
    begins(step);
    return look().map((report) => ({ check, report: inTexts(report, whole) }));
  };
  const seen = new WeakMap<Row, RowResult>();
  const read = new WeakMap<Row, CheckedRow>();
  const readRow = (row: Row): CheckedRow => {
    const checked = read.get(row) ?? checkedRow(row);
    read.set(row, checked);
    return checked;
  };
  const findOrder = (rows: readonly CheckedRow[]): ReadonlyMap<string, Language> =>
    new Map(
      checks.flatMap((check) => {
        const step = { check: check.id, rowId: null };
        if (check.scope === 'row' || !check.outOfOrder || isLeftOut(step)) return [];
        begins(step);
        return [...check.outOfOrder(rows)];
      }),
    );
  const checkRow = (row: Row, outOfOrder: Language | null): RowResult => {
    const before = seen.get(row);
    if (before?.row.outOfOrder === outOfOrder) return before;
    const checked = outOfOrder ? withoutOrder(readRow(row), outOfOrder) : readRow(row);
    const found = checks.flatMap((check) =>
      check.scope === 'row' ? find(check, row.id, () => check.find(checked, context)) : [],
    );
    const texts = textsOf(row);
    const findings = nameFindings(row.id, found, (paragraphId) => texts.get(paragraphId));
    const result = { row: checked, texts, found, findings };
    seen.set(row, result);
    return result;
  };
  return (rows) => {
    whole = new Map(rows.flatMap(shortened));
    const outOfOrder = findOrder(rows.map(readRow));
    const results = rows.map((row) => checkRow(row, outOfOrder.get(row.id) ?? null));
    const article = results.map(({ row }) => row);
    const across = checks.flatMap((check) =>
      check.scope === 'article' ? find(check, null, () => check.find(article, context)) : [],
    );
    if (across.length === 0) return results.flatMap(({ findings }) => findings);
    const places = placesOf(results);
    const added = new Map<string, Found[]>();
    for (const found of across) {
      const rowId = places.get(found.report.spans[0]?.paragraphId ?? '')?.row.rowId;
      if (rowId === undefined) continue;
      const there = added.get(rowId);
      if (there) there.push(found);
      else added.set(rowId, [found]);
    }
    const textOf = (paragraphId: string) => places.get(paragraphId)?.texts.get(paragraphId);
    return results.flatMap(({ row: { rowId }, found, findings }) => {
      const more = added.get(rowId);
      return more ? nameFindings(rowId, [...found, ...more], textOf) : findings;
    });
  };
}

interface Found {
  readonly check: Check;
  readonly report: Report;
}

/** What the checks say of a row; it holds as long as the row stays the same. */
interface RowResult {
  readonly row: CheckedRow;
  /** Its texts by paragraph id. */
  readonly texts: ReadonlyMap<string, string>;
  readonly found: readonly Found[];
  /** The same under their names, as they are when nothing is added that was found across the article. */
  readonly findings: readonly Finding[];
}

/** The paragraphs that say less than their texts, by their ids. */
type Wholes = ReadonlyMap<string, Paragraph>;

const differing = new WeakMap<Row, readonly (readonly [string, Paragraph])[]>();

function shortened(row: Row): readonly (readonly [string, Paragraph])[] {
  const before = differing.get(row);
  if (before) return before;
  const found = Object.values(row.cells)
    .flatMap(({ paragraphs }) => paragraphs)
    .filter((paragraph) => countedParagraph(paragraph) !== paragraph)
    .map((paragraph) => [paragraph.id, paragraph] as const);
  differing.set(row, found);
  return found;
}

/** A report of the texts that count, as one of the texts themselves. What would be put in place of other words is left out. */
function inTexts(report: Report, whole: Wholes): Report {
  if (whole.size === 0) return report;
  const place = <S extends Span & { readonly paragraphId: string }>(span: S): S => {
    const paragraph = whole.get(span.paragraphId);
    return paragraph ? { ...span, ...countedText(paragraph).spanIn(span) } : span;
  };
  const isSame = (fix: Fix): boolean => {
    const paragraph = whole.get(fix.paragraphId);
    if (!paragraph) return true;
    const { start, end } = place(fix);
    return paragraph.text.slice(start, end) === countedParagraph(paragraph).text.slice(fix.start, fix.end);
  };
  const { fixes } = report;
  return {
    ...report,
    spans: report.spans.map(place),
    ...(fixes && { fixes: fixes.every(isSame) ? fixes.map(place) : [] }),
  };
}

function checkedRow(given: Row): CheckedRow {
  const row = countedRow(given);
  // The words of a picture are compared with those of pictures: beside a version that has none here they are no text it lacks.
  const filled = Object.values(row.cells).filter(({ paragraphs }) => paragraphs.length > 0);
  const withPictures = filled.every(({ paragraphs }) => paragraphs.some(({ picture }) => picture));
  return {
    rowId: row.id,
    confidence: row.confirmed ? 1 : row.confidence,
    compared: perLanguage((language) => {
      const { paragraphs } = row.cells[language];
      if (paragraphs.some(({ adapted }) => adapted)) return [];
      return withPictures ? paragraphs : paragraphs.filter(({ picture }) => !picture);
    }),
    all: perLanguage((language) => row.cells[language].paragraphs),
    outOfOrder: null,
  };
}

/** A row in which one version is not compared, as what it has there, or should have, stands elsewhere. */
function withoutOrder(row: CheckedRow, outOfOrder: Language): CheckedRow {
  return { ...row, compared: { ...row.compared, [outOfOrder]: [] }, outOfOrder };
}

function textsOf({ cells }: Row): ReadonlyMap<string, string> {
  const paragraphs = Object.values(cells).flatMap((cell) => cell.paragraphs);
  return new Map(paragraphs.map(({ id, text }) => [id, text]));
}

/** The row each paragraph stands in. */
function placesOf(rows: readonly RowResult[]): ReadonlyMap<string, RowResult> {
  const places = new Map<string, RowResult>();
  for (const row of rows) for (const paragraphId of row.texts.keys()) places.set(paragraphId, row);
  return places;
}

function nameFindings(
  rowId: string,
  found: readonly Found[],
  textOf: (paragraphId: string) => string | undefined,
): readonly Finding[] {
  if (found.length === 0) return [];
  const quote = ({ paragraphId, start, end }: FindingSpan): string =>
    textOf(paragraphId)?.slice(start, end) ?? '';
  const times = new Map<string, number>();
  return tellOnce(found).map(({ check, report }) => {
    const {
      message,
      params = {},
      severity = check.severity,
      spans,
      fixes = [],
      choices,
      order,
      role,
    } = report;
    const about = spans.map((span) => [span.language, span.paragraphId, quote(span)]);
    const said = JSON.stringify([check.id, message, params, about]);
    const time = times.get(said) ?? 0;
    times.set(said, time + 1);
    const key = time === 0 ? said : `${said} ${time + 1}`;
    const finding = { key, check: check.id, severity, rowId, message, params, spans, fixes };
    return { ...finding, ...(choices && { choices }), ...(order && { order }), ...(role && { role }) };
  });
}
