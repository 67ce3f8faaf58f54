import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWorking, openWorkingInSteps } from '../../../../main/project/open-working';
import { createInSteps, createProjectFile } from '../../../../main/project/project-file';
import { fail } from '../../../../shared/model/failure';
import { placesIn } from './places-in';
import { sampleFlag, sampleProject, sampleRow } from './sample-project';

let folder = '';
let path = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'triptych-slices-'));
  path = join(folder, 'long.triptych');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(count: number): void {
  const created = createProjectFile(path, {
    ...sampleProject(),
    rows: Array.from({ length: count }, (_, n) => sampleRow(`r${n}`)),
    flags: Array.from({ length: count }, (_, n) => sampleFlag(`f${n}`)),
  });
  if (!created.ok) throw new Error(created.failure.code);
  created.value.close();
}

describe('opening a long project', () => {
  it('is done in steps, more of them the longer it is, which end at the whole of it', () => {
    write(3000);
    const steps = openWorkingInSteps(path, placesIn(folder), { user: null });
    const told: number[] = [];
    for (;;) {
      const step = steps.next();
      if (step.done) {
        if (!step.value.ok) throw new Error(step.value.failure.code);
        const { rows, flags } = step.value.value.file.project();
        expect(rows.map(({ id }) => id)).toEqual(Array.from({ length: 3000 }, (_, n) => `r${n}`));
        expect(flags).toHaveLength(3000);
        step.value.value.close();
        break;
      }
      told.push(step.value);
    }
    expect(told.length).toBeGreaterThan(12);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
  });

  it('leaves nothing open, locked or copied where it is stopped', () => {
    write(500);
    const places = placesIn(folder);
    for (let taken = 0; ; taken += 1) {
      const steps = openWorkingInSteps(path, places, { user: 'A' });
      let step = steps.next();
      for (let n = 0; n < taken && !step.done; n += 1) step = steps.next();
      if (step.done) {
        if (step.value.ok) step.value.value.close();
        expect(taken).toBeGreaterThan(3);
        break;
      }
      steps.return({ ok: false, failure: { code: 'jobCancelled', params: {} } });
      expect(readdirSync(folder).filter((name) => name.includes('lock'))).toEqual([]);
      const opened = openWorking(path, places, { user: 'A' });
      if (!opened.ok) throw new Error(opened.failure.code);
      expect(opened.value.file.readOnly).toBeNull();
      opened.value.close();
    }
  });
});

describe('making a long project', () => {
  const long = (count: number) => ({
    ...sampleProject(),
    rows: Array.from({ length: count }, (_, n) => sampleRow(`r${n}`)),
    flags: Array.from({ length: count }, (_, n) => sampleFlag(`f${n}`)),
  });
  const stepsOf = (count: number) => {
    const steps = createInSteps(join(folder, `${count}.triptych`), long(count));
    for (let taken = 0; ; taken += 1) {
      const step = steps.next();
      if (!step.done) continue;
      if (!step.value.ok) throw new Error(step.value.failure.code);
      const { rows, flags } = step.value.value.project();
      expect(rows).toEqual(long(count).rows);
      expect(flags).toHaveLength(count);
      step.value.value.close();
      return taken;
    }
  };

  it('is done in steps, more of them the longer it is', () => {
    const [few, many] = [stepsOf(500), stepsOf(3000)];
    // Some to write it, some to read it again.
    expect(many).toBeGreaterThan(few + 12);
  });

  it('leaves no file and no lock where it is stopped', () => {
    for (let taken = 0; ; taken += 1) {
      const steps = createInSteps(path, long(500));
      let step = steps.next();
      for (let n = 0; n < taken && !step.done; n += 1) step = steps.next();
      if (step.done) {
        if (step.value.ok) step.value.value.close();
        expect(taken).toBeGreaterThan(4);
        return;
      }
      steps.return(fail('jobCancelled'));
      expect(readdirSync(folder)).toEqual([]);
    }
  });
});
