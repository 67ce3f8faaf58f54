import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createProjectFile, openProjectFile } from '../../../../main/project/project-file';
import { code, sampleProject, sampleRow, value } from './sample-project';

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

test('a project open in one process is closed to others until that one ends, however it ends', async () => {
  const path = join(folder, 'held.triptych');
  value(createProjectFile(path, sampleProject())).close();
  const holder = start('hold', path);
  const [first] = await once(createInterface({ input: holder.stdout }), 'line');
  expect(first).toBe('ok');

  const before = readFileSync(path);
  expect(code(openProjectFile(path))).toBe('projectInUse');
  expect(code(openProjectFile(path, { readOnly: true }))).toBe('projectInUse');
  expect(readFileSync(path)).toEqual(before);

  const ended = once(holder, 'exit');
  holder.kill('SIGKILL');
  await ended;
  const file = value(openProjectFile(path));
  expect(file.project()).toEqual(sampleProject());

  // And the other way round; failing to open it twice here must not have given the lock away.
  expect(code(openProjectFile(path))).toBe('projectInUse');
  expect(await killAfter(start('hold', path), 2)).toEqual(['projectInUse']);
  file.close();
  expect(await killAfter(start('hold', path), 1)).toEqual(['ok']);
}, 60_000);

test('a killed process loses nothing it said was recorded', async () => {
  const path = join(folder, 'killed.triptych');
  value(createProjectFile(path, sampleProject())).close();
  let position = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const said = await killAfter(start('record', path), 3 + ((round * 37) % 60));
    const acknowledged = Number(said.at(-1));
    expect(said).toEqual([
      'ok',
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
