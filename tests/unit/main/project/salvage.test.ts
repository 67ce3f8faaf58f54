import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Database } from '../../../../main/project/database';
import { flagDoubtful } from '../../../../main/project/flag-doubtful';
import { createProjectFile, openProjectFile } from '../../../../main/project/project-file';
import { salvageProject } from '../../../../main/project/salvage';
import { NO_REVIEW, projectSchema } from '../../../../shared/model/project';
import { versionParagraphs } from '../../../../shared/model/row';
import {
  code,
  correctSums,
  entry,
  recordTitle,
  sampleParagraph,
  sampleProject,
  sampleRow,
  value,
} from './sample-project';

let folder: string;
let path: string;
let good: Buffer;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'triptych-test-'));
  path = join(folder, 'a.triptych');
  const file = value(createProjectFile(path, sampleProject(80)));
  recordTitle(file, 'Мост');
  file.close();
  good = readFileSync(path);
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Each time with an empty folder for its copy. */
function salvage() {
  return salvageProject(path, mkdtempSync(join(folder, 'copy-')));
}

test('rows on pages that are whole are all there, in order', () => {
  const bytes = Buffer.from(good);
  // One page in the middle of the file.
  const page = 4096 * Math.floor(good.length / 4096 / 2);
  bytes.fill(0xff, page, page + 4096);
  writeFileSync(path, bytes);
  expect(code(openProjectFile(path))).toBe('projectDamaged');
  const { project, salvaged } = value(salvage());
  expect(project.rows.length).toBeGreaterThan(20);
  expect(salvaged).toMatchObject({ rows: project.rows.length, lossy: true });
  const order = sampleProject(80).rows.map(({ id }) => id);
  const places = project.rows.map(({ id }) => order.indexOf(id));
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('a sound project is taken over whole', () => {
  const { project, salvaged } = value(salvage());
  expect(project).toEqual({ ...sampleProject(80), id: project.id, title: 'Мост' });
  expect(salvaged).toEqual({ rows: 80, flags: 1, lossy: false, doubtful: [], parted: 0 });
});

test('a row with a wrong letter is taken over, named and flagged', () => {
  const db = new Database(path, { readOnly: false });
  db.run`UPDATE alignment_row SET body = replace(body, 'Reputation', 'Reparation') WHERE id = 'r7'`;
  db.close();
  expect(code(openProjectFile(path))).toBe('projectDamaged');
  const { project, salvaged } = value(salvage());
  expect(salvaged).toEqual({ rows: 80, flags: 1, lossy: true, doubtful: [7], parted: 0 });
  expect(project.rows[6]?.cells.en.paragraphs[0]?.text).toBe('Reparation');
  const marking = { note: 'may be wrong', author: 'Айгүл', time: 1, newId: () => 'new' };
  const marked = flagDoubtful(project, salvaged.doubtful, marking);
  expect(projectSchema.safeParse(marked).success).toBe(true);
  expect(marked.flags.at(-1)).toMatchObject({
    note: 'may be wrong',
    spans: [{ paragraphId: 'r7-ru' }, { paragraphId: 'r7-ky' }, { paragraphId: 'r7-en', end: 10 }],
  });
});

test('snapshots are taken over one by one, whether or not the review can be read', () => {
  const snapshot = (id: string, time: number) => ({
    id,
    name: id,
    author: 'Айгүл',
    time,
    rows: sampleProject(80).rows,
  });
  const file = value(openProjectFile(path));
  const review = { ...NO_REVIEW, snapshots: [snapshot('s1', 1), snapshot('s2', 2)] };
  value(file.record({ ...file.project(), review }, entry('takeSnapshot')));
  file.close();
  expect(value(salvage()).project.review).toEqual(review);
  expect(value(salvage()).salvaged.lossy).toBe(false);
  const db = new Database(path, { readOnly: false });
  db.run`UPDATE meta SET value = '{' WHERE key = 'review'; UPDATE snapshot SET body = '{' WHERE id = 's1'`;
  db.close();
  expect(code(openProjectFile(path))).toBe('projectDamaged');
  const { project, salvaged } = value(salvage());
  expect(project.review).toEqual({ ...NO_REVIEW, snapshots: review.snapshots.slice(1) });
  expect(salvaged.lossy).toBe(true);
});

test('a project of a version without checksums is read all the same', () => {
  const old = resolve(import.meta.dirname, '../../../fixtures/projects/version-2.triptych');
  const { project, salvaged } = value(salvageProject(old, mkdtempSync(join(folder, 'copy-'))));
  expect(project.rows).toEqual(sampleProject().rows);
  expect(salvaged).toEqual({ rows: 3, flags: 0, lossy: false, doubtful: [], parted: 0 });
});

test('a number of a row that cannot be ends the reading all the same', () => {
  const db = new Database(path, { readOnly: false });
  db.run`UPDATE alignment_row SET rowid = 9007199254740000 WHERE id = 'r80'`;
  db.run`DROP TABLE view`;
  db.close();
  expect(code(openProjectFile(path))).toBe('projectDamaged');
  const { salvaged } = value(salvage());
  expect(salvaged).toMatchObject({ rows: 79, lossy: true });
});

test('what is no database at all is beyond repair', () => {
  writeFileSync(path, 'x'.repeat(10_000));
  expect(code(salvage())).toBe('projectBeyondRepair');
});

test('what is beyond the limits of a project is refused, untouched, and parted when it is read', () => {
  const sentence = 'Вода в деревне появится не раньше весны. ';
  const db = new Database(path, { readOnly: false });
  const long = JSON.stringify(sentence.repeat(130_000).trim());
  db.run`UPDATE alignment_row SET body = replace(body, '"Reputation"', ${long}) WHERE id = 'r7'`;
  correctSums(db);
  db.close();
  const hostile = readFileSync(path);
  expect(code(openProjectFile(path))).toBe('projectOverLimits');
  expect(readFileSync(path).equals(hostile)).toBe(true);
  const { project, salvaged } = value(salvage());
  expect(salvaged).toMatchObject({ lossy: false, doubtful: [], parted: 1 });
  const texts = project.rows.flatMap((row) => row.cells.en.paragraphs.map(({ text }) => text));
  expect(texts.filter((text) => text !== 'Reputation').join(' ')).toBe(sentence.repeat(130_000).trim());
  const parted = join(folder, 'parted.triptych');
  value(createProjectFile(parted, project)).close();
  expect(code(openProjectFile(parted))).toBe('ok');
});

test('a project in which paragraphs stand twice is refused, and no text is lost when it is read', () => {
  rmSync(path);
  const [first, second] = [sampleRow('r1'), sampleRow('r2', 'дагы')];
  const twins = [sampleParagraph('twin', 'Бир'), sampleParagraph('twin', 'Эки')];
  const rows = [
    first,
    {
      ...second,
      cells: { ...second.cells, ru: first.cells.ru, ky: { ...second.cells.ky, paragraphs: twins } },
    },
  ];
  expect(code(createProjectFile(path, { ...sampleProject(), rows }))).toBe('projectDamaged');
  const draft = join(folder, 'b.triptych');
  value(createProjectFile(draft, { ...sampleProject(), rows: [first, second] })).close();
  const db = new Database(draft, { readOnly: false });
  db.run`UPDATE alignment_row SET body = ${JSON.stringify(rows[1])} WHERE id = 'r2'`;
  correctSums(db);
  db.close();
  expect(code(openProjectFile(draft))).toBe('projectDamaged');
  const { project } = value(salvageProject(draft, mkdtempSync(join(folder, 'copy-'))));
  const [ru, ky] = (['ru', 'ky'] as const).map((each) => versionParagraphs(project.rows, each));
  expect(ru?.map(({ text }) => text)).toEqual(
    [first, first].map(({ cells }) => cells.ru.paragraphs[0]?.text),
  );
  expect(ky?.map(({ text }) => text)).toEqual([first.cells.ky.paragraphs[0]?.text, 'Бир', 'Эки']);
  expect(new Set([...(ru ?? []), ...(ky ?? [])].map(({ id }) => id)).size).toBe(5);
});
