import { appendFileSync } from 'node:fs';
import type { ElectronApplication, Page } from '@playwright/test';

/** Where `npm run fuzz` wants to be told how long the app was silent. */
export const REPORT = process.env['TRIPTYCH_STALLS_REPORT'];

/** The longest time in which nothing else was heard, in ms. */
interface Silence {
  readonly page: number;
  readonly main: number;
}

/** Watches how long the page draws no picture, and how long the main process hears nothing. */
export async function watchSilence(app: ElectronApplication, page: Page) {
  await page.evaluate(() => {
    const silence = { longest: 0 };
    Object.assign(window, { silence });
    let last = performance.now();
    const look = (now: number) => {
      silence.longest = Math.max(silence.longest, now - last);
      last = now;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await app.evaluate(() => {
    const silence = { longest: 0 };
    Object.assign(globalThis, { silence });
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      silence.longest = Math.max(silence.longest, now - last);
      last = now;
    }, 5);
  });
  return {
    /** Does something and tells the report how silent it was meanwhile. */
    during: async <T>(what: string, work: () => Promise<T>): Promise<T> => {
      await take(app, page);
      const done = await work();
      const { page: window, main } = await take(app, page);
      const told = { what, window: Math.round(window), main: Math.round(main) };
      if (REPORT) appendFileSync(REPORT, `${JSON.stringify(told)}\n`);
      return done;
    },
  };
}

/** The longest silence since this was last asked. */
async function take(app: ElectronApplication, page: Page): Promise<Silence> {
  const ask = () => {
    const { silence } = globalThis as unknown as { silence: { longest: number } };
    const { longest } = silence;
    silence.longest = 0;
    return longest;
  };
  // A picture later: what was done last may still be on its way to the screen.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return { page: await page.evaluate(ask), main: await app.evaluate(ask) };
}
