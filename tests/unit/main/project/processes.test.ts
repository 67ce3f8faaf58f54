import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { notePath } from '../../../../main/project/owner-note';
import { createProjectFile, openProjectFile } from '../../../../main/project/project-file';
import { code, recordTitle, sampleProject, sampleRow, value } from './sample-project';

const SCRIPT = 'child-session.cjs';
const ROUNDS = 10;

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'triptych-test-'));
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true, external: ['@photostructure/sqlite'] },
    build: {
      ssr: resolve(import.meta.dirname, 'child-session.ts'),
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: { output: { format: 'cjs', entryFileNames: SCRIPT } },
    },
  });
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true }));

type Child = ChildProcessByStdio<null, Readable, null>;

function start(mode: 'hold' | 'record', path: string): Child {
  return spawn(process.execPath, [join(folder, SCRIPT), mode, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_PATH: resolve('node_modules') },
  });
}

/** Everything a child said, when it was killed after so many lines. */
async function killAfter(child: Child, lines: number): Promise<readonly string[]> {
  const ended = once(child, 'exit');
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    if (said.length === lines) child.kill('SIGKILL');
  }
  await ended;
  return said;
}

const HELD = { kind: 'inUse', owner: { user: 'Бакыт', host: hostname() } };

test('a project open in one process is only read by others, who learn whose it is, until that one ends', async () => {
  const path = join(folder, 'held.triptych');
  value(createProjectFile(path, sampleProject())).close();
  const holder = start('hold', path);
  const [first] = await once(createInterface({ input: holder.stdout }), 'line');
  expect(first).toBe('null');

  const before = readFileSync(path);
  const second = value(openProjectFile(path, { user: 'Айгүл' }));
  expect(second.readOnly).toEqual(HELD);
  expect(second.project()).toEqual(sampleProject());
  expect(code(recordTitle(second, 'Other'))).toBe('projectReadOnly');
  second.close();
  const reading = value(openProjectFile(path, { readOnly: true }));
  expect(reading.project()).toEqual(sampleProject());
  reading.close();
  expect(readFileSync(path)).toEqual(before);

  // Killed, it leaves its note and its log behind, and neither keeps anybody out.
  const ended = once(holder, 'exit');
  holder.kill('SIGKILL');
  await ended;
  expect(existsSync(notePath(path))).toBe(true);
  const file = value(openProjectFile(path, { user: 'Айгүл' }));
  expect(file.readOnly).toBe(null);
  expect(file.project()).toEqual(sampleProject());

  // And the other way round; failing to open it twice here must not have given the lock away.
  expect(code(openProjectFile(path))).toBe('projectInUse');
  const mine = { ...HELD, owner: { ...HELD.owner, user: 'Айгүл' } };
  expect(await killAfter(start('hold', path), 1)).toEqual([JSON.stringify(mine)]);
  file.close();
  expect(existsSync(notePath(path))).toBe(false);
  expect(await killAfter(start('hold', path), 1)).toEqual(['null']);
}, 60_000);

test('who has a project open is not told by a note nobody stands for', async () => {
  const path = join(folder, 'noted.triptych');
  value(createProjectFile(path, sampleProject())).close();
  const holder = start('hold', path);
  await once(createInterface({ input: holder.stdout }), 'line');
  const note = { user: 'Бакыт', host: hostname(), pid: holder.pid, time: 1 };
  const ended = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(ended, 'exit');
  const told = (text: string) => {
    writeFileSync(notePath(path), text);
    const file = value(openProjectFile(path));
    file.close();
    return file.readOnly;
  };
  expect(told(JSON.stringify(note))).toEqual(HELD);
  const elsewhere = { ...note, host: 'another', pid: ended.pid };
  expect(told(JSON.stringify(elsewhere))).toMatchObject({ owner: { user: 'Бакыт', host: 'another' } });
  for (const wrong of [JSON.stringify({ ...note, pid: ended.pid }), '{"user":', '[]', ' '.repeat(9999)])
    expect(told(wrong)).toEqual({ kind: 'inUse', owner: null });
  const gone = once(holder, 'exit');
  holder.kill('SIGKILL');
  await gone;
}, 60_000);

test('a reader sees a state that was, however fast the writer writes', async () => {
  const path = join(folder, 'busy.triptych');
  value(createProjectFile(path, sampleProject())).close();
  const writer = start('record', path);
  const lines = createInterface({ input: writer.stdout });
  let seen = 0;
  for (let round = 0; round < 30; round += 1) {
    await once(lines, 'line');
    const file = value(openProjectFile(path));
    expect(file.readOnly).toMatchObject({ kind: 'inUse' });
    const { position } = file.history();
    expect(file.project().title).toBe(position === 0 ? sampleProject().title : `title ${position}`);
    expect(value(file.stateAt(0))).toEqual(sampleProject());
    expect(position).toBeGreaterThanOrEqual(seen);
    seen = position;
    file.close();
  }
  expect(seen).toBeGreaterThan(20);
  const ended = once(writer, 'exit');
  writer.kill('SIGKILL');
  await ended;
}, 60_000);

test('a killed process loses nothing it said was recorded', async () => {
  const path = join(folder, 'killed.triptych');
  value(createProjectFile(path, sampleProject())).close();
  let position = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const said = await killAfter(start('record', path), 3 + ((round * 37) % 60));
    const acknowledged = Number(said.at(-1));
    expect(said).toEqual([
      'null',
      ...Array.from({ length: acknowledged - position }, (_, i) => `${position + 1 + i}`),
    ]);

    const file = value(openProjectFile(path));
    position = file.history().position;
    // The last change may have been recorded and the process killed before it could say so.
    expect([acknowledged, acknowledged + 1]).toContain(position);
    expect(file.project().title).toBe(`title ${position}`);
    const at = position % 3;
    expect(file.project().rows[at]).toEqual(sampleRow(`r${at + 1}`, `text ${position}`));
    value(file.undo());
    expect(file.project().title).toBe(position > 1 ? `title ${position - 1}` : sampleProject().title);
    value(file.redo());
    file.close();
  }
  const file = value(openProjectFile(path));
  while (file.history().undo) value(file.undo());
  expect(file.project()).toEqual(sampleProject());
  file.close();
  expect(readdirSync(folder).filter((name) => name.startsWith('killed'))).toEqual(['killed.triptych']);
}, 120_000);
