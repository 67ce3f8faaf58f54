import { z } from 'zod';
import { flagIdSchema } from '../model/flag';
import type { Project } from '../model/project';
import { changeFlag } from './change-flag';
import { defineCommand } from './define-command';

/** Adds a remark to a flag's thread. */
export const commentFlag = defineCommand({
  type: 'commentFlag',
  fields: { flagId: flagIdSchema, commentId: z.string().min(1), text: z.string().min(1) },
  apply(project, command, context): Project | null {
    const { flagId, commentId: id, text } = command;
    const comment = { id, text, ...context };
    return changeFlag(project, flagId, (flag) =>
      flag.thread.some((other) => other.id === id) ? null : { ...flag, thread: [...flag.thread, comment] },
    );
  },
});
