import { languageSchema } from '../model/language';
import { NO_REVIEW, type Project } from '../model/project';
import { defineCommand } from './define-command';
import { withReview } from './review';

/** Names the version the others follow; null when none is. */
export const setPivot = defineCommand({
  type: 'setPivot',
  fields: { language: languageSchema.nullable() },
  apply(project, { language }): Project {
    return (project.review ?? NO_REVIEW).pivot === language
      ? project
      : withReview(project, { pivot: language });
  },
});
