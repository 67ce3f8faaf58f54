import { findParagraph } from '../model/find-paragraph';
import { paragraphIdSchema } from '../model/paragraph';
import type { Project } from '../model/project';
import { defineCommand } from './define-command';
import { removeParagraph } from './remove-paragraph';

/** Takes a picture out of its version, with its description; refused for what is none. */
export const removePicture = defineCommand({
  type: 'removePicture',
  fields: { paragraphId: paragraphIdSchema },
  apply(project, { paragraphId }): Project | null {
    if (!findParagraph(project.rows, paragraphId)?.paragraph.picture) return null;
    return removeParagraph.apply(project, { type: 'removeParagraph', paragraphId });
  },
});
