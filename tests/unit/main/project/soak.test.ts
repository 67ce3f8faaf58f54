import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle } from '../../../../scripts/soak/bundle.mjs';
import type { Moment, Session } from '../../../soak/child';
import { copyOften } from '../../../soak/copies';
import { damageOften } from '../../../soak/damage';
import { killOften, NO_LOSSES } from '../../../soak/kill';
import { fillDisk } from '../../../soak/full-disk';
import { workLong } from '../../../soak/long-session';
import { replaceOften } from '../../../soak/replace';
import { cutWhileMaking, mountPowerDisk } from '../../../soak/power';
import { mountSmallDisk } from './small-disk';

/** Short forms of what `npm run soak` does at length. */
let folder: string;
let session: Session;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'triptych-test-'));
  session = await bundle(resolve(import.meta.dirname, '../../../soak/session.ts'), folder);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true }));

function afterSomeLines(random: () => number): Moment {
  return { lines: 1 + Math.floor(random() * 60), ms: 0 };
}

test('a killed session loses nothing it said was done, and undoing leads back to the start', async () => {
  const losses = await killOften({
    session,
    folder,
    rounds: 4,
    kind: 'triptych',
    seed: 7,
    moment: afterSomeLines,
  });
  expect(losses).toMatchObject(NO_LOSSES);
  expect(losses.acknowledged).toBeGreaterThan(20);
}, 120_000);

test('a file that others replace while it is open costs neither them nor us anything', async () => {
  const base = mkdtempSync(join(folder, 'replace-'));
  const replaced = await replaceOften(session, base, 1, 'triptych', 7);
  expect(replaced).toMatchObject({ rounds: 15, lost: 0, damaged: 0 });
  // Worked on where it lies, it is lost.
  expect((await replaceOften(session, base, 1, 'inPlace', 7)).lost).toBeGreaterThan(0);
}, 180_000);

test('a copy of the file alone is a whole state that was, whenever it is made', async () => {
  const copies = await copyOften(session, mkdtempSync(join(folder, 'copies-')), 60, 'usual', 7);
  expect(copies).toMatchObject({ copies: 60, unreadable: 0, wrong: 0 });
  expect(copies.behind).toBeLessThanOrEqual(5000);
}, 120_000);

test('the same is found wanting of a program that writes the whole file anew', async () => {
  const { unreadable, lost } = await killOften({
    session,
    folder,
    rounds: 60,
    kind: 'naive',
    seed: 7,
    // Just when something is about to be written.
    moment: (random) => ({ lines: 2, ms: 20 + Math.floor(random() * 60) }),
    untilLoss: true,
  });
  expect(unreadable + lost).toBe(1);
}, 120_000);

test('a damaged file is refused or tells what is wrong, and is never written to', () => {
  const damages = damageOften(mkdtempSync(join(folder, 'damage-')), 40, 7, 3);
  expect(damages).toMatchObject({ silent: 0, touched: 0 });
  expect(damages.recovered).toBeGreaterThan(5);
  // Without checksums wrong letters go unnoticed, sooner or later.
  const unsummed = [4, 1, 3, 5, 2].some(
    (seed) => damageOften(mkdtempSync(join(folder, 'damage-')), 25, seed, 2).silent > 0,
  );
  expect(unsummed).toBe(true);
}, 120_000);

test('a long session says at every moment what a simple model says', () => {
  const { actions, undone, redone, differences } = workLong(folder, 300, 7);
  expect(differences).toEqual([]);
  expect(actions).toBe(300);
  expect(Math.min(undone, redone)).toBeGreaterThan(10);
}, 120_000);

const small = mountSmallDisk(3);
if (small) {
  afterAll(() => small.unmount());

  test('on a full disk and without rights everything is refused whole, and possible again later', async () => {
    const older = resolve(import.meta.dirname, '../../../fixtures/projects/version-2.triptych');
    const tried = await fillDisk(small.folder, 3, older);
    expect(tried.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
    // Each that is tried with more and more space must have been refused at first.
    expect(tried.filter(({ needed, refused }) => needed > 0 && refused > 0)).toHaveLength(7);
  }, 120_000);
} else {
  console.warn('not run: a full disk, for this machine does not let the tests mount one');
}

const disk = mountPowerDisk();
if (disk) {
  afterAll(() => disk.remove());
  const cuts = { seed: 11, moment: afterSomeLines };

  test('a power cut loses nothing that was acknowledged', async () => {
    const options = { ...cuts, session, folder: disk.folder, rounds: 4, afterKill: disk.cut };
    const losses = await killOften({ ...options, kind: 'triptych' });
    expect(losses).toMatchObject(NO_LOSSES);
    expect(losses.acknowledged).toBeGreaterThan(20);
    // And it does cut the power: what was not synced is gone.
    expect((await killOften({ ...options, kind: 'unsynced', untilLoss: true })).lost).toBe(1);
  }, 120_000);

  test('a power cut leaves new projects and exports whole', async () => {
    const moment = (random: () => number) => ({ lines: 1 + Math.floor(random() * 5), ms: 0 });
    const options = { ...cuts, session, disk, moment };
    const losses = await cutWhileMaking({ ...options, rounds: 2, kind: 'triptych' });
    expect(losses).toMatchObject({ projects: 0, exports: 0 });
    const unsynced = await cutWhileMaking({ ...options, rounds: 2, kind: 'unsynced' });
    expect(unsynced.projects).toBeGreaterThan(0);
  }, 120_000);
} else {
  console.warn('not run: power cuts, for this machine does not let the tests mount a disk');
}
