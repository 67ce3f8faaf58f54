import { z } from 'zod';
import { isSameSpelling, spellingsInOrder } from '../model/agreed-words';
import { languageSchema } from '../model/language';
import type { Project } from '../model/project';
import type { ChangeContext } from './change';
import { withReview } from './review';

/** Approves a spelling of a name for a version of the article, or takes that back. */
export const approveSpellingSchema = z
  .object({
    type: z.literal('approveSpelling'),
    language: languageSchema,
    text: z.string().min(1),
    approved: z.boolean(),
  })
  .readonly();

export function approveSpelling(
  project: Project,
  { language, text, approved }: z.infer<typeof approveSpellingSchema>,
  context: ChangeContext,
): Project {
  const before = project.review?.spellings ?? [];
  const others = before.filter((each) => !isSameSpelling(each, { language, text }));
  if (others.length < before.length === approved) return project;
  const spellings = approved ? [...others, { language, text, ...context }] : others;
  return withReview(project, { spellings: spellingsInOrder(spellings) });
}

/** Writes down the terms of this article, lines `ru | ky | en`, which go beside the newsroom's. */
export const setArticleGlossarySchema = z
  .object({ type: z.literal('setArticleGlossary'), glossary: z.string() })
  .readonly();

export function setArticleGlossary(
  project: Project,
  { glossary }: z.infer<typeof setArticleGlossarySchema>,
): Project {
  return glossary === (project.review?.glossary ?? '') ? project : withReview(project, { glossary });
}
