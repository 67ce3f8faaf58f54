import type { TFunction } from 'i18next';
import type { MenuBar } from '../../../shared/contract/menu';
import { isSameJson } from '../../../shared/model/same-json';
import { menuBarNow } from './menus';
import { bridge } from '../bridge';
import { findingsStore } from '../matters/findings-store';
import { keyboardStore } from '../keyboard/keyboard-store';
import { projectStore } from '../project/project-store';
import { settingsStore } from '../settings/settings-store';
import { unkeptStore } from '../typing/unkept-store';
import { viewStore } from '../place/view-store';

/** A menu bar that is a moment behind is seen by nobody: who goes through rows quickly needs no new one for each. */
const PAUSE_MS = 100;

let translate: TFunction | null = null;
let shown: MenuBar | null = null;
let clock: ReturnType<typeof setTimeout> | null = null;

/** Has the menu bar show from now on what can be done, in the language of the interface. */
export function keepMenu(t: TFunction): void {
  translate = t;
  const stores = [projectStore, viewStore, settingsStore, findingsStore, unkeptStore, keyboardStore];
  for (const store of stores) store.subscribe(refreshMenu);
  showMenu();
}

/** Shows the menu bar anew, soon, if anything in it differs by then. */
export function refreshMenu(): void {
  clock ??= setTimeout(showMenu, PAUSE_MS);
}

function showMenu(): void {
  clock = null;
  if (!translate) return;
  const bar = menuBarNow(translate);
  if (isSameJson(bar, shown)) return;
  shown = bar;
  void bridge.request('menu/show', bar);
}
