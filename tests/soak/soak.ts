import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mountSmallDisk } from '../unit/main/project/small-disk';
import type { Moment, Session } from './child';
import { copyOften, type Copies } from './copies';
import { measureCost } from './cost';
import { damageOften, type Damages } from './damage';
import { fillDisk } from './full-disk';
import { killOften, type Losses } from './kill';
import { mergeOften } from './merge';
import { measureLong, workLong } from './long-session';
import { replaceOften, type Replacements } from './replace';
import { cutWhileMaking, mountPowerDisk, type PowerDisk } from './power';

/**
 * The full forms of the tests of `tests/unit/main/project/soak.test.ts`, printed as a Markdown table. Run by
 * `npm run soak`, which bundles it and `session.ts`, and says how large the run is to be: 1 is the full one.
 */

/** A row of the table: what was done, how often, what came of it, and whether that is as it must be. */
type Line = readonly [what: string, times: string, came: string, verdict: string];

const [script = '', version2 = '', share = '1', ...wanted] = process.argv.slice(2);
const session: Session = { script, env: process.env };
const SEED = 20_261;

function times(full: number): number {
  return Math.max(2, Math.round(full * Number(share)));
}

/** Somewhere in the work, also while the process starts and the project is being opened. */
function anyMoment(random: () => number): Moment {
  return random() < 0.15
    ? { msFromStart: Math.floor(random() * 900) }
    : { lines: 1 + Math.floor(random() * 90), ms: Math.floor(random() * 15) };
}

/** Just when something is about to be written. */
function whenWriting(random: () => number): Moment {
  return { lines: 2, ms: 20 + Math.floor(random() * 60) };
}

function tellLosses({ acknowledged, unreadable, lost, broken }: Losses): string {
  return `${acknowledged} acknowledged; unreadable ${unreadable}, lost ${lost}, undo broken ${broken}`;
}

function verdict(isRight: boolean): string {
  return isRight ? 'as promised' : 'FAILED';
}

function controlVerdict(isFound: boolean): string {
  return isFound ? 'noticed, as it must be' : 'FAILED: not noticed';
}

async function killing(folder: string): Promise<readonly Line[]> {
  const base = { session, folder, seed: SEED } as const;
  const real = await killOften({ ...base, rounds: times(500), kind: 'triptych', moment: anyMoment });
  const naive = await killOften({
    ...base,
    rounds: Math.max(10, times(30)),
    kind: 'naive',
    moment: whenWriting,
  });
  const losses = real.unreadable + real.lost + real.broken;
  const told = `${real.rounds} times`;
  return [
    ['`kill -9` while editing', told, tellLosses(real), verdict(losses === 0)],
    [
      'control: the whole file written anew',
      `${naive.rounds} times`,
      `unreadable ${naive.unreadable}, lost ${naive.lost}`,
      controlVerdict(naive.unreadable + naive.lost > 0),
    ],
  ];
}

async function replacing(folder: string): Promise<readonly Line[]> {
  const tell = ({ acknowledged, lost, damaged }: Replacements) =>
    `${acknowledged} acknowledged; lost ${lost}, theirs changed ${damaged}`;
  const real = await replaceOften(session, folder, times(100), 'triptych', SEED);
  const inPlace = await replaceOften(session, folder, times(5), 'inPlace', SEED);
  return [
    [
      'the file of an open project replaced: 5 ways, then closed, killed or edited on',
      `${real.rounds} times`,
      tell(real),
      verdict(real.lost + real.damaged === 0),
    ],
    [
      'control: the file itself is worked on',
      `${inPlace.rounds} times`,
      tell(inPlace),
      controlVerdict(inPlace.lost > 0),
    ],
  ];
}

