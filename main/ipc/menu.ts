import { Menu } from 'electron';
import type { MenuBar } from '../../shared/contract/menu';
import type { AppContext } from '../app/app-context';
import { buildMenu } from '../app/menu';
import { handle } from '../app/handle';

/** The menu bar, which the window draws up and hears from. */
export function handleMenu(context: AppContext): void {
  handle('menu/show', (bar) => {
    showMenu(context, bar);
    return null;
  });
}

/** Shows a menu bar; null for the one before the window has said what is to be in it. */
export function showMenu(context: AppContext, bar: MenuBar | null): void {
  Menu.setApplicationMenu(buildMenu(bar, (id) => context.tell('menu/chosen', id)));
}
