import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findRuntime } from '../../scripts/runtime/locate.mjs';
import { expect, test } from './triptych';

const ROOT = resolve(import.meta.dirname, '../..');

test('the app tries itself out, says how it went, and leaves nothing behind', async ({ home }, info) => {
  const temporary = join(home, 'tmp');
  mkdirSync(temporary);
  const { code, output } = await runSmoke(home, temporary);
  expect(code).toBe(0);
  const lines = output.split('\n').filter((line) => line.startsWith('{'));
  expect(lines).toHaveLength(1);
  const report: unknown = JSON.parse(lines[0] ?? '');
  expect(report).toMatchObject({ ok: true, rows: 60 });
  info.annotations.push({ type: 'window', description: 'Kambar-Ata-1' });
  const number: unknown = expect.any(Number);
  expect(report).toMatchObject({
    findings: number,
    bytes: number,
    ms: { open: number, rows: number, findings: number, edit: number, undo: number, export: number },
  });
  // Chromium may write on while it ends; of ours nothing stays, neither a text nor a log.
  const left = readdirSync(temporary, { recursive: true, encoding: 'utf8' });
  expect(left.filter((name) => /\.(triptych|docx)$|triptych\.log|settings/.test(name))).toEqual([]);
  // Not even in the data of the person who runs it.
  expect(existsSync(join(home, '.config', 'triptych', 'sample'))).toBe(false);
});

test('and says so when it does not work', async ({ home }) => {
  const { code, output } = await runSmoke(home, join(home, 'nowhere'));
  expect(code).toBe(1);
  expect(output).not.toContain('"ok":true');
});

/** Starts the app with a folder for temporary files, and waits for its end. */
function runSmoke(home: string, temporary: string): Promise<{ code: number | null; output: string }> {
  const runtime = findRuntime();
  if (!runtime) throw new Error('no Electron here: run `npm run setup` first');
  const app = spawn(runtime.executable, [...runtime.args, ROOT, '--smoke'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, '.config'), TMPDIR: temporary },
  });
  let output = '';
  app.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((done) => app.once('close', (code) => done({ code, output })));
}
