import { fail, ok, type Result } from '../../../shared/model/failure';
import type { Language } from '../../../shared/model/language';
import type { Project } from '../../../shared/model/project';
import { versionHeadline } from '../version-headline';
import { authorsOf } from './authors';
import { trackedChanges, type Telling } from './order-tracked';
import { presentText, textInLayout } from './present-text';
import type { OriginalOrder } from './write-original';

/**
 * What is to be written in the original of a version; `originalMissing` where the project keeps none.
 *
 * @param layout whose original it is written in
 * @param read gives the file of a hash
 * @param telling where changes are to be tracked, what is known of them
 */
export function orderOriginal(
  project: Project,
  language: Language,
  layout: Language,
  read: (hash: string) => Result<Uint8Array>,
  telling: Telling | null,
): Result<OriginalOrder> {
  const origin = project.origins[layout];
  if (!origin?.original) return fail('originalMissing');
  const { hash, format, leftOut, reading = 1 } = origin.original;
  const bytes = read(hash);
  if (!bytes.ok) return bytes;
  const isOwn = layout === language;
  const authors = telling && ((id: string) => telling.revisions.get(id) ?? []);
  const text = isOwn
    ? presentText(project, language, (paragraph) =>
        authors ? authorsOf(paragraph, authors(paragraph.id)) : [],
      )
    : textInLayout(project, language, layout);
  const tracked = telling && isOwn && format === 'docx' ? trackedChanges(project, language, telling) : null;
  const translation = isOwn ? null : { language, headline: versionHeadline(project, language) };
  const { fileName } = origin;
  return ok({ fileName, format, bytes: bytes.value, leftOut, reading, text, tracked, translation });
}
