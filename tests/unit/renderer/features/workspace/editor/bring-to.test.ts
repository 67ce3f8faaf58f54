import fc from 'fast-check';
import { EditorState, TextSelection } from 'prosemirror-state';
import { expect, test } from 'vitest';
import { bringTo } from '../../../../../../renderer/features/workspace/editor/bring-to';
import { contentOf, documentOf } from '../../../../../../renderer/features/workspace/editor/editor-document';
import { richText } from '../../../../shared/commands/arbitrary-project';

const plain = (text: string) => ({ text, marks: [] });

/** An editor with a text in which "|" is the caret. */
function editorAt(text: string): EditorState {
  const doc = documentOf(plain(text.replace('|', '')));
  return EditorState.create({ doc, selection: TextSelection.create(doc, text.indexOf('|')) });
}

function withCaret({ doc, selection }: EditorState): string {
  const text = doc.textContent;
  return `${text.slice(0, selection.head)}|${text.slice(selection.head)}`;
}

test.each([
  [
    'It opens by 5 May. Unfinished sent|',
    'It opens by 7 May. Unfinished sent',
    'It opens by 7 May. Unfinished sent|',
  ],
  [
    'The third of May,| and two more.',
    'The fourth of May, and three more.',
    'The fourth of May,| and three more.',
  ],
  ['The end|', 'The end and what was added', 'The end| and what was added'],
  ['|The beginning', 'Before it all, The beginning', '|Before it all, The beginning'],
  ['All of it goes|', '', '|'],
  ['|', 'All of it is new', '|All of it is new'],
])('"%s" becomes "%s"', (before, after, expected) => {
  const state = editorAt(before);
  expect(withCaret(state.apply(bringTo(state, plain(after))))).toBe(expected);
});

test('whatever a text was, it says what it is to say, with its marks', () => {
  fc.assert(
    fc.property(richText, richText, (before, after) => {
      const state = EditorState.create({ doc: documentOf(before) });
      expect(contentOf(state.apply(bringTo(state, after)).doc)).toEqual(contentOf(documentOf(after)));
    }),
  );
});
