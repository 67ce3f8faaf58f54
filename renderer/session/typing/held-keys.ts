import { activeEditor, type TypedKey } from './active-editor';
import { page } from '../page';

/**
 * Keys pressed after a text was asked for and before its editor has the focus. They are meant for the text: at the row
 * they would be commands, in the text before they would be in the wrong place. So they wait, and go to it in order.
 */
let held: TypedKey[] = [];
/** How many questions that open a text are under way. */
let asking = 0;
/** The paragraph whose editor is to come; null when none is. */
let awaited: string | null = null;
/** Told once no question is under way. */
const askers: (() => void)[] = [];

/** Says that the editor of a paragraph is to come. */
export function awaitEditor(paragraphId: string): void {
  awaited = activeEditor()?.paragraphId === paragraphId ? null : paragraphId;
  giveKeys();
}

/** Does what opens a text in the end, or turns out not to; until then keys wait. */
export async function whileKeysWait(ask: () => Promise<void>): Promise<void> {
  asking += 1;
  try {
    await ask();
  } finally {
    asking -= 1;
    giveKeys();
    if (asking === 0) for (const tell of askers.splice(0)) tell();
  }
}

/** Hears that the editor of a paragraph is there and has the focus. */
export function editorCame(paragraphId: string): void {
  if (awaited !== paragraphId) return;
  awaited = null;
  giveKeys();
}

/** Keeps a key back if a text is about to open; false where it is free to do what it does. */
export function holdKey(key: TypedKey): boolean {
  if (asking === 0 && awaited === null) return false;
  held.push(key);
  return true;
}

/** Gives up what was kept back, as when a person goes elsewhere. */
export function forgetKeys(): void {
  held = [];
  awaited = null;
}

/** Waits until what was pressed is where it was meant for: no question is under way, and the editor asked for is there. */
export async function keysGiven(): Promise<void> {
  while (asking > 0) await new Promise<void>((resolve) => askers.push(resolve));
  // An editor that is to come comes with the next picture, or not at all.
  if (held.length > 0) await page().painted();
  if (asking > 0) return keysGiven();
}

function giveKeys(): void {
  // A key that is given may itself ask for another text, and the rest waits for that.
  while (asking === 0 && awaited === null) {
    const [key, ...others] = held;
    if (!key) return;
    held = others;
    activeEditor()?.press(key);
  }
}
