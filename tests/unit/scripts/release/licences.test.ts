import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeLicences } from '../../../../scripts/release/licences.mjs';
import { root as repository } from '../../../../scripts/setup/command.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'triptych-licences-'));
  writeFileSync(join(root, 'LICENSE'), 'Our own licence\n');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('tells the licence of each package that may be in the app, and of no tool', async () => {
  addPackage(
    'node_modules/with-text',
    { license: 'MIT' },
    { LICENCE: 'Do what you like.\r\n', NOTICE: 'By us.' },
  );
  addPackage('node_modules/a/node_modules/b', { license: 'ISC', author: { name: 'Aizada' } });
  writeLock({
    '': {},
    'node_modules/with-text': {},
    'node_modules/a/node_modules/b': {},
    'node_modules/tool': { dev: true },
    'node_modules/types': { devOptional: true },
  });
  const file = join(root, 'licences.txt');
  await writeLicences(root, file);
  const [own, about, ...parts] = readFileSync(file, 'utf8').split(/\n\n(?=-{70}|Triptych is)/);
  expect(own).toBe('Triptych\n\nOur own licence');
  expect(about).toContain('LICENSES.chromium.html');
  const [first = '', second = '', ...more] = parts.map((part) => part.replace(/^-+\n/, '').trim());
  expect(first).toBe('b 1.0.0 (ISC)\n\nCopyright Aizada. Licence: ISC');
  expect(second).toBe('with-text 1.0.0 (MIT)\n\nDo what you like.\n\nBy us.');
  expect(more).toEqual([]);
});

test('refuses a package that may not be given on', async () => {
  addPackage('node_modules/secret', {});
  writeLock({ 'node_modules/secret': {} });
  await expect(writeLicences(root, join(root, 'licences.txt'))).rejects.toThrow(/secret does not say/);
});

test('refuses a package of several licences of which none was chosen', async () => {
  addPackage('node_modules/two', { license: '(MIT OR GPL-3.0)' });
  writeLock({ 'node_modules/two': {} });
  await expect(writeLicences(root, join(root, 'licences.txt'))).rejects.toThrow(/two is offered under/);
});

test('takes the spelling checker under the Mozilla licence, and says where its source is', async () => {
  const file = join(root, 'licences.txt');
  await writeLicences(repository, file);
  const part =
    readFileSync(file, 'utf8')
      .split(/^-{70,}$/m)
      .find((each) => /^\s*hunspell-wasm /.test(each)) ?? '';
  expect(part).toMatch(/^\s*hunspell-wasm [\d.]+ \(MPL-1\.1\)\n/);
  expect(part).toContain('MOZILLA PUBLIC LICENSE');
  expect(part).toContain('https://github.com/rotemdan/hunspell-wasm');
  expect(part).not.toContain('GNU GENERAL PUBLIC LICENSE');
});

test('finds the packages of this app', async () => {
  const file = join(root, 'licences.txt');
  await writeLicences(repository, file);
  const text = readFileSync(file, 'utf8');
  for (const name of [
    'react',
    '@photostructure/sqlite',
    '@fontsource/inter',
    'prosemirror-view',
    'scheduler',
  ])
    expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'));
  for (const name of ['electron-builder', 'vitest', 'typescript'])
    expect(text).not.toMatch(new RegExp(`^${name} \\d`, 'm'));
});

function addPackage(folder: string, about: object, files: Readonly<Record<string, string>> = {}): void {
  mkdirSync(join(root, folder), { recursive: true });
  const manifest = { name: folder.split('/').at(-1), version: '1.0.0', ...about };
  for (const [name, text] of Object.entries({ ...files, 'package.json': JSON.stringify(manifest) }))
    writeFileSync(join(root, folder, name), text);
}

function writeLock(packages: object): void {
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }));
}
