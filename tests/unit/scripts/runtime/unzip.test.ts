import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import JSZip from 'jszip';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { unzip } from '../../../../scripts/runtime/unzip.mjs';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'triptych-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function pack(entries: Readonly<Record<string, { readonly content: string; readonly mode: number }>>) {
  const zip = new JSZip();
  for (const [name, { content, mode }] of Object.entries(entries)) {
    zip.file(name, content, { unixPermissions: mode });
  }
  const file = path.join(folder, 'archive.zip');
  await writeFile(file, await zip.generateAsync({ type: 'nodebuffer', platform: 'UNIX' }));
  return file;
}

test('unpacks what has a place, under that place, and keeps it executable', async () => {
  const zip = await pack({
    'app/run': { content: '#!/bin/sh', mode: 0o755 },
    'app/data/text': { content: 'ң ө ү', mode: 0o644 },
    'app/extra': { content: 'no', mode: 0o644 },
  });
  const target = path.join(folder, 'out');
  const shown: number[] = [];
  const place = (name: string) => (name === 'app/extra' ? undefined : name.replace('app/', ''));
  await unzip(zip, target, place, (fraction) => shown.push(fraction));

  expect((await readdir(target)).sort()).toEqual(['data', 'run']);
  expect(await readFile(path.join(target, 'data', 'text'), 'utf8')).toBe('ң ө ү');
  expect((await stat(path.join(target, 'run'))).mode & 0o777).toBe(0o755);
  expect((await stat(path.join(target, 'data', 'text'))).mode & 0o777).toBe(0o644);
  expect(shown.at(-1)).toBe(1);
});

test('refuses an archive that would write outside of the folder', async () => {
  const zip = await pack({ 'xx/evil': { content: 'x', mode: 0o644 } });
  const bytes = await readFile(zip);
  await writeFile(zip, bytes.toString('latin1').replaceAll('xx/evil', '../evil'), 'latin1');
  await expect(unzip(zip, path.join(folder, 'out'), (name) => name)).rejects.toThrow('invalid relative path');
});
