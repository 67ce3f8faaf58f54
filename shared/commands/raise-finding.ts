import { z } from 'zod';
import type { Project } from '../model/project';
import type { ChangeContext } from './change';
import { dismissFinding } from './dismissals';
import { addFlag, addFlagSchema } from './flags';

/** Raises a flag that says what a finding says; the finding, named by its key, is dismissed with that. */
export const raiseFindingSchema = z
  .object({ ...addFlagSchema.unwrap().shape, type: z.literal('raiseFinding'), finding: z.string().min(1) })
  .readonly();

export function raiseFinding(
  project: Project,
  { finding: key, ...flag }: z.infer<typeof raiseFindingSchema>,
  context: ChangeContext,
): Project | null {
  const flagged = addFlag(project, { ...flag, type: 'addFlag' }, context);
  return (
    flagged && dismissFinding(flagged, { type: 'dismissFinding', key, reason: 'flagged', note: '' }, context)
  );
}
