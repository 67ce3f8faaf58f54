import i18next from 'i18next';
import { flushSync } from 'react-dom';
import { findingSentence } from '../../shared/contract/finding-sentence';
import type { Page } from '../session/page';
import { isPressed } from './watch-press';

/** The parts of the window in the order F6 goes round them. */
const PANES = ['.header', '.guide-line', '.outline', '.heads', '.rows', '.inspector'] as const;

/** The cell one is in. */
const CELL = '[role=gridcell][tabindex="0"]';
const FOCUSABLE = 'button:not(:disabled), input, select, [tabindex="0"]';

const SEARCH_FIELDS = {
  words: '.find-bar input[type=search]',
  replacement: '.find-bar input.replacement',
} as const;

/** The window's own page, as the session needs it. */
export const windowPage: Page = {
  whenIdle: (act) => void requestIdleCallback(act, { timeout: 2000 }),
  painted: () => new Promise((resolve) => requestAnimationFrame(() => resolve())),
  isPressed,
  isFocusFree: () => {
    const { activeElement } = document;
    return (
      activeElement === null || activeElement === document.body || activeElement instanceof HTMLButtonElement
    );
  },
  focusCell: () => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body)
      document.querySelector<HTMLElement>(CELL)?.focus({ preventScroll: true });
  },
  isInField: () => {
    const { activeElement: field } = document;
    return (
      field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === 'text')
    );
  },
  stepInField: (direction) => void document.execCommand(direction),
  stepPane: (by) => {
    // One with nothing to go to at this moment is passed by.
    const panes = PANES.flatMap((selector) => {
      const pane = document.querySelector<HTMLElement>(selector);
      const inside = [...(pane?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])];
      const first = inside.find((element) => element.checkVisibility({ visibilityProperty: true }));
      const goal = pane?.querySelector<HTMLElement>(CELL) ?? first;
      return pane && goal ? [{ pane, goal }] : [];
    });
    const here = panes.findIndex(({ pane }) => pane.contains(document.activeElement));
    panes[(here + by + panes.length) % panes.length]?.goal.focus();
  },
  // The style sheet says when, and where.
  isNarrow: () => getComputedStyle(document.documentElement).getPropertyValue('--narrow') !== '',
  markText: (paragraphId) => {
    const place = document.querySelector(`[data-place="${CSS.escape(paragraphId)}"]`);
    const text = place?.querySelector('.text, .ProseMirror');
    if (text) document.getSelection()?.selectAllChildren(text);
  },
  unmark: () => document.getSelection()?.removeAllRanges(),
  copy: (text) => {
    const put = (event: ClipboardEvent) => {
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    // What is marked stays marked, and is not what is copied.
    addEventListener('copy', put, { capture: true, once: true });
    document.execCommand('copy');
    removeEventListener('copy', put, { capture: true });
  },
  say: (finding) => findingSentence(finding, i18next.t),
  isInSearch: () => document.activeElement?.closest('.find-bar') != null,
  enterSearch: (field) => {
    // The field may not be there before what was set is shown: the next key is meant for it.
    flushSync(() => undefined);
    document.querySelector<HTMLInputElement>(SEARCH_FIELDS[field])?.select();
  },
};
