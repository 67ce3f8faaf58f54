import { Menu, type MenuItemConstructorOptions } from 'electron';
import {
  ACTIONS,
  MENUS,
  type Action,
  type ActionId,
  type Menu as MenuName,
} from '../../shared/contract/actions';
import type { InterfaceLanguage } from '../../shared/interface/languages';
import { translator } from '../system/translate';

/** Builds the menu bar from the list of actions; what is chosen goes to the window, which carries it out. */
export function buildMenu(
  language: InterfaceLanguage,
  hasProject: boolean,
  choose: (action: ActionId) => void,
): Menu {
  const t = translator(language);
  const entries = (menu: MenuName): MenuItemConstructorOptions[] =>
    ACTIONS.filter((action) => action.menu === menu).flatMap((action: Action & { id: ActionId }) => {
      const item: MenuItemConstructorOptions = {
        id: action.id,
        label: t(`action.${action.id}`),
        enabled: hasProject || action.always === true,
        click: () => choose(action.id),
        ...shortcut(action),
      };
      return action.rule ? [{ type: 'separator' as const }, item] : [item];
    });
  const menus = MENUS.map((menu): MenuItemConstructorOptions => {
    const submenu = entries(menu);
    if (menu === 'edit') submenu.push(...clipboardEntries(t));
    if (menu === 'file') submenu.push({ type: 'separator' }, { role: 'quit', label: t('menu.quit') });
    return { label: t(`menu.${menu}`), submenu };
  });
  return Menu.buildFromTemplate(menus);
}

function clipboardEntries(t: ReturnType<typeof translator>): MenuItemConstructorOptions[] {
  return [
    { type: 'separator' },
    { role: 'cut', label: t('menu.cut') },
    { role: 'copy', label: t('menu.copy') },
    { role: 'paste', label: t('menu.pasteText') },
  ];
}

/** Shown but not registered: the window reads keys by their place, so that they work on a Cyrillic layout. */
function shortcut(action: Action): Pick<MenuItemConstructorOptions, 'accelerator' | 'registerAccelerator'> {
  const [first] = action.keys;
  if (!first) return {};
  const accelerator = first
    .replace('Mod', 'CmdOrCtrl')
    .replace('Arrow', '')
    .replace('BracketRight', ']')
    .replace('BracketLeft', '[')
    .replace('Slash', '/')
    .replace('Period', '.')
    .replace('Comma', ',')
    .replace('Equal', 'Plus')
    .replace('Minus', '-');
  return { accelerator, registerAccelerator: false };
}
