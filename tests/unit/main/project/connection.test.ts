import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CURRENT_VERSION, readSchema } from '../../../../main/project/schema';
import { Database } from '../../../../main/project/database';
import { createProjectFile, openProjectFile } from '../../../../main/project/project-file';
import {
  code,
  correctSums,
  entry,
  recordTitle,
  sampleProject,
  sampleRow,
  value,
  lastEntries,
} from './sample-project';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'triptych-test-'));
  path = join(folder, 'a.triptych');
});

afterEach(() => rmSync(folder, { recursive: true }));

function createClosed(rows = 3): void {
  const file = value(createProjectFile(path, sampleProject(rows)));
  recordTitle(file, 'One');
  recordTitle(file, 'Two');
  file.close();
}

/** Does with a closed project what a stranger might, who also corrects the checksums. */
function tamper(change: (db: Database) => void, at = path): void {
  const db = new Database(at, { readOnly: false });
  change(db);
  if (readSchema(db).filter((thing) => thing.includes('sum TEXT')).length === 5) correctSums(db);
  db.close();
}

/** Changes a row and leaves its checksum, as a disk would. */
function spoil(change: (db: Database) => void): void {
  const db = new Database(path, { readOnly: false });
  change(db);
  db.close();
}

/** A project as a killed process leaves it: the last change is only in the log beside the file. */
function createLeftOpen(): void {
  const other = join(folder, 'other.triptych');
  const file = value(createProjectFile(other, sampleProject()));
  recordTitle(file, 'One');
  copyFileSync(other, path);
  copyFileSync(`${other}-wal`, `${path}-wal`);
  file.close();
}

/** What opening says; and that it changed neither the file nor its log. */
function refusal(): { readonly code: string; readonly detail: unknown } {
  const names = [path, `${path}-wal`].filter((name) => existsSync(name));
  const before = names.map((name) => readFileSync(name));
  const times = names.map((name) => statSync(name).mtimeMs);
  const opened = openProjectFile(path);
  if (opened.ok) opened.value.close();
  expect(names.map((name) => readFileSync(name))).toEqual(before);
  expect(names.map((name) => statSync(name).mtimeMs)).toEqual(times);
  return opened.ok
    ? { code: 'ok', detail: null }
    : { code: opened.failure.code, detail: opened.failure.params['detail'] };
}

/** Where the first page of a table or index begins in the file. */
function rootPage(name: string): number {
  const db = new Database(path, { readOnly: true });
  const [[page] = []] = db.rows`SELECT emit(rootpage) FROM sqlite_schema WHERE name = ${name}`;
  db.close();
  return (Number(page) - 1) * 4096;
}

describe('what is no project', () => {
  test('is not found', () => {
    expect(code(openProjectFile(path))).toBe('projectNotFound');
    expect(existsSync(path)).toBe(false);
  });

  test.each([
    ['an empty file', ''],
    ['text', 'SQLite format 4 or some such thing'.repeat(10)],
    ['the first bytes of a database', 'SQLite format 3\0'],
  ])('is refused: %s', (_, content) => {
    writeFileSync(path, content);
    expect(refusal().code).toBe('projectNotAProject');
  });

  test('is refused: a folder', () => {
    mkdirSync(path);
    expect(code(openProjectFile(path))).toBe('projectNotAProject');
  });

  test('is refused: a database of something else', () => {
    tamper(
      (db) => db.run`CREATE TABLE meta (key, value); PRAGMA application_id = 7; PRAGMA user_version = 1`,
    );
    expect(refusal().code).toBe('projectNotAProject');
  });
});

