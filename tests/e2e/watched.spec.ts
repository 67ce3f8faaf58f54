import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { writeProject } from './documents';
import { cell, chooseCell, chooseInDialogs, expect, test } from './triptych';

const WRONG_CHECKS = resolve(import.meta.dirname, '../hostile/wrong-checks.cjs');
const GREEDY = resolve(import.meta.dirname, '../hostile/greedy.cjs');
const BROKEN = resolve(import.meta.dirname, '../hostile/broken-process.cjs');

/**
 * Has another file run in place of the next process of this one: a real process, under the limits of the real one. While the
 * main process is busy its answer can be lost ("promise was garbage collected"); asked for twice it is the same as once.
 */
async function runInstead(
  app: ElectronApplication,
  file: string,
  run: string,
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  await expect(() =>
    app.evaluate(
      ({ utilityProcess }, wanted) => {
        const global = globalThis as { instead?: typeof wanted | null };
        if (global.instead === undefined) {
          const fork = utilityProcess.fork.bind(utilityProcess);
          utilityProcess.fork = (path, args, options) => {
            const { instead } = global;
            if (!instead || !path.endsWith(instead.file)) return fork(path, args, options);
            global.instead = null;
            const env = { ...process.env, TRIPTYCH_RUN: path, ...instead.environment };
            return fork(instead.run, args ?? [], { ...options, env });
          };
        }
        global.instead = wanted;
      },
      { file, run, environment },
    ),
  ).toPass();
}

/** Has the process that checks end, as if it had crashed. */
function killChecks(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ app: running }) => {
    const checks = running.getAppMetrics().find(({ name }) => name === 'Triptych checks');
    if (checks) process.kill(checks.pid, 'SIGKILL');
  });
}

test('what takes too much memory or meets a bug is ended, told and written down, and the app goes on', async ({
  start,
  home,
}) => {
  test.slow();
  const { app, page } = await start('--sample');
  const count = page.getByTestId('tab-checks').locator('.count');
  await expect(count).toHaveText(/\d/);
  const found = await count.textContent();
  const path = join(home, 'review.html');

  for (const kind of ['heap', 'buffers']) {
    await runInstead(app, '/worker.cjs', GREEDY, { TRIPTYCH_GREEDY: kind });
    await page.keyboard.press('Control+p');
    await chooseInDialogs(app, [path]);
    await page.getByTestId('report-write').click();
    await expect(page.getByText(/needed more memory/)).toBeVisible({ timeout: 60_000 });
    await page.keyboard.press('Escape');
    await page.reload();
    await page.locator('html[data-ready="true"]').waitFor();
  }
  await page.keyboard.press('Control+p');
  await chooseInDialogs(app, [path]);
  await page.getByTestId('report-write').click();
  await expect(page.getByTestId('news')).toContainText(`Report saved: ${path}`);

  // The process that checks: the first of a new one fills its memory, the next one finds what there is.
  await runInstead(app, '/check-worker.cjs', GREEDY, { TRIPTYCH_GREEDY: 'wasm' });
  await killChecks(app);
  const pids = () =>
    app.evaluate(({ app: running }) =>
      running.getAppMetrics().flatMap(({ name, pid }) => (name === 'Triptych checks' ? [pid] : [])),
    );
  const [greedy] = await pids();
  await expect.poll(async () => (await pids())[0], { timeout: 60_000 }).not.toBe(greedy);
  await expect(count).toHaveText(found ?? '');

  // A bug in a process, wherever it was thrown, is told and stands in the log with its place in the program.
  const log = () => readFileSync(join(home, 'data', 'logs', 'triptych.log'), 'utf8');
  const bug = (job: string) =>
    new RegExp(
      ` bug job=${job} error=TypeError\n    invented\n    at .*broken-process\\.cjs:\\d+:\\d+\\)?\n`,
      'g',
    );
  const writeReport = async (told: RegExp) => {
    await page.keyboard.press('Control+p');
    await chooseInDialogs(app, [path]);
    await page.getByTestId('report-write').click();
    await expect(page.getByText(told)).toBeVisible({ timeout: 60_000 });
    await page.keyboard.press('Escape');
    await page.reload();
    await page.locator('html[data-ready="true"]').waitFor();
  };
  for (const [at, breaks] of ['work', 'promise'].entries()) {
    await runInstead(app, '/worker.cjs', BROKEN, { TRIPTYCH_BREAKS: breaks });
    await writeReport(/Something went wrong inside Triptych/);
    expect(log().match(bug('report'))).toHaveLength(at + 1);
  }
  // One that ends without a word is written down with how it ended.
  for (const [breaks, code] of Object.entries({ exit: '7', load: '\\d+' })) {
    await runInstead(app, '/worker.cjs', BROKEN, { TRIPTYCH_BREAKS: breaks });
    const before = log().length;
    await writeReport(/stopped unexpectedly/);
    expect(log().slice(before)).toMatch(new RegExp(` process ended job=report code=${code}\n`));
  }
  await runInstead(app, '/check-worker.cjs', BROKEN, { TRIPTYCH_BREAKS: 'work' });
  await killChecks(app);
  await expect.poll(log, { timeout: 60_000 }).toMatch(bug('check'));
  expect(log()).toMatch(/ checks in trouble trouble=exit check=\S+ code=\d+\n/);

  // Printing is done in a window nobody sees.
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.prototype.loadURL = () => Promise.reject(new TypeError('invented'));
  });
  await page.keyboard.press('Control+p');
  await page.getByRole('dialog').getByText('PDF', { exact: true }).click();
  await chooseInDialogs(app, [path]);
  await page.getByTestId('report-write').click();
  await expect(page.getByText(/Something went wrong inside Triptych/)).toBeVisible({ timeout: 60_000 });
  expect(log()).toContain(' bug job=print error=TypeError\n    invented\n');
});

