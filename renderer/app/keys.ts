import { actOfKeys, keysOf, modesOf } from '../session/keyboard/keys';
import type { Act } from '../session/acts/act';
import type { ActId } from '../session/acts/all-acts';

/**
 * The act a key press asks for; null when it is typing. While text is edited only combinations with Ctrl (Cmd) and
 * function keys are acts; and what the editor does itself stays with it.
 */
export function actOfPress(event: KeyboardEvent): Act<ActId> | null {
  // The third level of a keyboard writes signs, though it counts as Ctrl and Alt on some systems.
  if (event.isComposing || event.getModifierState('AltGraph')) return null;
  const keys = keysOf(event);
  const act = actOfKeys(keys);
  if (!act) return null;
  const target = event.target instanceof HTMLElement ? event.target : null;
  const field = target?.closest('input:not([type=radio]):not([type=checkbox]), textarea, select') !== null;
  const editor = target?.isContentEditable === true;
  // The editor keeps the browser from doing these in the text, and leaves them to the acts.
  if (event.defaultPrevented && !(editor && LEFT_BY_EDITOR.has(act.id))) return null;
  const free = modesOf(keys).includes('text');
  if (field && (!free || NATIVE_IN_FIELDS.has(act.id))) return null;
  if (editor && (!free || DONE_BY_EDITOR.has(act.id))) return null;
  // A button keeps its Enter and Tab, a tree of controls its Tab.
  const control = target?.closest('button, summary, [role=tab], [role=radiogroup], a');
  if (control && ['Enter', 'Space', 'Tab', 'Shift+Tab', 'ArrowLeft', 'ArrowRight'].includes(keys))
    return null;
  return act;
}

/** Keys that write or take away, though their name is longer than one letter. */
const WRITING = new Set(['Delete', 'Backspace', 'Insert', 'Process', 'Dead', 'Unidentified']);

function isWriting({ key }: KeyboardEvent): boolean {
  return key.length === 1 || WRITING.has(key);
}

/** Whether a key is pressed outside of fields and the editor that would write or take away there. */
export function isLetter(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (!isWriting(event)) return false;
  const target = event.target instanceof Element ? event.target : null;
  return !target?.closest('input, textarea, select, button, dialog, [contenteditable="true"]');
}

/** Whether a key is a letter or a sign at a row, be it a command or not. */
export function isLetterAtRow(event: KeyboardEvent, act: Act | null): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false;
  const target = event.target instanceof Element ? event.target : null;
  return isWriting(event) && (act !== null || isLetter(event)) && !target?.closest('form');
}

/** Whether a key only changes what others mean. */
export function isModifier({ key }: KeyboardEvent): boolean {
  return MODIFIERS.has(key);
}

/**
 * Whether a key is pressed over marked words as if it wrote there. Outside the editor it writes nothing, and must not
 * run a command of the same letter either: whoever types "damaged" means the word.
 */
export function writesOverMarked(event: KeyboardEvent, act: Act | null): boolean {
  if (act?.overWords || !isLetter(event)) return false;
  const marked = document.getSelection();
  return marked !== null && !marked.isCollapsed && marked.toString().trim() !== '';
}

/** Keys that act on a button that has the focus. */
const OF_CONTROLS = new Set([' ', 'Enter']);

/**
 * Whether a key pressed while a text is open was meant for that text, though the focus is on nothing, or on a button that
 * makes nothing of it. A person looks at the open text and types; none of it is a command at a row. Words marked
 * elsewhere keep the keys that are about them.
 */
export function isMeantForEditor(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented)
    return false;
  if (MODIFIERS.has(event.key) || /^F\d+$/.test(event.key)) return false;
  const target = event.target instanceof HTMLElement ? event.target : null;
  const isOfTexts = !target || target === document.body || target.role === 'gridcell';
  const isIdle = target instanceof HTMLButtonElement && isWriting(event) && !OF_CONTROLS.has(event.key);
  if (!isOfTexts && !(isIdle && !target.closest('form, dialog, [role=menu]'))) return false;
  const marked = document.getSelection();
  const isMarked = marked !== null && !marked.isCollapsed && marked.toString().trim() !== '';
  return !isMarked || marked.anchorNode?.parentElement?.closest('[contenteditable="true"]') != null;
}

/** Whether an editor can be given a key that was pressed elsewhere. */
export function isPressable({ key }: KeyboardEvent): boolean {
  return key.length === 1 || ['Enter', 'Escape', 'Tab', 'Backspace', 'Delete'].includes(key);
}

const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock']);

/** Whether a key can be given later to a text that is about to open; a field keeps its own. */
export function mayWait(event: KeyboardEvent): boolean {
  if (!event.isTrusted || event.isComposing || MODIFIERS.has(event.key)) return false;
  const target = event.target instanceof Element ? event.target : null;
  return !target?.closest('input, textarea, select, dialog');
}

const LEFT_BY_EDITOR: ReadonlySet<ActId> = new Set(['undo', 'redo', 'bold', 'italic']);

const DONE_BY_EDITOR: ReadonlySet<ActId> = new Set(['agreeNext', 'selectText']);

/** Undo inside a search field undoes what was typed there. */
const NATIVE_IN_FIELDS: ReadonlySet<ActId> = new Set(['undo', 'redo', 'agreeNext', 'selectText']);
