import type { Style } from '../../../shared/model/mark';
import { page } from '../page';

/** A key as it was pressed, named as the browser names it. */
export interface TypedKey {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** The one live editor, while there is one: typing that is not yet sent can be asked for. */
export interface ActiveEditor {
  /** Sends what was typed; true once the project has all of it and shows it, false where it was refused and waits. */
  flush(): Promise<boolean>;
  /** Takes back what was typed and refused, which the project's own undo knows nothing of. */
  takeBackRefused(): void;
  /** Types again what was taken back so; false when there is nothing. */
  bringBackRefused(): boolean;
  /** What the text is at this moment, typing that is not sent yet included. */
  text(): string;
  /** Shows what an undo or a redo made of a text that was `before`; the caret goes to the end of what it changed. */
  showStep(before: string): void;
  /** Does what a key does that was pressed before the editor was there, or when it had lost the focus. */
  press(key: TypedKey): void;
  /** Takes the focus; the caret is where it was. */
  focus(): void;
  /** Puts plain words in place of what is marked, or at the caret, as if they were typed. */
  insert(text: string): void;
  /** Sets the marked words, or what is typed next, in a style, or takes it from them. */
  format(style: Style): void;
  /** Ends the line where the caret is; what is marked goes. */
  breakLine(): void;
  /** The words a link would be about: those marked, or the link the caret is in, with where it leads; null for none. */
  link(): { readonly start: number; readonly end: number; readonly href: string | null } | null;
  /** Has the words between two UTF-16 offsets lead to an address, or nowhere; the caret goes behind them. */
  setLink(start: number, end: number, href: string | null): void;
  /** The marked stretch or the caret, as UTF-16 offsets into the paragraph as it is kept, without spaces it does not need. */
  selection(): { readonly start: number; readonly end: number };
  readonly paragraphId: string;
}

let active: ActiveEditor | null = null;

/** Says which editor is live now; null when none is any more. */
export function setActiveEditor(editor: ActiveEditor | null): void {
  active = editor;
}

/** The live editor; null while no text is open. */
export function activeEditor(): ActiveEditor | null {
  return active;
}

/** Hands over what was typed in the text that is open: all that acts on texts as they are begins with it. */
export async function handOver(): Promise<void> {
  await active?.flush();
}

/**
 * Goes on in the texts, where what had the focus is gone or was only a button for one press: in the one that is open, or
 * else at the chosen cell.
 */
export function returnToTexts(): void {
  if (!page().isFocusFree()) return;
  if (active) active.focus();
  else page().focusCell();
}
