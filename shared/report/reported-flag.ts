import { diffTexts } from '../diff/diff-words';
import { FLAG_STATUSES, type Flag, type TextSpan } from '../model/flag';
import { LANGUAGES, type Language } from '../model/language';
import type { Project } from '../model/project';
import { excerpt, type Piece } from './excerpt';

/** A stretch of a suggested change; those that are not inserted are the flagged text. */
export interface ChangePiece {
  readonly kind: 'same' | 'deleted' | 'inserted';
  readonly text: string;
}

/** What one version says where a flag is, and what is to be said there. */
export interface ReportedText {
  readonly language: Language;
  /** Its paragraphs at this place; those with a flagged place only, where there are such. */
  readonly paragraphs: readonly (readonly Piece[])[];
  /** Whether the flag says that the paragraph is missing. */
  readonly missing: boolean;
  /** Words that were flagged and are no longer in the text. */
  readonly gone: readonly string[];
  readonly changes: readonly (readonly ChangePiece[])[];
}

/** A flag with all a reader needs to judge it without the project. */
export interface ReportedFlag extends Pick<
  Flag,
  'category' | 'severity' | 'status' | 'note' | 'author' | 'time' | 'thread'
> {
  /** Who is to see to it; null where nobody was named. */
  readonly assignee: string | null;
  /** Its number in the report, from 1. */
  readonly number: number;
  /** The row, from 0, of each version it points at; that of its first place there. */
  readonly places: readonly { readonly language: Language; readonly row: number }[];
  readonly texts: readonly ReportedText[];
}

/**
 * Flags in the order in which a report lists them: open ones, resolved ones, dismissed ones, and each of these as
 * the article goes.
 *
 * @param languages the versions to be shown
 */
export function reportFlags(
  { rows }: Project,
  flags: readonly Flag[],
  languages: readonly Language[],
): readonly ReportedFlag[] {
  const places = rowPositions(rows);
  const at = (span: Flag['spans'][number]): number =>
    places.get(span.at === 'gap' ? span.rowId : span.paragraphId) ?? 0;
  return flags
    .map((flag) => ({
      flag,
      first: flag.spans.toSorted((a, b) => at(a) - at(b) || startOf(a) - startOf(b))[0],
    }))
    .toSorted(
      (a, b) =>
        FLAG_STATUSES.indexOf(a.flag.status) - FLAG_STATUSES.indexOf(b.flag.status) ||
        (a.first && b.first ? at(a.first) - at(b.first) || startOf(a.first) - startOf(b.first) : 0) ||
        a.flag.time - b.flag.time,
    )
    .map(({ flag, first }, index) => {
      const { category, severity, status, note, author, time, thread, assignee = null, spans } = flag;
      const row = first ? at(first) : 0;
      const focus = focusOf(rows, row, spans);
      return {
        number: index + 1,
        category,
        severity,
        status,
        note,
        author,
        time,
        thread,
        assignee,
        places: LANGUAGES.flatMap((language) => {
          const there = spans.filter((span) => span.language === language).map(at);
          return there.length > 0 ? [{ language, row: Math.min(...there) }] : [];
        }),
        texts: languages.map((language) => reportText(rows, row, language, spans, at, focus)),
      };
    });
}

/** The position, from 0, of the row each paragraph and each row id stands for. */
export function rowPositions(rows: Project['rows']): ReadonlyMap<string, number> {
  const positions = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    positions.set(row.id, index);
    for (const language of LANGUAGES)
      for (const { id } of row.cells[language].paragraphs) positions.set(id, index);
  }
  return positions;
}

function reportText(
  rows: Project['rows'],
  row: number,
  language: Language,
  spans: Flag['spans'],
  at: (span: Flag['spans'][number]) => number,
  focus: number,
): ReportedText {
  const here = spans.filter((span) => span.language === language);
  const texts = here.filter((span): span is TextSpan => span.at === 'text');
  const flaggedRows = [...new Set(texts.map(at))].sort((a, b) => a - b);
  const flagged = flaggedRows
    .flatMap((index) => rows[index]?.cells[language].paragraphs ?? [])
    .filter(({ id }) => texts.some(({ paragraphId }) => paragraphId === id));
  const shown = flagged.length > 0 ? flagged : (rows[row]?.cells[language].paragraphs ?? []);
  return {
    language,
    paragraphs: shown
      .filter(({ text }) => text !== '')
      .map((paragraph) => {
        const inText = texts.filter((span) => span.paragraphId === paragraph.id && !span.orphaned);
        return excerpt(paragraph, inText, focus);
      }),
    missing: here.some((span) => span.at === 'gap'),
    gone: texts.filter(({ orphaned, quote }) => orphaned && quote !== '').map(({ quote }) => quote),
    changes: texts.flatMap(({ quote, fix }) =>
      fix === null || fix === quote ? [] : [diffTexts(quote, fix).map(({ kind, text }) => ({ kind, text }))],
    ),
  };
}

/** How far into its paragraph the first flagged place is, from 0 to 1: other versions say it at about there. */
function focusOf(rows: Project['rows'], row: number, spans: Flag['spans']): number {
  for (const span of spans) {
    if (span.at === 'gap') continue;
    const paragraph = rows[row]?.cells[span.language].paragraphs.find(({ id }) => id === span.paragraphId);
    if (paragraph && paragraph.text !== '') return Math.min(1, span.start / paragraph.text.length);
  }
  return 0;
}

function startOf(span: Flag['spans'][number]): number {
  return span.at === 'gap' ? 0 : span.start;
}
