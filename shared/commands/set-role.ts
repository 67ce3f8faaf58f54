import { z } from 'zod';
import { findParagraph } from '../model/find-paragraph';
import { paragraphIdSchema, roleSchema } from '../model/paragraph';
import type { Project } from '../model/project';
import { withParagraphs, withRows } from './change';
import { defineCommand } from './define-command';

/** Says what a paragraph is: a heading, a caption, ... */
export const setRole = defineCommand({
  type: 'setRole',
  fields: { paragraphId: paragraphIdSchema, role: roleSchema, label: z.string() },
  apply(project, command): Project | null {
    const place = findParagraph(project.rows, command.paragraphId);
    if (!place) return null;
    const { row, rowIndex, language, index, paragraph } = place;
    const { role, label } = command;
    if (role === paragraph.role && label === paragraph.label) return project;
    // Words cannot become a picture, nor a picture words.
    if (role === 'picture' || paragraph.picture) return null;
    // A table cell stands somewhere in a table: other text cannot become one.
    if (role === 'tableCell' && !paragraph.cell) return null;
    const depth = role === 'listItem' ? paragraph.depth : 0;
    const cell = role === 'tableCell' ? paragraph.cell : null;
    const paragraphs = row.cells[language].paragraphs.with(index, { ...paragraph, role, label, depth, cell });
    return withRows(project, rowIndex, 1, [withParagraphs(row, language, paragraphs)]);
  },
});
