import { keymap } from 'prosemirror-keymap';
import { TextSelection, type Command, type Plugin, type Selection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { performHere } from '../../../session/acts/perform';
import { bridge } from '../../../session/bridge';
import type { TypedKey } from '../../../session/typing/active-editor';

/** Where a key leads out of a text. */
export type WayOut = 'nextLanguage' | 'previousLanguage' | 'nextRow' | 'previousRow';

/** What keys ask for that is not done within the text. */
export interface KeysAsk {
  readonly leave: () => void;
  readonly move: (to: WayOut) => void;
  /** Breaks the text at the caret. */
  readonly breakText: () => void;
  /** Joins the text with the one before it. */
  readonly join: () => void;
  /** Hears that something after the end was to be deleted. */
  readonly tellEnd: () => void;
}

/** What the keys of an open text do beside writing. */
export function editorKeys(ask: KeysAsk): Plugin {
  const always =
    (act: () => void): Command =>
    () => {
      act();
      return true;
    };
  return keymap({
    Escape: always(ask.leave),
    // Only a menu bar with an entry for it would have Electron do this.
    'Mod-Shift-v': always(() => void bridge.request('clipboard/do', { what: 'pasteAndMatchStyle' })),
    // Chromium does not take these to the ends of a text that stands among others.
    'Mod-Home': caretTo('start'),
    'Mod-End': caretTo('end'),
    Tab: always(() => ask.move('nextLanguage')),
    'Shift-Tab': always(() => ask.move('previousLanguage')),
    'Mod-Enter': always(() => performHere('agreeNext')),
    'Shift-Enter': always(() => performHere('lineBreak')),
    Enter: ({ tr }, dispatch) => {
      if (!tr.selection.empty) dispatch?.(tr.deleteSelection());
      ask.breakText();
      return true;
    },
    Backspace: ({ selection }) => {
      if (!isAt(selection, 0)) return false;
      ask.join();
      return true;
    },
    Delete: ({ selection, doc }) => {
      if (!isAt(selection, doc.content.size)) return false;
      ask.tellEnd();
      return true;
    },
    // Words that are gone may stand above the first line that is typed in, or below the last one.
    ArrowUp: ({ selection }, _dispatch, view) => {
      if (!view?.endOfTextblock('up') && !isAt(selection, 0)) return false;
      ask.move('previousRow');
      return true;
    },
    ArrowDown: ({ selection, doc }, _dispatch, view) => {
      if (!view?.endOfTextblock('down') && !isAt(selection, doc.content.size)) return false;
      ask.move('nextRow');
      return true;
    },
  });
}

/** Does in an open text what a key does that was pressed before it was there. */
export function pressKey(view: EditorView, pressed: TypedKey): void {
  if (isTyped(pressed)) return view.dispatch(view.state.tr.insertText(pressed.key).scrollIntoView());
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = pressed;
  const init = { key, code, ctrlKey, metaKey, altKey, shiftKey, bubbles: true, cancelable: true };
  const isOwn = !view.dom.dispatchEvent(new KeyboardEvent('keydown', init));
  // What the browser does with a key that was really pressed.
  if (!isOwn && key === 'Backspace') document.execCommand('delete');
  if (!isOwn && key === 'Delete') document.execCommand('forwardDelete');
}

/** Whether a key writes what it is called; with AltGr it counts as Ctrl and Alt held down. */
function isTyped({ key, ctrlKey, metaKey, altKey }: TypedKey): boolean {
  return [...key].length === 1 && !metaKey && ctrlKey === altKey;
}

function isAt({ empty, from }: Selection, offset: number): boolean {
  return empty && from === offset;
}

function caretTo(end: 'start' | 'end'): Command {
  return ({ doc, tr }, dispatch) => {
    const at = end === 'start' ? 0 : doc.content.size;
    dispatch?.(tr.setSelection(TextSelection.create(doc, at)).scrollIntoView());
    return true;
  };
}
