import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { Attributes, Painted } from '../../../session/paint/paint-paragraph';
import { placesIn } from '../../../session/paint/places-in';

/** What the paint model says of a text, and the text it says it of. */
interface Told {
  readonly text: string;
  readonly painted: readonly Painted[];
}

interface PaintState {
  readonly decorations: DecorationSet;
  /** What is to be painted once the text is what it was said of: more has been typed by now. */
  readonly waiting: Told | null;
  /** The words that are gone where no others are left for them to stand beside. */
  readonly gone: string;
}

const PAINT = new PluginKey<PaintState>('paint');

/**
 * Paints the open text as it is painted where it is read. What is typed takes what is painted along, until the model has
 * seen that too.
 */
export function editorPaint(): Plugin {
  return new Plugin<PaintState>({
    key: PAINT,
    state: {
      init: () => ({ decorations: DecorationSet.empty, waiting: null, gone: '' }),
      apply: (transaction, { decorations, waiting: before, gone }) => {
        const { doc, mapping } = transaction;
        const told: Told | undefined = transaction.getMeta(PAINT);
        const waiting = told ?? before;
        const places = waiting && placesIn(doc.textContent, waiting.text);
        if (waiting && places) return { ...paint(doc, waiting.painted, places), waiting: null };
        return { decorations: decorations.map(mapping, doc), waiting, gone };
      },
    },
    props: {
      decorations: (state) => PAINT.getState(state)?.decorations,
      attributes: (state): Record<string, string> => {
        const gone = PAINT.getState(state)?.gone ?? '';
        return gone === '' || state.doc.content.size > 0 ? {} : { class: 'gone-before', 'data-gone': gone };
      },
    },
  });
}

/** What has the editor painted as the model says. */
export function toPaint(state: EditorState, told: Told): Transaction {
  return state.tr.setMeta(PAINT, told);
}

function paint(doc: Node, painted: readonly Painted[], places: readonly number[]) {
  const decorations = painted.flatMap((piece, n) => {
    const { kind, start, text, change, attributes } = piece;
    const [from, to] = [places[start] ?? 0, places[start + text.length] ?? 0];
    if (kind === 'point') return [sign(from, attributes)];
    if (kind === 'gone') return [];
    // Of several over the same words each is around those before it.
    return [
      Decoration.inline(from, to, inEditor(attributes)),
      ...(change
        ? [Decoration.inline(from, to, { nodeName: change.tag, ...change.attributes }, GROWING)]
        : []),
      ...goneBeside(painted, n).map((beside) => Decoration.inline(from, to, { nodeName: 'span', ...beside })),
    ];
  });
  const gone = painted.flatMap(({ kind, text }) => (kind === 'gone' ? [text] : [])).join('');
  return { decorations: DecorationSet.create(doc, decorations), gone };
}

/** Who goes on typing at the end of new words types new words. */
const GROWING = { inclusiveEnd: true };

/** A screen reader reads characters where one edits, not signs. */
function inEditor({ role: _role, 'aria-label': _label, ...attributes }: Attributes): Attributes {
  return attributes;
}

function sign(at: number, attributes: Attributes): Decoration {
  const show = () => {
    const element = document.createElement('span');
    for (const [name, value] of Object.entries(inEditor(attributes))) element.setAttribute(name, value);
    element.setAttribute('aria-hidden', 'true');
    return element;
  };
  return Decoration.widget(at, show, { key: JSON.stringify(attributes) });
}

/**
 * The words that are gone beside a piece of the text. They are written by its style and no part of the page, so that the
 * caret and the keys that delete have nothing to stumble over: after the words before them, or before those after them
 * where these are written more plainly, as after the number of a footnote.
 */
function goneBeside(painted: readonly Painted[], n: number): readonly Attributes[] {
  const piece = painted[n];
  const [before, after] = [goneFrom(painted, n, -1), goneFrom(painted, n, 1)];
  return [
    ...(standsAfter(piece, after.beyond) ? after.gone.map((gone) => besides('gone-after', gone)) : []),
    ...(standsAfter(before.beyond, piece) ? [] : before.gone.map((gone) => besides('gone-before', gone))),
  ];
}

/** Whether what is gone between two pieces of text stands after the one, and not before the other. */
function standsAfter(before: Painted | undefined, after: Painted | undefined): boolean {
  return before !== undefined && !(after && after.marks.length < before.marks.length);
}

function besides(side: 'gone-before' | 'gone-after', { text, attributes }: Painted): Attributes {
  const className = [side, attributes['class']].filter(Boolean).join(' ');
  return { class: className, 'data-gone': text, 'data-went': attributes['data-change'] ?? '' };
}

/** What is gone next to a piece, the nearest first, and the piece of text beyond it. */
function goneFrom(painted: readonly Painted[], n: number, by: 1 | -1) {
  const gone: Painted[] = [];
  let at = n + by;
  for (; painted[at] && painted[at]?.kind !== 'text'; at += by) {
    const there = painted[at];
    if (there?.kind === 'gone') gone.push(there);
  }
  return { gone, beyond: painted[at] };
}
