import { page } from '../page';
import { changeSettings } from '../settings-store';
import { setView, viewStore, type SidePane } from '../view-store';
import { settings } from './here';

/** Shows or hides a pane beside the texts; in a narrow window it lies over them. */
export function toggleSidePane(pane: SidePane): void {
  if (page().isNarrow()) return setView({ over: viewStore.getState().over === pane ? null : pane });
  const { outlineOpen, inspectorOpen } = settings();
  changeSettings(pane === 'outline' ? { outlineOpen: !outlineOpen } : { inspectorOpen: !inspectorOpen });
}
