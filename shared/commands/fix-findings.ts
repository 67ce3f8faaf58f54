import { z } from 'zod';
import { fixSchema } from '../checks/engine/finding';
import { replaceSpans } from '../diff/replace-spans';
import type { Project } from '../model/project';
import { findParagraph, type ChangeContext } from './change';
import { editParagraph } from './edit-paragraph';

/**
 * Puts in what mends findings, in as many paragraphs as they are about; each fix says which text it stands for, and is
 * refused, with all others, where that text is no longer there. As suggestions the texts wait for a decision.
 */
export const fixFindingsSchema = z
  .object({
    type: z.literal('fixFindings'),
    fixes: z
      .array(z.object({ ...fixSchema.unwrap().shape, was: z.string() }).readonly())
      .min(1)
      .readonly(),
    suggest: z.boolean(),
  })
  .readonly();

export function fixFindings(
  project: Project,
  { fixes, suggest }: z.infer<typeof fixFindingsSchema>,
  context: ChangeContext,
): Project | null {
  let changed: Project | null = project;
  for (const paragraphId of new Set(fixes.map((fix) => fix.paragraphId))) {
    const place = findParagraph(changed, paragraphId);
    const inside = fixes.filter((fix) => fix.paragraphId === paragraphId);
    const fits = inside.every(
      ({ language, start, end, was }) =>
        language === place?.language && place.paragraph.text.slice(start, end) === was,
    );
    if (!place || !fits) return null;
    const content = replaceSpans(place.paragraph, inside);
    changed = editParagraph(changed, { type: 'editParagraph', paragraphId, content, suggest }, context);
    if (!changed) return null;
  }
  return changed;
}
