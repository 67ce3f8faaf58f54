import { z } from 'zod';
import { flagSchema, type Flag } from '../model/flag';
import { LANGUAGES, languageSchema, perLanguage, type Language } from '../model/language';
import {
  authoredSchema,
  paragraphIdSchema,
  type Block,
  type Paragraph,
  type RichText,
} from '../model/paragraph';
import { originSchema, type Project } from '../model/project';
import { versionParagraphs, type Row } from '../model/row';
import { draftDifferenceSchema, type DraftDifference } from '../reconcile/draft-merge';
import { partsOf } from '../reconcile/merge-result';
import { checkedText } from '../reconcile/stale';
import { settledText, suggest } from '../reconcile/suggestions';
import { takeDifferences, type PlacedBlock } from '../reconcile/take-differences';
import { inOrder, isEmptyRow, withCell, withParagraphs, type ChangeContext } from './change';
import { carrySpans, reopened, withContent } from './edit-paragraph';

/**
 * Takes differences of a newer draft into a version. Other texts come in as suggestions in the name of the draft, and
 * a paragraph the draft has not any more as the suggestion to empty it; what a person has decided is settled at once.
 * Places and kinds of paragraphs change at once. A paragraph that moves leaves its row for one of its own: the other
 * versions stay where they are. Comments of the draft become flags.
 */
export const bringInDraftSchema = z
  .object({
    type: z.literal('bringInDraft'),
    language: languageSchema,
    origin: originSchema.unwrap(),
    /** Those of a `DraftMerge` that are taken, in its order; a decided conflict has one chunk with the result. */
    differences: z.array(draftDifferenceSchema).min(1).readonly(),
    /** Positions in `differences` of those a person has decided. */
    decided: z.array(z.int().nonnegative()).readonly(),
    /** Who made the tracked changes of a paragraph of the draft, by its position there. */
    changes: z
      .array(z.object({ theirs: z.int().nonnegative(), by: z.array(authoredSchema).readonly() }).readonly())
      .readonly(),
    /** The draft's comments; their spans name positions in the draft in place of paragraph ids. */
    comments: z.array(z.object({ theirs: z.int().nonnegative(), flag: flagSchema }).readonly()).readonly(),
    /** For paragraphs and rows that are new. */
    newIds: z.array(paragraphIdSchema).readonly(),
  })
  .readonly();

type BringInDraft = z.infer<typeof bringInDraftSchema>;

export function bringInDraft(
  project: Project,
  command: BringInDraft,
  { time }: ChangeContext,
): Project | null {
  const { language, differences, origin } = command;
  const ours = versionParagraphs(project.rows, language);
  const known = new Map(ours.map((paragraph) => [paragraph.id, paragraph]));
  const named = differences.flatMap((each) => ('paragraphIds' in each ? each.paragraphIds : []));
  const fresh = [...command.newIds];
  const taken = new Set([...known.keys(), ...project.rows.map(({ id }) => id)]);
  if (named.some((id) => !known.has(id)) || fresh.some((id) => taken.has(id))) return null;
  if (new Set(fresh).size < fresh.length) return null;

  const draft = draftTexts(command);
  const placed = takeDifferences(ours.map(asKnown), differences);
  const kept = new Set(placed.map(({ id }) => id));
  const by = { author: origin.fileName, time };
  const changed = new Map<string, Paragraph>();
  for (const paragraph of ours) {
    const block = placed.find(({ id }) => id === paragraph.id)?.block ?? {
      ...paragraph,
      text: '',
      marks: [],
    };
    const theirs = draft.get(paragraph.id);
    const held = theirs ? withCheckedKept(paragraph, language) : paragraph;
    changed.set(paragraph.id, changeParagraph(held, block, theirs, by));
  }
  const added: Paragraph[] = [];
  const sequence = placed.map(({ id, block }): Paragraph | null => {
    const present = id === null ? null : (changed.get(id) ?? null);
    if (present) return present;
    const newId = fresh.shift();
    if (newId === undefined) return null;
    const blank: Paragraph = { ...block, id: newId, text: '', marks: [], imported: null };
    const paragraph = changeParagraph(blank, block, { content: block, settled: false, changes: [] }, by);
    added.push(paragraph);
    return paragraph;
  });
  if (sequence.includes(null)) return null;
  const moved = new Set(differences.flatMap((each) => (each.kind === 'moved' ? each.paragraphIds : [])));
  const rows = placeInRows(project.rows, language, {
    placed,
    sequence: sequence.flatMap((paragraph) => paragraph ?? []),
    changed,
    kept,
    moved,
    splits: countSplits(differences),
    newRowId: () => fresh.shift(),
  });
  if (!rows) return null;
  let { flags } = project;
  for (const paragraph of ours) {
    const now = changed.get(paragraph.id);
    if (now && now.text !== paragraph.text) flags = carrySpans(flags, paragraph, now.text);
  }
  const comments = placeComments(
    command,
    differences,
    changed,
    sequence.flatMap((each) => each ?? []),
    flags,
  );
  return {
    ...project,
    rows,
    origins: { ...project.origins, [language]: origin },
    flags: comments.length > 0 ? inOrder([...flags, ...comments]) : flags,
  };
}

