import { fail, ok, type Result } from '../../../shared/model/failure';
import type { Language } from '../../../shared/model/language';
import type { Project } from '../../../shared/model/project';
import { presentText } from './present-text';
import type { OriginalOrder } from './write-original';

/**
 * What is to be written in the original of a version; `originalMissing` where the project keeps none.
 *
 * @param read gives the file of a hash
 */
export function orderOriginal(
  project: Project,
  language: Language,
  read: (hash: string) => Result<Uint8Array>,
): Result<OriginalOrder> {
  const origin = project.origins[language];
  if (!origin?.original) return fail('originalMissing');
  const { hash, leftOut } = origin.original;
  const bytes = read(hash);
  if (!bytes.ok) return bytes;
  return ok({ fileName: origin.fileName, bytes: bytes.value, leftOut, text: presentText(project, language) });
}
