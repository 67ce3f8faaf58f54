import { EditorState, type Transaction } from 'prosemirror-state';
import { DecorationSet, type Decoration } from 'prosemirror-view';
import { describe, expect, it } from 'vitest';
import { documentOf } from '../../../../../../renderer/features/workspace/editor/editor-document';
import { editorPaint, toPaint } from '../../../../../../renderer/features/workspace/editor/editor-paint';
import type { Painted } from '../../../../../../renderer/session/paint/paint-paragraph';
import type { Mark } from '../../../../../../shared/model/mark';

function editorWith(text: string, marks: readonly Mark[] = []): EditorState {
  return EditorState.create({ doc: documentOf({ text, marks }), plugins: [editorPaint()] });
}

/** Pieces of a text: "The |bridge{flagged}|-old-|+new+|^" with "^" for the sign of a finding. */
function pieces(written: string, marks: readonly Mark[] = []): readonly Painted[] {
  let start = 0;
  return written.split('|').map((piece): Painted => {
    const [, open = '', words = '', name] = /^([-+^]?)(.*?)(?:\{(.*)\})?[-+]?$/.exec(piece) ?? [];
    const at = start;
    const kind = open === '^' ? 'point' : open === '-' ? 'gone' : 'text';
    if (kind === 'text') start += words.length;
    return {
      kind,
      start: at,
      text: words,
      marks: marks.filter((mark) => mark.start <= at && mark.end > at),
      change: open === '+' ? { tag: 'ins', attributes: {} } : null,
      attributes: name === undefined ? {} : { class: name },
    };
  });
}

function told(state: EditorState, written: string, marks: readonly Mark[] = []): EditorState {
  const painted = pieces(written, marks);
  const text = painted.flatMap((piece) => (piece.kind === 'text' ? [piece.text] : [])).join('');
  return state.apply(toPaint(state, { text, painted }));
}

function change(state: EditorState, how: (transaction: Transaction) => Transaction): EditorState {
  return state.apply(how(state.tr));
}

/** What is painted, as "flagged: bridge", "ins: new", "gone-after(old): The ", "sign: 7". */
function seen(state: EditorState): readonly string[] {
  const set = state.plugins.map((plugin) => plugin.props.decorations?.call(plugin, state))[0];
  if (!(set instanceof DecorationSet)) throw new Error('nothing is painted');
  return set.find().flatMap((decoration) => {
    const { from, to } = decoration;
    const attributes = attributesOf(decoration);
    if (!attributes) return [`sign: ${from}`];
    const { nodeName = '', class: name = '', 'data-gone': gone } = attributes;
    const what = nodeName === 'ins' ? 'ins' : gone === undefined ? name : `${name}(${gone})`;
    return what === '' ? [] : [`${what}: ${state.doc.textBetween(from, to)}`];
  });
}

/** A decoration keeps what it shows to itself; a widget has no attributes. */
function attributesOf(decoration: Decoration): Record<string, string> | null {
  const { type } = decoration as unknown as { type: { attrs?: Record<string, string> } };
  return type.attrs ?? null;
}

describe('editorPaint', () => {
  it('paints what the model says, and is told anew as often as it says something else', () => {
    let state = told(editorWith('The new bridge'), 'The |-old-|+new+| |bridge{flagged}');
    expect(seen(state)).toEqual(['gone-after(old): The ', 'ins: new', 'flagged: bridge']);
    state = told(state, 'The new |bridge{found}|^');
    expect(seen(state)).toEqual(['found: bridge', 'sign: 14']);
    expect(seen(told(state, 'The new bridge'))).toEqual([]);
  });

  it('takes what is painted along with what is typed, until the model has seen that', () => {
    let state = told(editorWith('The new bridge'), 'The |+new+| |bridge{flagged}');
    state = change(state, (tr) => tr.insertText('Once ', 0));
    expect(seen(state)).toEqual(['ins: new', 'flagged: bridge']);
    // New words grow with what is typed at their end, flagged ones do not.
    state = change(state, (tr) => tr.insertText('er', 12));
    state = change(state, (tr) => tr.insertText('s', state.doc.content.size));
    expect(seen(state)).toEqual(['ins: newer', 'flagged: bridge']);
    // Said of the text as it was: it waits, and is painted when the text is that again.
    state = told(state, 'The |new{hit}| bridge');
    expect(seen(state)).toEqual(['ins: newer', 'flagged: bridge']);
    state = change(state, (tr) => tr.delete(0, 5));
    state = change(state, (tr) => tr.delete(7, 9).delete(14, 15));
    expect(seen(state)).toEqual(['hit: new']);
  });

  it('knows the text by spaces that are typed and not kept', () => {
    const state = told(editorWith(' The  bridge '), 'The |bridge{flagged}');
    expect(seen(state)).toEqual(['flagged: bridge']);
  });

  it('shows what is gone beside the words that are marked less, and in a text that is empty', () => {
    const marks: readonly Mark[] = [{ type: 'superscript', start: 4, end: 5 }];
    const noted = told(editorWith('end.2 Next', marks), 'end.|2|-gone-| Next', marks);
    expect(seen(noted)).toEqual(['gone-before(gone):  Next']);
    expect(seen(told(editorWith('Next'), '-first-|-second{moved}-|Next'))).toEqual([
      'gone-before moved(second): Next',
      'gone-before(first): Next',
    ]);
    const state = told(editorWith(''), '-all of it-');
    const [plugin] = state.plugins;
    const attributes = () => {
      const { attributes: asked } = plugin?.props ?? {};
      return plugin && typeof asked === 'function' ? asked.call(plugin, state) : null;
    };
    expect(attributes()).toEqual({ class: 'gone-before', 'data-gone': 'all of it' });
  });
});
