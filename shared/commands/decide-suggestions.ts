import { z } from 'zod';
import { findParagraph } from '../model/find-paragraph';
import { paragraphIdSchema } from '../model/paragraph';
import type { Project } from '../model/project';
import { followSources } from '../reconcile/stale';
import { decide } from '../reconcile/suggestions';
import { withCell, withRows } from './change';
import { defineCommand } from './define-command';
import { carrySpans, reopened, withContent } from './edit-paragraph';

/** Accepts or rejects suggestions: all of each paragraph, or with `which` (from 0) one of a single paragraph. */
export const decideSuggestions = defineCommand({
  type: 'decideSuggestions',
  fields: {
    paragraphIds: z.array(paragraphIdSchema).min(1).readonly(),
    which: z.int().nonnegative().nullable(),
    accept: z.boolean(),
  },
  apply(project, { paragraphIds, which, accept }): Project | null {
    let changed = project;
    for (const paragraphId of paragraphIds) {
      const place = findParagraph(changed.rows, paragraphId);
      if (!place) return null;
      const { row, rowIndex, language, index, paragraph } = place;
      const decided = decide(paragraph, which, accept);
      if (decided === paragraph) continue;
      const cell = row.cells[language];
      // The imported text is kept only where the present one differs.
      const kept = withContent(decided, decided, paragraph.imported ?? paragraph);
      const decidedRow = withCell(row, language, {
        paragraphs: cell.paragraphs.with(index, kept),
        status: accept ? reopened(cell.status) : cell.status,
      });
      changed = {
        ...withRows(changed, rowIndex, 1, [accept ? followSources(row, decidedRow, language) : decidedRow]),
        flags: carrySpans(changed.flags, paragraph, kept.text),
      };
    }
    return changed;
  },
});
