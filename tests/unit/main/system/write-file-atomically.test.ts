import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeFileAtomically, writeOwnFile } from '../../../../main/system/write-file-atomically';
import { createProjectFile } from '../../../../main/project/project-file';
import { sampleProject, value } from '../project/sample-project';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'triptych-test-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

test('a file is written, and replaced', async () => {
  const path = join(folder, 'статья.txt');
  for (const text of ['', 'Эл', 'ө'.repeat(1_000_000)]) {
    expect(await writeFileAtomically(path, Buffer.from(text))).toEqual({ ok: true, value: undefined });
    expect(readFileSync(path, 'utf8')).toBe(text);
  }
  expect(readdirSync(folder)).toEqual(['статья.txt']);
});

test('writers at the same time do not get in each other’s way', async () => {
  const path = join(folder, 'a');
  const texts = Array.from({ length: 8 }, (_, i) => String(i).repeat(100_000));
  const results = await Promise.all(texts.map((text) => writeFileAtomically(path, Buffer.from(text))));
  expect(results.every((result) => result.ok)).toBe(true);
  expect(texts).toContain(readFileSync(path, 'utf8'));
  expect(readdirSync(folder)).toEqual(['a']);
});

test('what cannot be written leaves nothing behind', async () => {
  const taken = join(folder, 'taken');
  mkdirSync(join(taken, 'by a folder'), { recursive: true });
  expect(await writeFileAtomically(taken, Buffer.from('x'))).toMatchObject({
    failure: { code: 'writeFailed' },
  });
  expect(readdirSync(folder)).toEqual(['taken']);
  const nowhere = join(folder, 'none', 'a');
  expect(await writeFileAtomically(nowhere, Buffer.from('x'))).toEqual({
    ok: false,
    failure: { code: 'writeFailed', params: { path: nowhere, detail: 'ENOENT' } },
  });
});

test('who may read a file may read what replaces it, and nobody else', async () => {
  const path = join(folder, 'a');
  for (const rights of [0o600, 0o640, 0o666, 0o400]) {
    writeFileSync(path, 'before');
    chmodSync(path, rights);
    await writeFileAtomically(path, Buffer.from('after'));
    expect(readFileSync(path, 'utf8')).toBe('after');
    expect(statSync(path).mode & 0o777).toBe(rights);
    rmSync(path);
  }
  value(writeOwnFile(path, 'mine'));
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('a copy of a project is for those who may read the project', () => {
  const path = join(folder, 'a.triptych');
  const file = value(createProjectFile(path, sampleProject()));
  chmodSync(path, 0o600);
  value(file.saveCopy(join(folder, 'b.triptych')));
  file.close();
  expect(statSync(join(folder, 'b.triptych')).mode & 0o777).toBe(0o600);
});

test('a link is replaced, and what it leads to stays', async () => {
  writeFileSync(join(folder, 'precious'), 'before');
  symlinkSync(join(folder, 'precious'), join(folder, 'a'));
  await writeFileAtomically(join(folder, 'a'), Buffer.from('after'));
  expect(lstatSync(join(folder, 'a')).isFile()).toBe(true);
  expect(readFileSync(join(folder, 'precious'), 'utf8')).toBe('before');
});
