import { createSocket } from 'node:dgram';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { requestSchemas, type Channel } from '../../shared/contract/channels';
import { openedProject, threeOf, writeProject } from './documents';
import { malformed, senseless } from './malformed';
import { cell, expect, test } from './triptych';

/** So many messages are sent on each channel; `npm run fuzz` sends more. */
const MESSAGES = Number(process.env['TRIPTYCH_FUZZ_MESSAGES'] ?? 60);

const BATCH = 500;

/** Settings fall back part by part: they take what they know and leave the rest. */
const CHANNELS = (Object.keys(requestSchemas) as Channel[]).filter(
  (channel) => !['settings/write', 'project/openDropped', 'import/dropped'].includes(channel),
);

/** Runs in the page: sends messages, and gives the different answers. */
async function answerAll([channel, payloads]: readonly [string, readonly unknown[]]): Promise<string[]> {
  const answers = await Promise.all(
    payloads.map((payload) =>
      window.triptych.request(channel as Channel, payload as never).then(
        (answer) => {
          const told = answer as { ok?: boolean; failure?: { code: string } } | null;
          return told?.failure?.code ?? 'done';
        },
        (error: Error) => error.message.replace(/(refused).*/s, '$1').replace('Error: refused', 'refused'),
      ),
    ),
  );
  return [...new Set(answers)].sort();
}

/**
 * Runs in the page: looks for a way to other computers as a call does, by every server and protocol there is, with a
 * text in the user name; gives the addresses that were found.
 */
async function callOut({ udp, tcp }: { udp: number; tcp: number }): Promise<string> {
  const account = { username: 'unpublished', credential: 'text' };
  const connection = new RTCPeerConnection({
    iceServers: [
      { urls: `stun:127.0.0.1:${udp}` },
      { urls: `turn:127.0.0.1:${udp}?transport=udp`, ...account },
      { urls: `turn:127.0.0.1:${tcp}?transport=tcp`, ...account },
      { urls: `turns:127.0.0.1:${tcp}?transport=tcp`, ...account },
      { urls: `turn:localhost:${tcp}?transport=tcp`, ...account },
    ],
  });
  const found: string[] = [];
  connection.onicecandidate = ({ candidate }) => candidate?.candidate && found.push(candidate.candidate);
  connection.createDataChannel('text');
  await connection.setLocalDescription(await connection.createOffer());
  // As a page would that was told where to find somebody.
  for (const transport of [`udp 1 127.0.0.1 ${udp}`, `tcp 1 127.0.0.1 ${tcp}`]) {
    const [protocol = '', priority = '', host = '', port = ''] = transport.split(' ');
    const type = protocol === 'tcp' ? 'host tcptype passive' : 'host';
    const there = new RTCPeerConnection();
    await there.setRemoteDescription(connection.localDescription as RTCSessionDescription);
    await there.setLocalDescription(await there.createAnswer());
    if (connection.signalingState !== 'stable')
      await connection.setRemoteDescription(there.localDescription as RTCSessionDescription);
    const candidate = `candidate:1 1 ${protocol} ${priority} ${host} ${port} typ ${type}`;
    await connection.addIceCandidate({ candidate, sdpMid: '0' });
    there.close();
  }
  await new Promise<void>((done) => {
    const look = () => connection.iceGatheringState === 'complete' && done();
    connection.onicegatheringstatechange = look;
    look();
  });
  connection.close();
  return found.length === 0 ? 'nowhere' : found.join(', ');
}

