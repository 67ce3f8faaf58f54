import { z } from 'zod';
import { languageSchema } from '../model/language';
import { NO_REVIEW, type Project } from '../model/project';
import { defineCommand } from './define-command';
import { isAgreed, withReview } from './review';

/** Signs a version off in the name of whoever does it, or takes that back. Every text of it must be agreed. */
export const signOff = defineCommand({
  type: 'signOff',
  fields: { language: languageSchema, signed: z.boolean() },
  apply(project, { language, signed }, { author, time }): Project | null {
    if (signed && !isAgreed(project.rows, language)) return null;
    const review = project.review ?? NO_REVIEW;
    if (!signed && !review.signOffs[language]) return project;
    return withReview(project, {
      signOffs: { ...review.signOffs, [language]: signed ? { name: author, time } : null },
    });
  },
});
