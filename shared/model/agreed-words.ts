import { z } from 'zod';
import { languageSchema } from './language';
import { timeSchema } from './time';

/** A spelling of a name that a person approved for one version: others are pointed at. */
export const approvedSpellingSchema = z
  .object({
    language: languageSchema,
    text: z.string().min(1),
    author: z.string(),
    /** ms since 1970 */
    time: timeSchema,
  })
  .readonly();

export type ApprovedSpelling = z.infer<typeof approvedSpellingSchema>;

/** Whether two are about the same spelling, whoever approved it. */
export function isSameSpelling(
  a: Pick<ApprovedSpelling, 'language' | 'text'>,
  b: Pick<ApprovedSpelling, 'language' | 'text'>,
): boolean {
  return a.language === b.language && a.text === b.text;
}

/** In the order a project keeps them: by language, then text. */
export function spellingsInOrder(spellings: readonly ApprovedSpelling[]): readonly ApprovedSpelling[] {
  return spellings.toSorted((a, b) => (spellingKey(a) < spellingKey(b) ? -1 : 1));
}

/** What a spelling is known by: no two of an article have the same. */
export function spellingKey({ language, text }: ApprovedSpelling): string {
  return `${language} ${text}`;
}
