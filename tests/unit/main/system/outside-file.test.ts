import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readGlossaryFile } from '../../../../main/exchange/glossary-file';
import { loadFile } from '../../../../main/import/load-file';
import {
  copyOutside,
  isMissing,
  readHead,
  readOutside,
  readOutsideSlowly,
} from '../../../../main/system/outside-file';
import { readTypologyFile } from '../../../../main/exchange/typology-file';
import type { Result } from '../../../../shared/model/failure';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'triptych-test-'));
  path = join(folder, 'file');
});

afterEach(() => rmSync(folder, { recursive: true }));

const DOOR = { most: 1000, byLink: true };

const PLACES: readonly (readonly [string, () => void, string, string])[] = [
  ['a pipe', () => void execFileSync('mkfifo', [path]), 'notPlain', 'fileUnreadable'],
  ['a device that never ends', () => symlinkSync('/dev/zero', path), 'notPlain', 'fileUnreadable'],
  ['a folder', () => void mkdirSync(path), 'notPlain', 'fileUnreadable'],
  ['a link to itself', () => symlinkSync(path, path), 'notPlain', 'fileUnreadable'],
  ['nothing', () => undefined, 'missing', 'fileNotFound'],
  [
    '3 GB of nothing',
    () => {
      writeFileSync(path, '');
      truncateSync(path, 3 * 2 ** 30);
    },
    'tooLarge',
    'fileTooLarge',
  ],
];

describe.each(PLACES)('%s', (_, place, why, code) => {
  test('is not let in, whoever asks', async () => {
    place();
    const answers = [
      readOutside(path, DOOR),
      readHead(path, DOOR, 10),
      copyOutside(path, join(folder, 'copy'), DOOR),
      await readOutsideSlowly(path, DOOR),
    ];
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, refusal: { why } });
  });

  test('is no text, no glossary and no list of categories', async () => {
    place();
    const answers: readonly Result<unknown>[] = [await loadFile(path), readTypologyFile(path)];
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, failure: { code } });
    const glossary = code === 'fileTooLarge' ? 'glossaryTooLong' : code;
    expect(await readGlossaryFile(path)).toMatchObject({ ok: false, failure: { code: glossary } });
  });
});

test('a file is read up to its limit, by a link only where a person may have made it', () => {
  writeFileSync(path, 'x'.repeat(1000));
  const link = join(folder, 'link');
  symlinkSync(path, link);
  expect(readOutside(link, DOOR)).toMatchObject({ ok: true });
  expect(readOutside(link, { ...DOOR, byLink: false })).toMatchObject({ refusal: { why: 'notPlain' } });
  expect(readOutside(path, { ...DOOR, most: 999 })).toMatchObject({ refusal: { why: 'tooLarge' } });
});

test.runIf(process.platform === 'linux')(
  'what says it is empty and is not is read up to the limit as well',
  async () => {
    // Files of the kernel have no size.
    const endless = '/proc/kallsyms';
    const status = readOutside('/proc/self/status', { most: 100_000, byLink: true });
    expect(status.ok && status.value.toString()).toContain('Threads:');
    expect(await readOutsideSlowly(endless, DOOR)).toMatchObject({ refusal: { why: 'tooLarge' } });
    expect(copyOutside(endless, path, DOOR)).toMatchObject({ refusal: { why: 'tooLarge' } });
  },
);

test('a copy is for its owner only, and never goes over another file', () => {
  writeFileSync(path, 'текст', { mode: 0o644 });
  const copy = join(folder, 'copy');
  expect(copyOutside(path, copy, DOOR)).toMatchObject({ ok: true });
  expect(readFileSync(copy, 'utf8')).toBe('текст');
  expect(statSync(copy).mode & 0o777).toBe(0o600);
  expect(() => copyOutside(path, copy, DOOR)).toThrow('EEXIST');
});

test('tells a file that is gone from one that is there, whatever it is', async () => {
  writeFileSync(path, 'x');
  expect(await isMissing(path)).toBe(false);
  expect(await isMissing(folder)).toBe(false);
  expect(await isMissing(join(folder, 'gone.triptych'))).toBe(true);
  expect(await isMissing(join(path, 'below-a-file.triptych'))).toBe(true);
});
