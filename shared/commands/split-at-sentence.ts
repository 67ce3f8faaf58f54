import { z } from 'zod';
import { findParagraph } from '../model/find-paragraph';
import { LANGUAGES, perLanguage, perLanguageSchema } from '../model/language';
import { paragraphIdSchema } from '../model/paragraph';
import type { Project } from '../model/project';
import { rowIdSchema } from '../model/row';
import { findRowIndex } from './change';
import { defineCommand } from './define-command';
import { splitParagraph } from './split-paragraph';
import { splitRow } from './split-row';

/** Where a language is cut: what begins at a UTF-16 offset of a paragraph goes down. */
const cutSchema = z
  .object({
    paragraphId: paragraphIdSchema,
    offset: z.int().nonnegative(),
    /** The id of the part that goes down, where that is not the whole paragraph. */
    newId: paragraphIdSchema.optional(),
  })
  .readonly();

type Cut = z.infer<typeof cutSchema>;

/**
 * Splits a row within its paragraphs, as at the sentences that say the same: in each language what begins at the cut goes
 * down into a new row; where there is no cut everything stays above.
 */
export const splitAtSentence = defineCommand({
  type: 'splitAtSentence',
  fields: { rowId: rowIdSchema, newRowId: rowIdSchema, cuts: perLanguageSchema(cutSchema.nullable()) },
  apply(project, { rowId, newRowId, cuts }): Project | null {
    const row = project.rows[findRowIndex(project, rowId)];
    if (!row) return null;
    const made = LANGUAGES.flatMap((language) => cuts[language] ?? []);
    const parted = made.reduce<Project | null>((before, cut) => before && partAt(before, cut), project);
    const belows = perLanguage((language) => {
      const cut = cuts[language];
      const place = parted && cut && findParagraph(parted.rows, cut.newId ?? cut.paragraphId);
      return place?.row.id === rowId && place.language === language ? place : null;
    });
    const [first] = LANGUAGES.flatMap((language) => belows[language] ?? []);
    const misplaced = LANGUAGES.some((language) => cuts[language] && !belows[language]);
    if (!parted || !first || misplaced) return null;
    const above = perLanguage((language) => belows[language]?.index ?? row.cells[language].paragraphs.length);
    return splitRow.apply(parted, { type: 'splitRow', paragraphId: first.paragraph.id, newRowId, above });
  },
});

/** The project with a paragraph broken in two at a cut; as it is where the cut is at the paragraph's beginning. */
function partAt(project: Project, { paragraphId, offset, newId }: Cut): Project | null {
  if (offset === 0) return newId === undefined ? project : null;
  if (newId === undefined) return null;
  return splitParagraph.apply(project, { type: 'splitParagraph', paragraphId, offset, newId });
}
