import { z } from 'zod';
import { fixSchema } from '../checks/engine/finding';
import { replaceSpans } from '../diff/replace-spans';
import { findParagraph, type ParagraphPlace } from '../model/find-paragraph';
import type { Project } from '../model/project';
import type { ChangeContext } from './change';
import { editParagraph } from './edit-paragraph';

/** Words to be put into a text, and those they stand for: where these are no longer there, nothing is put in. */
export const putSchema = z.object({ ...fixSchema.unwrap().shape, was: z.string() }).readonly();

export type Put = z.infer<typeof putSchema>;

/**
 * Puts words in as many paragraphs as they are for, in all of them or in none.
 *
 * @param suggest whether the texts wait for a decision
 * @param after what else is done once a paragraph has them, with the place it had before
 * @returns null where a paragraph is gone, or has other words by now
 */
export function putWords(
  project: Project,
  puts: readonly Put[],
  { suggest, context }: { readonly suggest: boolean; readonly context: ChangeContext },
  after: (changed: Project, before: ParagraphPlace) => Project = (changed) => changed,
): Project | null {
  const byParagraph = new Map<string, Put[]>();
  for (const put of puts)
    byParagraph.set(put.paragraphId, [...(byParagraph.get(put.paragraphId) ?? []), put]);
  let changed: Project = project;
  for (const [paragraphId, inside] of byParagraph) {
    const place = findParagraph(changed.rows, paragraphId);
    const fits = inside.every(
      ({ language, start, end, was }) =>
        language === place?.language && start <= end && place.paragraph.text.slice(start, end) === was,
    );
    if (!place || !fits) return null;
    const content = replaceSpans(place.paragraph, inside);
    const edited = editParagraph.apply(
      changed,
      { type: 'editParagraph', paragraphId, content, suggest },
      context,
    );
    if (!edited) return null;
    changed = after(edited, place);
  }
  return changed;
}
