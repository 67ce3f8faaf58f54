import { findParagraph } from '../model/find-paragraph';
import { languageSchema } from '../model/language';
import { paragraphIdSchema, type Paragraph } from '../model/paragraph';
import type { Project } from '../model/project';
import { withCell, withRows } from './change';
import { defineCommand } from './define-command';
import { reopened } from './edit-paragraph';

/**
 * Puts a picture of one version into another that has none in that row, at the same place among its paragraphs. Its
 * alternative text is not taken: it is to be written in the other language.
 */
export const takePicture = defineCommand({
  type: 'takePicture',
  fields: { from: paragraphIdSchema, paragraphId: paragraphIdSchema, language: languageSchema },
  apply(project, command): Project | null {
    const { from, paragraphId, language } = command;
    const place = findParagraph(project.rows, from);
    if (!place || findParagraph(project.rows, paragraphId)) return null;
    const { row, rowIndex, index, paragraph } = place;
    const cell = row.cells[language];
    if (!paragraph.picture || cell.paragraphs.some(({ picture }) => picture)) return null;
    const { picture } = paragraph;
    const taken: Paragraph = {
      id: paragraphId,
      role: 'picture',
      text: '',
      marks: [],
      label: '',
      depth: 0,
      cell: null,
      picture,
      imported: null,
    };
    const paragraphs = cell.paragraphs.toSpliced(index, 0, taken);
    const status = cell.paragraphs.length > 0 ? reopened(cell.status) : 'draft';
    return withRows(project, rowIndex, 1, [withCell(row, language, { paragraphs, status })]);
  },
});