/** The imported text changes: what the other versions were last held against must not change with it. */
function withCheckedKept(paragraph: Paragraph, language: Language): Paragraph {
  const others = LANGUAGES.filter((other) => other !== language);
  const checked = Object.fromEntries(others.map((other) => [other, checkedText(paragraph, other)]));
  return { ...paragraph, checked: { ...paragraph.checked, ...checked } };
}

interface DraftText {
  readonly content: RichText;
  /** Whether a person has decided on it. */
  readonly settled: boolean;
  readonly changes: BringInDraft['changes'][number]['by'];
}

/** What the draft has for present paragraphs, by id. */
function draftTexts({ differences, decided, changes }: BringInDraft): ReadonlyMap<string, DraftText> {
  const texts = new Map<string, DraftText>();
  differences.forEach((difference, n) => {
    if (difference.kind === 'removed') {
      for (const id of difference.paragraphIds)
        texts.set(id, { content: { text: '', marks: [] }, settled: decided.includes(n), changes: [] });
    }
    if (!('chunks' in difference)) return;
    const { paragraphIds, blocks, theirs } = difference;
    paragraphIds.forEach((id, i) => {
      const content = blocks[i] ?? { text: '', marks: [] };
      const tracked = changes.find((each) => each.theirs === theirs[i])?.by ?? [];
      texts.set(id, { content, settled: decided.includes(n), changes: tracked });
    });
  });
  return texts;
}

function changeParagraph(
  paragraph: Paragraph,
  block: Block,
  theirs: DraftText | undefined,
  by: { author: string; time: number },
): Paragraph {
  const shaped = { ...paragraph, role: block.role, label: block.label, depth: block.depth };
  if (!theirs) return sameShape(shaped, paragraph) ? paragraph : shaped;
  const content = { text: block.text, marks: block.marks };
  if (theirs.settled) {
    const { pending, ...plain } = shaped;
    return withContent(plain, content, theirs.content);
  }
  const suggested = suggest(shaped, content, by);
  const { pending } = suggested;
  // The draft's own authors, where its text comes in as it is.
  const known = pending && theirs.changes.length > 0 && theirs.content.text === content.text;
  const signed = known
    ? { ...suggested, pending: { ...pending, by: [...pending.by, ...theirs.changes] } }
    : suggested;
  return withContent(signed, content, theirs.content);
}

function sameShape(a: Paragraph, b: Paragraph): boolean {
  return a.role === b.role && a.label === b.label && a.depth === b.depth;
}

/** How many new paragraphs after a present one are parts of it. */
function countSplits(differences: readonly DraftDifference[]): ReadonlyMap<string, number> {
  return new Map(
    differences.flatMap((difference) => {
      if (!('chunks' in difference)) return [];
      const { paragraphIds, chunks } = difference;
      const over = partsOf(chunks).length - paragraphIds.length;
      return over > 0 ? [[paragraphIds.at(-1) ?? '', over] as const] : [];
    }),
  );
}

interface Placing {
  readonly placed: readonly PlacedBlock[];
  /** The paragraphs of `placed`. */
  readonly sequence: readonly Paragraph[];
  readonly changed: ReadonlyMap<string, Paragraph>;
  readonly kept: ReadonlySet<string | null>;
  readonly moved: ReadonlySet<string>;
  readonly splits: ReadonlyMap<string, number>;
  readonly newRowId: () => string | undefined;
}

/**
 * The rows with the version's paragraphs in their new order. What stays, stays in its row; parts of a paragraph that was
 * split stand beside it; what moved or is new gets a row of its own after the one it follows.
 */
