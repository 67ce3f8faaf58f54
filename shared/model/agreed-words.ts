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
  const keyOf = ({ language, text }: ApprovedSpelling) => `${language} ${text}`;
  return spellings.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
