import { createStore } from 'zustand/vanilla';

/** The keyboard a person has, as far as it is known. */
export interface Keyboard {
  /** What the keys are labelled with, by their place (KeyboardEvent.code); empty while that is not known. */
  readonly caps: ReadonlyMap<string, string>;
  readonly isMac: boolean;
}

export const keyboardStore = createStore<Keyboard>()(() => ({
  caps: new Map<string, string>(),
  isMac: false,
}));
