import {
  appendFileSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { contentOf, stampOf } from '../../../../main/project/file-content';
import { openWorking, openWorkingInSteps, type Working } from '../../../../main/project/open-working';
import { notePath, readOwner } from '../../../../main/project/owner-note';
import { createProjectFile, openProjectFile } from '../../../../main/project/project-file';
import { FAST, placesIn } from './places-in';
import { code, recordTitle, sampleProject, value } from './sample-project';

let base: string;
let folder: string;
let path: string;
const opened: Working[] = [];

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'triptych-test-'));
  folder = join(base, 'shared');
  mkdirSync(folder);
  path = join(folder, 'статья.triptych');
  value(createProjectFile(path, sampleProject())).close();
});

afterEach(() => {
  for (const working of opened.splice(0)) working.close();
  rmSync(base, { recursive: true });
});

function start(at = path): Working {
  const working = value(openWorking(at, placesIn(base), { user: 'Айгүл', pace: FAST }));
  opened.push(working);
  return working;
}

function stop(working: Working): boolean {
  opened.splice(opened.indexOf(working), 1);
  return working.close();
}

/** The title in a file as it lies there, which must be a whole project without a log. */
function titleOf(at: string): string {
  const copy = join(base, 'looked-at.triptych');
  copyFileSync(at, copy);
  const file = value(openProjectFile(copy));
  const { title } = file.project();
  file.close();
  return title;
}

async function until(holds: () => boolean): Promise<void> {
  await vi.waitFor(() => expect(holds()).toBe(true), { timeout: 10_000, interval: 5 });
}

/** Where a project is only read, there is nothing to be done about its file. */
const NOTHING = { ok: true, value: undefined } as const;

const kind = (working: Working) => working.published?.standing.kind;
const mine = () => join(folder, 'статья (mine).triptych');

describe('the file of an open project', () => {
  test('is brought up to date soon after a change, whole, with no log beside it', async () => {
    const { file } = start();
    value(recordTitle(file, 'One'));
    await until(() => titleOf(path) === 'One');
    value(recordTitle(file, 'Two'));
    await until(() => titleOf(path) === 'Two');
    expect([...readFileSync(path).subarray(18, 20)]).toEqual([1, 1]);
    expect(readdirSync(folder).sort()).toEqual(['статья.triptych', 'статья.triptych-lock']);
  });

  test('is one file when the project is closed, and nothing is left in the app', () => {
    const working = start();
    value(recordTitle(working.file, 'One'));
    expect(stop(working)).toBe(false);
    expect(titleOf(path)).toBe('One');
    expect(readdirSync(folder)).toEqual(['статья.triptych']);
    expect(readdirSync(join(base, 'working'))).toEqual([]);
  });

  test('is not written again by who only looks', () => {
    const before = statSync(path, { bigint: true });
    stop(start());
    const after = statSync(path, { bigint: true });
    expect([after.ino, after.mtimeNs]).toEqual([before.ino, before.mtimeNs]);
  });

  test('keeps the rights it had', () => {
    const { mode } = statSync(path);
    const working = start();
    recordTitle(working.file, 'One');
    stop(working);
    expect(statSync(path).mode).toBe(mode);
  });

  test('counts as ours when it was only touched, or replaced by the same', async () => {
    const working = start();
    value(recordTitle(working.file, 'One'));
    await until(() => titleOf(path) === 'One');
    utimesSync(path, 1, 1);
    copyFileSync(path, `${path}.new`);
    renameSync(`${path}.new`, path);
    value(recordTitle(working.file, 'Two'));
    await until(() => titleOf(path) === 'Two');
    expect(kind(working)).toBe('current');
  });
});

/** What a service that keeps folders in step may do to a file. */
const WAYS: Readonly<Record<string, () => void>> = {
  'renamed over': () => {
    writeFileSync(`${path}.new`, 'theirs');
    renameSync(`${path}.new`, path);
  },
  'overwritten in place': () => writeFileSync(path, 'theirs'),
  truncated: () => truncateSync(path, 5000),
  'appended to': () => appendFileSync(path, 'more'),
  deleted: () => rmSync(path),
};

