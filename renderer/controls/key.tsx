import { useStore } from 'zustand';
import { useKeyLabel } from '../hooks/use-key-label';
import type { ActId } from '../session/acts/all-acts';
import { keyLabel } from '../session/keyboard/key-label';
import { keyboardStore } from '../session/keyboard/keyboard-store';
import { viewStore } from '../session/place/view-store';

/** The key that asks for an act now, as the person's keyboard shows it; nothing where none does, as while a letter is typed. */
export function Key({ act }: { readonly act: ActId }) {
  const isWriting = useStore(viewStore, (state) => state.editing !== null);
  const key = useKeyLabel(act, isWriting);
  return key !== null && <kbd>{key}</kbd>;
}

/** A combination of keys, as the person's keyboard shows it. */
export function KeyName({ keys }: { readonly keys: string }) {
  const keyboard = useStore(keyboardStore);
  return <kbd>{keyLabel(keys, keyboard)}</kbd>;
}
