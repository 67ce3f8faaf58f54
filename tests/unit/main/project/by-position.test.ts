import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Database } from '../../../../main/project/database';
import { openProjectFile, type ProjectFile } from '../../../../main/project/project-file';
import { APPLICATION_ID, CURRENT_VERSION, migrate, MIGRATIONS } from '../../../../main/project/schema';
import { finish } from '../../../../main/system/steps';
import { canonical } from '../../../../shared/merge/merge-fields';
import { LANGUAGES } from '../../../../shared/model/language';
import { NO_REVIEW, type Project } from '../../../../shared/model/project';
import { versionParagraphs } from '../../../../shared/model/row';
import { code, correctSums, sampleProject, sampleRow, value } from './sample-project';

const FIXTURES = resolve(import.meta.dirname, '../../../fixtures/projects');

/** What the code that made the file said of it: every state as a hash, and the revisions of each paragraph. */
const told = z
  .object({
    position: z.int(),
    states: z.array(z.string()),
    revisions: z.record(z.string(), z.array(z.string())),
  })
  .parse(JSON.parse(readFileSync(join(FIXTURES, 'version-3-worked.json'), 'utf8')));

const LAST = told.states.length - 1;

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'triptych-test-'));
  path = join(folder, 'old.triptych');
  copyFileSync(join(FIXTURES, 'version-3-worked.triptych'), path);
});

afterEach(() => rmSync(folder, { recursive: true }));

const hashOf = (project: Project): string =>
  createHash('sha256').update(canonical(project)).digest('hex').slice(0, 16);

/** Takes as many steps as there are, and gives how many changes are applied after each, with the state. */
function walk(file: ProjectFile, step: 'undo' | 'redo'): readonly (readonly [number, string])[] {
  const seen: [number, string][] = [];
  while (file.history()[step]) {
    value(file[step]());
    seen.push([file.history().position, hashOf(file.project())]);
  }
  return seen;
}

/** Does something to the old file as its sender might, checksums and all. */
function meddle(change: (db: Database) => void): void {
  const db = new Database(path, { readOnly: false });
  change(db);
  db.run`UPDATE history SET sum = checksum(seq, undone, time, author, label, grp, command, forward, inverse)`;
  db.close();
}

describe('a worked project of version 3', () => {
  test('leads to every state it had, back to the first and on to the last', () => {
    const file = value(openProjectFile(path));
    expect(readFileSync(path).readUInt32BE(60)).toBe(CURRENT_VERSION);
    expect(file.history().position).toBe(told.position);
    for (const [seq, hash] of told.states.entries())
      expect([seq, hashOf(value(file.stateAt(seq)))]).toEqual([seq, hash]);
    const back = walk(file, 'undo');
    expect(back.at(-1)?.[0]).toBe(0);
    const on = walk(file, 'redo');
    expect(on.at(-1)?.[0]).toBe(LAST);
    for (const [position, hash] of [...back, ...on])
      expect([position, hash]).toEqual([position, told.states[position]]);
    file.close();
    const again = value(openProjectFile(path));
    expect(hashOf(again.project())).toBe(told.states[LAST]);
    expect(hashOf(value(again.stateAt(0)))).toBe(told.states[0]);
    again.close();
  });

  test('tells how each text came to be, and holds a snapshot once', () => {
    const file = value(openProjectFile(path, { readOnly: true }));
    const ids = LANGUAGES.flatMap((language) =>
      versionParagraphs(file.project().rows, language).map(({ id }) => id),
    );
    const revisions = ids.flatMap((id) => {
      const lines = value(file.revisions(id)).map(
        ({ seq, before, after }) => `${seq}: ${before?.text ?? '-'} > ${after?.text ?? '-'}`,
      );
      return lines.length > 0 ? [[id, lines] as const] : [];
    });
    expect(Object.fromEntries(revisions)).toEqual(told.revisions);
    expect(file.toldEntries({ limit: 99, author: null, ids: null }).every(({ change }) => change)).toBe(true);
    file.close();
    value(openProjectFile(path)).close();
    const db = new Database(path, { readOnly: true });
    expect(db.rows`SELECT emit(id) FROM snapshot`).toEqual([['s2']]);
    expect(db.rows`SELECT emit(value ->> '$.snapshots') FROM meta WHERE key = 'review'`).toEqual([['[]']]);
    // One where each was taken, and one where the first was taken away.
    const holding = db.rows`SELECT emit(seq) FROM history
      WHERE instr(forward, '"snapshots":{"put"') > 0 OR instr(inverse, '"snapshots":{"put"') > 0`;
    expect(holding).toEqual([[3], [21], [22]]);
    db.close();
  });

  const splice = (rows: unknown) => JSON.stringify({ title: null, origins: null, flags: null, rows });
  test.each<readonly [string, number, (db: Database) => void]>([
    [
      'empties the article',
      20,
      (db) => {
        const inverse = splice({ start: 0, remove: 8, insert: [] });
        db.run`UPDATE history SET inverse = ${inverse} WHERE seq = 20`;
      },
    ],
    [
      'empties it and says it can bring it back',
      20,
      (db) => {
        const [inverse, forward] = [
          splice({ start: 0, remove: 8, insert: [] }),
          splice({ start: 0, remove: 0, insert: [] }),
        ];
        db.run`UPDATE history SET inverse = ${inverse}, forward = ${forward} WHERE seq = 20`;
      },
    ],
    ['is no JSON', 20, (db) => db.run`UPDATE history SET inverse = '{' WHERE seq = 20`],
    [
      'goes beyond the end',
      20,
      (db) => {
        const far = splice({ start: 9_007_199_254_740_991, remove: 9_007_199_254_740_991, insert: [] });
        db.run`UPDATE history SET inverse = ${far}, forward = ${far} WHERE seq = 20`;
      },
    ],
    [
      'has rows one way only',
      11,
      (db) => db.run`UPDATE history SET forward = json_set(forward, '$.rows', NULL) WHERE seq = 11`,
    ],
    [
      'brings back other rows',
      11,
      (db) =>
        db.run`UPDATE history SET forward = replace(forward, 'Ещё предложение', 'Ещё слово') WHERE seq = 11`,
    ],
  ])('keeps its article, and undoes down to where the history %s', (_, seq, change) => {
    meddle(change);
    const before = hashOf(value(openProjectFile(path, { readOnly: true })).project());
    expect(before).toBe(told.states[told.position]);
    const file = value(openProjectFile(path));
    while (file.history().position > seq) value(file.undo());
    expect(hashOf(file.project())).toBe(told.states[seq]);
    expect(code(file.undo())).toBe('projectDamaged');
    expect(code(file.stateAt(0))).toBe('projectDamaged');
    expect(hashOf(file.project())).toBe(told.states[seq]);
    while (file.history().redo) value(file.redo());
    expect(hashOf(file.project())).toBe(told.states[LAST]);
    file.close();
  });

  test('is refused as it is where its article is damaged', () => {
    const db = new Database(path, { readOnly: false });
    db.run`UPDATE alignment_row SET body = '{}' WHERE id = 'r1'`;
    db.close();
    const spoiled = readFileSync(path);
    expect(code(openProjectFile(path))).toBe('projectDamaged');
    expect(readFileSync(path)).toEqual(spoiled);
  });
});

