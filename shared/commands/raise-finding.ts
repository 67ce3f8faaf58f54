import { z } from 'zod';
import type { Project } from '../model/project';
import { addFlag } from './add-flag';
import { defineCommand } from './define-command';
import { dismissFinding } from './dismiss-finding';
import { flagFields } from './flag-fields';

/** Raises a flag that says what a finding says; the finding, named by its key, is dismissed with that. */
export const raiseFinding = defineCommand({
  type: 'raiseFinding',
  fields: { ...flagFields, finding: z.string().min(1) },
  apply(project, { finding: key, ...flag }, context): Project | null {
    const flagged = addFlag.apply(project, { ...flag, type: 'addFlag' }, context);
    return (
      flagged &&
      dismissFinding.apply(flagged, { type: 'dismissFinding', key, reason: 'flagged', note: '' }, context)
    );
  },
});
