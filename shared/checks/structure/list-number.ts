import { LANGUAGES, perLanguage, type Language, type PerLanguage } from '../../model/language';
import type { Paragraph } from '../../model/paragraph';
import type { ArticleCheck, CheckedRow } from '../engine/check';
import { readOnce, readRowOnce } from '../engine/read-once';
import { sayingsOf, spanOf, type FindingSpan, type Fix, type ReportOf } from '../engine/finding';
import { TYPED_LABEL } from '../numbers/values';

/** The number of a list item: the place of a typed one, the start of the text for one the format gives. */
interface ListLabel extends FindingSpan {
  readonly value: number;
  readonly typed: boolean;
  readonly depth: number;
}

const labelOf = readOnce((paragraph, language): { readonly label: ListLabel | null } => {
  const { id: paragraphId, text, label, role, depth } = paragraph;
  if (role === 'footnote' || role === 'tableCell') return { label: null };
  const given = /^\(?(\d{1,3})[.)]?$/.exec(label.trim());
  if (given)
    return {
      label: { language, paragraphId, start: 0, end: 0, value: Number(given[1]), typed: false, depth },
    };
  const typed = TYPED_LABEL.exec(text);
  if (!typed) return { label: null };
  const start = typed[0].startsWith('(') ? 1 : 0;
  const end = start + (typed[1]?.length ?? 0);
  return { label: { language, paragraphId, start, end, value: Number(typed[1]), typed: true, depth } };
});

/** Items of a list that are numbered differently in the versions, and numbers left out or doubled within one. */
export const listNumber: ArticleCheck<'listNumber'> = {
  id: 'listNumber',
  scope: 'article',
  severity: 'minor',
  category: 'designAndMarkup/markupTag',
  find: (rows) => {
    const across = acrossVersions(rows);
    const told = new Set(across.flatMap(({ spans }) => spans.map(({ paragraphId }) => paragraphId)));
    const within = LANGUAGES.flatMap((language) =>
      withinVersion(
        rows.flatMap((row) => row.all[language]),
        language,
      ),
    );
    return [...across, ...within.filter(({ spans: [first] }) => !told.has(first?.paragraphId ?? ''))];
  },
};

const labelsIn = readRowOnce((row): PerLanguage<readonly ListLabel[]> =>
  perLanguage((language) =>
    row.compared[language].flatMap((paragraph) => labelOf(paragraph, language).label ?? []),
  ),
);

/**
 * The labels of each row, one against the others. A list that goes on with the same shift is reported once: its later
 * items follow from the first.
 */
function acrossVersions(rows: readonly CheckedRow[]): readonly ReportOf<'listNumber'>[] {
  const shifts = new Map<Language, number>();
  return rows.flatMap((row) => {
    const labels = labelsIn(row);
    if (LANGUAGES.every((language) => labels[language].length === 0)) return [];
    const versions = LANGUAGES.filter((language) => row.compared[language].length > 0);
    if (versions.length < 2) return [];
    const most = Math.max(...versions.map((language) => labels[language].length));
    const complete = versions.filter((language) => labels[language].length === most);
    const reports: ReportOf<'listNumber'>[] = [];
    for (let n = 0; n < most; n += 1) {
      const report = compareLabels(
        complete.flatMap((language) => labels[language][n] ?? []),
        shifts,
      );
      if (report) reports.push(report);
    }
    const [bare, ...more] = versions.filter((language) => labels[language].length === 0);
    const isOne = versions.every((language) => row.compared[language].length === 1);
    if (bare && more.length === 0 && versions.length === 3 && isOne && reports.length === 0)
      reports.push(
        unnumbered(
          row,
          bare,
          complete.flatMap((language) => labels[language]),
        ),
      );
    return reports;
  });
}

