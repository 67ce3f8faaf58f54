import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { requestSchemas, type Channel } from '../../shared/contract/channels';
import { openedProject, threeOf, writeProject } from './documents';
import { expect, test } from './triptych';

test.describe('Security', () => {
  test('keeps the page in its sandbox, on its own ground, and silent', async ({ start, home }) => {
    writeProject(join(home, 'rows.triptych'), 'Rows', [threeOf(1)]);
    const { page, app } = await start(join(home, 'rows.triptych'));
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      // Electron has the method and no type for it.
      const contents = window?.webContents as unknown as { getLastWebPreferences: () => unknown };
      return contents.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
    });
    const world = await page.evaluate(() => ({
      node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window),
      bridge: Object.keys(window.triptych).sort(),
    }));
    expect(world).toEqual({ node: [], bridge: ['listen', 'openDropped', 'request'] });

    // Resolves once each of the four was stopped; a policy that lets one through leaves the test waiting.
    const ran = await page.evaluate(async () => {
      const stopped = new Set(['script-src-elem', 'script-src-attr', 'frame-src', 'script-src']);
      const all = new Promise<void>((done) =>
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
          stopped.delete(effectiveDirective);
          if (stopped.size === 0) done();
        }),
      );
      const script = document.createElement('script');
      script.textContent = 'window.canary = true';
      document.body.append(script);
      document.body.insertAdjacentHTML('beforeend', '<img src="nowhere" onerror="window.canary = true">');
      const frame = document.createElement('iframe');
      frame.src = 'https://example.org/';
      document.body.append(frame);
      // A string as code by way of a timer: what the test itself evaluates is exempt from the policy.
      setTimeout('window.canary = true' as unknown as () => void, 0);
      await all;
      return 'canary' in window;
    });
    expect(ran).toBe(false);

    const opened = await page.evaluate(() => {
      const link = document.createElement('a');
      link.href = 'https://example.org/';
      link.target = '_blank';
      document.body.append(link);
      link.click();
      return window.open('https://example.org/') !== null;
    });
    expect(opened).toBe(false);
    const attempt = app.evaluate(
      ({ BrowserWindow }) =>
        new Promise((tell) => {
          const [window] = BrowserWindow.getAllWindows();
          window?.webContents.once('will-navigate', (event) => tell(event.defaultPrevented));
        }),
    );
    await page.evaluate(() => {
      location.href = 'https://example.org/';
    });
    expect(await attempt).toBe(true);
    // By evaluating alone: Playwright's own locators would wait for the page that never comes.
    expect(await page.evaluate(() => [location.href, document.querySelectorAll('.cell').length])).toEqual([
      'triptych://app/index.html',
      3,
    ]);
    expect(app.windows()).toHaveLength(1);

    const permissions = await page.evaluate(async () => ({
      notification: await Notification.requestPermission(),
      place: await new Promise((tell) =>
        navigator.geolocation.getCurrentPosition(
          () => tell('allowed'),
          (error) => tell(error.code === error.PERMISSION_DENIED ? 'denied' : error.message),
        ),
      ),
      microphone: (await navigator.permissions.query({ name: 'microphone' })).state,
      clipboard: await navigator.clipboard.readText().then(
        () => 'allowed',
        (error: DOMException) => error.name,
      ),
    }));
    expect(permissions).toEqual({
      notification: 'denied',
      place: 'denied',
      microphone: 'denied',
      clipboard: 'NotAllowedError',
    });
  });

  test('asks nothing of the network, neither from the page nor from the main process', async ({ start }) => {
    let asked = 0;
    const server = createServer((_request, response) => {
      asked += 1;
      response.end();
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    try {
      const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      const { page, app } = await start();
      const refused = await page.evaluate(
        (url) =>
          fetch(url, { mode: 'no-cors' }).then(
            () => false,
            () => true,
          ),
        address,
      );
      expect(refused).toBe(true);
      const byMain = await app.evaluate(async ({ session }, url) => {
        const { status } = await session.defaultSession.fetch(url).catch(() => ({ status: 'refused' }));
        return status;
      }, address);
      expect(byMain).toBe('refused');
      expect(asked).toBe(0);
    } finally {
      server.close();
    }
  });

  test('refuses every message that is not as agreed, and nothing changes', async ({ start, home }) => {
    writeProject(join(home, 'rows.triptych'), 'Rows', [threeOf(1), threeOf(2)]);
    const { page } = await start(join(home, 'rows.triptych'));
    const before = await openedProject(page);
    const strange = [
      'text',
      42,
      [],
      { path: 7, command: { type: 'mergeRows' }, files: 'all', format: 'exe', limit: -1 },
      { command: { type: 'setTitle', title: ['a'] }, group: null },
      {
        command: { type: 'editParagraph', paragraphId: 'ru-1.1', content: { text: 5, marks: [] } },
        group: null,
      },
      { command: { type: 'dropAll' }, group: null },
      { theme: 'purple', textSize: 90, uiLanguage: 'xx' },
      { format: 'docx', languages: ['../..'] },
    ];
    // Settings fall back part by part: they take what they know and leave the rest.
    const channels = Object.keys(requestSchemas).filter((channel) => channel !== 'settings/write');
    const answers = await page.evaluate(
      async ([names, payloads]) => {
        const taken: string[] = [];
        for (const name of names) {
          for (const payload of payloads) {
            await window.triptych.request(name as Channel, payload as never).then(
              () => taken.push(`${name} ${JSON.stringify(payload)}`),
              () => undefined,
            );
          }
        }
        return taken;
      },
      [[...channels, 'shell/run', 'project/write'], strange] as const,
    );
    expect(answers).toEqual([]);
    const elsewhere = await page.evaluate(() =>
      window.triptych.request('project/openRecent', { path: '/etc/passwd' }),
    );
    expect(elsewhere).toMatchObject({ ok: false, failure: { code: 'projectNotFound' } });
    const unknown = await page.evaluate(() =>
      window.triptych.request('project/command', {
        command: { type: 'mergeRows', rowId: 'no such row' },
        group: null,
      }),
    );
    expect(unknown).toMatchObject({ ok: false, failure: { code: 'commandRefused' } });
    expect(await openedProject(page)).toEqual(before);
    await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
  });
});
