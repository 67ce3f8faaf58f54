import { z } from 'zod';
import { isSameSpelling, spellingsInOrder } from '../model/agreed-words';
import { languageSchema } from '../model/language';
import type { Project } from '../model/project';
import { defineCommand } from './define-command';
import { withReview } from './review';

/** Approves a spelling of a name for a version of the article, or takes that back. */
export const approveSpelling = defineCommand({
  type: 'approveSpelling',
  fields: { language: languageSchema, text: z.string().min(1), approved: z.boolean() },
  apply(project, { language, text, approved }, context): Project {
    const before = project.review?.spellings ?? [];
    const others = before.filter((each) => !isSameSpelling(each, { language, text }));
    if (others.length < before.length === approved) return project;
    const spellings = approved ? [...others, { language, text, ...context }] : others;
    return withReview(project, { spellings: spellingsInOrder(spellings) });
  },
});
