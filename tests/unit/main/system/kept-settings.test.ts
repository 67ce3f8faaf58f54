import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { KeptSettings } from '../../../../main/system/kept-settings';
import type { Failure } from '../../../../shared/model/failure';

const GLOSSARY = 'отсрочка платежа | төлөмдү жылдыруу | payment deferral';

let folder: string;
let told: Failure[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'triptych-test-'));
  told = [];
});

afterEach(() => rmSync(folder, { recursive: true }));

const start = () => new KeptSettings(folder, (failure) => told.push(failure));
const at = (name: string) => join(folder, name);
const json = (name: string): unknown => JSON.parse(readFileSync(at(name), 'utf8'));
const codes = () => told.map(({ code }) => code);

test('the glossary and added words lie in files of their own, which only their owner may read', () => {
  start().change({ glossary: GLOSSARY, words: ['тоомчулук'] });
  start().change({ theme: 'dark' });
  expect(start().get()).toMatchObject({ glossary: GLOSSARY, words: ['тоомчулук'], theme: 'dark' });
  expect(readdirSync(folder).sort()).toEqual(['glossary.json', 'settings.json', 'words.json']);
  expect(json('glossary.json')).toBe(GLOSSARY);
  expect(json('settings.json')).not.toHaveProperty('glossary');
  expect(statSync(at('glossary.json')).mode & 0o777).toBe(0o600);
  start().change({ glossary: '', words: [] });
  expect(start().get()).toMatchObject({ glossary: '', words: [] });
  expect(told).toEqual([]);
});

test('what stood in the settings before is taken over once', () => {
  const before = { glossary: GLOSSARY, words: ['тоомчулук'], theme: 'dark', author: 'Айгүл' };
  writeFileSync(at('settings.json'), JSON.stringify(before));
  expect(start().get()).toMatchObject(before);
  expect(json('glossary.json')).toBe(GLOSSARY);
  expect(json('words.json')).toEqual(['тоомчулук']);
  expect(json('settings.json')).toMatchObject({ theme: 'dark', author: 'Айгүл' });
  expect(json('settings.json')).not.toHaveProperty('words');
  expect(start().get()).toMatchObject(before);
  expect(told).toEqual([]);
});

test.each([
  [{ suggesting: true }, 'suggesting'],
  [{ suggesting: false }, 'editing'],
  [{}, 'editing'],
  [{ suggesting: true, mode: 'reading' }, 'reading'],
])('%j is the way to work %s', (stored, mode) => {
  writeFileSync(at('settings.json'), JSON.stringify({ theme: 'dark', ...stored }));
  expect(start().get()).toMatchObject({ theme: 'dark', mode });
  start().change({ textSize: 1.2 });
  expect(json('settings.json')).toMatchObject({ mode });
  expect(json('settings.json')).not.toHaveProperty('suggesting');
  expect(told).toEqual([]);
});

test('something else under the name of a file gives way to what is taken over', () => {
  writeFileSync(at('settings.json'), JSON.stringify({ glossary: GLOSSARY }));
  mkdirSync(at('glossary.json'));
  const kept = start();
  expect(kept.get().glossary).toBe(GLOSSARY);
  expect(codes()).toEqual(['keptDamaged']);
  expect(json('glossary.json')).toBe(GLOSSARY);
});

test.each([
  ['cut by three bytes', (whole: Buffer) => whole.subarray(0, -3)],
  ['empty', () => Buffer.alloc(0)],
  ['zeros', (whole: Buffer) => Buffer.alloc(whole.length)],
  ['something else', () => Buffer.from('{"terms":3}')],
])('a damaged file (%s) is set aside as it was and told, never written over', (_, damage) => {
  start().change({ glossary: GLOSSARY, words: ['тоомчулук'] });
  for (const name of ['glossary', 'words']) {
    const harmed = damage(readFileSync(at(`${name}.json`)));
    writeFileSync(at(`${name}.json`), harmed);
    told = [];
    const kept = start();
    const aside = at(`${name} damaged.json`);
    expect(kept.get()[name === 'words' ? 'words' : 'glossary']).toHaveLength(0);
    expect(told).toEqual([{ code: 'keptDamaged', params: { path: aside } }]);
    kept.change({ glossary: 'new | жаңы | новый', words: ['new'] });
    expect(readFileSync(aside)).toEqual(harmed);
  }
  expect(start().get().glossary).toBe('new | жаңы | новый');
});

test('settings that can be read only in part are copied before they are written anew', () => {
  const stored = { author: 7, theme: 'dark', window: { width: 1e300 }, recent: [{ path: 'x', time: 1e300 }] };
  writeFileSync(at('settings.json'), JSON.stringify(stored));
  const kept = start();
  expect(kept.get()).toMatchObject({ author: '', theme: 'dark', recent: [] });
  expect(kept.get().window.width).toBe(1440);
  kept.change({ author: 'Айгүл' });
  expect(json('settings damaged.json')).toEqual(stored);
  expect(codes()).toEqual(['keptDamaged']);
});

test('what cannot be written is told, and holds until the end', () => {
  const kept = start();
  kept.change({ theme: 'dark' });
  rmSync(folder, { recursive: true });
  kept.change({ glossary: GLOSSARY });
  expect(new Set(codes())).toEqual(new Set(['keptNotWritten']));
  expect(kept.get().glossary).toBe(GLOSSARY);
  mkdirSync(folder);
  // The next change of anything writes what has no file of its own yet.
  kept.change({ theme: 'light' });
  expect(start().get()).toMatchObject({ glossary: GLOSSARY, theme: 'light' });
});

test('a pipe in place of a file is set aside', () => {
  execFileSync('mkfifo', [at('glossary.json')]);
  const kept = start();
  expect(kept.get().glossary).toBe('');
  kept.change({ glossary: GLOSSARY });
  expect(json('glossary.json')).toBe(GLOSSARY);
  expect(codes()).toEqual(['keptDamaged']);
});
