import { ACTS, type ActId } from '../acts/all-acts';
import type { Act } from '../acts/act';

/** Where a key is heard: at a row, or also while a text is being written. */
export type Mode = 'row' | 'text';

/** The modes in which a combination of keys asks for its act: a letter alone is one while a text is written. */
export function modesOf(keys: string): readonly Mode[] {
  return /^(?:Mod|Alt)\+|^(?:Shift\+)?F\d+$/.test(keys) ? ['row', 'text'] : ['row'];
}

const BY_KEYS: ReadonlyMap<string, Act<ActId>> = new Map(
  ACTS.flatMap((act) => act.keys.map((keys) => [keys, act] as const)),
);

/** A key press, as far as it tells which key it is. */
export interface PressedKey {
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** The combination a press stands for, by the place of the key: the same on a Latin and a Cyrillic layout. */
export function keysOf(press: PressedKey): string {
  const key = press.code.replace(/^(Key|Digit|Numpad(?=\d))/, '').replace('NumpadEnter', 'Enter');
  const mod = press.ctrlKey || press.metaKey ? 'Mod+' : '';
  return `${mod}${press.altKey ? 'Alt+' : ''}${press.shiftKey ? 'Shift+' : ''}${key}`;
}

/** The act a combination of keys asks for. */
export function actOfKeys(keys: string): Act<ActId> | undefined {
  return BY_KEYS.get(keys);
}
