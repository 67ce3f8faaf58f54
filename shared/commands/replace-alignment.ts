import { z } from 'zod';
import type { Project } from '../model/project';
import { defineCommand } from './define-command';
import { replaceStretch, stretchSchema } from './replace-stretch';

/**
 * Puts newly aligned rows in place of some consecutive rows that are not confirmed. The new rows must hold
 * exactly the paragraphs of the old ones, in the same order.
 */
export const replaceAlignment = defineCommand({
  type: 'replaceAlignment',
  fields: { stretches: z.array(stretchSchema).min(1).readonly() },
  apply(project, command): Project | null {
    let changed: Project | null = project;
    for (const stretch of command.stretches) changed = changed && replaceStretch(changed, stretch);
    return changed;
  },
});
