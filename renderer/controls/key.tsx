import { useStore } from 'zustand';
import { actOf, type ActId } from '../session/acts/all-acts';
import { keyLabel } from '../session/key-label';
import { keyboardStore } from '../session/keyboard-store';

/** The first key of an act, as the person's keyboard shows it; nothing where it has none. */
export function Key({ act }: { readonly act: ActId }) {
  const [first] = actOf(act).keys;
  return first ? <KeyName keys={first} /> : null;
}

/** A combination of keys, as the person's keyboard shows it. */
export function KeyName({ keys }: { readonly keys: string }) {
  const keyboard = useStore(keyboardStore);
  return <kbd>{keyLabel(keys, keyboard)}</kbd>;
}
