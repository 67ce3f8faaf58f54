import type { Patch } from '../patch/project-patch';
import { LANGUAGES, type Language } from '../model/language';
import type { Flag } from '../model/flag';
import type { RichText } from '../model/paragraph';
import type { ChangePlace, PastText } from '../model/revision';
import type { Row } from '../model/row';
import { isSameText, NO_TEXT, textsOf } from './baseline';
import { findHunks } from './hunks';

/** A recorded change, as its patches tell it. */
export interface RecordedChange {
  /** The texts it names, as they were before it. */
  readonly before: readonly PastText[];
  /** The same as they are since. */
  readonly after: readonly PastText[];
  /** The rows it names, and of those it put or took away by what words one knows them; null for the others. */
  readonly rows: readonly { readonly id: string; readonly words: string | null }[];
  /** The flags it put, and those it took away. */
  readonly flags: readonly Flag[];
}

/** What of a patch tells of texts. */
type TextPatch = { readonly [F in 'rows' | 'flags']?: Patch[F] | undefined };

/** What a change did, by the patch that made it and the one that takes it back. */
export function recordedChange(forward: TextPatch, inverse: TextPatch): RecordedChange {
  const { put = [], changed = [], placed = [] } = forward.rows ?? {};
  const whole = [...put, ...(inverse.rows?.put ?? [])].map((row) => ({ id: row.id, words: wordsOfRow(row) }));
  const named = [...changed, ...placed].map(({ id }) => ({ id, words: null }));
  const known = new Set(whole.map(({ id }) => id));
  return {
    before: textsNamed(inverse.rows),
    after: textsNamed(forward.rows),
    rows: [...named.filter(({ id }) => !known.has(id)), ...whole],
    flags: [...(forward.flags?.put ?? []), ...(inverse.flags?.put ?? [])],
  };
}

/** The texts that stand in a patch: first those that were there before, then new ones. */
function textsNamed({ put = [], changed = [] }: NonNullable<Patch['rows']> = {}): readonly PastText[] {
  const named = changed.flatMap(({ id: rowId, cells }) =>
    LANGUAGES.flatMap((language) => {
      const { changed: others = [], put: news = [] } = cells?.[language]?.paragraphs ?? {};
      const told = [...others, ...news].flatMap(({ id: paragraphId, text, marks }): PastText[] =>
        text === undefined || marks === undefined
          ? []
          : [{ paragraphId, rowId, language, content: { text, marks } }],
      );
      return told;
    }),
  );
  return [...named, ...textsOf(put)];
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
export function changedTexts({
  before,
  after,
}: Pick<RecordedChange, 'before' | 'after'>): readonly TextStep[] {
  const old = new Map(before.map((text) => [text.paragraphId, text]));
  const steps = after.flatMap(({ content, ...place }): TextStep[] => {
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
  const spans = change.flags.flatMap((flag) => flag.spans);
  return new Set([
    ...change.rows.map(({ id }) => id),
    ...changedTexts(change).map(({ paragraphId }) => paragraphId),
    ...spans.map((span) => (span.at === 'gap' ? span.rowId : span.paragraphId)),
  ]);
}

/**
 * Says where a change was made; null where it is about no place, as a new title.
 *
 * @param rowNow the row of an id as it is now; undefined where it is not there any more
 */
export function describeChange(
  change: RecordedChange,
  rowNow: (id: string) => Row | undefined,
): ChangePlace | null {
  const [step] = changedTexts(change);
  if (step) return describeStep(step);
  const [row = null] = change.rows;
  if (row) {
    const now = rowNow(row.id);
    const words = row.words ?? (now ? wordsOfRow(now) : '');
    return { rowId: row.id, language: null, paragraphId: null, removed: '', added: '', words };
  }
  const span = change.flags[0]?.spans[0];
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

/** The words by which to know a row. */
function wordsOfRow({ cells }: Row): string {
  const filled = LANGUAGES.find((language) => cells[language].paragraphs.length > 0);
  return fewWords((filled && cells[filled].paragraphs[0]?.text) ?? '');
}

/** The beginning of a text, cut after a word where it is long. */
function fewWords(text: string): string {
  const words = text.trim();
  if (words.length <= FEW_WORDS) return words;
  const cut = words.slice(0, FEW_WORDS);
  return `${cut.replace(/\s+\S*$/u, '')}…`;
}
