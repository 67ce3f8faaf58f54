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
