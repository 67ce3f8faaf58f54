import type { Page } from '@playwright/test';
import axe, { type AxeResults, type RunOnly } from 'axe-core';

const WCAG: RunOnly = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };

/** Themes differ in their colours alone. */
const COLOURS: RunOnly = { type: 'rule', values: ['color-contrast'] };

/**
 * What breaks WCAG 2.2 AA, or its rules about colours, where a person can be: in the dialog that is open, else in the
 * window. The engine stays in the page: bringing it there takes longer than a check.
 */
export async function findViolations(
  page: Page,
  rules: 'all' | 'colours' = 'all',
): Promise<readonly string[]> {
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (runOnly): Promise<AxeResults> => {
      const { axe: engine } = window as unknown as { readonly axe: typeof axe };
      return engine.run(document.querySelector('dialog[open]') ?? document, {
        runOnly,
        resultTypes: ['violations'],
      });
    },
    rules === 'all' ? WCAG : COLOURS,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n${failureSummary ?? ''}`),
  );
}