describe('a project of a newer version', () => {
  function makeNewer(change: (db: Database) => void): void {
    createClosed();
    tamper((db) => {
      change(db);
      db.run`PRAGMA user_version = ${CURRENT_VERSION + 1}`;
    });
  }

  test('is shown, and never changed', () => {
    makeNewer((db) => db.run`CREATE TABLE votes (x); ALTER TABLE flag ADD COLUMN colour TEXT`);
    const before = readFileSync(path);
    const file = value(openProjectFile(path));
    expect(file.readOnly).toEqual({ kind: 'newer' });
    expect(file.project().title).toBe('Two');
    expect(code(recordTitle(file, 'Three'))).toBe('projectReadOnly');
    const copyPath = join(folder, 'copy.triptych');
    value(file.saveCopy(copyPath));
    file.close();
    expect(readFileSync(path)).toEqual(before);
    expect(readdirSync(folder).sort()).toEqual(['a.triptych', 'copy.triptych']);
    // The copy is as new as the project, with all that this version does not know.
    const copy = new Database(copyPath, { readOnly: true });
    expect(copy.rows`SELECT emit(user_version) FROM pragma_user_version`).toEqual([[CURRENT_VERSION + 1]]);
    expect(copy.rows`SELECT emit(count(*)) FROM votes`).toEqual([[0]]);
    copy.close();
  });

  test.each<readonly [string, (db: Database) => void]>([
    ['without a table we need', (db) => db.run`ALTER TABLE flag RENAME TO remark`],
    ['without a column we need', (db) => db.run`ALTER TABLE history RENAME COLUMN inverse TO back`],
    ['with a view in place of a table', (db) => db.run`DROP TABLE flag; CREATE VIEW flag AS SELECT 1`],
    ['with rows of another kind', (db) => db.run`UPDATE alignment_row SET body = '{"id":"r2"}'`],
    ['with other checksums', (db) => db.run`UPDATE alignment_row SET sum = 'deadbeef'`],
  ])('is refused: %s', (_, change) => {
    createClosed();
    spoil((db) => {
      change(db);
      db.run`PRAGMA user_version = ${CURRENT_VERSION + 1}`;
    });
    expect(refusal().code).toBe('projectNewerVersion');
  });

  test('is only read when only the log says that it is newer', () => {
    createLeftOpen();
    const newer = join(folder, 'newer.triptych');
    tamper((db) => {
      db.run`PRAGMA journal_mode = WAL; PRAGMA user_version = ${CURRENT_VERSION + 1}`;
      copyFileSync(path, newer);
      copyFileSync(`${path}-wal`, `${newer}-wal`);
    });
    path = newer;
    expect(readFileSync(path).readUInt32BE(60)).toBe(CURRENT_VERSION);
    const before = [path, `${path}-wal`].map((name) => readFileSync(name));
    const file = value(openProjectFile(path));
    expect(file.readOnly).toEqual({ kind: 'newer' });
    expect(file.project().title).toBe('One');
    file.close();
    expect([path, `${path}-wal`].map((name) => readFileSync(name))).toEqual(before);
  });
});

