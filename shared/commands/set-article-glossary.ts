import { z } from 'zod';
import type { Project } from '../model/project';
import { defineCommand } from './define-command';
import { withReview } from './review';

/** Writes down the terms of this article, lines `ru | ky | en`, which go beside the newsroom's. */
export const setArticleGlossary = defineCommand({
  type: 'setArticleGlossary',
  fields: { glossary: z.string() },
  apply(project, { glossary }): Project {
    return glossary === (project.review?.glossary ?? '') ? project : withReview(project, { glossary });
  },
});