async function copying(folder: string): Promise<readonly Line[]> {
  const tell = ({ unreadable, wrong, behind, missing }: Copies) =>
    `unreadable ${unreadable}, wrong ${wrong}; at most ${(behind / 1000).toFixed(1)} s behind (${missing} changes)`;
  const isRight = ({ unreadable, wrong, behind }: Copies) => unreadable + wrong === 0 && behind <= 5000;
  const copies = Math.max(300, times(1000));
  const real = await copyOften(session, folder, copies, 'usual', SEED);
  const inPlace = await copyOften(session, folder, copies, 'inPlace', SEED);
  return [
    ['the file alone copied while it is worked on', `${copies} times`, tell(real), verdict(isRight(real))],
    [
      'control: the file itself is worked on',
      `${copies} times`,
      tell(inPlace),
      controlVerdict(!isRight(inPlace)),
    ],
  ];
}

/** Times are told and not judged: they are of the computer as well. */
async function costing(folder: string): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for (const rows of [100, 10_000]) {
    const cost = await measureCost(folder, rows, times(200));
    const [p95, inPlace, pause, idle, closing] = [
      ...[cost.p95, cost.inPlace, cost.pause, cost.idle, cost.closing].map((ms) => ms.toFixed(1)),
    ];
    lines.push([
      `edits while the file is brought up to date, 3 x ${rows} paragraphs`,
      `${cost.edits} edits`,
      `p95 ${p95} ms (without it ${inPlace}); longest pause between edits ${pause} ms (idle ${idle}); closing ${closing} ms`,
      '',
    ]);
  }
  return lines;
}

async function cutting(disk: PowerDisk): Promise<readonly Line[]> {
  const base = { session, folder: disk.folder, seed: SEED, afterKill: disk.cut, moment: anyMoment } as const;
  const real = await killOften({ ...base, rounds: times(200), kind: 'triptych' });
  const unsynced = await killOften({ ...base, rounds: times(20), kind: 'unsynced' });
  const making = {
    session,
    disk,
    seed: SEED,
    moment: (random: () => number) => ({
      lines: 1 + Math.floor(random() * 6),
      ms: Math.floor(random() * 30),
    }),
  };
  const made = await cutWhileMaking({ ...making, rounds: times(50), kind: 'triptych' });
  const unmade = await cutWhileMaking({ ...making, rounds: times(10), kind: 'unsynced' });
  return [
    [
      'power cut while editing (ext4 in a loop device)',
      `${real.rounds} times`,
      tellLosses(real),
      verdict(real.unreadable + real.lost + real.broken === 0),
    ],
    [
      'control: nothing waits for the disk',
      `${unsynced.rounds} times`,
      `unreadable ${unsynced.unreadable}, lost ${unsynced.lost}`,
      controlVerdict(unsynced.lost > 0),
    ],
    [
      'power cut while projects and exports are made',
      `${made.rounds} times`,
      `${made.acknowledged} acknowledged; projects missing or not whole ${made.projects}, exports not whole ${made.exports}`,
      verdict(made.projects + made.exports === 0),
    ],
    [
      'control: nothing waits for the disk',
      `${unmade.rounds} times`,
      `projects missing or not whole ${unmade.projects}, exports not whole ${unmade.exports}`,
      controlVerdict(unmade.projects > 0),
    ],
  ];
}

async function filling(folder: string): Promise<readonly Line[]> {
  return (await fillDisk(folder, Number(share) >= 1 ? 1 : 8, version2)).map(
    ({ name, refused, needed, wrong }): Line => [
      `full disk: ${name.charAt(0).toLowerCase()}${name.slice(1)}`,
      `${refused} refusals`,
      wrong.length > 0
        ? wrong.join('; ')
        : needed > 0
          ? `done with ${needed / 1024} KB free`
          : 'nothing lost',
      verdict(wrong.length === 0),
    ],
  );
}

