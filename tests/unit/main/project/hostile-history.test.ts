import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { OpenProject } from '../../../../main/app/open-project';
import { Database } from '../../../../main/project/database';
import { createProjectFile, openProjectFile } from '../../../../main/project/project-file';
import {
  code,
  correctSums,
  recordTitle,
  sampleFlag,
  sampleProject,
  sampleRow,
  value,
} from './sample-project';
import { placesIn } from './places-in';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'triptych-test-'));
  path = join(folder, 'макала.triptych');
  const file = value(createProjectFile(path, sampleProject()));
  value(recordTitle(file, 'one'));
  value(recordTitle(file, 'two'));
  file.close();
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Does something to the file as its sender might, checksums and all. */
function meddle(change: (db: Database) => void): void {
  const db = new Database(path, { readOnly: false });
  change(db);
  correctSums(db);
  db.close();
}

const open = () =>
  OpenProject.open(path, 'Айгүл', () => {}, join(folder, 'backups'), placesIn(join(folder, 'app')));

const EMPTYING = { rows: { remove: ['r1', 'r2', 'r3'] } };

test.each([
  ['empties the article', EMPTYING],
  ['empties the article and more', { rows: { remove: ['r1', 'r2', 'r3', 'r4'] } }],
  ['turns the rows round', { title: 'one', rows: { placed: [{ id: 'r1', after: 'r3' }] } }],
  ['changes a text', { title: 'one', rows: { changed: [{ id: 'r1', confirmed: true }] } }],
  ['does nothing', {}],
  ['takes the flags', { flags: { put: [], remove: ['f1'] } }],
  ['takes the origins', { title: 'one', origins: { ru: null, ky: null, en: null } }],
  ['gives a paragraph twice', { title: 'one', rows: { put: [{ ...sampleProject().rows[0], id: 'r9' }] } }],
])('an undo that %s is not carried out, and the article stays', (_, inverse) => {
  meddle((db) => db.run`UPDATE history SET inverse = ${JSON.stringify(inverse)} WHERE seq = 2`);
  const project = value(open());
  const before = project.project;
  expect(code(project.undo())).toBe('projectDamaged');
  expect(code(project.textsAt(1))).toBe('projectDamaged');
  expect(project.project).toBe(before);
  // Work goes on.
  const by = { author: 'Айгүл', time: 1, group: null };
  value(project.change({ type: 'setTitle', title: 'three' }, by));
  value(project.undo());
  expect(project.project).toEqual(before);
  project.close();
  const again = value(openProjectFile(path, { readOnly: true }));
  expect(again.project()).toEqual(before);
  again.close();
});

test('a redo that empties the article is not carried out either', () => {
  const project = value(open());
  value(project.undo());
  project.close();
  meddle((db) => db.run`UPDATE history SET forward = ${JSON.stringify(EMPTYING)} WHERE seq = 2`);
  const again = value(open());
  expect(code(again.redo())).toBe('projectDamaged');
  expect(again.project.rows).toHaveLength(3);
  again.close();
});

test.each([['9e999'], ['-9e999'], ['1e300'], ['8.64e15']])(
  'a change at %s keeps nobody from the text, and nobody out of the file',
  (time) => {
    meddle((db) => {
      if (time === '9e999') db.run`UPDATE history SET time = 9e999`;
      else if (time === '-9e999') db.run`UPDATE history SET time = -9e999`;
      else db.run`UPDATE history SET time = ${Number(time)}`;
    });
    const project = value(open());
    const { lines } = project.history({ limit: 10, author: null, ids: null });
    expect(lines.map((line) => line.time)).toEqual([0, 0]);
    value(project.undo());
    project.close();
    value(open()).close();
  },
);

test('a name of a group that SQL cannot hold is one name like another', () => {
  meddle((db) => db.run`UPDATE history SET grp = 'a' || char(0) || 'b'`);
  const project = value(open());
  value(project.undo());
  expect(project.project.title).toBe(sampleProject().title);
  project.close();
});

test.each([
  ['flag', '"time":1', '"time":1e300'],
  ['creation', '1700000000000', '1e300'],
])('the time of a %s that is none is found when the project is opened', (what, from, to) => {
  meddle((db) => {
    if (what === 'flag') db.run`UPDATE flag SET body = replace(body, ${from}, ${to})`;
    else db.run`UPDATE meta SET value = replace(value, ${from}, ${to})`;
  });
  expect(code(open())).toBe('projectDamaged');
  expect(code(open())).toBe('projectDamaged');
});

test('whatever is thrown while a project is opened, it is not locked afterwards', () => {
  const fault = new Error('a fault');
  const openFaultily = () =>
    openProjectFile(path, {
      get onWritten(): () => void {
        throw fault;
      },
    });
  expect(openFaultily).toThrow(fault);
  const file = value(openProjectFile(path));
  expect(file.readOnly).toBe(null);
  value(recordTitle(file, 'three'));
  file.close();
});

const says = (text: string) => ({
  rows: {
    changed: [{ id: 'r1', cells: { ru: { paragraphs: { changed: [{ id: 'r1-ru', text, marks: [] }] } } } }],
  },
});
const [row] = sampleProject().rows;
const present = row?.cells.ru.paragraphs[0]?.text ?? '';

test.each<readonly [string, string, object, object]>([
  ['makes a text longer than may be', 'overLimits', says('а'.repeat(100_001)), says(present)],
  [
    'gives a row an id that cannot be written',
    'projectDamaged',
    { rows: { put: [{ ...sampleRow('r9'), id: '\ud800' }] } },
    { rows: { remove: ['\ud800'] } },
  ],
])('after an undo that %s the file can still be opened', (_, failure, inverse, forward) => {
  const [back, there] = [JSON.stringify(inverse), JSON.stringify(forward)];
  meddle((db) => db.run`UPDATE history SET inverse = ${back}, forward = ${there} WHERE seq = 2`);
  const project = value(open());
  expect(code(project.undo())).toBe(failure);
  project.close();
  value(open()).close();
});

test('an undo that brings one flag twice brings it once', () => {
  const [one, other] = [sampleFlag('f2'), { ...sampleFlag('f2'), note: 'Кайра' }];
  const [back, there] = [{ flags: { put: [one, other] } }, { flags: { remove: ['f2'] } }].map((each) =>
    JSON.stringify(each),
  );
  meddle((db) => db.run`UPDATE history SET inverse = ${back ?? ''}, forward = ${there ?? ''} WHERE seq = 2`);
  const project = value(open());
  value(project.undo());
  expect(project.project.flags.map(({ id, note }) => `${id} ${note}`)).toEqual([
    'f1 Калып калган',
    'f2 Кайра',
  ]);
  project.close();
});
