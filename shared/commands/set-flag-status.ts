import { flagIdSchema, flagStatusSchema } from '../model/flag';
import type { Project } from '../model/project';
import { changeFlag } from './change-flag';
import { defineCommand } from './define-command';

/** Resolves, dismisses or reopens a flag. */
export const setFlagStatus = defineCommand({
  type: 'setFlagStatus',
  fields: { flagId: flagIdSchema, status: flagStatusSchema },
  apply(project, command): Project | null {
    const { flagId, status } = command;
    return changeFlag(project, flagId, (flag) => (flag.status === status ? flag : { ...flag, status }));
  },
});
