import { expect, test } from 'vitest';
import { documentParagraphs, makeProject } from '../../../../main/import/new-project';
import { projectSchema } from '../../../../shared/model/project';
import { plainBlock } from '../../../../shared/model/paragraph';
import type { ImportedDocument } from '../../../../shared/model/imported-document';
import { settledText } from '../../../../shared/reconcile/suggestions';

test('tracked changes and comments of a document come in as suggestions and flags', () => {
  const document: ImportedDocument = {
    fileName: 'bridge.docx',
    format: 'docx',
    encoding: '',
    hash: 'ab',
    language: 'en',
    blocks: [
      {
        block: plainBlock('The bridge is closed for 40 days.'),
        included: true,
        original: { text: 'The bridge is closed for 30 days.', marks: [] },
        changes: [{ author: 'Айгүл', time: null, start: 25, end: 27 }],
        comments: [
          {
            author: 'Бакыт',
            time: 500,
            start: 25,
            end: 27,
            text: 'Who says so?',
            replies: [{ author: 'Айгүл', time: 600, text: 'The mayor.' }],
            resolved: true,
          },
        ],
      },
    ],
    notices: [],
  };
  let ids = 0;
  const making = { newId: () => `id${(ids += 1)}`, time: 900 };
  const paragraphs = { ru: [], ky: [], en: documentParagraphs(document, making) };
  const aligned = [{ ru: [], ky: [], en: [0], confidence: 1 }];
  const project = makeProject('Bridge', { ru: null, ky: null, en: document }, paragraphs, aligned, making);

  expect(projectSchema.parse(project)).toEqual(project);
  const [paragraph] = project.rows[0]?.cells.en.paragraphs ?? [];
  expect(paragraph?.text).toBe('The bridge is closed for 40 days.');
  expect(paragraph && settledText(paragraph).text).toBe('The bridge is closed for 30 days.');
  expect(paragraph?.pending?.by).toEqual([{ author: 'Айгүл', time: 900, start: 25, end: 27 }]);
  expect(project.flags).toMatchObject([
    {
      author: 'Бакыт',
      time: 500,
      note: 'Who says so?',
      status: 'resolved',
      spans: [{ paragraphId: paragraph?.id, quote: '40' }],
      thread: [{ author: 'Айгүл', time: 600, text: 'The mayor.' }],
    },
  ]);
});
