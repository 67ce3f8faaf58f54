const SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  BracketLeft: '[',
  BracketRight: ']',
  Slash: '/',
  Period: '.',
  Comma: ',',
  Equal: '+',
  Minus: '−',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Insert: 'Ins',
  Space: '␣',
  Escape: 'Esc',
  Delete: 'Del',
};

/** A key combination of the action list as it is printed: "Mod+Shift+Z" is "Ctrl+Shift+Z", "⌘⇧Z" on a Mac. */
export function keyLabel(keys: string, mac: boolean): string {
  if (keys === 'Shift+Slash') return '?';
  const parts = keys.split('+').map((part) => {
    if (part === 'Mod') return mac ? '⌘' : 'Ctrl';
    if (part === 'Shift') return mac ? '⇧' : 'Shift';
    return SIGNS[part] ?? part;
  });
  return parts.join(mac ? '' : '+');
}