describe('a damaged project', () => {
  test('is refused when a page is overwritten', () => {
    createClosed(50);
    const bytes = readFileSync(path);
    for (let page = 2; page < bytes.length / 4096; page += 1)
      bytes.fill(0xa5, page * 4096, page * 4096 + 200);
    writeFileSync(path, bytes);
    expect(refusal().code).toBe('projectDamaged');
  });

  test('is refused when it was cut off', () => {
    createClosed(50);
    truncateSync(path, 4096 * 3 + 100);
    expect(refusal().code).toBe('projectDamaged');
  });

  test('is refused with its log in place', () => {
    createLeftOpen();
    const bytes = readFileSync(path);
    bytes.fill(0xa5, 4096 * 2, 4096 * 5);
    writeFileSync(path, bytes);
    expect(refusal().code).toBe('projectDamaged');
  });

  test.each<readonly [string, string, (db: Database) => void]>([
    ['version 0', 'version 0', (db) => db.run`PRAGMA user_version = 0`],
    [
      'a trigger',
      'trigger',
      (db) => db.run`CREATE TRIGGER t AFTER INSERT ON flag BEGIN DELETE FROM flag; END`,
    ],
    ['a view', 'view', (db) => db.run`DROP TABLE view; CREATE VIEW view AS SELECT 1 AS id, 'x' AS body`],
    ['a strange table', 'table', (db) => db.run`CREATE TABLE t (x)`],
    ['a missing table', 'missing', (db) => db.run`DROP TABLE flag`],
    ['another table in its place', 'flag', (db) => db.run`DROP TABLE flag; CREATE TABLE flag (id, body)`],
    ['missing facts', 'meta', (db) => db.run`DELETE FROM meta WHERE key = 'title'`],
    ['broken JSON', 'row r2', (db) => db.run`UPDATE alignment_row SET body = '{"id"' WHERE id = 'r2'`],
    [
      'a row that is none',
      'cells',
      (db) => db.run`UPDATE alignment_row SET body = '{"id":"r2"}' WHERE id = 'r2'`,
    ],
    ['a flag that is none', 'flag f1', (db) => db.run`UPDATE flag SET body = '[]'`],
    ['a row under another id', 'holds', (db) => db.run`UPDATE alignment_row SET id = 'x' WHERE id = 'r2'`],
    ['a flag under another id', 'holds', (db) => db.run`UPDATE flag SET id = 'x'`],
    ['two rows in one place', 'twice', (db) => db.run`UPDATE alignment_row SET position = 0`],
    ['a gap in the history', 'history', (db) => db.run`DELETE FROM history WHERE seq = 1`],
    [
      'an undone entry before a done one',
      'history',
      (db) => db.run`UPDATE history SET undone = 1 WHERE seq = 1`,
    ],
  ])('is refused: %s', (_, detail, change) => {
    createClosed();
    tamper(change);
    const refused = refusal();
    expect(refused.code).toBe('projectDamaged');
    expect(refused.detail).toContain(detail);
  });

  test.each<readonly [string, (db: Database) => void]>([
    ['broken', (db) => db.run`UPDATE history SET inverse = '{'`],
    ['no patch', (db) => db.run`UPDATE history SET inverse = '{}'`],
    [
      'of other rows',
      (db) => {
        const rows = { remove: ['r2'] };
        db.run`UPDATE history SET inverse = ${JSON.stringify({ rows })}`;
      },
    ],
    [
      'a row too many',
      (db) => {
        const rows = { put: [sampleRow('r4')] };
        db.run`UPDATE history SET inverse = ${JSON.stringify({ rows })}`;
      },
    ],
  ])('does not undo what does not fit: %s', (_, change) => {
    createClosed();
    tamper(change);
    const file = value(openProjectFile(path));
    const before = file.project();
    expect(code(file.undo())).toBe('projectDamaged');
    expect(file.project()).toBe(before);
    expect(file.history().position).toBe(2);
    file.close();
  });

  test.each<readonly [string, string, (db: Database) => void]>([
    [
      'row',
      'row r2',
      (db) =>
        db.run`UPDATE alignment_row SET body = replace(body, 'Reputation', 'Reparation') WHERE id = 'r2'`,
    ],
    ['place', 'row r2', (db) => db.run`UPDATE alignment_row SET position = position + 1 WHERE id = 'r2'`],
    ['flag', 'flag f1', (db) => db.run`UPDATE flag SET body = replace(body, 'major', 'minor')`],
    ['fact', 'meta title', (db) => db.run`UPDATE meta SET value = '"Three"' WHERE key = 'title'`],
    ['last change called undone', 'history 2', (db) => db.run`UPDATE history SET undone = 1 WHERE seq = 2`],
  ])('is refused for a letter that went wrong, though it makes sense: %s', (_, detail, change) => {
    createClosed();
    spoil(change);
    expect(refusal()).toEqual({ code: 'projectDamaged', detail: `${detail}: wrong checksum` });
  });

  test('is refused for an undone change called done', () => {
    createClosed();
    const file = value(openProjectFile(path));
    value(file.undo());
    file.close();
    spoil((db) => db.run`UPDATE history SET undone = 0 WHERE seq = 2`);
    expect(refusal().detail).toBe('history 2: wrong checksum');
  });

  test('opens with a wrong letter in the history, and stops there when undoing', () => {
    createClosed();
    spoil(
      (db) => db.run`UPDATE history SET inverse = replace(inverse, 'репутация', 'репарация') WHERE seq = 1`,
    );
    const file = value(openProjectFile(path));
    value(file.undo());
    expect(file.project().title).toBe('One');
    expect(file.undo()).toMatchObject({ failure: { params: { detail: 'history 1: wrong checksum' } } });
    expect(file.project().title).toBe('One');
    value(file.redo());
    expect(code(file.stateAt(0))).toBe('projectDamaged');
    file.close();
  });

  test('is refused when an index does not fit its table: a change would go nowhere', () => {
    createClosed();
    const bytes = readFileSync(path);
    const page = rootPage('sqlite_autoindex_alignment_row_1');
    const at = bytes.indexOf('r2', page, 'utf8');
    expect(at).toBeLessThan(page + 4096);
    bytes.write('r9', at);
    writeFileSync(path, bytes);
    expect(refusal().code).toBe('projectDamaged');
  });

  test('is not refused for a view that cannot be read', () => {
    createClosed();
    tamper((db) => db.run`UPDATE view SET body = '{'`);
    const file = value(openProjectFile(path));
    expect(file.readView()).toBe(null);
    file.close();
  });
});

