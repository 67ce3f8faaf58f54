import { LANGUAGES, type Language } from '../model/language';
import type { Flag } from '../model/flag';
import type { RichText } from '../model/paragraph';
import type { ChangePlace } from '../model/revision';
import type { Row } from '../model/row';
import { isSameText, NO_TEXT, textsOf } from './baseline';
import { findHunks } from './hunks';

/** A recorded change: the rows and flags it put, and the rows that stood in their place. */
export interface RecordedChange {
  readonly before: readonly Row[];
  readonly after: readonly Row[];
  readonly flags: readonly Flag[];
}

/** A paragraph whose text a change altered; null on a side where the paragraph is not there. */
export interface TextStep {
  readonly paragraphId: string;
  readonly rowId: string;
  readonly language: Language;
  readonly before: RichText | null;
  readonly after: RichText | null;
}

/** The most characters of text by which to know a place. */
const FEW_WORDS = 48;

/** The texts a change altered: those it put first, in their order, then those it took away. */
export function changedTexts({ before, after }: RecordedChange): readonly TextStep[] {
  const old = new Map(textsOf(before).map((text) => [text.paragraphId, text]));
  const steps = textsOf(after).flatMap(({ content, ...place }): TextStep[] => {
    const former = old.get(place.paragraphId)?.content ?? null;
    old.delete(place.paragraphId);
    return former && isSameText(former, content) ? [] : [{ ...place, before: former, after: content }];
  });
  const gone = [...old.values()].map(({ content, ...place }): TextStep => ({
    ...place,
    before: content,
    after: null,
  }));
  return [...steps, ...gone];
}

/** Ids of the rows and paragraphs a change is about. */
export function touchedIds(change: RecordedChange): ReadonlySet<string> {
  const { before, after, flags } = change;
  const spans = flags.flatMap((flag) => flag.spans);
  return new Set([
    ...changedRows(before, after).map(({ id }) => id),
    ...changedRows(after, before).map(({ id }) => id),
    ...changedTexts(change).map(({ paragraphId }) => paragraphId),
    ...spans.map((span) => (span.at === 'gap' ? span.rowId : span.paragraphId)),
  ]);
}

/** Says where a change was made; null where it is about no place, as a new title. */
export function describeChange(change: RecordedChange): ChangePlace | null {
  const { before, after, flags } = change;
  const [step] = changedTexts(change);
  if (step) return describeStep(step);
  const [row = null] = [...changedRows(after, before), ...changedRows(before, after)];
  if (row) return describeRow(row);
  const span = flags[0]?.spans[0];
  if (!span) return null;
  const { language } = span;
  const nowhere = { language, removed: '', added: '' };
  return span.at === 'gap'
    ? { ...nowhere, rowId: span.rowId, paragraphId: null, words: '' }
    : { ...nowhere, rowId: '', paragraphId: span.paragraphId, words: fewWords(span.quote) };
}

function describeStep({ before, after, ...place }: TextStep): ChangePlace {
  const [old, now] = [before ?? NO_TEXT, after ?? NO_TEXT];
  const [hunk] = findHunks(old, now);
  if (!hunk) return { ...place, removed: '', added: '', words: '' };
  const added = fewWords(now.text.slice(hunk.after.start, hunk.after.end));
  if (hunk.kind === 'restyled') return { ...place, removed: '', added: '', words: added };
  const removed = fewWords(old.text.slice(hunk.before.start, hunk.before.end));
  return { ...place, removed, added, words: '' };
}

function describeRow({ id: rowId, cells }: Row): ChangePlace {
  const filled = LANGUAGES.find((language) => cells[language].paragraphs.length > 0);
  const text = (filled && cells[filled].paragraphs[0]?.text) ?? '';
  return { rowId, language: null, paragraphId: null, removed: '', added: '', words: fewWords(text) };
}

/** The rows of `some` that are not the same among `others`. */
function changedRows(some: readonly Row[], others: readonly Row[]): readonly Row[] {
  const known = new Map(others.map((row) => [row.id, row]));
  return some.filter((row) => JSON.stringify(known.get(row.id)) !== JSON.stringify(row));
}

/** The beginning of a text, cut after a word where it is long. */
function fewWords(text: string): string {
  const words = text.trim();
  if (words.length <= FEW_WORDS) return words;
  const cut = words.slice(0, FEW_WORDS);
  return `${cut.replace(/\s+\S*$/u, '')}…`;
}
