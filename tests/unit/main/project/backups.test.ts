import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { OpenProject } from '../../../../main/app/open-project';
import { copyBackup, listBackups } from '../../../../main/project/backups';
import { createProjectFile, openProjectFile } from '../../../../main/project/project-file';
import { CURRENT_VERSION } from '../../../../main/project/schema';
import { placesIn } from './places-in';
import { code, sampleProject, value } from './sample-project';

let folder: string;
let root: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'triptych-test-'));
  root = join(folder, 'backups');
  path = join(folder, 'макала.triptych');
  value(createProjectFile(path, sampleProject())).close();
  vi.useFakeTimers({ toFake: ['Date'] });
});

afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

/** Opens the project, and gives it a title where one is given. */
function session(title: string | null): void {
  vi.setSystemTime(Date.now() + 60_000);
  const open = value(OpenProject.open(path, 'Айгүл', () => {}, root, placesIn(folder)));
  if (title !== null)
    value(open.change({ type: 'setTitle', title }, { author: 'Айгүл', time: Date.now(), group: null }));
  open.close();
}

test('keep a project as it was before each of its last ten openings', () => {
  for (let n = 1; n <= 13; n += 1) session(`title ${n}`);
  const backups = listBackups(root);
  const titles = backups.map(({ path: at }) => {
    const file = value(openProjectFile(at, { readOnly: true }));
    const { title } = file.project();
    file.close();
    return title;
  });
  // The thirteenth title was given in the last session: what is kept is what that session found.
  expect(titles).toEqual(Array.from({ length: 10 }, (_, n) => `title ${12 - n}`));
  expect(backups[0]).toMatchObject({ origin: path, title: 'title 12', time: Date.now() });
});

test('keep a project once that was only looked at', () => {
  session('title');
  session(null);
  session(null);
  expect(listBackups(root)).toHaveLength(2);
});

test('keep nothing of what is no project', () => {
  writeFileSync(path, 'not a project');
  expect(code(OpenProject.open(path, 'Айгүл', () => {}, root, placesIn(folder)))).toBe('projectNotAProject');
  expect(existsSync(root)).toBe(false);
});

test('hold the log that a crash left beside the project', () => {
  session('before');
  const crashing = value(openProjectFile(path));
  const entry = { command: null, label: 'x', author: 'x', time: 0, group: null };
  value(crashing.record({ ...crashing.project(), title: 'only in the log' }, entry));
  const copy = join(folder, 'crashed.triptych');
  writeFileSync(copy, readFileSync(path));
  writeFileSync(`${copy}-wal`, readFileSync(`${path}-wal`));
  crashing.close();
  path = copy;
  session('after');
  const [backup] = listBackups(root).filter(({ origin }) => origin === copy);
  const file = value(openProjectFile(backup?.path ?? ''));
  expect(file.project().title).toBe('only in the log');
  file.close();
});

test.each(['version-1', 'version-3-worked'])('keep %s as it was before it is brought up to date', (name) => {
  const old = readFileSync(resolve(import.meta.dirname, `../../../fixtures/projects/${name}.triptych`));
  writeFileSync(path, old);
  session(null);
  expect(readFileSync(path).readUInt32BE(60)).toBe(CURRENT_VERSION);
  const [backup] = listBackups(root);
  expect(readFileSync(backup?.path ?? '')).toEqual(old);
});

test('give back what a newer Triptych made as it was', () => {
  const newer = readFileSync(path);
  newer.writeUInt32BE(CURRENT_VERSION + 1, 60);
  writeFileSync(path, newer);
  session(null);
  const [backup] = listBackups(root);
  const target = join(folder, 'back.triptych');
  value(copyBackup(backup?.path ?? '', target));
  expect(readFileSync(target).readUInt32BE(60)).toBe(CURRENT_VERSION + 1);
  const file = value(openProjectFile(target));
  expect(file.project()).toEqual(sampleProject());
  file.close();
});

test('never keep anybody from opening a project', () => {
  writeFileSync(root, 'a file where the folder should be');
  session('title');
  expect(statSync(root).isFile()).toBe(true);
  expect(readdirSync(folder).sort()).toEqual(['backups', 'working', 'макала.triptych']);
});

test('keep what was opened last, whatever the clock said once', () => {
  const now = Date.now();
  vi.setSystemTime(now + 10 * 365 * 86_400_000);
  for (let n = 1; n <= 10; n += 1) session(`future ${n}`);
  vi.setSystemTime(now);
  for (let n = 1; n <= 3; n += 1) session(`present ${n}`);
  const backups = listBackups(root);
  expect(backups).toHaveLength(10);
  expect(backups.filter(({ time }) => time < now + 86_400_000)).toHaveLength(3);
});

test('go on after those that had no number', () => {
  session('one');
  const [only] = listBackups(root);
  renameSync(only?.path ?? '', only?.path.replace(/\d{7} /, '') ?? '');
  expect(listBackups(root)).toEqual([{ ...only, path: only?.path.replace(/\d{7} /, '') }]);
  for (let n = 1; n <= 10; n += 1) session(`title ${n}`);
  const times = listBackups(root).map(({ time }) => time);
  expect(times).toHaveLength(10);
  expect(times).not.toContain(only?.time);
});

test('are for the eyes of the person alone, and a copy for those who may read the project', () => {
  chmodSync(path, 0o644);
  session('title');
  const [backup] = listBackups(root);
  const at = backup?.path ?? '';
  const rights = (file: string) => statSync(file).mode & 0o777;
  expect([root, dirname(at), at, join(dirname(at), 'origin.json')].map(rights)).toEqual([
    0o700, 0o700, 0o600, 0o600,
  ]);
  const [shared, own] = [join(folder, 'shared.triptych'), join(folder, 'own.triptych')];
  value(copyBackup(at, shared, path));
  value(copyBackup(at, own, join(folder, 'gone.triptych')));
  expect([shared, own].map(rights)).toEqual([0o644, 0o600]);
});
