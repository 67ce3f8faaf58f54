import { z } from 'zod';
import { fixSchema } from '../checks/engine/finding';
import { replaceSpans } from '../diff/replace-spans';
import { findParagraph } from '../model/find-paragraph';
import type { Language } from '../model/language';
import type { Project } from '../model/project';
import type { Row } from '../model/row';
import { holdFixed } from '../reconcile/stale';
import { defineCommand } from './define-command';
import { editParagraph } from './edit-paragraph';

/**
 * Puts in what mends findings, in as many paragraphs as they are about; each fix says which text it stands for, and is
 * refused, with all others, where that text is no longer there. As suggestions the texts wait for a decision.
 */
export const fixFindings = defineCommand({
  type: 'fixFindings',
  fields: {
    fixes: z
      .array(z.object({ ...fixSchema.unwrap().shape, was: z.string() }).readonly())
      .min(1)
      .readonly(),
    suggest: z.boolean(),
  },
  apply(project, { fixes, suggest }, context): Project | null {
    let changed: Project | null = project;
    const byParagraph = new Map<string, (typeof fixes)[number][]>();
    for (const fix of fixes)
      byParagraph.set(fix.paragraphId, [...(byParagraph.get(fix.paragraphId) ?? []), fix]);
    for (const [paragraphId, inside] of byParagraph) {
      const place = findParagraph(changed.rows, paragraphId);
      const fits = inside.every(
        ({ language, start, end, was }) =>
          language === place?.language && start <= end && place.paragraph.text.slice(start, end) === was,
      );
      if (!place || !fits) return null;
      const content = replaceSpans(place.paragraph, inside);
      changed = editParagraph.apply(
        changed,
        { type: 'editParagraph', paragraphId, content, suggest },
        context,
      );
      if (!changed) return null;
      if (!suggest) changed = holdFixedIn(changed, place.row, place.language);
    }
    return changed;
  },
});

/** The project with the row held right after a text of it in `language` was put right. */
function holdFixedIn(project: Project, before: Row, language: Language): Project {
  const rows = project.rows.map((row) => (row.id === before.id ? holdFixed(before, row, language) : row));
  return { ...project, rows };
}
