import { z } from 'zod';
import { flagIdSchema } from '../model/flag';
import type { Project } from '../model/project';
import { changeFlag } from './change-flag';
import { defineCommand } from './define-command';

/** Gives a flag to somebody to see to, or to nobody. */
export const assignFlag = defineCommand({
  type: 'assignFlag',
  fields: { flagId: flagIdSchema, assignee: z.string().trim().min(1).max(80).nullable() },
  apply(project, command): Project | null {
    return changeFlag(project, command.flagId, (flag) => {
      const { assignee, ...rest } = flag;
      if ((assignee ?? null) === command.assignee) return flag;
      return command.assignee === null ? rest : { ...rest, assignee: command.assignee };
    });
  },
});
