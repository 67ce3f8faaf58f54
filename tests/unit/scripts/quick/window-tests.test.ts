import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { WINDOW_TESTS, windowTestsOf } from '../../../../scripts/quick/window-tests.mjs';

const specs = readdirSync('tests/e2e').flatMap((file) => /^(.+)\.spec\.ts$/.exec(file)?.[1] ?? []);

function rooms(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [`${folder}/${entry.name}/`] : [],
  );
}

describe('window tests of what changed', () => {
  test('are those of the nearest part, each file once, the nearest of every file first', () => {
    expect(
      windowTestsOf([
        'main/export/report/html/page.ts',
        'main/import/docx/read-docx.ts',
        'tests/e2e/import.spec.ts',
        'docs/checks.md',
      ]),
    ).toEqual(['report', 'import', 'hostile']);
  });

  test.each(Object.entries(WINDOW_TESTS))(
    '%s is a part of the house, and has tests that exist',
    (part, names) => {
      expect(existsSync(part)).toBe(true);
      expect(specs).toEqual(expect.arrayContaining([...names]));
    },
  );

  test.each([...rooms('main'), ...rooms('renderer/features')])('%s has a place', (room) => {
    expect(Object.keys(WINDOW_TESTS)).toContain(room);
  });
});
