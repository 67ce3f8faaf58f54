import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeFileAtomically } from '../../../main/write-file-atomically';

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
