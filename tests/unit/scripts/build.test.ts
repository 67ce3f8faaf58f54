import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findLastChange } from '../../../scripts/build.mjs';

const old = new Date('2020-01-01T00:00:00Z');
const recent = new Date('2021-01-01T00:00:00Z');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'triptych-'));
  await mkdir(path.join(folder, 'a', 'b'), { recursive: true });
  await writeFile(path.join(folder, 'a', 'b', 'file'), 'text');
  for (const place of ['a/b/file', 'a/b', 'a']) await utimes(path.join(folder, place), old, old);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const find = () => findLastChange([path.join(folder, 'a'), path.join(folder, 'missing')]);

test('is the time of the newest file, however deep', async () => {
  expect(await find()).toBe(old.getTime());
  await utimes(path.join(folder, 'a', 'b', 'file'), recent, recent);
  expect(await find()).toBe(recent.getTime());
});

test('sees that a file was removed', async () => {
  await rm(path.join(folder, 'a', 'b', 'file'));
  expect(await find()).toBeGreaterThan(recent.getTime());
});