describe('a made up project of version 3', () => {
  const patch = (more: object) =>
    JSON.stringify({ title: null, origins: null, flags: null, rows: null, ...more });

  /** Writes one as version 3 did, with its changes by their numbers: what each did, and what takes it back. */
  function make(project: Project, changes: readonly (readonly [number, object, object])[] = []): void {
    rmSync(path);
    const { rows, flags: _, ...facts } = project;
    const db = new Database(path, { readOnly: false });
    db.run`PRAGMA application_id = ${APPLICATION_ID}`;
    finish(migrate(db, 0, MIGRATIONS.slice(0, 3)));
    for (const [key, fact] of Object.entries(facts))
      db.run`INSERT INTO meta VALUES (${key}, ${JSON.stringify(fact)}, '')`;
    for (const [place, row] of rows.entries())
      db.run`INSERT INTO alignment_row VALUES (${row.id}, ${place}, ${JSON.stringify(row)}, '')`;
    for (const [seq, there, back] of changes)
      db.run`INSERT INTO history VALUES (${seq}, 0, 1, 'Айгүл', 'setTitle', NULL, '{}', ${patch(there)}, ${patch(back)}, '')`;
    correctSums(db);
    db.close();
  }

  test('is refused at once where its only change says it is the nine quadrillionth', () => {
    make(sampleProject(), [[9_007_199_254_740_991, { title: 'b' }, { title: 'a' }]]);
    expect(code(openProjectFile(path, { readOnly: true }))).toBe('projectDamaged');
  });

  test('undoes and redoes the first and the last approved spelling, of which an empty list was left', () => {
    const spelling = { language: 'ru', text: 'Жээнбеков', author: 'Айгүл', time: 1 };
    const [none, one] = [{ review: { spellings: [] } }, { review: { spellings: [spelling] } }];
    make({ ...sampleProject(), review: { ...NO_REVIEW, spellings: [] } }, [
      [1, one, none],
      [2, none, one],
    ]);
    const file = value(openProjectFile(path));
    const approved = () => file.project().review?.spellings?.map(({ text }) => text);
    const seen = (['undo', 'undo', 'redo', 'redo'] as const).map((step) => [code(file[step]()), approved()]);
    expect(seen).toEqual([
      ['ok', ['Жээнбеков']],
      ['ok', undefined],
      ['ok', ['Жээнбеков']],
      ['ok', undefined],
    ]);
    file.close();
  });

  test('keeps every snapshot, also where several have one id', () => {
    const snapshots = ['s', 's', 's-1', 's'].map((id, n) => {
      return { id, name: `${n}`, author: '', time: n, rows: [sampleRow(`r${n}`)] };
    });
    make({ ...sampleProject(), review: { ...NO_REVIEW, snapshots } });
    const file = value(openProjectFile(path));
    const kept = file.project().review?.snapshots ?? [];
    expect(kept.map(({ id, name }) => `${id}: ${name}`)).toEqual(['s: 0', 's-2: 1', 's-1: 2', 's-3: 3']);
    file.close();
  });

  test('has no more than one of its changes in memory at a time', () => {
    const [long, short] = [{ title: 'ө'.repeat(20_000) }, { title: 'a' }];
    make(
      { ...sampleProject(), ...long },
      Array.from({ length: 10 }, (_, n) => (n % 2 === 0 ? [n + 1, long, short] : [n + 1, short, long])),
    );
    const db = new Database(path, { readOnly: false });
    const read = db.rows.bind(db);
    let most = 0;
    db.rows = (...asked) => {
      const rows = read(...asked);
      most = Math.max(most, JSON.stringify(rows).length);
      return rows;
    };
    finish(migrate(db, 3));
    expect(most).toBeLessThan(50_000);
    db.close();
  });
});
