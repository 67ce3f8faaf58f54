import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Salvaged } from '../../shared/contract/channels';
import { ok, type Result } from '../../shared/model/failure';
import { flagDoubtful } from './flag-doubtful';
import { createProjectFile } from './project-file';
import { salvageProject } from './salvage';

/** What the flags on doubtful rows say: `time` in ms since 1970. */
export interface Remark {
  readonly note: string;
  readonly author: string;
  readonly time: number;
}

/** A new project file made of what could be read of another, and how much that was. */
export interface Recovered {
  readonly made: string;
  readonly salvaged: Salvaged;
}

/**
 * Makes a new project file in `folder` of what can be read of a damaged one, or one beyond the limits; fails as
 * `salvageProject` does, and like that may take for ever.
 */
export function recoverProject(path: string, folder: string, remark: Remark): Result<Recovered> {
  const read = salvageProject(path, folder);
  if (!read.ok) return read;
  const { project, originals, salvaged } = read.value;
  const marked = flagDoubtful(project, salvaged.doubtful, { ...remark, newId: randomUUID });
  const made = join(folder, 'recovered.triptych');
  const created = createProjectFile(made, marked, null, originals);
  if (!created.ok) return created;
  created.value.close();
  return ok({ made, salvaged });
}
