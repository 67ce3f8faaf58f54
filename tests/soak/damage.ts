import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Database } from '../../main/project/database';
import { createProjectFile, openProjectFile, type ProjectFile } from '../../main/project/project-file';
import { salvageProject } from '../../main/project/salvage';
import type { Salvaged } from '../../shared/contract/channels';
import { projectSchema, type Project } from '../../shared/model/project';
import { sampleProject, value } from '../unit/main/project/sample-project';
import { digestOf } from './digest';
import { openKeeper } from './keeper';
import { randomFrom } from './random';
import { RandomEditor } from './random-editor';

/** What became of damaged files; every one is in one of the first five. */
export interface Damages {
  /** Opened, and said just what it had said, history and all: what was hit says nothing. */
  readonly opened: number;
  /** Opened with the right text, and refused to go back past the damage in its history. */
  readonly historyRefused: number;
  /** Refused, and read into a new file, with what is missing or doubtful told. */
  readonly recovered: number;
  /** Refused, and nothing could be read. */
  readonly beyondRepair: number;
  /** Opened or recovered with something wrong that was not told: there must be none. */
  readonly silent: number;
  /** Changed, though it was refused or only read for recovery: there must be none. */
  readonly touched: number;
}

type Outcome = Exclude<keyof Damages, 'touched'>;

/** What a file says while it is whole. */
interface Truth {
  readonly project: Project;
  readonly position: number;
  /** The state after each change, undone ones too, by its digest. */
  readonly states: readonly string[];
}

const ROWS = 80;
const ACTIONS = 60;

/**
 * Damages a project file again and again, opens it as the app would, and reads what is left of it.
 *
 * @param folder an empty one
 * @param version 2 is what there was before checksums
 */
export function damageOften(folder: string, rounds: number, seed: number, version: 2 | 3): Damages {
  const path = join(folder, 'article.triptych');
  const truth = makeProject(path, seed);
  if (version === 2) removeSums(path);
  const good = readFileSync(path);
  const random = randomFrom(seed);
  const counts = { opened: 0, historyRefused: 0, recovered: 0, beyondRepair: 0, silent: 0, touched: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const bytes = spoil(good, random);
    writeFileSync(path, bytes);
    const opened = openProjectFile(path);
    if (opened.ok) {
      counts[compare(opened.value, truth)] += 1;
      opened.value.close();
      continue;
    }
    const copy = mkdtempSync(join(folder, 'copy-'));
    counts[recover(path, copy, truth)] += 1;
    rmSync(copy, { recursive: true });
    if (!readFileSync(path).equals(bytes)) counts.touched += 1;
  }
  return counts;
}

function makeProject(path: string, seed: number): Truth {
  value(createProjectFile(path, sampleProject(ROWS))).close();
  const keeper = openKeeper(path, 'triptych');
  const editor = new RandomEditor(seed);
  for (let n = 0; n < ACTIONS; n += 1) keeper.carryOut(editor.next(keeper.project(), keeper.can()));
  if (keeper.can().undo) keeper.carryOut({ kind: 'undo' });
  keeper.close();
  const file = value(openProjectFile(path));
  const states: string[] = [];
  for (let state = file.stateAt(0); state.ok; state = file.stateAt(states.length))
    states.push(digestOf(state.value));
  const truth = { project: file.project(), position: file.history().position, states };
  file.close();
  return truth;
}

/** Makes a file of version 2 of one of version 3. */
function removeSums(path: string): void {
  const db = new Database(path, { readOnly: false });
  db.run`
ALTER TABLE meta DROP COLUMN sum;
ALTER TABLE alignment_row DROP COLUMN sum;
ALTER TABLE flag DROP COLUMN sum;
ALTER TABLE history DROP COLUMN sum;
PRAGMA user_version = 2`;
  db.close();
}

/** A bit turned over, a byte or a stretch overwritten, a page emptied, or the end cut off. */
function spoil(good: Buffer, random: () => number): Buffer {
  const bytes = Buffer.from(good);
  const at = Math.floor(random() * good.length);
  const kind = random();
  if (kind < 0.15) return bytes.subarray(0, at);
  if (kind < 0.25) return bytes.fill(0, at - (at % 4096), at - (at % 4096) + 4096);
  if (kind < 0.6) {
    bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    return bytes;
  }
  const length = kind < 0.8 ? 1 : 1 + Math.floor(random() ** 4 * 9000);
  for (let n = at; n < Math.min(at + length, bytes.length); n += 1) bytes[n] = Math.floor(random() * 256);
  return bytes;
}

/** Whether a file that opened says what it had said. */
function compare(file: ProjectFile, { project, position, states }: Truth): Outcome {
  const same = digestOf(file.project()) === digestOf(project) && file.history().position === position;
  if (!same) return 'silent';
  let refused = false;
  // On the way to the first and to the last every change is read.
  for (const seq of [0, Math.floor(states.length / 2), states.length - 1]) {
    const state = file.stateAt(seq);
    if (!state.ok) refused = true;
    else if (digestOf(state.value) !== states[seq]) return 'silent';
  }
  return refused ? 'historyRefused' : 'opened';
}

/** What can be read of a file that did not open, and whether it was told truly. */
function recover(path: string, copy: string, truth: Truth): Outcome {
  const read = salvageProject(path, copy);
  if (!read.ok) return 'beyondRepair';
  const { project, salvaged } = read.value;
  const isTold = projectSchema.safeParse(project).success && tellsTruly(project, salvaged, truth.project);
  return isTold ? 'recovered' : 'silent';
}

/** A row may be wrong that is called doubtful; anything else may only where it is said that something was lost. */
function tellsTruly(found: Project, { lossy, doubtful }: Salvaged, truth: Project): boolean {
  const known = new Map(truth.rows.map((row) => [row.id, digestOf({ ...truth, rows: [row] })]));
  const untold = found.rows.filter(
    (row, n) => !doubtful.includes(n + 1) && known.get(row.id) !== digestOf({ ...truth, rows: [row] }),
  );
  if (untold.length > 0) return false;
  return lossy || digestOf({ ...found, id: truth.id }) === digestOf(truth);
}
