import { z } from 'zod';
import { findParagraph } from '../model/find-paragraph';
import { sliceMarks, shiftMarks } from '../model/mark';
import { blockSchema, paragraphIdSchema, richTextSchema, type RichText } from '../model/paragraph';
import type { Project } from '../model/project';
import { normaliseRich } from '../text/normalise-rich';
import { defineCommand } from './define-command';
import { editParagraph } from './edit-paragraph';
import { insertParagraph } from './insert-paragraph';
import { splitParagraph } from './split-paragraph';

const { role, label, depth, cell } = blockSchema.unwrap().shape;

/**
 * Puts several paragraphs in place of a stretch of one, UTF-16 offsets: what stood before goes on with the first of them,
 * what stood after follows the last, and those between stand in the same cell. `news` names what is added, in order: its
 * last is used for what stood after where something stood on both sides.
 */
export const pasteParagraphs = defineCommand({
  type: 'pasteParagraphs',
  fields: {
    paragraphId: paragraphIdSchema,
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
    parts: z.array(richTextSchema).min(2).readonly(),
    news: z.array(z.object({ id: paragraphIdSchema, role, label, depth, cell }).readonly()).readonly(),
    suggest: z.boolean().optional(),
  },
  apply(project, command, context): Project | null {
    const { paragraphId, start, end, parts, news, suggest } = command;
    const place = findParagraph(project.rows, paragraphId);
    const first = parts[0];
    const last = parts.at(-1);
    if (!place || !first || !last || start > end || end > place.paragraph.text.length) return null;
    if (news.length !== parts.length - 1) return null;
    const { row, language, index, paragraph } = place;
    const head = partOf(paragraph, 0, start);
    const tail = partOf(paragraph, end, paragraph.text.length);
    let now: Project | null = project;
    const put = (id: string, content: RichText): void => {
      now =
        now &&
        editParagraph.apply(now, { type: 'editParagraph', paragraphId: id, content, suggest }, context);
    };
    const add = (at: number, each: (typeof news)[number], content: RichText): void => {
      const { id, ...kind } = each;
      const blank = {
        type: 'insertParagraph',
        paragraphId: id,
        rowId: row.id,
        language,
        index: at,
        text: '',
      } as const;
      now = now && insertParagraph.apply(now, { ...blank, ...kind });
      put(id, content);
    };
    const isBefore = head.text.trim() !== '';
    const isAfter = tail.text.trim() !== '';
    if (isBefore && isAfter) {
      if (start < end) put(paragraphId, joined(head, tail));
      const newId = news.at(-1)?.id ?? '';
      const offset = joined(head, { text: '', marks: [] }).text.length;
      now = now && splitParagraph.apply(now, { type: 'splitParagraph', paragraphId, offset, newId });
      put(newId, joined(last, tail));
      news.slice(0, -1).forEach((each, n) => add(index + 1 + n, each, parts[n + 1] ?? first));
      put(paragraphId, joined(head, first));
    } else if (isAfter) {
      put(paragraphId, joined(last, tail));
      news.forEach((each, n) => add(index + n, each, parts[n] ?? first));
    } else {
      put(paragraphId, joined(head, first));
      news.forEach((each, n) => add(index + 1 + n, each, parts[n + 1] ?? last));
    }
    return now;
  },
});

function partOf({ text, marks }: RichText, start: number, end: number): RichText {
  return { text: text.slice(start, end), marks: sliceMarks(marks, start, end) };
}

function joined(a: RichText, b: RichText): RichText {
  return normaliseRich(a.text + b.text, [...a.marks, ...shiftMarks(b.marks, a.text.length)]);
}
