import { ACTIONS, type ActionId } from '../../shared/contract/actions';

const BY_KEYS: ReadonlyMap<string, ActionId> = new Map(
  ACTIONS.flatMap(({ id, keys }) => keys.map((each) => [each, id] as const)),
);

/** The combination an event stands for, by the place of the key: the same on a Latin and a Cyrillic layout. */
function keysOf(event: Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey'>): string {
  const key = event.code.replace(/^(Key|Digit|Numpad(?=\d))/, '').replace('NumpadEnter', 'Enter');
  const mod = event.ctrlKey || event.metaKey ? 'Mod+' : '';
  return `${mod}${event.shiftKey ? 'Shift+' : ''}${key}`;
}

/**
 * The action a key press asks for; null when it is typing. While text is edited only combinations with Ctrl
 * (Cmd) and function keys are actions; and what the editor does itself stays with it.
 */
export function actionOf(event: KeyboardEvent): ActionId | null {
  if (event.altKey || event.isComposing) return null;
  const keys = keysOf(event);
  const action = BY_KEYS.get(keys) ?? null;
  if (!action) return null;
  const target = event.target instanceof HTMLElement ? event.target : null;
  const field = target?.closest('input:not([type=radio]):not([type=checkbox]), textarea, select') !== null;
  const editor = target?.isContentEditable === true;
  // The editor keeps the browser from undoing in the text, and leaves it to the project.
  if (event.defaultPrevented && !(editor && (action === 'undo' || action === 'redo'))) return null;
  const free = keys.startsWith('Mod+') || /^(Shift\+)?F\d+$/.test(keys);
  if (field && (!free || NATIVE_IN_FIELDS.has(action))) return null;
  if (editor && (!free || action === 'editDone')) return null;
  // A button keeps its Enter and Tab, a tree of controls its Tab.
  const control = target?.closest('button, summary, [role=tab], [role=radiogroup], a');
  if (control && ['Enter', 'Space', 'Tab', 'Shift+Tab', 'ArrowLeft', 'ArrowRight'].includes(keys))
    return null;
  return action;
}

/** What keys do that write nothing, and are about marked words or leave them alone. */
const WITH_WORDS: ReadonlySet<ActionId | null> = new Set<ActionId>([
  'flag',
  'flagAddSpan',
  'editCell',
  'unpick',
]);

/** Keys that write or take away, though their name is longer than one letter. */
const WRITING = new Set(['Delete', 'Backspace', 'Insert', 'Process', 'Dead', 'Unidentified']);

/** Whether a key is pressed outside of fields and the editor that would write or take away there. */
export function isLetter(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.key.length !== 1 && !WRITING.has(event.key)) return false;
  const target = event.target instanceof Element ? event.target : null;
  return !target?.closest('input, textarea, select, button, dialog, [contenteditable="true"]');
}

/**
 * Whether a key is pressed over marked words as if it wrote there. Outside the editor it writes nothing, and must not
 * run a command of the same letter either: whoever types "damaged" means the word.
 */
export function writesOverMarked(event: KeyboardEvent, action: ActionId | null): boolean {
  if (WITH_WORDS.has(action) || !isLetter(event)) return false;
  const marked = document.getSelection();
  return marked !== null && !marked.isCollapsed && marked.toString().trim() !== '';
}

const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock']);

/** Whether a key can be given later to a text that is about to open; a field keeps its own. */
export function mayWait(event: KeyboardEvent): boolean {
  if (!event.isTrusted || event.isComposing || MODIFIERS.has(event.key)) return false;
  const target = event.target instanceof Element ? event.target : null;
  return !target?.closest('input, textarea, select, dialog');
}

/** Undo inside a search field undoes what was typed there. */
const NATIVE_IN_FIELDS: ReadonlySet<ActionId> = new Set(['undo', 'redo', 'editDone']);
