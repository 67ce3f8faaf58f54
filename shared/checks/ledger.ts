import { LANGUAGES, perLanguage, type Language, type PerLanguage } from '../model/language';
import type { Paragraph } from '../model/paragraph';
import type { Row } from '../model/row';
import { countedParagraph, countedRow, countedText } from '../text/counted-text';
import type { Span } from '../text/sentences';
import type { CheckContext } from './engine/check';
import { readOnce } from './engine/read-once';
import type { FindingSpan } from './engine/finding';
import { namesOf } from './names/name-facts';
import { nameKeys } from './names/same-name';
import { quotationMarksOf } from './marks/quotation';
import { glossaryTerms } from './terms/terms';
import { figuresOf, keyOfNumber } from './numbers/values';

/** What an article says that has to be the same in all versions. */
export const FACT_KINDS = ['number', 'date', 'name', 'quotation', 'term'] as const;

export type FactKind = (typeof FACT_KINDS)[number];

/** One way of saying it in one version, and where: `text.slice(start, end)` of each place. */
export interface LedgerForm {
  readonly text: string;
  readonly places: readonly FindingSpan[];
}

export interface LedgerEntry {
  readonly kind: FactKind;
  /** The same as long as the fact is; no two entries have one. */
  readonly key: string;
  /** For each version its forms, the most frequent first. */
  readonly forms: PerLanguage<readonly LedgerForm[]>;
  /** Ids of rows in which two versions have it and the third, which has text there, has not. */
  readonly disagreeing: readonly string[];
}

/** Where a fact stands. */
interface Fact {
  readonly kind: FactKind;
  readonly key: string;
  readonly text: string;
  readonly span: FindingSpan;
  readonly rowId: string;
}

/**
 * Every number, date, name, quotation and term of an article with its forms in the three versions, in the order in
 * which they first come. Linear in the length of the article, but for the names of one row.
 */
export function makeLedger(rows: readonly Row[], context: CheckContext): readonly LedgerEntry[] {
  const nameKeyOf = nameKeys(rows.map(countedRow));
  const { placesOf } = glossaryTerms(context);
  const facts = rows.flatMap((row) =>
    LANGUAGES.flatMap((language) =>
      row.cells[language].paragraphs.flatMap((whole): readonly Fact[] => {
        const paragraph = countedParagraph(whole);
        const at = { rowId: row.id, whole, paragraph, language };
        return [
          ...figuresOf(paragraph, language).numbers.flatMap((number) =>
            number.certain ? [factAt(at, 'number', keyOfNumber(number.value), number)] : [],
          ),
          ...figuresOf(paragraph, language).dates.flatMap((date) =>
            date.kind === 'date' && (date.day ?? date.year)
              ? [factAt(at, 'date', [date.day?.value, date.month.value, date.year?.value].join('.'), date)]
              : [],
          ),
          ...namesOf(paragraph, language).flatMap((name) => {
            const key = nameKeyOf(name);
            return key === undefined ? [] : [factAt(at, 'name', key, name)];
          }),
          ...quotationsOf(paragraph, language).map((span, n) =>
            factAt(at, 'quotation', `${row.id} ${n + 1}`, span),
          ),
          ...placesOf(paragraph, language).flatMap((place) =>
            place.nested ? [] : [factAt(at, 'term', String(place.term), place)],
          ),
        ];
      }),
    ),
  );
  return groupFacts(facts, rows);
}

function factAt(
  {
    rowId,
    whole,
    paragraph,
    language,
  }: { rowId: string; whole: Paragraph; paragraph: Paragraph; language: Language },
  kind: FactKind,
  key: string,
  { start, end }: Span,
): Fact {
  const text = paragraph.text.slice(start, end);
  return {
    kind,
    key: `${kind} ${key}`,
    text,
    span: { language, paragraphId: paragraph.id, ...countedText(whole).spanIn({ start, end }) },
    rowId,
  };
}

function groupFacts(facts: readonly Fact[], rows: readonly Row[]): readonly LedgerEntry[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return [...groupBy(facts, ({ key }) => key)].map(([key, group]): LedgerEntry => {
    const inRows = groupBy(group, ({ rowId }) => rowId);
    return {
      kind: group[0]?.kind ?? 'number',
      key,
      forms: perLanguage((language) => formsOf(group.filter(({ span }) => span.language === language))),
      disagreeing: [...inRows].flatMap(([rowId, here]) => {
        const having = new Set(here.map(({ span }) => span.language));
        const lacking = LANGUAGES.filter((language) => !having.has(language));
        const saysSomething = (language: Language) =>
          byId.get(rowId)?.cells[language].paragraphs.some(({ adapted }) => !adapted) ?? false;
        return lacking.length === 1 && lacking.every(saysSomething) ? [rowId] : [];
      }),
    };
  });
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function formsOf(facts: readonly Fact[]): readonly LedgerForm[] {
  return [...groupBy(facts, ({ text }) => text)]
    .map(([text, places]) => ({ text, places: places.map(({ span }) => span) }))
    .sort((a, b) => b.places.length - a.places.length);
}

/** Quotations with their marks. */
const quotationsOf = readOnce((paragraph, language) =>
  quotationMarksOf(paragraph, language).pairs.map(({ open, close }) => ({
    start: open.start,
    end: close.end,
  })),
);
