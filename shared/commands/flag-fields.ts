import { z } from 'zod';
import { findParagraph } from '../model/find-paragraph';
import { flagIdSchema, flagSchema, severitySchema, type FlagSpan } from '../model/flag';
import type { Project } from '../model/project';
import { isCategory } from '../mqm/typology';
import { findRowIndex } from './change';

/** What a command says of a flag it raises or changes. */
export const flagFields = {
  flagId: flagIdSchema,
  spans: flagSchema.unwrap().shape.spans,
  category: z.string(),
  severity: severitySchema,
  note: z.string(),
};

/** Whether a flag may be in this category and point to these places of the project. */
export function isInPlace(
  project: Project,
  { category, spans }: { readonly category: string; readonly spans: readonly FlagSpan[] },
): boolean {
  return isCategory(category) && spans.every((span) => isInside(project, span));
}

function isInside(project: Project, span: FlagSpan): boolean {
  if (span.at === 'gap') return findRowIndex(project, span.rowId) !== -1;
  const place = findParagraph(project.rows, span.paragraphId);
  return (
    place !== null &&
    place.language === span.language &&
    span.start <= span.end &&
    span.end <= place.paragraph.text.length
  );
}