function compareLabels(
  labels: readonly ListLabel[],
  shifts: Map<Language, number>,
): ReportOf<'listNumber'> | null {
  const [odd, ...others] = oddFirst(labels);
  const [first] = others;
  if (!odd || !first) return null;
  const shift = odd.value - first.value;
  if (labels.every(({ value }) => value === odd.value)) {
    shifts.clear();
    return null;
  }
  const isKnown = shifts.get(odd.language) === shift;
  shifts.clear();
  shifts.set(odd.language, shift);
  if (isKnown) return null;
  const agree = labels.length === 3 && others.every(({ value }) => value === first.value);
  const fix: Fix | null = agree && odd.typed ? { ...spanOf(odd), text: String(first.value) } : null;
  return {
    message: 'different',
    params: { language: odd.language, label: odd.value, said: labelsOf(others) },
    spans: [odd, ...others].map(spanOf),
    ...(fix && { fixes: [fix] }),
  };
}

/** The label that is alone with its number first. */
function oddFirst(labels: readonly ListLabel[]): readonly ListLabel[] {
  const odd = labels.find(({ value }) => labels.filter((other) => other.value === value).length === 1);
  return odd ? [odd, ...labels.filter((label) => label !== odd)] : labels;
}

function unnumbered(
  row: CheckedRow,
  language: Language,
  others: readonly ListLabel[],
): ReportOf<'listNumber'> {
  const paragraphId = row.compared[language][0]?.id ?? '';
  return {
    message: 'unnumbered',
    params: { language, said: labelsOf(others) },
    spans: [{ language, paragraphId, start: 0, end: 0 }, ...others.map(spanOf)],
  };
}

function labelsOf(labels: readonly ListLabel[]): string {
  return sayingsOf(labels.map(({ language, value }) => ({ language, text: String(value) })));
}

/** Paragraphs without a number that may stand inside an item. */
const CONTINUATION = 3;

/** "1, 2, 4, 5" and "1, 2, 2, 3"; two numbers alone could be two lists. */
function withinVersion(
  paragraphs: readonly Paragraph[],
  language: Language,
): readonly ReportOf<'listNumber'>[] {
  return listsOf(paragraphs, language).flatMap((list) =>
    list.flatMap((label, n): readonly ReportOf<'listNumber'>[] => {
      const before = list[n - 1];
      if (!before) return [];
      const isList = list[n - 2]?.value === before.value - 1 || list[n + 1]?.value === label.value + 1;
      if (!isList) return [];
      if (label.value === before.value)
        return [
          {
            message: 'doubled',
            params: { language, label: label.value },
            spans: [spanOf(label), spanOf(before)],
          },
        ];
      // Further than that is another list, or a number that is none of a list.
      if (label.value !== before.value + 2) return [];
      return [
        {
          message: 'skipped',
          params: { language, before: before.value, label: label.value },
          spans: [spanOf(label), spanOf(before)],
        },
      ];
    }),
  );
}

/** The labels that may belong to one list: of one depth, and near enough to each other. */
function listsOf(paragraphs: readonly Paragraph[], language: Language): readonly (readonly ListLabel[])[] {
  const lists: ListLabel[][] = [];
  const open = new Map<number, { readonly list: ListLabel[]; at: number }>();
  paragraphs.forEach((paragraph, at) => {
    const { label } = labelOf(paragraph, language);
    if (!label) return;
    for (const depth of open.keys()) if (depth > label.depth) open.delete(depth);
    const known = open.get(label.depth);
    const isNear =
      known !== undefined &&
      (label.depth > 0 || at - known.at <= CONTINUATION + 1 || hasDeeper(paragraphs, known.at, at));
    if (known && isNear) {
      known.list.push(label);
      known.at = at;
      return;
    }
    const list = [label];
    lists.push(list);
    open.set(label.depth, { list, at });
  });
  return lists;
}

/** Whether only items of lists stand between two items: those of a list inside the first. */
function hasDeeper(paragraphs: readonly Paragraph[], from: number, to: number): boolean {
  const depth = paragraphs[from]?.depth ?? 0;
  // Bounded, so that a long article between two numbers is not read again for each.
  return to - from < 50 && paragraphs.slice(from + 1, to).every((paragraph) => paragraph.depth > depth);
}
