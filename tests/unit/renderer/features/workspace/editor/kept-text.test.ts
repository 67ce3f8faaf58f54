import { expect, test } from 'vitest';
import { documentOf } from '../../../../../../renderer/features/workspace/editor/editor-document';
import { keptSpan, keptText } from '../../../../../../renderer/features/workspace/editor/kept-text';

const doc = documentOf({
  text: '  The  old bridge ',
  marks: [{ type: 'strong', start: 7, end: 10 }],
});

test('what is kept has no spaces it does not need, and its marks stay with their words', () => {
  expect(keptText(doc)).toEqual({ text: 'The old bridge', marks: [{ type: 'strong', start: 4, end: 7 }] });
});

test.each([
  ['before the first word', 1, 0],
  ['after a word', 5, 3],
  ['between two spaces', 6, 4],
  ['before a word that follows two spaces', 7, 4],
  ['within a word', 9, 6],
  ['after the space at the end', 18, 14],
])('a caret %s is where it is in the text that is kept', (_, at, kept) => {
  expect(keptSpan(doc, { start: at, end: at })).toEqual({ start: kept, end: kept });
});

test('marked words are the same words in the text that is kept', () => {
  expect(keptSpan(doc, { start: 7, end: 10 })).toEqual({ start: 4, end: 7 });
});
