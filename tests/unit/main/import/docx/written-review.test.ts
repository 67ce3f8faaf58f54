import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  InsertedTextRun,
  Packer,
  Paragraph,
  TextRun,
} from 'docx';
import { expect, it } from 'vitest';
import { readDocument } from '../../../../../main/import/read-document';
import { importedDocumentSchema } from '../../../../../shared/model/imported-document';
import { plainBlock } from '../../../../../shared/model/paragraph';
import { DATE, TIME } from './make-docx';

it('reads back changes, comments and replies that another program wrote', async () => {
  const by = (id: number, author: string) => ({ id, author, date: DATE });
  const comment = (id: number, author: string, text: string) => ({
    ...by(id, author),
    date: new Date(DATE),
    children: [new Paragraph(text)],
  });
  const document = new Document({
    comments: {
      children: [
        { ...comment(0, 'Нурлан', 'Потеря чего?'), resolved: true },
        { ...comment(1, 'Айгүл', 'Репутации.'), parentId: 0 },
      ],
    },
    sections: [
      {
        children: [
          new Paragraph({
            children: [
              new TextRun('Это '),
              new CommentRangeStart(0),
              new CommentRangeStart(1),
              new DeletedTextRun({ text: 'репарационные', ...by(10, 'Айгүл') }),
              new InsertedTextRun({ text: 'репутационные', bold: true, ...by(11, 'Айгүл') }),
              new TextRun(' потери'),
              new CommentRangeEnd(0),
              new TextRun({ children: [new CommentReference(0)] }),
              new CommentRangeEnd(1),
              new TextRun({ children: [new CommentReference(1)] }),
              new TextRun('.'),
            ],
          }),
          new Paragraph({ children: [new DeletedTextRun({ text: 'Лишнее.', ...by(12, 'Бек') })] }),
        ],
      },
    ],
  });
  const bytes = new Uint8Array(await Packer.toArrayBuffer(document));
  const read = await readDocument({ fileName: 'статья.docx', bytes });
  if (!read.ok) throw new Error(read.failure.code);
  expect(importedDocumentSchema.parse(read.value)).toEqual(read.value);
  expect(read.value.notices).toEqual([
    { code: 'trackedChanges', count: 3 },
    { code: 'comments', count: 1 },
  ]);
  expect(read.value.blocks).toEqual([
    {
      block: {
        ...plainBlock('Это репутационные потери.'),
        marks: [{ type: 'strong', start: 4, end: 17 }],
      },
      included: true,
      original: { text: 'Это репарационные потери.', marks: [] },
      changes: [
        { author: 'Айгүл', time: TIME, start: 4, end: 4 },
        { author: 'Айгүл', time: TIME, start: 4, end: 17 },
      ],
      comments: [
        {
          author: 'Нурлан',
          time: TIME,
          start: 4,
          end: 24,
          text: 'Потеря чего?',
          replies: [{ author: 'Айгүл', time: TIME, text: 'Репутации.' }],
          resolved: true,
        },
      ],
    },
    {
      block: plainBlock(''),
      included: true,
      original: { text: 'Лишнее.', marks: [] },
      changes: [{ author: 'Бек', time: TIME, start: 0, end: 0 }],
      comments: [],
    },
  ]);
});
