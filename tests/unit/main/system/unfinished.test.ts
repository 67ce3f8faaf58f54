import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { draftPath, makeTemporaryFolder, removeUnfinished } from '../../../../main/system/unfinished';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'triptych-test-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** A name as another process would have given it. */
function by(pid: number, path: string): string {
  return join(dirname(path), basename(path).replace(`-${process.pid}-`, `-${pid}-`));
}

/** The number of a process that has ended. */
function endedPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

test('what a killed run left is removed; what another is at work on, and what is not ours, stays', async () => {
  const ended = endedPid();
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  try {
    const left = [draftPath(folder), draftPath(folder), draftPath(folder)].map((path) => by(ended, path));
    writeFileSync(left[0] ?? '', 'an export');
    writeFileSync(left[1] ?? '', 'a project');
    writeFileSync(`${left[1] ?? ''}-journal`, 'its journal');
    symlinkSync(join(folder, 'article.docx'), left[2] ?? '');
    const kept = [
      draftPath(folder),
      by(other.pid ?? 0, draftPath(folder)),
      // Of another computer that shares the folder.
      by(ended, draftPath(folder)).replace(/triptych-[\da-f]{8}/, 'triptych-00000000'),
      join(folder, '.triptych-notes.tmp'),
      join(folder, 'article.docx'),
    ];
    for (const path of kept) writeFileSync(path, 'kept');
    const read = makeTemporaryFolder('read');
    const mine = by(ended, read);
    mkdirSync(mine);
    writeFileSync(join(mine, 'copy.triptych'), 'an unpublished text');
    await removeUnfinished([folder, folder, join(folder, 'gone')]);
    expect(existsSync(mine)).toBe(false);
    expect(existsSync(read)).toBe(true);
    rmSync(read, { recursive: true });
    const rest = [...kept, left[2] ?? ''].map((path) => basename(path));
    expect(readdirSync(folder).sort()).toEqual(rest.sort());
  } finally {
    other.kill('SIGKILL');
  }
});
