import { mkdtempSync, copyFileSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { Database } from '../../../../main/project/database';
import { openProjectFile } from '../../../../main/project/project-file';
import { CURRENT_VERSION, migrate, MIGRATIONS } from '../../../../main/project/schema';
import { finish } from '../../../../main/system/steps';
import { sampleProject, value, lastEntries } from './sample-project';

test('migrations are numbered without gaps', () => {
  expect(MIGRATIONS.map(({ version }) => version)).toEqual(
    Array.from({ length: CURRENT_VERSION }, (_, i) => i + 1),
  );
});

test('migrating does what is missing, all of it or nothing', () => {
  const db = new Database(':memory:', { readOnly: false });
  const add = { version: 2, change: (it: Database) => it.run`ALTER TABLE t ADD COLUMN y` };
  const steps = [{ version: 1, change: (it: Database) => it.run`CREATE TABLE t (x)` }, add];
  finish(migrate(db, 0, steps.slice(0, 1)));
  const failing = { version: 3, change: (it: Database) => it.run`SELECT nonsense` };
  expect(() => finish(migrate(db, 1, [...steps, failing]))).toThrow('nonsense');
  const version = () => db.rows`SELECT emit(user_version) FROM pragma_user_version`;
  expect(version()).toEqual([[1]]);
  finish(migrate(db, 1, steps));
  expect(version()).toEqual([[2]]);
  expect(db.rows`SELECT emit(name) FROM pragma_table_info('t')`).toEqual([['x'], ['y']]);
  db.close();
});

test.each(MIGRATIONS.map(({ version }) => version))('a file of version %i is read', (version) => {
  const folder = mkdtempSync(join(tmpdir(), 'triptych-test-'));
  const path = join(folder, 'old.triptych');
  copyFileSync(resolve(import.meta.dirname, `../../../fixtures/projects/version-${version}.triptych`), path);
  const before = readFileSync(path);
  const reading = value(openProjectFile(path, { readOnly: true }));
  expect(readFileSync(path)).toEqual(before);
  const file = value(openProjectFile(path));
  expect(reading.project()).toEqual(file.project());
  expect(value(reading.stateAt(0))).toEqual(sampleProject());
  reading.close();
  expect(file.project()).toEqual({ ...sampleProject(), title: 'Undone and redone', flags: [] });
  expect(file.readView()).toEqual({ selectedRowId: 'r2' });
  expect(lastEntries(file, 9).map(({ label, group, undone }) => [label, group, undone])).toEqual([
    ['setTitle', null, true],
    ['removeFlag', 'g', false],
    ['setTitle', 'g', false],
  ]);
  value(file.undo());
  expect(file.project()).toEqual(sampleProject());
  value(file.redo());
  value(file.redo());
  expect(file.project().title).toBe('Last');
  file.close();
  rmSync(folder, { recursive: true });
});