describe.each(Object.keys(WAYS))('a file that is %s while it is open', (way) => {
  const replace = () => WAYS[way]?.();
  const there = () => (existsSync(path) ? readFileSync(path) : null);

  test('is noticed, left alone, and ours is beside it while one goes on', async () => {
    const working = start();
    value(recordTitle(working.file, 'One'));
    await until(() => titleOf(path) === 'One');
    replace();
    const theirs = there();
    await until(() => existsSync(mine()));
    expect(kind(working)).toBe(way === 'deleted' ? 'gone' : 'replaced');
    value(recordTitle(working.file, 'Two'));
    await until(() => titleOf(mine()) === 'Two');
    expect(working.published?.standing).toMatchObject({ mine: mine() });
    value(recordTitle(working.file, 'Three'));
    expect(stop(working)).toBe(false);
    expect(there()).toEqual(theirs);
    expect(titleOf(mine())).toBe('Three');
    expect(readdirSync(join(base, 'working'))).toEqual([]);
  });

  test('is noticed on closing', () => {
    const working = start();
    value(recordTitle(working.file, 'One'));
    replace();
    const theirs = there();
    stop(working);
    expect(there()).toEqual(theirs);
    expect(titleOf(mine())).toBe('One');
  });

  test('leaves room for going on in ours', async () => {
    const working = start();
    value(recordTitle(working.file, 'One'));
    replace();
    const theirs = there();
    await until(() => kind(working) !== 'current');
    value(working.published?.keepMine() ?? NOTHING);
    expect(working.published?.path).toBe(mine());
    expect(kind(working)).toBe('current');
    value(recordTitle(working.file, 'Two'));
    stop(working);
    expect(there()).toEqual(theirs);
    expect(titleOf(mine())).toBe('Two');
  });
});

test('a file that is gone can be put back', async () => {
  const working = start();
  value(recordTitle(working.file, 'One'));
  await until(() => titleOf(path) === 'One');
  rmSync(path);
  await until(() => existsSync(mine()));
  expect(working.published?.standing).toMatchObject({ kind: 'gone', folderGone: false });
  value(working.published?.putBack() ?? NOTHING);
  expect(kind(working)).toBe('current');
  expect(existsSync(mine())).toBe(false);
  value(recordTitle(working.file, 'Two'));
  stop(working);
  expect(titleOf(path)).toBe('Two');
});

describe('a file whose folder was renamed', () => {
  const moved = () => join(`${folder} moved`, 'статья.triptych');
  const fallback = () => join(base, 'documents', 'статья (mine).triptych');

  async function renameFolder(): Promise<Working> {
    const working = start();
    value(recordTitle(working.file, 'One'));
    await until(() => titleOf(path) === 'One');
    renameSync(folder, `${folder} moved`);
    await until(() => existsSync(fallback()));
    expect(working.published?.standing).toMatchObject({ kind: 'gone', folderGone: true });
    return working;
  }

  test('is gone on with where it is now', async () => {
    const working = await renameFolder();
    value(recordTitle(working.file, 'Two'));
    value(working.published?.putBack(moved()) ?? NOTHING);
    expect(working.published?.path).toBe(moved());
    expect(kind(working)).toBe('current');
    expect(titleOf(moved())).toBe('Two');
    value(recordTitle(working.file, 'Three'));
    await until(() => titleOf(moved()) === 'Three');
    stop(working);
    expect([existsSync(folder), existsSync(fallback())]).toEqual([false, false]);
    expect(readdirSync(`${folder} moved`)).toEqual(['статья.triptych']);
  });

  test('does not get its old folder made anew', async () => {
    const working = await renameFolder();
    expect(code(working.published?.putBack() ?? NOTHING)).toBe('writeFailed');
    expect(kind(working)).toBe('gone');
    value(working.published?.keepMine() ?? NOTHING);
    expect(working.published?.path).toBe(fallback());
    expect(existsSync(folder)).toBe(false);
  });

  test('can be put elsewhere, but over no other file', async () => {
    const working = await renameFolder();
    const other = join(base, 'other.triptych');
    writeFileSync(other, 'theirs');
    expect(code(working.published?.putBack(other) ?? NOTHING)).toBe('projectExists');
    expect(readFileSync(other, 'utf8')).toBe('theirs');
    const free = join(base, 'free.triptych');
    value(working.published?.putBack(free) ?? NOTHING);
    expect(working.published?.path).toBe(free);
    expect(titleOf(free)).toBe('One');
  });

  test('is gone on with when the folder gets its name back', async () => {
    const working = await renameFolder();
    renameSync(`${folder} moved`, folder);
    await until(() => kind(working) === 'current');
    expect(readOwner(path)?.user).toBe('Айгүл');
  });
});

