import { z } from 'zod';
import { mapPlace } from '../diff/map-place';
import { findParagraph } from '../model/find-paragraph';
import type { Flag, FlagSpan } from '../model/flag';
import { sliceMarks } from '../model/mark';
import { paragraphIdSchema, type Paragraph, type RichText } from '../model/paragraph';
import type { Project } from '../model/project';
import { tidyPending } from '../reconcile/suggestions';
import { withCell, withRows, withSpans } from './change';
import { defineCommand } from './define-command';
import { reopened, withContent } from './edit-paragraph';
import { countOn, nextLabel, numberOf } from './renumber';

/** Breaks a paragraph in two at a UTF-16 offset; the second part gets `newId` and stays in the same cell. */
export const splitParagraph = defineCommand({
  type: 'splitParagraph',
  fields: { paragraphId: paragraphIdSchema, offset: z.int().positive(), newId: paragraphIdSchema },
  apply(project, command): Project | null {
    const place = findParagraph(project.rows, command.paragraphId);
    if (!place || findParagraph(project.rows, command.newId)) return null;
    const { row, rowIndex, language, index, paragraph } = place;
    // Of a picture there are no two halves.
    if (paragraph.picture) return null;
    const [head, tail] = splitRich(paragraph, command.offset);
    if (head.text === '' || tail.text === '') return null;
    const number = numberOf(paragraph);
    const label = number === null ? paragraph.label : nextLabel(paragraph.label);
    const [importedHead, importedTail] = splitImported(paragraph, command.offset) ?? [head, tail];
    const [first, second] = [
      tidyPending(withContent(withPart(paragraph, command.offset, 0), head, importedHead)),
      tidyPending(
        withContent(
          { ...withPart(paragraph, command.offset, 1), id: command.newId, label },
          tail,
          importedTail,
        ),
      ),
    ];
    const cell = row.cells[language];
    const paragraphs = cell.paragraphs.toSpliced(index, 1, first, second);
    const split = {
      ...withRows(project, rowIndex, 1, [
        withCell(row, language, { paragraphs, status: reopened(cell.status) }),
      ]),
      flags: splitSpans(project.flags, paragraph, head.text.length, second),
    };
    if (number === null) return split;
    const from = { number: number + 1, depth: paragraph.depth };
    return countOn(split, language, { rowIndex, index: index + 2 }, from, 1);
  },
});

function splitRich(content: RichText, offset: number): readonly [RichText, RichText] {
  const { text, marks } = content;
  const end = text.slice(0, offset).trimEnd().length;
  const start = text.length - text.slice(offset).trimStart().length;
  return [
    { text: text.slice(0, end), marks: sliceMarks(marks, 0, end) },
    { text: text.slice(start), marks: sliceMarks(marks, start, text.length) },
  ];
}

/** Cuts the imported text where the present text is cut, so that each part is compared with its own origin. */
function splitImported(paragraph: Paragraph, offset: number): readonly [RichText, RichText] | null {
  return paragraph.imported && splitOther(paragraph, offset, paragraph.imported);
}

/** Cuts a former text of a paragraph where the present one is cut. */
function splitOther({ text }: Paragraph, offset: number, other: RichText): readonly [RichText, RichText] {
  return splitRich(other, mapPlace(text, other.text, offset));
}

/** The paragraph with the part, 0 or 1, of each text it keeps beside the present and the imported one. */
function withPart(paragraph: Paragraph, offset: number, part: 0 | 1): Paragraph {
  const { draft, agreed, pending, checked, ...rest } = paragraph;
  const partOf = (other: RichText): RichText => splitOther(paragraph, offset, other)[part];
  const bounds = part === 0 ? { from: 0, to: offset } : { from: offset, to: paragraph.text.length };
  const by = (pending?.by ?? [])
    .filter(({ start, end }) => start <= bounds.to && end >= bounds.from)
    .map((span) => ({
      ...span,
      start: Math.max(0, span.start - bounds.from),
      end: Math.max(0, Math.min(span.end, bounds.to) - bounds.from),
    }));
  return {
    ...rest,
    ...(draft && { draft: partOf(draft) }),
    ...(agreed && { agreed: partOf(agreed) }),
    ...(pending && { pending: { settled: partOf(pending.settled), by } }),
    ...(checked && { checked: mapChecked(checked, (text) => partOf({ text, marks: [] }).text) }),
  };
}

function mapChecked(
  checked: NonNullable<Paragraph['checked']>,
  change: (text: string) => string,
): NonNullable<Paragraph['checked']> {
  return Object.fromEntries(
    Object.entries(checked).map(([language, text]) => [
      language,
      typeof text === 'string' ? change(text) : text,
    ]),
  );
}

function splitSpans(
  flags: readonly Flag[],
  paragraph: Paragraph,
  headLength: number,
  second: Paragraph,
): readonly Flag[] {
  const shift = paragraph.text.length - second.text.length;
  return withSpans(flags, (span): FlagSpan => {
    if (span.at !== 'text' || span.paragraphId !== paragraph.id) return span;
    // A span across the cut stays with the part that holds its beginning.
    if (span.start < headLength || span.end <= headLength)
      return { ...span, end: Math.min(span.end, headLength) };
    const start = Math.max(0, span.start - shift);
    const end = Math.max(0, span.end - shift);
    // The spaces at the cut are gone.
    const orphaned = span.orphaned || (start === end && span.start < span.end);
    return { ...span, paragraphId: second.id, start, end, orphaned };
  });
}
