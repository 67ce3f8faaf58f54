import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openProjectFile } from '../../main/project/project-file';
import { killed, type Moment, type Session } from './child';
import type { Kind } from './keeper';
import { randomFrom } from './random';

const IMAGE_BYTES = 48 * 2 ** 20;

/** ext4 writes by itself only after so many seconds: long after the power was cut. */
const OPTIONS = 'loop,commit=300';

/**
 * An ext4 file system in a file. What was written to it and not synced is in the memory of the kernel and not in the
 * file; so a copy of the file is what a disk holds when the power is cut.
 */
export interface PowerDisk {
  readonly folder: string;
  /** Cuts the power and switches it on again. Whoever writes to the disk has been killed before. */
  readonly cut: () => void;
  readonly remove: () => void;
}

/** Makes and mounts such a disk; null where mounting is not allowed. */
export function mountPowerDisk(): PowerDisk | null {
  const base = mkdtempSync(join(tmpdir(), 'triptych-power-'));
  const folder = join(base, 'disk');
  const image = join(base, 'image');
  const mount = () => execFileSync('mount', ['-o', OPTIONS, image, folder], { stdio: 'ignore' });
  const unmount = () => execFileSync('umount', [folder], { stdio: 'ignore' });
  try {
    mkdirSync(folder);
    writeFileSync(image, '');
    truncateSync(image, IMAGE_BYTES);
    execFileSync('mkfs.ext4', ['-q', '-F', image], { stdio: 'ignore' });
    mount();
  } catch {
    rmSync(base, { recursive: true });
    return null;
  }
  return {
    folder,
    cut: () => {
      const cut = join(base, 'cut');
      execFileSync('cp', ['--sparse=always', image, cut]);
      unmount();
      renameSync(cut, image);
      mount();
    },
    remove: () => {
      unmount();
      rmSync(base, { recursive: true });
    },
  };
}

/** What came of cutting the power while new files were made. */
export interface FileLosses {
  readonly rounds: number;
  readonly acknowledged: number;
  /** New projects that were acknowledged and are not there, or are there and not whole. */
  readonly projects: number;
  /** Exports that are neither what they were nor what they were to be. */
  readonly exports: number;
}

/** Cuts the power again and again while projects are made and a file is exported over the last one. */
export async function cutWhileMaking(options: {
  readonly session: Session;
  readonly disk: PowerDisk;
  readonly rounds: number;
  readonly kind: Kind;
  readonly seed: number;
  readonly moment: (random: () => number) => Moment;
}): Promise<FileLosses> {
  const { session, disk, rounds, kind, seed, moment } = options;
  const random = randomFrom(seed);
  const losses = { rounds: 0, acknowledged: 0, projects: 0, exports: 0 };
  let next = 1;
  for (let round = 0; round < rounds; round += 1) {
    const task = { mode: 'make', path: disk.folder, kind, seed: next } as const;
    const said = await killed(session, task, moment(random));
    disk.cut();
    const numbers = said.map((line) => Number(line.slice(2)));
    losses.rounds += 1;
    losses.acknowledged += numbers.length;
    const there = readdirSync(disk.folder).filter((name) => name.startsWith('new-'));
    losses.projects += numbers.filter((n) => !there.includes(`new-${n}.triptych`)).length;
    // One that was not acknowledged need not be there, but if it is, it is whole.
    losses.projects += there.filter(
      (name) => name.endsWith('.triptych') && !isWhole(join(disk.folder, name)),
    ).length;
    const last = numbers.at(-1) ?? 0;
    if (last > 0 && ![last, last + 1].includes(exported(disk.folder))) losses.exports += 1;
    next = last + 2;
    for (const name of there) rmSync(join(disk.folder, name), { force: true });
  }
  return losses;
}

function isWhole(path: string): boolean {
  const opened = openProjectFile(path);
  if (opened.ok) opened.value.close();
  return opened.ok;
}

/** The number an exported file holds; NaN where it is not whole. */
function exported(folder: string): number {
  try {
    const text = readFileSync(join(folder, 'export.txt'), 'utf8');
    const n = Number.parseInt(text, 10);
    return text === `${n} `.repeat(5000) ? n : Number.NaN;
  } catch {
    // It is gone.
    return Number.NaN;
  }
}
