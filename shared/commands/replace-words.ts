import { z } from 'zod';
import type { Project } from '../model/project';
import { defineCommand } from './define-command';
import { putSchema, putWords } from './put-words';

/**
 * Puts words in place of words that were searched for, in as many paragraphs as they stand in; refused as a whole where one of
 * them no longer stands there. As suggestions the texts wait for a decision.
 */
export const replaceWords = defineCommand({
  type: 'replaceWords',
  fields: { puts: z.array(putSchema).min(1).readonly(), suggest: z.boolean() },
  apply(project, { puts, suggest }, context): Project | null {
    return putWords(project, puts, { suggest, context });
  },
});
