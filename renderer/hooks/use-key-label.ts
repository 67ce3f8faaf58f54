import { useStore } from 'zustand';
import { actOf, type ActId } from '../session/acts/all-acts';
import { keyLabel, keysNow } from '../session/keyboard/key-label';
import { keyboardStore } from '../session/keyboard/keyboard-store';

/** The key that asks for an act, as the person's keyboard shows it; while a text is written one that does not type. Null where there is none. */
export function useKeyLabel(act: ActId, isWriting: boolean): string | null {
  const keyboard = useStore(keyboardStore);
  const keys = keysNow(actOf(act).keys, isWriting);
  return keys === undefined ? null : keyLabel(keys, keyboard);
}
