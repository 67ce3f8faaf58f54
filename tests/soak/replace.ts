import {
  closeSync,
  copyFileSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openWorking } from '../../main/project/open-working';
import { createProjectFile, openProjectFile } from '../../main/project/project-file';
import { placesIn } from '../unit/main/project/places-in';
import { recordTitle, sampleProject, value } from '../unit/main/project/sample-project';
import type { Session } from './child';
import { digestOf } from './digest';
import { hold } from './holder';
import type { Kind } from './keeper';
import { Ledger } from './ledger';
import { randomFrom } from './random';

/** What came of replacing the file of an open project again and again. */
export interface Replacements {
  readonly rounds: number;
  readonly acknowledged: number;
  /** Rounds after which something acknowledged was in no file. */
  readonly lost: number;
  /** Rounds after which the file that was put there, or what was left of ours, was not as it had been put there. */
  readonly damaged: number;
}

/** What others do to a file, and to its folder. */
export const WAYS = ['renamed over', 'overwritten in place', 'truncated', 'deleted', 'folder moved'] as const;

export const ENDINGS = ['close', 'kill', 'edit on'] as const;

interface Round {
  readonly way: (typeof WAYS)[number];
  readonly ending: (typeof ENDINGS)[number];
}

/**
 * Works on projects while others put something else in their place.
 *
 * @param rounds how often each way meets each ending
 */
export async function replaceOften(
  session: Session,
  base: string,
  rounds: number,
  kind: Kind,
  seed: number,
): Promise<Replacements> {
  const random = randomFrom(seed);
  const counts = { rounds: 0, acknowledged: 0, lost: 0, damaged: 0 };
  const theirs = join(mkdtempSync(join(base, 'theirs-')), 'article.triptych');
  makeTheirs(theirs);
  for (const way of WAYS) {
    for (const ending of ENDINGS) {
      for (let n = 0; n < rounds; n += 1) {
        const place = mkdtempSync(join(base, 'round-'));
        // Both at the pace of the window, and so fast that a state is always on its way.
        const paced = kind === 'triptych' && n % 2 === 1 ? 'usual' : kind;
        const came = await replaceOnce({ way, ending }, { session, place, theirs, kind: paced, random });
        counts.rounds += 1;
        counts.acknowledged += came.acknowledged;
        if (came.isLost) counts.lost += 1;
        if (came.isDamaged) counts.damaged += 1;
        if (!came.isLost && !came.isDamaged) rmSync(place, { recursive: true });
        else if (kind !== 'inPlace') console.error(`${way}, ${ending}:`, came, place);
      }
    }
  }
  return counts;
}

/** Another state of the same project, as another computer may have made it. */
function makeTheirs(path: string): void {
  const file = value(createProjectFile(path, sampleProject(8)));
  recordTitle(file, 'Theirs');
  file.close();
}

async function replaceOnce(
  { way, ending }: Round,
  setting: {
    readonly session: Session;
    readonly place: string;
    readonly theirs: string;
    readonly kind: Kind;
    readonly random: () => number;
  },
) {
  const { session, place, theirs, kind, random } = setting;
  const folder = join(place, 'shared');
  const path = join(folder, 'article.triptych');
  mkdirSync(folder);
  value(createProjectFile(path, sampleProject(8))).close();
  const ledger = new Ledger(digestOf(sampleProject(8)));
  const holder = hold(session, { path, kind, seed: Math.floor(random() * 2 ** 31), base: place });
  await holder.hear(2 + Math.floor(random() * 40));
  const put = replace(way, path, theirs);
  const at = way === 'folder moved' ? join(`${folder} moved`, 'article.triptych') : path;
  await setTimeout(Math.floor(random() * 60));
  if (ending === 'kill') await holder.kill();
  else {
    if (ending === 'edit on') await holder.hear(40);
    await holder.close();
  }
  for (const line of holder.said) ledger.note(line);
  const { acknowledged } = ledger;
  const isLost = !(ending === 'kill' && kind !== 'inPlace'
    ? isThereAgain(path, place, ledger)
    : isThere(place, ledger));
  const now = existsSync(at) ? readFileSync(at) : null;
  const isSame = put === null ? now === null : now !== null && now.equals(put);
  return { acknowledged, isLost, isDamaged: !isSame || (way === 'renamed over' && !opens(path)) };
}

/**
 * @returns what is there afterwards; null where nothing is. Of a file that is written into it is read where it was written: for a moment
 * ours may stand in its place, before it is seen to be another and put back.
 */
function replace(way: Round['way'], path: string, theirs: string): Buffer | null {
  const bytes = readFileSync(theirs);
  switch (way) {
    case 'renamed over':
      copyFileSync(theirs, `${path}.new`);
      renameSync(`${path}.new`, path);
      return bytes;
    case 'overwritten in place':
      writeFileSync(path, bytes);
      return bytes;
    case 'truncated': {
      const file = openSync(path, 'r+');
      ftruncateSync(file, Math.floor(fstatSync(file).size / 2));
      const left = readFileSync(file);
      closeSync(file);
      return left;
    }
    case 'deleted':
      rmSync(path);
      return null;
    case 'folder moved': {
      const folder = join(path, '..');
      renameSync(folder, `${folder} moved`);
      return readFileSync(join(`${folder} moved`, basename(path)));
    }
  }
}

/** Whether the next opening has everything, and a file has it when that is closed. */
function isThereAgain(path: string, place: string, ledger: Ledger): boolean {
  const opened = openWorking(path, placesIn(place), { user: null });
  if (!opened.ok) return false;
  const { file, close } = opened.value;
  const isPresent = ledger.accepts(digestOf(file.project()), file.history().position);
  close();
  return isPresent && isThere(place, ledger);
}

/** Whether some project lying about for the person to find holds what was acknowledged last. */
function isThere(place: string, ledger: Ledger): boolean {
  return ['shared', 'shared moved', 'documents']
    .map((name) => join(place, name))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((path) => path.endsWith('.triptych'))
    .some((path) => {
      const opened = openProjectFile(path, { readOnly: true });
      if (!opened.ok) return false;
      const isPresent = ledger.accepts(digestOf(opened.value.project()), opened.value.history().position);
      opened.value.close();
      return isPresent;
    });
}

function opens(path: string): boolean {
  const opened = openProjectFile(path, { readOnly: true });
  if (opened.ok) opened.value.close();
  return opened.ok;
}
