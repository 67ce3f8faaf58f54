import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diffTexts } from '../../../../shared/diff/diff-words';
import { notate } from './notation';

const FOLDER = resolve('tests/fixtures/diff');

const cases = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

/** A text of a case; see the README in the folder. */
function read(name: string, file: 'before' | 'after' | 'expected'): string {
  const text = readFileSync(join(FOLDER, name, `${file}.txt`), 'utf8');
  return text.replace(/\n$/, '').replaceAll('⍽', '\u00A0').normalize('NFC');
}

describe('the edits of real articles', () => {
  it('are many, in each language', () => {
    expect(cases.length).toBeGreaterThanOrEqual(60);
    for (const language of ['ru', 'ky', 'en']) {
      expect(cases.filter((name) => name.startsWith(`${language}-`)).length).toBeGreaterThanOrEqual(20);
    }
  });

  it.each(cases)('read as an editor would tell them: %s', (name) => {
    const runs = diffTexts(read(name, 'before'), read(name, 'after'));
    expect(notate(runs)).toBe(read(name, 'expected'));
  });
});
