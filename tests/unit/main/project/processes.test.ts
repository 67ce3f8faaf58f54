import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle } from '../../../../scripts/soak/bundle.mjs';
import { notePath } from '../../../../main/project/owner-note';
import { openWorking, type Working } from '../../../../main/project/open-working';
import { createProjectFile, openProjectFile } from '../../../../main/project/project-file';
import type { Session } from '../../../soak/child';
import { placesIn } from './places-in';
import { code, recordTitle, sampleProject, value } from './sample-project';

let folder: string;
let child: Session;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'triptych-test-'));
  child = await bundle(resolve(import.meta.dirname, 'child-session.ts'), folder);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true }));

type Child = ChildProcessByStdio<null, Readable, null>;

function start(mode: 'hold' | 'record', path: string): Child {
  return spawn(process.execPath, [child.script, mode, path, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: child.env,
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

/** Opens as the window does. */
function openAs(user: string | null, path: string): Working {
  return value(openWorking(path, placesIn(folder), { user }));
}

const HELD = { kind: 'inUse', owner: { user: 'Бакыт', host: hostname() } };

test('a project open in one process is only read by others, who learn whose it is, until that one ends', async () => {
  const path = join(folder, 'held.triptych');
  value(createProjectFile(path, sampleProject())).close();
  const holder = start('hold', path);
  const [first] = await once(createInterface({ input: holder.stdout }), 'line');
  expect(first).toBe('null');

  const before = readFileSync(path);
  const second = openAs('Айгүл', path);
  expect(second.file.readOnly).toEqual(HELD);
  expect(second.file.project()).toEqual(sampleProject());
  expect(code(recordTitle(second.file, 'Other'))).toBe('projectReadOnly');
  second.close();
  const reading = value(openProjectFile(path, { readOnly: true }));
  expect(reading.project()).toEqual(sampleProject());
  reading.close();
  expect(readFileSync(path)).toEqual(before);

  // Killed, it leaves its note and its working copy behind, and neither keeps anybody out.
  const ended = once(holder, 'exit');
  holder.kill('SIGKILL');
  await ended;
  expect(existsSync(notePath(path))).toBe(true);
  const third = openAs('Айгүл', path);
  expect(third.file.readOnly).toBe(null);
  expect(third.file.project()).toEqual(sampleProject());

  // And the other way round; failing to open it twice here must not have given the lock away.
  expect(code(openWorking(path, placesIn(folder), { user: null }))).toBe('projectInUse');
  expect(code(openProjectFile(path, { readOnly: true }))).toBe('projectInUse');
  const mine = { ...HELD, owner: { ...HELD.owner, user: 'Айгүл' } };
  expect(await killAfter(start('hold', path), 1)).toEqual([JSON.stringify(mine)]);
  third.close();
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
    const working = openAs(null, path);
    working.close();
    return working.file.readOnly;
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
  // The file is brought up to date a moment after each change.
  for (let round = 0; round < 5 || seen < 5; round += 1) {
    await once(lines, 'line');
    const { file, close } = openAs(null, path);
    expect(file.readOnly).toMatchObject({ kind: 'inUse' });
    const { position } = file.history();
    expect(file.project().title).toBe(position === 0 ? sampleProject().title : `title ${position}`);
    expect(value(file.stateAt(0))).toEqual(sampleProject());
    expect(position).toBeGreaterThanOrEqual(seen);
    seen = position;
    close();
  }
  const ended = once(writer, 'exit');
  writer.kill('SIGKILL');
  await ended;
}, 60_000);