describe('a closed project', () => {
  test.each([
    ['with', 'One'],
    ['without', sampleProject().title],
  ])('is one complete file after a session %s changes', (_, title) => {
    const file = value(createProjectFile(path, sampleProject()));
    recordTitle(file, title);
    file.close();
    // SQLite's own versions: 1 needs no log, 2 would have it looked for as after a crash.
    expect([...readFileSync(path).subarray(18, 20)]).toEqual([1, 1]);
    expect(readdirSync(folder)).toEqual(['a.triptych']);
  });
});

describe('a project left open', () => {
  test('has everything, and is one file again when it is closed', () => {
    createLeftOpen();
    const file = value(openProjectFile(path));
    expect(file.project().title).toBe('One');
    value(file.undo());
    expect(file.project()).toEqual(sampleProject());
    file.close();
    expect(['-wal', '-shm', '-journal'].filter((suffix) => existsSync(path + suffix))).toEqual([]);
  });

  test('can be opened for reading, which folds nothing', () => {
    createLeftOpen();
    const before = readFileSync(path);
    const file = value(openProjectFile(path, { readOnly: true }));
    expect(file.project().title).toBe('One');
    expect(lastEntries(file, 1)).toHaveLength(1);
    file.close();
    expect(readFileSync(path)).toEqual(before);
    expect(existsSync(`${path}-wal`)).toBe(true);
  });
});

describe('a project opened for reading', () => {
  test('is shown, can be copied, and refuses changes', () => {
    createClosed();
    const before = readFileSync(path);
    const file = value(openProjectFile(path, { readOnly: true }));
    expect(file.readOnly).toEqual({ kind: 'notWritable' });
    expect(file.project().title).toBe('Two');
    expect(file.history().undo?.label).toBe('Two');
    expect(code(recordTitle(file, 'Three'))).toBe('projectReadOnly');
    expect(code(file.undo())).toBe('projectReadOnly');
    expect(code(file.writeView({}))).toBe('projectReadOnly');
    expect(code(file.record({ ...file.project(), rows: [] }, entry('rows')))).toBe('projectReadOnly');
    expect(file.project().title).toBe('Two');
    const copyPath = join(folder, 'copy.triptych');
    value(file.saveCopy(copyPath));
    file.close();
    expect(readFileSync(path)).toEqual(before);
    const copy = value(openProjectFile(copyPath));
    expect(copy.readOnly).toBe(null);
    expect(copy.project().title).toBe('Two');
    copy.close();
  });
});
