import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Database } from '../../../../main/project/database';
import { flagDoubtful } from '../../../../main/project/flag-doubtful';
import { createProjectFile, openProjectFile } from '../../../../main/project/project-file';
import { salvageProject } from '../../../../main/project/salvage';
import { projectSchema } from '../../../../shared/model/project';
import { code, recordTitle, sampleProject, value } from './sample-project';

/** So many damaged files; `npm run soak` sets more. */
const ROUNDS = Number(process.env['TRIPTYCH_SOAK_DAMAGE'] ?? 25);

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

/** Numbers from 0 to below 1, the same in every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The file cut short, or with a stretch of it overwritten. */
function damage(random: () => number): Buffer {
  const at = Math.floor(random() * good.length);
  if (random() < 0.3) return good.subarray(0, at);
  const bytes = Buffer.from(good);
  const end = Math.min(bytes.length, at + 1 + Math.floor(random() ** 4 * 9000));
  for (let n = at; n < end; n += 1) bytes[n] = Math.floor(random() * 256);
  return bytes;
}

test('a damaged file opens, is refused, or is read in part; and is never written to', () => {
  const random = randomFrom(7);
  const known = new Set(sampleProject(80).rows.map(({ id }) => id));
  const outcomes = { opened: 0, salvaged: 0, lost: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    const bytes = damage(random);
    writeFileSync(path, bytes);
    const before = createHash('sha256').update(bytes).digest('hex');
    const opened = openProjectFile(path, { readOnly: true });
    if (opened.ok) {
      opened.value.close();
      outcomes.opened += 1;
      continue;
    }
    const read = salvage();
    expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(before);
    if (!read.ok) {
      expect(read.failure.code).toBe('projectBeyondRepair');
      outcomes.lost += 1;
      continue;
    }
    outcomes.salvaged += 1;
    const { project, salvaged } = read.value;
    expect(projectSchema.safeParse(project).success).toBe(true);
    expect(project.rows.every(({ id }) => known.has(id))).toBe(true);
    if (project.rows.length < known.size) expect(salvaged.lossy).toBe(true);
    const target = join(folder, `recovered-${round}.triptych`);
    value(createProjectFile(target, project)).close();
  }
  if (ROUNDS > 100) console.log(`${ROUNDS} damaged files:`, outcomes);
  expect(outcomes.opened + outcomes.salvaged + outcomes.lost).toBe(ROUNDS);
  expect(outcomes.salvaged).toBeGreaterThan(ROUNDS / 10);
}, 600_000);

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
  expect(salvaged).toEqual({ rows: 80, flags: 1, lossy: false, doubtful: [] });
});

test('a row with a wrong letter is taken over, named and flagged', () => {
  const db = new Database(path, { readOnly: false });
  db.run`UPDATE alignment_row SET body = replace(body, 'Reputation', 'Reparation') WHERE id = 'r7'`;
  db.close();
  expect(code(openProjectFile(path))).toBe('projectDamaged');
  const { project, salvaged } = value(salvage());
  expect(salvaged).toEqual({ rows: 80, flags: 1, lossy: true, doubtful: [7] });
  expect(project.rows[6]?.cells.en.paragraphs[0]?.text).toBe('Reparation');
  const marking = { note: 'may be wrong', author: 'Айгүл', time: 1, newId: () => 'new' };
  const marked = flagDoubtful(project, salvaged.doubtful, marking);
  expect(projectSchema.safeParse(marked).success).toBe(true);
  expect(marked.flags.at(-1)).toMatchObject({
    note: 'may be wrong',
    spans: [{ paragraphId: 'r7-ru' }, { paragraphId: 'r7-ky' }, { paragraphId: 'r7-en', end: 10 }],
  });
});

test('a project of a version without checksums is read all the same', () => {
  const old = resolve(import.meta.dirname, '../../../fixtures/projects/version-2.triptych');
  const { project, salvaged } = value(salvageProject(old, mkdtempSync(join(folder, 'copy-'))));
  expect(project.rows).toEqual(sampleProject().rows);
  expect(salvaged).toEqual({ rows: 3, flags: 0, lossy: false, doubtful: [] });
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
