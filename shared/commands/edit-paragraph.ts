import { z } from 'zod';
import { diffTexts } from '../diff/diff-words';
import { mapSpan } from '../diff/map-offset';
import { findParagraph } from '../model/find-paragraph';
import type { Flag } from '../model/flag';
import type { Language } from '../model/language';
import { normaliseMarks, sameMarks } from '../model/mark';
import { paragraphIdSchema, richTextSchema, type Paragraph, type RichText } from '../model/paragraph';
import type { Project } from '../model/project';
import type { Row, Status } from '../model/row';
import { followSources } from '../reconcile/stale';
import { suggest } from '../reconcile/suggestions';
import { withCell, withRows, withSpans, type ChangeContext } from './change';
import { defineCommand } from './define-command';

/**
 * Puts a new text, with its marks, in place of a paragraph's; flags follow the words they are on. As a suggestion the
 * text waits for a decision, and what is settled stays what it was; so does any edit of a paragraph in which
 * suggestions wait.
 */
export const editParagraph = defineCommand({
  type: 'editParagraph',
  fields: { paragraphId: paragraphIdSchema, content: richTextSchema, suggest: z.boolean().optional() },
  apply(project, command, context): Project | null {
    const place = findParagraph(project.rows, command.paragraphId);
    if (!place) return null;
    const { row, rowIndex, language, paragraph } = place;
    const { content, suggest: suggested = false } = command;
    const changed = withText(row, language, paragraph, content, { suggested, context });
    if (changed === row) return project;
    return {
      ...withRows(project, rowIndex, 1, [changed]),
      flags: carrySpans(project.flags, paragraph, content.text),
    };
  },
});

/** The row with another text in one of its paragraphs; the same object when that is the text it has. */
export function withText(
  row: Row,
  language: Language,
  paragraph: Paragraph,
  { text, marks }: RichText,
  how: { readonly suggested: boolean; readonly context: ChangeContext },
): Row {
  const content = { text, marks: normaliseMarks(marks, text.length) };
  if (text === paragraph.text && sameMarks(content.marks, paragraph.marks)) return row;
  const cell = row.cells[language];
  const suggested = how.suggested || paragraph.pending !== undefined;
  const edited = withContent(
    suggested ? suggest(paragraph, content, how.context) : paragraph,
    content,
    paragraph.imported ?? paragraph,
  );
  const changed = withCell(row, language, {
    paragraphs: cell.paragraphs.map((each) => (each.id === paragraph.id ? edited : each)),
    status: suggested ? cell.status : reopened(cell.status),
  });
  return suggested ? changed : followSources(row, changed, language);
}

/** What an edit leaves of a status: signed-off text is open again, a draft stays one. */
export function reopened(status: Status): Status {
  return status === 'reviewed' || status === 'agreed' ? 'translated' : status;
}

/** A paragraph with this text that was imported as `imported`, which is kept only where it differs. */
export function withContent(paragraph: Paragraph, { text, marks }: RichText, imported: RichText): Paragraph {
  const changed = text !== imported.text || !sameMarks(marks, imported.marks);
  return {
    ...paragraph,
    text,
    marks,
    imported: changed ? { text: imported.text, marks: imported.marks } : null,
  };
}

/** The flags on a paragraph, on the same words of its new text. */
export function carrySpans(flags: readonly Flag[], paragraph: Paragraph, text: string): readonly Flag[] {
  const isOn = ({ spans }: Flag) =>
    spans.some((span) => span.at === 'text' && span.paragraphId === paragraph.id);
  if (text === paragraph.text || !flags.some(isOn)) return flags;
  const runs = diffTexts(paragraph.text, text);
  return withSpans(flags, (span) => {
    if (span.at !== 'text' || span.paragraphId !== paragraph.id) return span;
    const mapped = mapSpan(span, runs);
    const orphaned = mapped.orphaned || span.orphaned;
    if (mapped.start === span.start && mapped.end === span.end && orphaned === span.orphaned) return span;
    return { ...span, start: mapped.start, end: mapped.end, orphaned };
  });
}
