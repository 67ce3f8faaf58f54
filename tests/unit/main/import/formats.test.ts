import { expect, test } from 'vitest';
import {
  claimsBinary,
  IMPORT_EXTENSIONS,
  isPage,
  isPlain,
  textFormat,
} from '../../../../main/import/formats';
import { originSchema } from '../../../../shared/model/project';

test('no two formats claim one name', () => {
  expect(new Set(IMPORT_EXTENSIONS).size).toBe(IMPORT_EXTENSIONS.length);
});

test.each(IMPORT_EXTENSIONS)(
  'what the dialog offers as .%s is read by that name, in capitals too',
  (extension) => {
    const name = `СУУ.${extension.toUpperCase()}`;
    expect(claimsBinary(name) || textFormat('Суу', name)?.extensions.includes(extension)).toBe(true);
  },
);

test('formats without headings and marks, and such as hold more than the article, are told by their names', () => {
  const ids = ['docx', 'odt', 'html', 'md', 'txt', 'paste', 'epub'];
  expect(ids.filter(isPlain)).toEqual(['txt', 'paste']);
  expect(ids.filter(isPage)).toEqual(['html']);
});

test('a project is opened whatever its texts were, also if this Triptych cannot read such files', () => {
  const origin = { fileName: 'суу.epub', format: 'epub', encoding: '', hash: '', time: 1 };
  expect(originSchema.parse(origin)).toEqual(origin);
});
