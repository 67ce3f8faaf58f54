import { Plugin, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

/** What the page and the mouse do with the caret of an open text. */
export interface PageCaret {
  readonly plugin: Plugin;
  /** Whether a button of the mouse is down that went down in the editor. */
  readonly isPressed: () => boolean;
  /** Whether it is, or its click is still to be told of: there is none where what was pressed is painted anew before. */
  readonly isClicking: () => boolean;
}

/**
 * Keeps the editor's caret and that of the page one and the same. Chromium tells of a caret it has moved only after a while,
 * and loses one where text was painted anew around it.
 *
 * @param onRelease hears that the button of the mouse is up again and the caret where it was put
 * @param onClicked hears that the click is over too
 */
export function pageCaret(onRelease: () => void, onClicked: () => void): PageCaret {
  let pressed = false;
  let clicking = false;
  let pressedIn: EditorView | null = null;
  const release = (): void => {
    pressed = false;
    setTimeout(() => {
      clicking = pressed;
      onClicked();
    });
    if (!pressedIn || pressedIn.isDestroyed) return;
    hearCaret(pressedIn);
    onRelease();
  };
  const plugin = new Plugin({
    props: {
      handleDOMEvents: {
        mousedown: (view) => {
          pressed = clicking = true;
          pressedIn = view;
          document.addEventListener('mouseup', release, { once: true });
          return false;
        },
        // Words that are dragged away: the mouse tells nobody that its button is up.
        dragend: () => {
          release();
          return false;
        },
        // A key is about the caret as it is, also where the page has not told of it yet.
        keydown: (view, { isComposing }) => {
          if (!isComposing) hearCaret(view);
          return false;
        },
        focus: (view) => {
          // A click says itself where the caret goes.
          if (!pressed) queueMicrotask(() => putCaret(view));
          return false;
        },
      },
    },
  });
  return { plugin, isPressed: () => pressed, isClicking: () => clicking };
}

/** Takes over where the caret is by now: the page tells of it only after a while, and what is shown anew would put it back. */
export function hearCaret(view: EditorView): void {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection() ?? {};
  if (!view.hasFocus() || !anchorNode || !focusNode) return;
  if (!view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return;
  const { doc, selection, tr } = view.state;
  // What was typed and is not taken over yet says itself where the caret goes.
  if (view.dom.textContent !== doc.textContent) return;
  const anchor = view.posAtDOM(anchorNode, anchorOffset ?? 0);
  const heard = TextSelection.create(doc, anchor, view.posAtDOM(focusNode, focusOffset ?? 0));
  if (!heard.eq(selection)) view.dispatch(tr.setSelection(heard));
}

/**
 * Puts the caret back after the text was painted, where it stands between the pieces of the text and in none, as at the end:
 * Chromium types where it was among those before.
 */
export function keepCaret(view: EditorView): void {
  if (document.getSelection()?.anchorNode === view.dom) putCaret(view);
}

/**
 * Puts the caret where it is. Where the text was painted while a dialog held the focus, Chromium types at the beginning of
 * it afterwards, whatever it says of the caret, until that is set anew.
 */
function putCaret(view: EditorView): void {
  if (view.isDestroyed || !view.hasFocus()) return;
  document.getSelection()?.removeAllRanges();
  view.focus();
}