test.describe('Security', () => {
  test('keeps the page in its sandbox, on its own ground, and silent', async ({ start, home }) => {
    writeProject(join(home, 'rows.triptych'), 'Rows', [threeOf(1)]);
    const { page, app } = await start(join(home, 'rows.triptych'));
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      // Electron has the method and no type for it.
      const contents = window?.webContents as unknown as {
        getLastWebPreferences: () => Record<string, unknown>;
      };
      return contents.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
    });
    expect(preferences['enableBlinkFeatures'] ?? '').toBe('');
    const world = await page.evaluate(() => ({
      node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window),
      bridge: Object.keys(window.triptych).sort(),
    }));
    expect(world).toEqual({ node: [], bridge: ['importDropped', 'listen', 'openDropped', 'request'] });

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
    await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.webContents.once('will-navigate', ({ defaultPrevented }) =>
        Object.assign(globalThis, { isStopped: defaultPrevented }),
      );
    });
    await page.evaluate(() => {
      location.href = 'https://example.org/';
    });
    await expect.poll(() => app.evaluate(() => (globalThis as { isStopped?: boolean }).isStopped)).toBe(true);
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

  test('answers nobody but its own page', async ({ start }) => {
    const { app } = await start();
    const answer = await app.evaluate(async ({ app: running, BrowserWindow }) => {
      const preload = `${running.getAppPath()}/out/preload/index.cjs`;
      const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await other.loadURL('about:blank');
      const asked: unknown = await other.webContents.executeJavaScript(
        `window.triptych.request('app/state', null).then(() => 'answered', ({ message }) => message)`,
      );
      other.destroy();
      return asked;
    });
    expect(answer).toContain('refused: unknown sender');
  });

  test('opens a link of a text only on the web, only with Ctrl held down, and only after asking', async ({
    start,
    home,
  }) => {
    const path = join(home, 'links.triptych');
    writeProject(path, 'Links', [threeOf(1)]);
    const { page, app } = await start(path);
    for (const [language, href] of [
      ['ru', 'https://example.org/one'],
      ['ky', '  https://kloop.kg@бишкек.example:8443/a\nfile:///etc/passwd'],
      ['en', 'file:///etc/passwd'],
    ] as const) {
      const marks = [{ type: 'link' as const, href, start: 0, end: 2 }];
      const command = { type: 'editParagraph' as const, paragraphId: `${language}-1.1` };
      const sent = await page.evaluate(
        (edit) => window.triptych.request('project/command', { command: edit, group: null }),
        { ...command, content: { text: 'Да', marks } },
      );
      expect(sent.ok).toBe(true);
    }
    await app.evaluate(({ dialog, shell }) => {
      const done: string[] = [];
      Object.assign(globalThis, { done });
      dialog.showMessageBox = (...[, options]: unknown[]) => {
        const { message, detail } = options as { message: string; detail: string };
        done.push(`asked ${message} ${detail}`);
        return Promise.resolve({ response: done.length === 1 ? 1 : 0, checkboxChecked: false });
      };
      shell.openExternal = (href) => {
        done.push(`opened ${href}`);
        return Promise.resolve();
      };
    });
    const told = () => app.evaluate(() => (globalThis as unknown as { done: string[] }).done);
    await cell(page, 1, 'en')
      .locator('.link')
      .click({ modifiers: ['Control'] });
    await cell(page, 1, 'ru').locator('.link').click();
    await page.keyboard.press('Escape');
    await cell(page, 1, 'ru')
      .locator('.link')
      .click({ modifiers: ['Control'] });
    const asked = 'asked Open a page of example.org in your browser? https://example.org/one';
    await expect.poll(told).toEqual([asked]);
    await cell(page, 1, 'ru')
      .locator('.link')
      .click({ modifiers: ['Control'] });
    const opened = 'opened https://example.org/one';
    await expect.poll(told).toEqual([asked, asked, opened]);
    // What is shown is what is opened: the host by its own name, nothing that only looks like one before it.
    await cell(page, 1, 'ky')
      .locator('.link')
      .click({ modifiers: ['Control'] });
    const host = 'xn--90aiiib5f.example:8443';
    const href = `https://${host}/afile:///etc/passwd`;
    const question = `asked Open a page of ${host} in your browser? ${href}`;
    await expect.poll(told).toEqual([asked, asked, opened, question, `opened ${href}`]);
  });

  test('asks nothing of the network, neither from the page nor from the main process', async ({ start }) => {
    test.slow();
    let asked = 0;
    const server = createServer((_request, response) => {
      asked += 1;
      response.end();
    });
    server.on('connection', () => (asked += 1));
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const listener = createSocket('udp4');
    const packets: Buffer[] = [];
    listener.on('message', (packet) => packets.push(packet));
    await new Promise<void>((ready) => listener.bind(0, '127.0.0.1', ready));
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
      const calls = { udp: listener.address().port, tcp: (server.address() as AddressInfo).port };
      expect(await page.evaluate(callOut, calls)).toBe('nowhere');
      // The same in any other window, also one whose page has no policy.
      const printed = await app.evaluate(
        async ({ BrowserWindow }, [call, where]) => {
          const other = new BrowserWindow({ show: false });
          await other.loadURL('about:blank');
          const found: unknown = await other.webContents.executeJavaScript(`(${call})(${where})`);
          other.destroy();
          return found;
        },
        [callOut.toString(), JSON.stringify(calls)] as const,
      );
      expect(printed).toBe('nowhere');
      expect(asked).toBe(0);
      expect(packets.map((packet) => packet.toString('latin1'))).toEqual([]);
    } finally {
      listener.close();
      server.close();
    }
  });

  test('refuses every message that is not as agreed, and nothing changes', async ({ start, home }) => {
    test.setTimeout(60_000 + MESSAGES * 100);
    const path = join(home, 'rows.triptych');
    writeProject(path, 'Rows', [threeOf(1), threeOf(2)]);
    const { page } = await start(path);
    const before = await openedProject(page);
    for (const channel of CHANNELS) {
      for (let sent = 0; sent < MESSAGES; sent += BATCH) {
        const payloads = malformed(channel, Math.min(BATCH, MESSAGES - sent), sent + 1);
        const answers = await page.evaluate(answerAll, [channel, payloads] as const);
        expect(answers, channel).toEqual([`Error invoking remote method '${channel}': refused`]);
      }
    }
    for (const channel of [
      'shell/run',
      'project/write',
      '__proto__',
      'project/openDropped',
      'import/dropped',
    ])
      expect(await page.evaluate(answerAll, [channel, [{ path }]] as const)).toEqual([
        expect.stringMatching(/No handler registered|refused/),
      ]);
    expect(await openedProject(page)).toEqual(before);
    await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
  });

  test('answers messages that make no sense with a failure, and opens no file nobody chose', async ({
    start,
    home,
  }) => {
    test.setTimeout(60_000 + MESSAGES * 100);
    const path = join(home, 'rows.triptych');
    writeProject(path, 'Rows', [threeOf(1), threeOf(2)]);
    const { page } = await start(path);
    const files = readdirSync(home).sort();
    for (const channel of ['project/openRecent', 'project/openBackup'] as const) {
      const answers = await page.evaluate(answerAll, [channel, senseless(channel, MESSAGES, 1)] as const);
      expect(answers, channel).toEqual(['projectNotFound']);
    }
    for (const channel of ['project/revisions', 'project/textsAt', 'link/open', 'project/select'] as const) {
      const answers = await page.evaluate(answerAll, [channel, senseless(channel, MESSAGES, 2)] as const);
      expect(answers.length, answers.join()).toBeGreaterThan(0);
      expect(answers.filter((answer) => answer.includes('Error'))).toEqual([]);
    }
    const commands = senseless('project/command', MESSAGES, 3);
    const answers = await page.evaluate(answerAll, ['project/command', commands] as const);
    expect(answers).toContain('commandRefused');
    expect(answers.filter((answer) => answer !== 'commandRefused' && answer !== 'done')).toEqual([]);
    expect((await openedProject(page)).rows.length).toBeGreaterThan(0);
    // A draft of the project stands there for as long as what the commands did is being written into it.
    await expect.poll(() => readdirSync(home).sort()).toEqual(files);
  });
});