function placeInRows(rows: readonly Row[], language: Language, placing: Placing): readonly Row[] | null {
  const { placed, sequence, changed, moved, splits, newRowId } = placing;
  const groups = new Map<string | null, { inside: Paragraph[]; below: Paragraph[] }>([
    [null, { inside: [], below: [] }],
  ]);
  let anchor: string | null = null;
  let parts = 0;
  placed.forEach(({ id }, n) => {
    const paragraph = sequence[n];
    if (!paragraph) return;
    if (id !== null && !moved.has(id)) {
      anchor = id;
      parts = splits.get(id) ?? 0;
      groups.set(id, { inside: [paragraph], below: [] });
      return;
    }
    const group = groups.get(anchor);
    if (id === null && parts > 0) {
      parts -= 1;
      group?.inside.push(paragraph);
    } else group?.below.push(paragraph);
  });
  const ownRow = (paragraph: Paragraph): Row | null => {
    const id = newRowId();
    const cells = perLanguage((each) => ({
      paragraphs: each === language ? [paragraph] : [],
      status: each === language ? ('translated' as const) : ('draft' as const),
    }));
    return id === undefined ? null : { id, cells, confidence: 1, confirmed: false };
  };
  const result: (Row | null)[] = (groups.get(null)?.below ?? []).map(ownRow);
  for (const row of rows) {
    const cell = row.cells[language];
    const paragraphs: Paragraph[] = [];
    const below: Paragraph[] = [];
    for (const { id } of cell.paragraphs) {
      const group = groups.get(id);
      // Neither placed nor moved: the draft would take it away.
      if (!group && !moved.has(id)) paragraphs.push(...[changed.get(id) ?? []].flat());
      paragraphs.push(...(group?.inside ?? []));
      below.push(...(group?.below ?? []));
    }
    const same =
      paragraphs.length === cell.paragraphs.length &&
      paragraphs.every((each, n) => each === cell.paragraphs[n]);
    const settledSame = paragraphs.map((each) => settledText(each).text).join('\n');
    const before = cell.paragraphs.map((each) => settledText(each).text).join('\n');
    const status = settledSame === before ? cell.status : reopened(cell.status);
    const filled = paragraphs.length > 0 ? status : 'draft';
    const changedRow = same
      ? row
      : withCell(withParagraphs(row, language, paragraphs), language, { paragraphs, status: filled });
    if (same || !isEmptyRow(changedRow)) result.push(changedRow);
    result.push(...below.map(ownRow));
  }
  return result.includes(null) ? null : result.flatMap((row) => row ?? []);
}

/** The draft's comments as flags on the paragraphs its texts came to; their words may have changed there. */
function placeComments(
  { comments }: BringInDraft,
  differences: readonly DraftDifference[],
  changed: ReadonlyMap<string, Paragraph>,
  sequence: readonly Paragraph[],
  flags: readonly Flag[],
): readonly Flag[] {
  const places = new Map<number, string>();
  for (const difference of differences) {
    if (!('paragraphIds' in difference) || !('theirs' in difference)) continue;
    difference.theirs.forEach((position, n) => {
      const id = difference.paragraphIds[n];
      if (id !== undefined) places.set(position, id);
    });
  }
  const taken = new Set(flags.map(({ id }) => id));
  return comments.flatMap(({ theirs, flag }) => {
    const id = places.get(theirs);
    const paragraph =
      (id === undefined ? undefined : changed.get(id)) ??
      sequence.find(({ text }) =>
        flag.spans.some((span) => span.at === 'text' && text.includes(span.quote) && span.quote !== ''),
      );
    if (!paragraph || taken.has(flag.id)) return [];
    const spans = flag.spans.flatMap((span) => {
      if (span.at !== 'text') return [];
      const found = span.quote === '' ? -1 : paragraph.text.indexOf(span.quote);
      const start = found === -1 ? Math.min(span.start, paragraph.text.length) : found;
      const end = found === -1 ? start : found + span.quote.length;
      return [
        { ...span, paragraphId: paragraph.id, start, end, orphaned: found === -1 && span.quote !== '' },
      ];
    });
    return spans.length > 0 ? [{ ...flag, spans }] : [];
  });
}

function asKnown({ id, role, text, marks, label, depth, cell }: Paragraph) {
  return { id, role, text, marks, label, depth, cell };
}
