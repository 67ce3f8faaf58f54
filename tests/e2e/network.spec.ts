import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRuntime } from '../../scripts/runtime/locate.mjs';
import { articlePath, chooseInMenu } from './documents';
import { cell, chooseCell, chooseInDialogs, expect, markText, test } from './triptych';

/** Whether system calls can be watched here: on Linux, where tracing is allowed. */
const CAN_TRACE = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;

const folder = mkdtempSync(join(tmpdir(), 'triptych-trace-'));
const traced = join(folder, 'electron');
const log = join(folder, 'calls');

/** All calls that can send something to an address, with one or without a connection. */
const TRACED = 'connect,sendto,sendmsg,sendmmsg';

/** Electron under strace, which writes down every connection and packet any of its processes tries to make. */
function writeTracer(): void {
  const electron = findRuntime()?.executable ?? '';
  const lines = ['#!/bin/sh', `exec strace -f -qq -e trace=${TRACED} -s 64 -o '${log}' '${electron}' "$@"`];
  writeFileSync(traced, `${lines.join('\n')}\n`, { mode: 0o755 });
}

/** Connections and packets to anything but this machine. */
function callsOut(): readonly string[] {
  return readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => /sa_family=AF_/.test(line))
    .filter((line) => !/sa_family=AF_(?:UNIX|LOCAL|NETLINK|UNSPEC)/.test(line))
    .filter((line) => !/inet_addr\("127\.|"::1"/.test(line));
}

if (CAN_TRACE) {
  writeTracer();
  test.describe('Network', () => {
    test.use({ program: traced });

    test('a whole session, from import to export, connects to nothing outside this machine', async ({
      start,
      home,
    }) => {
      test.slow();
      const { page, app } = await start();
      await chooseInDialogs(app, [articlePath('ru'), articlePath('ky'), articlePath('en')]);
      await chooseInMenu(app, 'import');
      await page.getByTestId('import-create').click();
      await expect(page.getByTestId('position')).toBeVisible();
      await page.getByTestId('tab-checks').click();
      await expect(page.getByTestId('finding-count')).toBeVisible();
      await markText(cell(page, 2, 'en').locator('.text').first(), 'the');
      await page.getByRole('button', { name: /Flag a problem/ }).click();
      await page.keyboard.press('Control+Enter');
      await chooseCell(page, 2, 'en');
      await page.keyboard.press('Enter');
      await page.keyboard.insertText(' https://example.org/');
      await page.keyboard.press('Escape');
      await expect(cell(page, 2, 'en')).toContainText('example.org');
      await chooseInMenu(app, 'export');
      await chooseInDialogs(app, [home]);
      await page.getByTestId('export-write').click();
      await expect(page.getByTestId('news')).toBeVisible();
      await page.keyboard.press('Control+p');
      await page.getByRole('dialog').getByText('PDF', { exact: true }).click();
      await chooseInDialogs(app, [join(home, 'report.pdf')]);
      await page.getByTestId('report-write').click();
      await expect(page.getByTestId('news')).toContainText('report.pdf');
      await chooseInMenu(app, 'openSample');
      await expect(cell(page, 1, 'ru')).toContainText('Камбар-Ата');
      await app.close();
      expect(callsOut()).toEqual([]);
    });

    test('and a connection that is made, and a packet that is sent, are seen', async ({ start }) => {
      const { app } = await start();
      await app.evaluate(
        () =>
          new Promise<void>((done) => {
            const { connect } = process.getBuiltinModule('node:net');
            const socket = connect({ host: '192.0.2.1', port: 9 });
            socket.on('error', () => undefined);
            const { createSocket } = process.getBuiltinModule('node:dgram');
            const sender = createSocket('udp4');
            socket.once('connectionAttempt', () =>
              sender.send('a text', 9, '192.0.2.2', () => sender.close(() => done())),
            );
          }),
      );
      await app.close();
      const seen = callsOut().join('\n');
      expect(seen).toContain('192.0.2.1');
      expect(seen).toMatch(/send\w+\(.*192\.0\.2\.2/);
    });
  });
}
