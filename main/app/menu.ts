import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuBar, MenuEntry } from '../../shared/contract/menu';

/** The menu bar before the window has said what is to be in it. */
const FIRST: MenuItemConstructorOptions[] = [
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  { type: 'separator' },
  { role: 'quit' },
];

/**
 * Builds the menu bar as the window wants it; null where it has not said so yet.
 *
 * @param choose hears the id of what is chosen
 */
export function buildMenu(bar: MenuBar | null, choose: (id: string) => void): Menu {
  const menus = bar ?? [];
  const template = menus.map(({ label, entries }): MenuItemConstructorOptions => ({
    label,
    submenu: entries.map((entry) => itemOf(entry, choose)),
  }));
  return Menu.buildFromTemplate(bar ? template : [{ label: app.name, submenu: FIRST }]);
}

function itemOf(entry: MenuEntry, choose: (id: string) => void): MenuItemConstructorOptions {
  if (entry.kind === 'line') return { type: 'separator' };
  if (entry.kind === 'role') return { role: entry.role, label: entry.label };
  const { id, label, enabled, accelerator } = entry;
  // Shown but not registered: the window hears keys by their place, so that they work on a Cyrillic layout.
  const shown = accelerator === null ? {} : { accelerator, registerAccelerator: false };
  return { id, label, enabled, ...shown, click: () => choose(id) };
}
