import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { computeIntegrity } from '../../../../scripts/runtime/integrity.mjs';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'triptych-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('is the hash npm writes into its lockfile', async () => {
  const file = path.join(folder, 'abc');
  await writeFile(file, 'abc');
  // The SHA-512 example of FIPS 180-2, in base64.
  expect(await computeIntegrity(file)).toBe(
    'sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==',
  );
});

test('changes with a single byte', async () => {
  const [one, other] = [path.join(folder, 'one'), path.join(folder, 'other')];
  await writeFile(one, Buffer.alloc(100_000));
  await writeFile(other, Buffer.alloc(100_000).fill(1, 99_999));
  expect(await computeIntegrity(one)).not.toBe(await computeIntegrity(other));
});
