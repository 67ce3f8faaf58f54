import { expect, test } from 'vitest';
import { proposeTitle } from '../../../../shared/model/propose-title';
import type { Role } from '../../../../shared/model/paragraph';

const document = (fileName: string, ...paragraphs: readonly (readonly [Role, string])[]) => ({
  fileName,
  paragraphs: paragraphs.map(([role, text]) => ({ role, text })),
});

test('the first document names the project, though a page of another calls its headline a title', () => {
  const word = document('канал.docx', ['heading1', 'Канал'], ['paragraph', 'Вода пошла.']);
  const web = document('canal.html', ['title', 'The canal'], ['heading2', 'Water']);
  expect(proposeTitle([word, web])).toBe('Канал');
  expect(proposeTitle([web, word])).toBe('The canal');
});

test('a part of the first is not taken for a headline where another has one', () => {
  const parts = document('канал.docx', ['paragraph', 'Вода пошла.'], ['heading2', 'Вода']);
  expect(proposeTitle([parts, document('canal.html', ['title', 'The canal'])])).toBe('The canal');
  expect(proposeTitle([parts])).toBe('Вода');
  expect(proposeTitle([document('канал.docx', ['paragraph', 'Вода пошла.'])])).toBe('канал');
});
