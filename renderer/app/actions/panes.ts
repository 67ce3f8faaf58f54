import { changeSettings } from '../../session/settings-store';
import { setView, useViewStore, type SidePane } from '../../session/view-store';
import { settings } from './here';

/** The parts of the window in the order F6 goes round them. */
const PANES = ['.header', '.outline', '.heads', '.rows', '.inspector', '.status-bar'] as const;

const FOCUSABLE = '[role=gridcell][tabindex="0"], button:not(:disabled), input, select, [tabindex="0"]';

/** Moves the focus to the next or previous part of the window. */
export function stepPane(by: 1 | -1): void {
  const panes = PANES.flatMap((selector) => document.querySelector<HTMLElement>(selector) ?? []).filter(
    (pane) => pane.checkVisibility(),
  );
  const here = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes[(here + by + panes.length) % panes.length];
  next?.querySelector<HTMLElement>(FOCUSABLE)?.focus();
}

/** Too narrow for the texts and anything beside them; the same as in the stylesheet. */
const NARROW = '(max-width: 56rem)';

/** Shows or hides a pane beside the texts; in a narrow window it lies over them. */
export function toggleSidePane(pane: SidePane): void {
  if (matchMedia(NARROW).matches)
    return setView({ over: useViewStore.getState().over === pane ? null : pane });
  const { outlineOpen, inspectorOpen } = settings();
  changeSettings(pane === 'outline' ? { outlineOpen: !outlineOpen } : { inspectorOpen: !inspectorOpen });
}
