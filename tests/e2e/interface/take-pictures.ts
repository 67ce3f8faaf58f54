import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { INTERFACE_LANGUAGES } from '../../../shared/interface/languages';

/** Where the pictures go for a person who wants to look at every screen; none are taken unless it is set. */
export const PICTURES = process.env['TRIPTYCH_PICTURES'];

let taken = 0;

/** Takes a picture of the window in each language of the interface, light and dark; it is left as it was. */
export async function takePictures(page: Page, where: string): Promise<void> {
  if (PICTURES === undefined) return;
  taken += 1;
  const name = `${String(taken).padStart(2, '0')}-${where.replaceAll(/\W+/g, '-')}`;
  const before = await page.evaluate(() => document.documentElement.lang);
  for (const theme of ['light', 'dark'] as const)
    for (const language of INTERFACE_LANGUAGES) {
      await show(page, language, theme);
      await page.screenshot({ path: join(PICTURES, `${name}-${language}-${theme}.png`) });
    }
  await show(page, before, 'system');
}

function show(page: Page, language: string, theme: 'light' | 'dark' | 'system'): Promise<void> {
  return page.evaluate(
    async (wanted) => {
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      // The types here know nothing of the language that was added to the copy.
      const settings = { uiLanguage: wanted.language as 'en', theme: wanted.theme };
      await window.triptych.request('settings/write', settings);
      while (document.documentElement.lang !== wanted.language) await frame();
      await frame();
      await frame();
    },
    { language, theme },
  );
}