describe('the note of who has it open', () => {
  /** The files beside which there is one, of those a person may open. */
  const noted = () => [path, mine()].filter((each) => readOwner(each)?.user === 'Айгүл');

  async function replaced(replace = () => writeFileSync(path, 'theirs')): Promise<Working> {
    const working = start();
    expect(noted()).toEqual([path]);
    value(recordTitle(working.file, 'One'));
    await until(() => titleOf(path) === 'One');
    replace();
    await until(() => working.published?.standing.kind !== 'current' && existsSync(mine()));
    return working;
  }

  test('goes along into the file beside theirs, and from there on with keeping mine', async () => {
    const working = await replaced();
    expect(noted()).toEqual([mine()]);
    value(working.published?.keepMine() ?? NOTHING);
    value(recordTitle(working.file, 'Two'));
    await until(() => titleOf(mine()) === 'Two');
    expect(noted()).toEqual([mine()]);
    stop(working);
    expect(noted()).toEqual([]);
  });

  test('comes back with a file that is put back', async () => {
    const working = await replaced(() => rmSync(path));
    value(working.published?.putBack() ?? NOTHING);
    expect(noted()).toEqual([path]);
    stop(working);
    expect(readdirSync(folder)).toEqual(['статья.triptych']);
  });

  test('comes back when theirs was merged', async () => {
    const working = await replaced();
    rmSync(path);
    value(createProjectFile(path, sampleProject())).close();
    value(working.published?.takeForOurs(stampOf(path), contentOf(path)) ?? NOTHING);
    expect(noted()).toEqual([path]);
    stop(working);
    expect(readdirSync(folder)).toEqual(['статья.triptych']);
  });

  test('is theirs beside the file that others put there', async () => {
    const working = await replaced(() => {
      writeFileSync(path, 'theirs');
      writeFileSync(notePath(path), 'the note of somebody else');
    });
    value(working.published?.keepMine() ?? NOTHING);
    stop(working);
    expect(readFileSync(notePath(path), 'utf8')).toBe('the note of somebody else');
    expect(existsSync(notePath(mine()))).toBe(false);
  });
});

describe('who has changed nothing', () => {
  test('is told where theirs will be, and it is there before another file is opened', async () => {
    const working = start();
    writeFileSync(path, 'theirs');
    await until(() => kind(working) === 'replaced');
    expect(working.published?.standing).toMatchObject({ mine: null, planned: mine() });
    expect(existsSync(mine())).toBe(false);
    value(working.published?.layAside() ?? NOTHING);
    expect(titleOf(mine())).toBe(sampleProject().title);
    stop(working);
  });

  test('leaves no file behind', async () => {
    const working = start();
    writeFileSync(path, 'theirs');
    await until(() => kind(working) === 'replaced');
    expect(stop(working)).toBe(false);
    expect(readdirSync(folder)).toEqual(['статья.triptych']);
  });
});

test('a file that comes back as it was is gone on with', async () => {
  const working = start();
  value(recordTitle(working.file, 'One'));
  await until(() => titleOf(path) === 'One');
  renameSync(path, `${path}.away`);
  await until(() => existsSync(mine()));
  renameSync(`${path}.away`, path);
  await until(() => kind(working) === 'current');
  expect(existsSync(mine())).toBe(false);
  value(recordTitle(working.file, 'Two'));
  await until(() => titleOf(path) === 'Two');
});

test('a file is not put back over another', async () => {
  const working = start();
  value(recordTitle(working.file, 'One'));
  rmSync(path);
  await until(() => kind(working) === 'gone');
  writeFileSync(path, 'theirs');
  expect(code(working.published?.putBack() ?? NOTHING)).toBe('projectExists');
  expect(readFileSync(path, 'utf8')).toBe('theirs');
  expect(kind(working)).toBe('replaced');
});

test('a log that belongs to another file is put out of the way, and harms nothing', () => {
  const other = join(base, 'other.triptych');
  const left = value(createProjectFile(other, { ...sampleProject(), id: 'other' }));
  recordTitle(left, 'Foreign');
  copyFileSync(`${other}-wal`, `${path}-wal`);
  left.close();
  const working = start();
  expect(working.file.project()).toEqual(sampleProject());
  value(recordTitle(working.file, 'One'));
  stop(working);
  expect(titleOf(path)).toBe('One');
  expect(existsSync(`${path}-wal`)).toBe(false);
});

test('the log that an earlier version left beside the file is folded in', () => {
  const other = join(base, 'other.triptych');
  const left = value(createProjectFile(other, sampleProject()));
  recordTitle(left, 'In the log');
  copyFileSync(other, path);
  copyFileSync(`${other}-wal`, `${path}-wal`);
  left.close();
  const working = start();
  expect(working.file.project().title).toBe('In the log');
  stop(working);
  expect(readdirSync(folder)).toEqual(['статья.triptych']);
  expect(titleOf(path)).toBe('In the log');
});

test('a working copy that was never finished does not stay for ever', () => {
  const unfinished = join(base, 'working', 'unfinished');
  mkdirSync(unfinished, { recursive: true });
  writeFileSync(join(unfinished, 'project.triptych'), 'half a copy');
  stop(start());
  expect(existsSync(unfinished)).toBe(true);
  utimesSync(unfinished, 1, 1);
  stop(start());
  expect(existsSync(unfinished)).toBe(false);
});

