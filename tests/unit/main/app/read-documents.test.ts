import { expect, test } from 'vitest';
import { ReadDocuments } from '../../../../main/app/read-documents';
import { readDocument } from '../../../../main/import/read-document';
import { SHOWN_LENGTH } from '../../../../shared/model/cut-text';
import { code, value } from '../project/sample-project';

async function read(text: string) {
  return value(await readDocument({ fileName: 'water.md', bytes: Buffer.from(text) }));
}

function makeDocuments(): ReadDocuments {
  let last = 0;
  return new ReadDocuments(() => `document-${(last += 1)}`);
}

test('the window is told the beginnings of the paragraphs, however long they are', async () => {
  const sentence = 'The water of the village comes from the river, and the council knows it well. ';
  const document = await read(`# Water\n\n${sentence.repeat(20_000)}\n\nShort.`);
  const documents = makeDocuments();
  const shown = documents.keep(document);
  expect(shown).toMatchObject({ id: 'document-1', fileName: 'water.md', language: 'en' });
  expect(shown.paragraphs[0]).toEqual({
    index: 0,
    role: 'title',
    label: '',
    text: 'Water',
    included: true,
  });
  expect(shown.paragraphs).toHaveLength(document.blocks.length);
  expect(Math.max(...shown.paragraphs.map(({ text }) => text.length))).toBe(SHOWN_LENGTH + 1);
  expect(JSON.stringify(shown).length).toBeLessThan(JSON.stringify(document).length / 10);
  expect(value(documents.find('document-1'))).toEqual(document);
});

test('a person says which blocks belong to the article, and what was read stays as it was', async () => {
  const document = await read('# Water\n\nOne.\n\nTwo.');
  const documents = makeDocuments();
  const { id } = documents.keep(document);
  const included = (turned: readonly number[]) =>
    value(documents.findVersion({ id, turned, column: null })).document.blocks.map((block) => block.included);
  expect(included([])).toEqual([true, true, true]);
  expect(included([1, 1, 99])).toEqual([true, false, true]);
  expect(included([2])).toEqual([true, true, false]);
});

test('what is decided, and the oldest of very many, is forgotten', async () => {
  const document = await read('Water.');
  const documents = makeDocuments();
  for (let n = 0; n < 100; n += 1) documents.keep(document);
  const kept = () =>
    Array.from({ length: 100 }, (_, n) => `document-${n + 1}`).filter((id) => documents.find(id).ok);
  expect(kept()).toHaveLength(48);
  expect(kept().at(-1)).toBe('document-100');
  documents.forget(['document-100', 'never']);
  expect(code(documents.find('document-100'))).toBe('documentForgotten');
  expect(kept()).toHaveLength(47);
  documents.forgetAll();
  expect(kept()).toEqual([]);
});

test('of documents with very much text the oldest are forgotten, never the last', async () => {
  const document = await read('Water.');
  const [block] = document.blocks;
  if (!block) throw new Error('no block');
  const long = (text: string) => {
    const blocks = [{ ...block, block: { ...block.block, text } }];
    return { ...document, blocks };
  };
  const documents = makeDocuments();
  for (let n = 0; n < 5; n += 1) documents.keep(long('a'.repeat(9_000_000)));
  const kept = () => [1, 2, 3, 4, 5, 6, 7].filter((n) => documents.find(`document-${n}`).ok);
  expect(kept()).toEqual([4, 5]);
  documents.forget(['document-4']);
  documents.keep(document);
  expect(kept()).toEqual([5, 6]);
  documents.keep(long('a'.repeat(30_000_000)));
  expect(kept()).toEqual([7]);
});

test('what another process says it has read is looked at', async () => {
  const document = await read('Water.');
  const wrong = { ...document, blocks: [{ ...document.blocks[0], included: 'yes' }] };
  expect(() => makeDocuments().keep(wrong as never)).toThrow();
});
