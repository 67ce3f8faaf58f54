import { flagIdSchema } from '../model/flag';
import type { Project } from '../model/project';
import { defineCommand } from './define-command';

/** Takes a flag away altogether; resolving or dismissing keeps it. */
export const removeFlag = defineCommand({
  type: 'removeFlag',
  fields: { flagId: flagIdSchema },
  apply(project, command): Project | null {
    const flags = project.flags.filter((flag) => flag.id !== command.flagId);
    return flags.length < project.flags.length ? { ...project, flags } : null;
  },
});
