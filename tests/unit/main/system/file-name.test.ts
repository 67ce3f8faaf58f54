import fc from 'fast-check';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freeFileName } from '../../../../main/system/file-name';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'triptych-test-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

test.each([
  ['Эмне үчүн өкмөт «унчукпайт»', 'Эмне үчүн өкмөт «унчукпайт»'],
  ['Садыр Жапаров: "Эл"?', 'Садыр Жапаров Эл'],
  ['../../etc/passwd', 'etc passwd'],
  ['C:\\Windows', 'C Windows'],
  ['a\tb\nc\u0000d', 'a b c d'],
  ['  .hidden. ', 'hidden'],
  ['cod\u202Etxt.exe', 'codtxt.exe'],
  ['и\u0306', 'й'],
  ['con', '_con'],
  ['LPT1.report', '_LPT1.report'],
  ['console', 'console'],
  ['???', 'Triptych'],
  ['', 'Triptych'],
])('%j becomes a name every system takes', (title, stem) => {
  expect(freeFileName(folder, title, 'triptych')).toBe(`${stem}.triptych`);
});

test('a taken name gets a number, letter cases apart or not', () => {
  for (const expected of ['Статья.triptych', 'Статья 2.triptych', 'Статья 3.triptych']) {
    const name = freeFileName(folder, 'Статья', 'triptych');
    expect(name).toBe(expected);
    writeFileSync(join(folder, name), '');
  }
  expect(freeFileName(folder, 'СТАТЬЯ', 'triptych')).toBe('СТАТЬЯ 4.triptych');
  expect(freeFileName(folder, 'Статья', 'docx')).toBe('Статья.docx');
});

test('a folder that is not there takes any name', () => {
  expect(freeFileName(join(folder, 'none'), 'a', 'md')).toBe('a.md');
});

test('any title gives a file that can be made, whole letters and all', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (title) => {
      const name = freeFileName(folder, title, 'triptych');
      writeFileSync(join(folder, `${name}-journal`), '');
      expect(readdirSync(folder)).toEqual([`${name}-journal`]);
      expect(Buffer.from(name).toString()).toBe(name);
      rmSync(join(folder, `${name}-journal`));
    }),
    { seed: 7, examples: [['ө'.repeat(300)], ['𝒜'.repeat(120)], ['а'.repeat(99) + ' .. ' + 'б'.repeat(99)]] },
  );
});
