import { findParagraph } from '../model/find-paragraph';
import { languageSchema } from '../model/language';
import { paragraphIdSchema, type Paragraph } from '../model/paragraph';
import type { Project } from '../model/project';
import { withCell, withParagraphs, withRows } from './change';
import { defineCommand } from './define-command';
import { reopened } from './edit-paragraph';

/**
 * Puts a picture of one version into another that has none in that row, at the same place among its paragraphs, or only a
 * note of one: that becomes the picture and keeps its alternative text. Otherwise that is to be written in the other language.
 */
export const takePicture = defineCommand({
  type: 'takePicture',
  fields: { from: paragraphIdSchema, paragraphId: paragraphIdSchema, language: languageSchema },
  apply(project, command): Project | null {
    const { from, paragraphId, language } = command;
    const place = findParagraph(project.rows, from);
    if (!place || findParagraph(project.rows, paragraphId)) return null;
    const { row, rowIndex, index, paragraph } = place;
    const { picture } = paragraph;
    const cell = row.cells[language];
    const own = cell.paragraphs.find((each) => each.picture);
    if (!picture || (own && (own.picture?.hash !== null || picture.hash === null))) return null;
    if (own) {
      const shown = cell.paragraphs.map((each) => (each === own ? { ...own, picture } : each));
      return withRows(project, rowIndex, 1, [withParagraphs(row, language, shown)]);
    }
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
