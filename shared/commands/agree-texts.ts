import { z } from 'zod';
import { paragraphIdSchema, richTextSchema } from '../model/paragraph';
import type { Project } from '../model/project';
import { isSameText } from '../reconcile/baseline';
import { changeCells, withParagraphs } from './change';
import { defineCommand } from './define-command';

/** Takes texts for the agreed ones of their paragraphs: so a change in them is accepted, one that is not is open. */
export const agreeTexts = defineCommand({
  type: 'agreeTexts',
  fields: {
    texts: z
      .array(z.object({ paragraphId: paragraphIdSchema, content: richTextSchema }).readonly())
      .min(1)
      .readonly(),
  },
  apply(project, { texts }): Project | null {
    const contents = new Map(texts.map(({ paragraphId, content }) => [paragraphId, content]));
    return changeCells(project, new Set(contents.keys()), (row, language) => {
      const { paragraphs } = row.cells[language];
      const agreed = paragraphs.map((paragraph) => {
        const content = contents.get(paragraph.id);
        if (!content || (paragraph.agreed && isSameText(paragraph.agreed, content))) return paragraph;
        return { ...paragraph, agreed: { text: content.text, marks: content.marks } };
      });
      const same = agreed.every((paragraph, n) => paragraph === paragraphs[n]);
      return same ? row : withParagraphs(row, language, agreed);
    });
  },
});
