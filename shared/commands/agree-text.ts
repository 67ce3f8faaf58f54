import { z } from 'zod';
import { paragraphIdSchema, richTextSchema } from '../model/paragraph';
import type { Project } from '../model/project';
import { findParagraph, withParagraphs, withRows } from './change';

/** Takes a text for the agreed one of a paragraph: so a change that is in it is accepted, one that is not is open. */
export const agreeTextSchema = z
  .object({ type: z.literal('agreeText'), paragraphId: paragraphIdSchema, content: richTextSchema })
  .readonly();

export function agreeText(
  project: Project,
  { paragraphId, content }: z.infer<typeof agreeTextSchema>,
): Project | null {
  const place = findParagraph(project, paragraphId);
  if (!place) return null;
  const { row, rowIndex, language, index, paragraph } = place;
  const agreed = { ...paragraph, agreed: { text: content.text, marks: content.marks } };
  const paragraphs = row.cells[language].paragraphs.with(index, agreed);
  return withRows(project, rowIndex, 1, [withParagraphs(row, language, paragraphs)]);
}
