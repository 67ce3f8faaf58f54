import { execFileSync } from 'node:child_process';
import { readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createProjectFile } from '../../main/project/project-file';
import { projectSchema } from '../../shared/model/project';
import { CANARIES, canaryProject } from '../hostile/canary';
import { chooseInMenu } from './documents';
import { chooseInDialogs, expect, stopReading, test } from './triptych';

const CLI = resolve(import.meta.dirname, '../../out/main/cli.cjs');

test.describe('Files from strangers', () => {
  test('leave the window free while they are read, and reading them can be stopped', async ({
    start,
    home,
  }) => {
    // Each just below the limits: together they keep the reader busy for longer than a person waits.
    const heavy = `<!doctype html><body>${'<p id="a">Вода в деревне появится не раньше весны. '.repeat(40_000)}`;
    const files = Array.from({ length: 20 }, (_, i) => join(home, `${i}.html`));
    for (const file of files) writeFileSync(file, heavy);
    const { page, app } = await start();
    await chooseInDialogs(app, files);
    await chooseInMenu(app, 'import');
    await stopReading(page);
    await expect(page.getByTestId('failure')).toHaveCount(0);
    await expect(page.getByTestId('start')).toBeVisible();
  });

  test('run nothing and ask for nothing, in the window or from a page exported of them', async ({
    start,
    home,
  }) => {
    const project = join(home, 'canary.triptych');
    const created = createProjectFile(project, projectSchema.parse(canaryProject(CANARIES.join(' '))));
    if (!created.ok) throw new Error(created.failure.code);
    created.value.close();
    const pages = ['version.html', 'report.html'].map((name) => join(home, name));
    const out = join(home, 'exported');
    execFileSync(process.execPath, [
      CLI,
      'export',
      project,
      '--format',
      'html',
      '--lang',
      'ky',
      '--out',
      out,
    ]);
    renameSync(join(out, readdirSync(out)[0] ?? ''), pages[0] ?? '');
    execFileSync(process.execPath, [
      CLI,
      'report',
      project,
      '--format',
      'html',
      '--lang',
      'ky',
      '--out',
      pages[1] ?? '',
    ]);
    const { app } = await start();
    // A window of a browser as anybody has one: scripts on, nothing stopped, all requests written down.
    const told = await app.evaluate(async ({ BrowserWindow, session }, paths) => {
      const own = session.fromPartition('canary');
      const asked: string[] = [];
      own.webRequest.onBeforeRequest(({ url }, go) => {
        asked.push(url);
        go({});
      });
      const window = new BrowserWindow({ show: false, webPreferences: { session: own } });
      const ran: string[] = [];
      for (const path of paths) {
        await window.loadFile(path);
        const alive = await window.webContents.executeJavaScript(
          '"canary" in window || document.title === ""',
        );
        if (alive) ran.push(path);
      }
      window.destroy();
      return { ran, asked };
    }, pages);
    expect(told.ran).toEqual([]);
    expect(told.asked.filter((url) => !/^file:.*\.html$/.test(url))).toEqual([]);
    expect(told.asked).toHaveLength(pages.length);
  });

  test('are shown in the window as the text they are', async ({ start, home }) => {
    for (const [i, canary] of CANARIES.entries()) {
      const created = createProjectFile(
        join(home, `${i}.triptych`),
        projectSchema.parse(canaryProject(canary)),
      );
      if (!created.ok) throw new Error(created.failure.code);
      created.value.close();
    }
    const { page, app } = await start();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    for (const [i] of CANARIES.entries()) {
      await chooseInDialogs(app, [join(home, `${i}.triptych`)]);
      await chooseInMenu(app, 'open');
      await expect(page.getByTestId('row').first()).toBeVisible();
      const found = await page.evaluate(() => ({
        ran: 'canary' in window,
        foreign: document.querySelectorAll('script:not([src]), img, iframe, [onerror], [onload]').length,
      }));
      expect(found).toEqual({ ran: false, foreign: 0 });
    }
    expect(asked.filter((url) => !url.startsWith('triptych://app/'))).toEqual([]);
  });
});
