import { z } from 'zod';
import type { Flag } from '../model/flag';
import { paragraphIdSchema, richTextSchema } from '../model/paragraph';
import type { Project } from '../model/project';
import { changeCells } from './change';
import { defineCommand } from './define-command';
import { carrySpans, withText } from './edit-paragraph';
import { moveToGap, withoutParagraph } from './remove-paragraph';

/**
 * Brings former texts of paragraphs back, as edits of them; a paragraph that was not there before is removed. In a
 * paragraph in which suggestions wait it is one more.
 */
export const takeBackChanges = defineCommand({
  type: 'takeBackChanges',
  fields: {
    texts: z
      .array(
        z.object({ paragraphId: paragraphIdSchema, content: richTextSchema.unwrap().nullable() }).readonly(),
      )
      .min(1)
      .readonly(),
  },
  apply(project, { texts }, context): Project | null {
    const contents = new Map(texts.map(({ paragraphId, content }) => [paragraphId, content]));
    let flags: readonly Flag[] = project.flags;
    const changed = changeCells(project, new Set(contents.keys()), (row, language) => {
      let now = row;
      for (const paragraph of row.cells[language].paragraphs) {
        const content = contents.get(paragraph.id);
        if (content === undefined) continue;
        if (content === null) {
          now = withoutParagraph(now, language, paragraph.id);
          flags = moveToGap(flags, paragraph.id, { language, rowId: row.id });
          continue;
        }
        now = withText(now, language, paragraph, content, { suggested: false, context });
        flags = carrySpans(flags, paragraph, content.text);
      }
      return now;
    });
    return changed && (flags === project.flags ? changed : { ...changed, flags });
  },
});
