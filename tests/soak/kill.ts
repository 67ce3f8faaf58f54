import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openWorking, type Working } from '../../main/project/open-working';
import { createProjectFile, openProjectFile } from '../../main/project/project-file';
import { listWorkingCopies } from '../../main/project/working-copy';
import type { Result } from '../../shared/model/failure';
import type { Project } from '../../shared/model/project';
import { placesIn } from '../unit/main/project/places-in';
import { sampleProject, sampleRow, value } from '../unit/main/project/sample-project';
import { killed, type Moment, type Session } from './child';
import { digestOf } from './digest';
import { readNaive, writeNaive, type Kind } from './keeper';
import { Ledger } from './ledger';
import { randomFrom } from './random';

/** What came of killing a session, or cutting the power, again and again. */
export interface Losses {
  readonly rounds: number;
  readonly acknowledged: number;
  /** Files that could not be opened. */
  readonly unreadable: number;
  /** Rounds after which something acknowledged was missing, or something else was there. */
  readonly lost: number;
  /** Rounds after which undoing or redoing led elsewhere. */
  readonly broken: number;
}

export const NO_LOSSES = { unreadable: 0, lost: 0, broken: 0 } as const;

/** A new project is begun after so many rounds. */
const ROUNDS_EACH = 10;

/** Long enough that writing it takes a moment. */
const LONG: Project = {
  ...sampleProject(),
  rows: Array.from({ length: 20 }, (_, n) => sampleRow(`r${n + 1}`, 'сөз '.repeat(1500))),
};

interface Kills {
  readonly session: Session;
  /** An empty folder. */
  readonly folder: string;
  readonly rounds: number;
  readonly kind: Kind;
  readonly seed: number;
  readonly moment: (random: () => number) => Moment;
  /** What happens between the kill and the look at the file: a power cut; nothing where there is none. */
  readonly afterKill?: () => void;
  /** Whether a loss is all that is looked for. */
  readonly untilLoss?: boolean;
}

/** Kills an editing session at one moment after the other and looks at what is left each time. */
export async function killOften(options: Kills): Promise<Losses> {
  const { session, folder, rounds, kind, seed, moment } = options;
  const random = randomFrom(seed);
  const path = join(folder, 'article.triptych');
  const start = kind === 'naive' ? LONG : sampleProject(8);
  const losses = { rounds: 0, acknowledged: 0, unreadable: 0, lost: 0, broken: 0 };
  let ledger = new Ledger('');
  let fresh = true;
  for (let round = 0; round < rounds; round += 1) {
    if (fresh || round % ROUNDS_EACH === 0) {
      begin(path, kind, start);
      ledger = new Ledger(digestOf(start));
      fresh = false;
    }
    const task = { mode: 'edit', path, kind, seed: seed + round } as const;
    const said = await killed(session, task, moment(random));
    for (const line of said) ledger.note(line);
    options.afterKill?.();
    const thorough = round % ROUNDS_EACH === ROUNDS_EACH - 1 || round === rounds - 1;
    const found = kind === 'naive' ? lookNaive(path, ledger) : look(path, ledger, random, thorough);
    losses.rounds += 1;
    losses.acknowledged += said.filter((line) => line.startsWith('=')).length;
    if (found === 'whole') continue;
    losses[found] += 1;
    // What is lost now is not to be counted again.
    fresh = true;
    if (options.untilLoss) break;
  }
  return losses;
}

function begin(path: string, kind: Kind, start: Project): void {
  for (const end of ['', '-wal', '-shm', '-journal', '-lock']) rmSync(path + end, { force: true });
  rmSync(placesIn(dirname(path)).working, { recursive: true, force: true });
  if (kind === 'naive') writeNaive(path, start);
  else value(createProjectFile(path, start)).close();
}

type Found = 'whole' | 'unreadable' | 'lost' | 'broken';

/** Opens what is left; every third time only for reading, so that the next session meets what this one left. */
function look(path: string, ledger: Ledger, random: () => number, thorough: boolean): Found {
  // What others see may lag behind, but is whole.
  const alone = openProjectFile(path, { readOnly: true });
  if (!alone.ok) return 'unreadable';
  alone.value.close();
  const opened = !thorough && random() < 0.3 ? openLeft(path) : openAgain(path);
  if (!opened.ok) return 'unreadable';
  const { file, published, close } = opened.value;
  try {
    if (published && published.standing.kind !== 'current') return 'lost';
    if (!ledger.accepts(digestOf(file.project()), file.history().position)) return 'lost';
    const intact = thorough ? ledger.undoes(file) : ledger.remembers(file, random);
    return intact ? 'whole' : 'broken';
  } finally {
    close();
  }
}

function openAgain(path: string): Result<Working> {
  return openWorking(path, placesIn(dirname(path)), { user: null });
}

/** Reads the working copy that was left, or the file where none was. */
function openLeft(path: string): Result<Working> {
  const [left] = listWorkingCopies(placesIn(dirname(path)).working);
  const opened = openProjectFile(left?.database ?? path, { readOnly: true });
  if (!opened.ok) return opened;
  const file = opened.value;
  const close = () => {
    file.close();
    return false;
  };
  return { ok: true, value: { file, published: null, close } };
}

function lookNaive(path: string, ledger: Ledger): Found {
  try {
    return ledger.accepts(digestOf(readNaive(path)), null) ? 'whole' : 'lost';
  } catch {
    // Cut off in the middle: no JSON, or none of a project.
    return 'unreadable';
  }
}