/** Leaves a project as a killed process does: with its working copy, which nobody holds any more. */
function crash(working: Working): void {
  opened.splice(opened.indexOf(working), 1);
  const left = join(base, 'left');
  cpSync(join(base, 'working'), left, { recursive: true });
  working.file.fold();
  const names = readdirSync(folder).filter((name) => name.endsWith('.triptych'));
  const files = names.map((name) => [name, readFileSync(join(folder, name))] as const);
  working.close();
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
  rmSync(join(base, 'working'), { recursive: true });
  renameSync(left, join(base, 'working'));
}

/** In the way of each new state, as a full disk would be. */
function obstruct(): string {
  const [name = ''] = readdirSync(join(base, 'working'));
  const draft = join(folder, `.triptych-${name}.tmp`);
  mkdirSync(draft);
  return draft;
}

test('a file that cannot be written is behind, which is said, and made up for later', async () => {
  const working = start();
  const draft = obstruct();
  value(recordTitle(working.file, 'One'));
  await until(() => kind(working) === 'behind');
  expect(working.published?.standing).toMatchObject({ failure: { params: { path } } });
  value(recordTitle(working.file, 'Two'));
  rmSync(draft, { recursive: true });
  await until(() => kind(working) === 'current');
  expect(titleOf(path)).toBe('Two');
});

test('what could not be written when the project was closed is there at the next opening, undo included', () => {
  const working = start();
  const draft = obstruct();
  value(recordTitle(working.file, 'One'));
  expect(stop(working)).toBe(true);
  expect(titleOf(path)).toBe(sampleProject().title);
  rmSync(draft, { recursive: true });
  const again = start();
  expect(again.file.project().title).toBe('One');
  value(again.file.undo());
  value(again.file.redo());
  expect(stop(again)).toBe(false);
  expect(titleOf(path)).toBe('One');
});

test('what a crash left is found again when the file was moved meanwhile', () => {
  const working = start();
  value(recordTitle(working.file, 'One'));
  crash(working);
  expect(titleOf(path)).toBe(sampleProject().title);
  const moved = join(folder, 'moved.triptych');
  renameSync(path, moved);
  const again = start(moved);
  expect(again.file.project().title).toBe('One');
  stop(again);
  expect(titleOf(moved)).toBe('One');
  expect(existsSync(path)).toBe(false);
});

test('what somebody wrote while their file was being replaced takes its place again after a crash', async () => {
  const working = start();
  value(recordTitle(working.file, 'One'));
  const [name = ''] = readdirSync(join(base, 'working'));
  crash(working);
  // As a kill leaves it between the replacing and the look at what was replaced.
  writeFileSync(join(folder, `.triptych-${name}.old`), 'theirs');
  const again = start();
  expect(kind(again)).toBe('replaced');
  await until(() => existsSync(mine()));
  stop(again);
  expect(readFileSync(path, 'utf8')).toBe('theirs');
  expect(titleOf(mine())).toBe('One');
  expect(readdirSync(folder).filter((each) => each.startsWith('.triptych-'))).toEqual([]);
});

test('what a crash left is put beside a file that is another by then, and never into it', async () => {
  const working = start();
  value(recordTitle(working.file, 'One'));
  crash(working);
  writeFileSync(path, 'theirs');
  const again = start();
  expect(again.file.project().title).toBe('One');
  expect(kind(again)).toBe('replaced');
  await until(() => existsSync(mine()));
  stop(again);
  expect(readFileSync(path, 'utf8')).toBe('theirs');
  expect(titleOf(mine())).toBe('One');
});

describe('a file that is replaced while it is being opened', () => {
  /** Opens it, and puts another in its place, or takes it away, after the first step. */
  function startSlowly(meanwhile: () => void): Working {
    const steps = openWorkingInSteps(path, placesIn(base), { user: 'Айгүл', pace: FAST });
    expect(steps.next().done).toBe(false);
    meanwhile();
    for (;;) {
      const step = steps.next();
      if (!step.done) continue;
      opened.push(value(step.value));
      return value(step.value);
    }
  }

  function replace(): void {
    const theirs = join(base, 'theirs.triptych');
    value(createProjectFile(theirs, { ...sampleProject(), title: 'Theirs' })).close();
    renameSync(theirs, path);
  }

  test('is not written over', () => {
    const working = startSlowly(replace);
    value(recordTitle(working.file, 'Ours'));
    stop(working);
    expect([titleOf(path), titleOf(mine())]).toEqual(['Theirs', 'Ours']);
  });

  test('is not written over by what a crash has left either', () => {
    const left = start();
    value(recordTitle(left.file, 'Left'));
    crash(left);
    const working = startSlowly(replace);
    expect(working.file.project().title).toBe('Left');
    stop(working);
    expect([titleOf(path), titleOf(mine())]).toEqual(['Theirs', 'Left']);
  });

  test('may be gone by then', async () => {
    const working = startSlowly(() => rmSync(path));
    await until(() => kind(working) === 'gone');
  });
});
