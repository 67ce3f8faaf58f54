import { execFileSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { OpenProject } from '../../../../main/app/open-project';
import { readOwner } from '../../../../main/project/owner-note';
import { openWorking } from '../../../../main/project/open-working';
import { createProjectFile, openProjectFile } from '../../../../main/project/project-file';
import { salvageProject } from '../../../../main/project/salvage';
import { code, sampleProject, value } from './sample-project';
import { placesIn } from './places-in';

let folder: string;
let path: string;
/** A file of the person's that has nothing to do with the project. */
let precious: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'triptych-test-'));
  mkdirSync(join(folder, 'sent'));
  path = join(folder, 'sent', 'статья.triptych');
  precious = join(folder, 'precious.txt');
  writeFileSync(precious, 'Үч ай иштедим');
  value(createProjectFile(path, sampleProject())).close();
});

afterEach(() => {
  expect(readFileSync(precious, 'utf8')).toBe('Үч ай иштедим');
  rmSync(folder, { recursive: true });
});

/** Opens the project as the window does. */
const open = () =>
  OpenProject.open(path, 'Айгүл', () => {}, join(folder, 'backups'), placesIn(join(folder, 'app')));

/** What may lie under the name of a companion. */
const STRANGE: readonly (readonly [string, (at: string) => void])[] = [
  ['a link to a file of the person', (at) => symlinkSync(precious, at)],
  ['a link to a file that is not there yet', (at) => symlinkSync(join(folder, 'new.txt'), at)],
  ['a second name of a file of the person', (at) => linkSync(precious, at)],
  ['a pipe', (at) => void execFileSync('mkfifo', [at])],
  ['a link to a device', (at) => symlinkSync('/dev/zero', at)],
  ['a folder', (at) => void mkdirSync(at)],
  [
    '3 GB of nothing',
    (at) => {
      writeFileSync(at, '');
      truncateSync(at, 3 * 2 ** 30);
    },
  ],
];

describe('what lies beside a project and is not what SQLite puts there', () => {
  for (const end of ['-wal', '-journal', '-shm'])
    test.each(STRANGE)(`${end}: %s keeps the project shut and is left alone`, (_, place) => {
      place(path + end);
      const opened = open();
      expect(code(opened)).toBe('projectUnsafe');
      expect(opened).toMatchObject({ failure: { params: { beside: `статья.triptych${end}` } } });
      expect(code(openProjectFile(path, { readOnly: true }))).toBe('projectUnsafe');
      expect(existsSync(join(folder, 'new.txt'))).toBe(false);
      expect(existsSync(join(folder, 'backups'))).toBe(false);
      // Without it, it opens: nothing holds a lock.
      rmSync(path + end, { recursive: true });
      value(open()).close();
    });

  test.each(STRANGE)('-lock: %s is replaced by the note of who has the project open', (what, place) => {
    const note = `${path}-lock`;
    place(note);
    expect(readOwner(path)).toBe(null);
    const opened = value(open());
    if (what !== 'a folder') {
      expect(lstatSync(note).isFile()).toBe(true);
      expect(readOwner(path)).toEqual({ user: 'Айгүл', host: hostname() });
      expect(statSync(note).mode & 0o777).toBe(0o600);
    }
    opened.close();
    expect(existsSync(join(folder, 'new.txt'))).toBe(false);
    expect(readdirSync(join(folder, 'sent'))).toEqual(
      what === 'a folder' ? ['статья.triptych', 'статья.triptych-lock'] : ['статья.triptych'],
    );
  });

  test.each(STRANGE)('-wal: %s is left out when the rest is recovered', (_, place) => {
    place(`${path}-wal`);
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    expect(value(salvageProject(path, empty)).salvaged.rows).toBe(3);
  });
});

test.each([
  ['a pipe', (at: string) => void execFileSync('mkfifo', [at]), 'projectNotAProject'],
  ['a link to a device', (at: string) => symlinkSync('/dev/zero', at), 'projectNotAProject'],
  ['a folder', (at: string) => void mkdirSync(at), 'projectNotAProject'],
  ['nothing', () => undefined, 'projectNotFound'],
])('nothing is recovered of %s', (_, place, refusal) => {
  rmSync(path);
  place(path);
  const empty = join(folder, 'empty');
  mkdirSync(empty);
  expect(code(salvageProject(path, empty))).toBe(refusal);
});

test('a project may be opened by a link to it', () => {
  const link = join(folder, 'link.triptych');
  symlinkSync(path, link);
  const project = value(openWorking(link, placesIn(join(folder, 'app')), { user: 'Айгүл' }));
  expect(existsSync(`${path}-lock`)).toBe(true);
  project.close();
  expect(readdirSync(folder).sort()).toEqual(['app', 'link.triptych', 'precious.txt', 'sent']);
});

test('a name no file can have is the name of none', () => {
  expect(code(openProjectFile('статья\0.triptych'))).toBe('projectNotFound');
});