function damaging(folder: string): readonly Line[] {
  const tell = ({ opened, historyRefused, recovered, beyondRepair, silent, touched }: Damages) =>
    `unharmed ${opened}, undo stops ${historyRefused}, recovered ${recovered}, beyond repair ${beyondRepair}; untold ${silent}, overwritten ${touched}`;
  const rounds = times(1000);
  const real = damageOften(mkdtempSync(join(folder, 'damage-')), rounds, SEED, 3);
  const oldRounds = Math.max(60, times(200));
  const old = damageOften(mkdtempSync(join(folder, 'damage-')), oldRounds, SEED, 2);
  return [
    [
      'damaged files: bits, bytes, stretches, pages, ends',
      `${rounds} times`,
      tell(real),
      verdict(real.silent + real.touched === 0),
    ],
    [
      'control: a file of version 2, without checksums',
      `${oldRounds} times`,
      tell(old),
      controlVerdict(old.silent > 0 && old.touched === 0),
    ],
  ];
}

function working(folder: string): readonly Line[] {
  const long = workLong(folder, times(10_000), SEED);
  const lines: Line[] = [
    [
      'random commands against a simple model',
      `${long.actions} actions`,
      `${long.undone} undone, ${long.redone} redone; differences ${long.differences.length}`,
      verdict(long.differences.length === 0),
    ],
  ];
  const { gc } = globalThis;
  if (!gc) return [...lines, notRun('memory and speed', 'Node was started without --expose-gc')];
  const { early, late, before, after } = measureLong(folder, () => void gc());
  const [mb, mbAfter] = [before, after].map((bytes) => (bytes / 2 ** 20).toFixed(1));
  const grown = (100 * (after - before)) / before;
  lines.push(
    [
      'memory after 1,000 edits and closing',
      'once',
      `${mb} MB before, ${mbAfter} MB after: ${grown.toFixed(1)}%`,
      verdict(grown <= 10),
    ],
    [
      'edits 951 to 1,000 against 1 to 50',
      'once',
      `${late.toFixed(2)} ms against ${early.toFixed(2)} ms: ${(late / early).toFixed(2)}`,
      verdict(late / early <= 1.2),
    ],
  );
  return lines;
}

function merging(): readonly Line[] {
  const rounds = times(20_000);
  const wrong = mergeOften(rounds, SEED);
  const came = wrong.length === 0 ? 'no word lost or doubled, no order that matters' : wrong.join('; ');
  return [
    ['two or three copies merged after random changes', `${rounds} times`, came, verdict(wrong.length === 0)],
  ];
}

function notRun(what: string, why: string): Line {
  return [what, '', `not run: ${why}`, ''];
}

const NO_MOUNT = 'mounting a disk is not allowed here (run as root on Linux)';

async function onPowerDisk(): Promise<readonly Line[]> {
  const disk = mountPowerDisk();
  if (!disk) return [notRun('power cuts', NO_MOUNT)];
  try {
    return await cutting(disk);
  } finally {
    disk.remove();
  }
}

async function onSmallDisk(): Promise<readonly Line[]> {
  const disk = mountSmallDisk(3);
  if (!disk) return [notRun('full disk', NO_MOUNT)];
  try {
    return await filling(disk.folder);
  } finally {
    disk.unmount();
  }
}

/** What can be run alone, by the names of `scripts/soak.mjs`. */
const PARTS: Readonly<Record<string, (folder: string) => Promise<readonly Line[]> | readonly Line[]>> = {
  kill: killing,
  replace: replacing,
  copies: copying,
  power: onPowerDisk,
  disk: onSmallDisk,
  damage: damaging,
  long: working,
  cost: costing,
  merge: merging,
};

async function soak(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'triptych-soak-'));
  const lines: Line[] = [];
  const add = (more: readonly Line[]) => {
    lines.push(...more);
    for (const line of more) console.error(line.join(' | '));
  };
  try {
    for (const [name, run] of Object.entries(PARTS)) {
      if (wanted.length === 0 || wanted.includes(name)) add(await run(folder));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`\n| what | how often | what came of it | |\n| --- | --- | --- | --- |`);
  for (const line of lines) console.log(`| ${line.join(' | ')} |`);
  return lines.some(([, , , said]) => said.startsWith('FAILED')) ? 1 : 0;
}

void soak().then((code) => {
  process.exitCode = code;
});
