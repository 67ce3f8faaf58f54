import type { Finding } from '../../shared/checks/engine/finding';

/** A field of the search: for the words that are sought, or for what is to stand in their place. */
export type SearchField = 'words' | 'replacement';

/** What the session needs of the page it is shown on and cannot do itself. */
export interface Page {
  /** Runs something once the page has shown what it has to show, and has nothing else to do. */
  whenIdle(act: () => void): void;
  /** Waits until the page has been painted once more. */
  painted(): Promise<void>;
  /** Whether the mouse is pressed, or its click still to be told of: what is under it must stay there. */
  isPressed(): boolean;
  /** Whether the focus is on nothing, or on a button that was only for one press. */
  isFocusFree(): boolean;
  /** Has keys act on the chosen cell, where nothing has the focus. */
  focusCell(): void;
  /** Whether the focus is in a field for a note or a title, which has an undo of its own. */
  isInField(): boolean;
  /** Takes the last change of that field back, or makes it again. */
  stepInField(direction: 'undo' | 'redo'): void;
  /** Moves the focus to the next or previous part of the window. */
  stepPane(by: 1 | -1): void;
  /** Whether the window is too narrow for the texts and anything beside them. */
  isNarrow(): boolean;
  /** Marks all words of a paragraph, where it is on the screen. */
  markText(paragraphId: string): void;
  /** Marks no words any more. */
  unmark(): void;
  /** Puts plain words on the clipboard. */
  copy(text: string): void;
  /** What a finding says, in the language of the interface. */
  say(finding: Finding): string;
  /** Whether the focus is in the search. */
  isInSearch(): boolean;
  /** Puts the caret into a field of the search, which may be about to open, with what stands in it marked. */
  enterSearch(field: SearchField): void;
}

let lent: Page | null = null;

/** Lends the session a page: the window's, or in a test one that only records. */
export function lendPage(page: Page): void {
  lent = page;
}

/** The page the session was lent. */
export function page(): Page {
  if (!lent) throw new Error('no page was lent');
  return lent;
}
