import type { ExportedVersions } from '../../shared/contract/channels';
import type { Result } from '../../shared/model/failure';
import type { Language } from '../../shared/model/language';
import { writeFileAtomically } from '../system/write-file-atomically';

/** A version, and the file it is written to. */
export interface Target {
  readonly language: Language;
  readonly path: string;
}

/** Writes each version to its file. One that cannot be written keeps none of the others back. */
export async function writeEach(
  targets: readonly Target[],
  bytesOf: (target: Target) => Promise<Result<Uint8Array>>,
): Promise<ExportedVersions> {
  const paths: string[] = [];
  const failed: ExportedVersions['failed'][number][] = [];
  for (const target of targets) {
    const { language, path } = target;
    const bytes = await bytesOf(target);
    const written = bytes.ok ? await writeFileAtomically(path, bytes.value) : bytes;
    if (written.ok) paths.push(path);
    else failed.push({ language, failure: written.failure });
  }
  return { paths, failed };
}
