import { z } from 'zod';
import { flagIdSchema, flagsInOrder, flagSchema } from '../model/flag';
import { languageSchema } from '../model/language';
import {
  authoredSchema,
  paragraphIdSchema,
  type Block,
  type Paragraph,
  type RichText,
} from '../model/paragraph';
import { originSchema, type Project } from '../model/project';
import { versionParagraphs } from '../model/row';
import { draftDifferenceSchema } from '../reconcile/draft-merge';
import { NO_TEXT } from '../reconcile/baseline';
import { suggest } from '../reconcile/suggestions';
import { returnedReviewSchema } from '../reconcile/returned-review';
import { takeDifferences } from '../reconcile/take-differences';
import { defineCommand } from './define-command';
import { carrySpans, withContent } from './edit-paragraph';
import { placeComments } from './place-comments';
import { settleReturned } from './settle-returned';
import { countSplits, placeInRows } from './place-in-rows';

type BringInDraft = z.infer<typeof bringInDraft.schema>;

/**
 * Takes differences of a newer draft into a version. Other texts come in as suggestions in the name of the draft, and
 * a paragraph the draft has not any more as the suggestion to empty it; what a person has decided is settled at once.
 * Places and kinds of paragraphs change at once. A paragraph that moves leaves its row for one of its own: the other
 * versions stay where they are. Comments of the draft become flags.
 */
export const bringInDraft = defineCommand({
  type: 'bringInDraft',
  fields: {
    language: languageSchema,
    origin: originSchema.unwrap(),
    /** Those of a `DraftMerge` that are taken, in its order; a decided conflict has one chunk with the result. */
    differences: z.array(draftDifferenceSchema).readonly(),
    /** Positions in `differences` of those a person has decided. */
    decided: z.array(z.int().nonnegative()).readonly(),
    /** Who made the tracked changes of a paragraph of the draft, by its position there. */
    changes: z
      .array(z.object({ theirs: z.int().nonnegative(), by: z.array(authoredSchema).readonly() }).readonly())
      .readonly(),
    /** The draft's comments; their spans name positions in the draft in place of paragraph ids. */
    comments: z.array(z.object({ theirs: z.int().nonnegative(), flag: flagSchema }).readonly()).readonly(),
    /** Of a file that was exported with changes tracked: what waits in it still, and what it answers to flags. */
    returned: z
      .object({
        review: returnedReviewSchema,
        remarks: z
          .array(
            z
              .object({
                flagId: flagIdSchema,
                replies: flagSchema.unwrap().shape.thread,
                isResolved: z.boolean(),
              })
              .readonly(),
          )
          .readonly(),
      })
      .readonly()
      .optional(),
    /** For paragraphs and rows that are new. */
    newIds: z.array(paragraphIdSchema).readonly(),
  },
  apply(project, command, { time }): Project | null {
    const { language, differences, origin, returned } = command;
    if (differences.length === 0 && !returned) return null;
    const ours = versionParagraphs(project.rows, language);
    const known = new Map(ours.map((paragraph) => [paragraph.id, paragraph]));
    const named = differences.flatMap((each) => ('paragraphIds' in each ? each.paragraphIds : []));
    const fresh = [...command.newIds];
    const taken = new Set([...known.keys(), ...project.rows.map(({ id }) => id)]);
    if (named.some((id) => !known.has(id)) || fresh.some((id) => taken.has(id))) return null;
    if (new Set(fresh).size < fresh.length) return null;

    const draft = draftTexts(command);
    const placed = takeDifferences(ours.map(asKnown), differences);
    const blocks = new Map(placed.map(({ id, block }) => [id, block]));
    const by = { author: origin.fileName, time };
    const changed = new Map<string, Paragraph>();
    for (const paragraph of ours) {
      const block = blocks.get(paragraph.id) ?? { ...paragraph, text: '', marks: [] };
      const theirs = draft.get(paragraph.id);
      changed.set(paragraph.id, changeParagraph(paragraph, block, theirs, by));
    }
    const sequence = placed.map(({ id, block }): Paragraph | null => {
      const present = id === null ? null : (changed.get(id) ?? null);
      if (present) return present;
      const newId = fresh.shift();
      if (newId === undefined) return null;
      const blank: Paragraph = { ...block, id: newId, ...NO_TEXT, imported: null };
      return changeParagraph(blank, block, { content: block, settled: false, changes: [] }, by);
    });
    const paragraphs = sequence.flatMap((paragraph) => paragraph ?? []);
    if (paragraphs.length < sequence.length) return null;
    const moved = new Set(differences.flatMap((each) => (each.kind === 'moved' ? each.paragraphIds : [])));
    const rows = placeInRows(project.rows, language, {
      placed,
      sequence: paragraphs,
      changed,
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
    const comments = placeComments(command, { changed, paragraphs, flags });
    const brought = {
      ...project,
      rows,
      origins: { ...project.origins, [language]: origin },
      flags: comments.length > 0 ? flagsInOrder([...flags, ...comments]) : flags,
    };
    return returned ? settleReturned(project, brought, language, returned) : brought;
  },
});

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

/** The paragraph with what the draft has for it. What was imported stays: what the draft brought is a change since then. */
function changeParagraph(
  paragraph: Paragraph,
  block: Block,
  theirs: DraftText | undefined,
  by: { author: string; time: number },
): Paragraph {
  const shaped = { ...paragraph, role: block.role, label: block.label, depth: block.depth };
  if (!theirs) return sameShape(shaped, paragraph) ? paragraph : shaped;
  const content = { text: block.text, marks: block.marks };
  const imported = paragraph.imported ?? paragraph;
  const drafted = { ...shaped, draft: { text: theirs.content.text, marks: theirs.content.marks } };
  if (theirs.settled) {
    const { pending, ...plain } = drafted;
    return withContent(plain, content, imported);
  }
  const suggested = suggest(drafted, content, by);
  const { pending } = suggested;
  // The draft's own authors, where its text comes in as it is.
  const known = pending && theirs.changes.length > 0 && theirs.content.text === content.text;
  const signed = known
    ? { ...suggested, pending: { ...pending, by: [...pending.by, ...theirs.changes] } }
    : suggested;
  return withContent(signed, content, imported);
}

function sameShape(a: Paragraph, b: Paragraph): boolean {
  return a.role === b.role && a.label === b.label && a.depth === b.depth;
}

function asKnown({ id, role, text, marks, label, depth, cell }: Paragraph) {
  return { id, role, text, marks, label, depth, cell };
}
