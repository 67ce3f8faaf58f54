import type { Page } from '../session/page';

/** The parts of the window in the order F6 goes round them. */
const PANES = ['.header', '.outline', '.heads', '.rows', '.inspector', '.status-bar'] as const;

/** The cell one is in. */
const CELL = '[role=gridcell][tabindex="0"]';
const FOCUSABLE = 'button:not(:disabled), input, select, [tabindex="0"]';

/** The window's own page, as the session needs it. */
export const windowPage: Page = {
  whenIdle: (act) => void requestIdleCallback(act, { timeout: 2000 }),
  painted: () => new Promise((resolve) => requestAnimationFrame(() => resolve())),
  isFocusFree: () => {
    const { activeElement } = document;
    return (
      activeElement === null || activeElement === document.body || activeElement instanceof HTMLButtonElement
    );
  },
  isInField: () => {
    const { activeElement: field } = document;
    return (
      field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === 'text')
    );
  },
  stepInField: (direction) => void document.execCommand(direction),
  stepPane: (by) => {
    const panes = PANES.flatMap((selector) => document.querySelector<HTMLElement>(selector) ?? []).filter(
      (pane) => pane.checkVisibility(),
    );
    const here = panes.findIndex((pane) => pane.contains(document.activeElement));
    const next = panes[(here + by + panes.length) % panes.length];
    const inside = [...(next?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])];
    const first = inside.find((element) => element.checkVisibility({ visibilityProperty: true }));
    (next?.querySelector<HTMLElement>(CELL) ?? first)?.focus();
  },
  // The style sheet says when, and where.
  isNarrow: () => getComputedStyle(document.documentElement).getPropertyValue('--narrow') !== '',
  unmark: () => document.getSelection()?.removeAllRanges(),
  selectSearch: () => document.querySelector<HTMLInputElement>('.find-bar input[type=search]')?.select(),
};
