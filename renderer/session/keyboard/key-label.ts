import { ACTS } from '../acts/all-acts';
import { modesOf } from './keys';
import type { Keyboard } from './keyboard-store';

/** What keys are called that print nothing, or not what they are called. */
const NAMES: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Insert: 'Ins',
  Space: '␣',
  Escape: 'Esc',
  Delete: 'Del',
};

/** What a Mac writes on a key instead. */
const ON_MAC: Readonly<Record<string, string>> = { Mod: '⌘', Alt: '⌥', Shift: '⇧', Backspace: '⌫' };

/** What keys print on an American keyboard, which names them where nothing else is known. */
const PRINTED: Readonly<Record<string, string>> = {
  BracketLeft: '[',
  BracketRight: ']',
  Slash: '/',
  Period: '.',
  Comma: ',',
  Equal: '=',
  Minus: '-',
};

/**
 * What stands on the cap of a key. Every Cyrillic keyboard carries the Latin letters too, and all programs name keys by
 * these: where the layout gives a Cyrillic letter, or none at all, the Latin one of the place is printed.
 */
function capOf(part: string, { caps }: Keyboard): string {
  const code = /^[A-Z]$/.test(part) ? `Key${part}` : /^\d$/.test(part) ? `Digit${part}` : part;
  const cap = caps.get(code)?.toLocaleUpperCase();
  const isPrinted = cap !== undefined && /^[\p{Script=Latin}\p{P}\p{S}\d]$/u.test(cap);
  return isPrinted ? cap : (PRINTED[part] ?? part);
}

/** A combination of keys as a person's keyboard shows it: "Mod+Shift+Z" is "Ctrl+Shift+Z", "⌘⇧Z" on a Mac. */
export function keyLabel(keys: string, keyboard: Keyboard): string {
  const { isMac } = keyboard;
  // The only key known by what it gives with Shift: "?".
  if (keys === 'Shift+Slash' && capOf('Slash', keyboard) === '/') return '?';
  const parts = keys.split('+').map((part) => {
    if (isMac && ON_MAC[part]) return ON_MAC[part];
    return part === 'Mod' ? 'Ctrl' : (NAMES[part] ?? capOf(part, keyboard));
  });
  return parts.join(isMac ? '' : '+');
}

/** The same as the menu bar of the system writes it: "CmdOrCtrl+Shift+Z". */
export function accelerator(keys: string, keyboard: Keyboard): string {
  const parts = keys.split('+').map((part) => {
    if (part === 'Mod') return 'CmdOrCtrl';
    if (part === 'Shift' || part === 'Alt') return part;
    if (part === 'Escape') return 'Esc';
    if (NAMES[part]) return part.replace('Arrow', '');
    const cap = capOf(part, keyboard);
    if (cap === '+') return 'Plus';
    return /^[ -~]+$/.test(cap) ? cap : (PRINTED[part] ?? part);
  });
  return parts.join('+');
}

/**
 * How the keys of the acts are called, Ctrl or Cmd as `mod`, and the key that deletes before the caret as `backspace`: what
 * strings that name keys are filled in with. A key that asks for the act while a text is written too is `<id>InText`.
 */
export function keyNames(keyboard: Keyboard): Readonly<Record<string, string>> {
  const named = ACTS.flatMap(({ id, keys }) => {
    const [first] = keys;
    const inText = keys.find((each) => modesOf(each).includes('text'));
    return [
      ...(first ? [[id, keyLabel(first, keyboard)]] : []),
      ...(inText ? [[`${id}InText`, keyLabel(inText, keyboard)]] : []),
    ];
  });
  return {
    ...Object.fromEntries(named),
    mod: keyLabel('Mod', keyboard),
    backspace: keyLabel('Backspace', keyboard),
  };
}

/** The key that asks for an act now: while a text is open, one that does not type. Undefined where there is none. */
export function keysNow(keys: readonly string[], isWriting: boolean): string | undefined {
  return isWriting ? keys.find((each) => modesOf(each).includes('text')) : keys[0];
}
