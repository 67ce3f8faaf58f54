import { join, resolve } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { chooseInDialogs, expect, test } from './triptych';

const GREEDY = resolve(import.meta.dirname, '../hostile/greedy.cjs');

/** Has the next process of this file take memory of a kind without end: a real process, under the limit of the real one. */
function makeGreedy(app: ElectronApplication, name: string, kind: string): Promise<void> {
  return app.evaluate(
    ({ utilityProcess }, { greedy, file, what }) => {
      const fork = utilityProcess.fork.bind(utilityProcess);
      utilityProcess.fork = (path, args, options) => {
        if (!path.endsWith(file)) return fork(path, args, options);
        utilityProcess.fork = fork;
        return fork(greedy, args ?? [], { ...options, env: { ...process.env, TRIPTYCH_GREEDY: what } });
      };
    },
    { greedy: GREEDY, file: name, what: kind },
  );
}

test('what takes too much memory is ended and told, and the app goes on', async ({ start, home }) => {
  test.slow();
  const { app, page } = await start('--sample');
  const count = page.getByTestId('tab-checks').locator('.count');
  await expect(count).toHaveText(/\d/);
  const found = await count.textContent();
  const path = join(home, 'review.html');

  for (const kind of ['heap', 'buffers']) {
    await makeGreedy(app, '/worker.cjs', kind);
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
  await makeGreedy(app, '/check-worker.cjs', 'wasm');
  await app.evaluate(({ app: running }) => {
    const checks = running.getAppMetrics().find(({ name }) => name === 'Triptych checks');
    if (checks) process.kill(checks.pid, 'SIGKILL');
  });
  const pids = () =>
    app.evaluate(({ app: running }) =>
      running.getAppMetrics().flatMap(({ name, pid }) => (name === 'Triptych checks' ? [pid] : [])),
    );
  const [greedy] = await pids();
  await expect.poll(async () => (await pids())[0], { timeout: 60_000 }).not.toBe(greedy);
  await expect(count).toHaveText(found ?? '');
});