/** Has checks go wrong in a text that says so, in the real process; looks come four times as fast. */
function makeChecksWrong(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ utilityProcess }, wrong) => {
    const fork = utilityProcess.fork.bind(utilityProcess);
    utilityProcess.fork = (path, args, options) =>
      path.endsWith('/check-worker.cjs')
        ? fork(wrong, args ?? [], { ...options, env: { ...process.env, TRIPTYCH_RUN: path } })
        : fork(path, args, options);
    const everySoOften = setInterval;
    globalThis.setInterval = ((work: () => void, ms: number) =>
      everySoOften(work, ms === 1000 ? ms / 4 : ms)) as typeof setInterval;
  }, WRONG_CHECKS);
}

test('a check that does not end is left out and named, the rest is checked, and it can be tried again', async ({
  start,
  home,
}) => {
  test.slow();
  const path = join(home, 'roads.triptych');
  const texts = ['A road road.', 'It hangs.', 'The goverment.'];
  writeProject(
    path,
    'Roads',
    texts.map((text) => ({ ru: [], ky: [], en: [text] })),
  );
  const { app, page } = await start();
  await makeChecksWrong(app);
  await chooseInDialogs(app, [path]);
  await page.keyboard.press('Control+o');

  const tab = page.getByTestId('tab-checks');
  await expect(tab.getByTestId('unchecked')).toBeVisible({ timeout: 90_000 });
  await expect(tab).toContainText('Not everything was checked');
  await tab.click();
  const leftOut = page.getByTestId('left-out');
  await expect(leftOut.getByRole('listitem')).toHaveText(['Doubled words, in row 2']);
  await expect(page.getByTestId('check-doubledWord')).toContainText('· 1');
  await expect(page.getByTestId('check-spelling')).toContainText('· 1', { timeout: 60_000 });

  // The window answered all the while. What was wrong is mended, and the check is asked for again.
  await chooseCell(page, 2, 'en');
  await page.keyboard.press('Enter');
  await page.getByTestId('editor').waitFor();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(' It it stands.');
  await page.keyboard.press('Escape');
  await expect(cell(page, 2, 'en')).toContainText('It hangs. It it stands.');
  await leftOut.getByRole('button').click();
  await expect(page.getByTestId('check-doubledWord')).toContainText('· 2', { timeout: 60_000 });
  await expect(leftOut).toHaveCount(0);
  await expect(tab.getByTestId('unchecked')).toHaveCount(0);
});
