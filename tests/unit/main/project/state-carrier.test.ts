import { createHook } from 'node:async_hooks';
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { OwnPlace } from '../../../../main/project/own-place';
import { createProjectFile } from '../../../../main/project/project-file';
import { StateCarrier } from '../../../../main/project/state-carrier';
import { code, recordTitle, sampleProject, value } from './sample-project';

let base: string;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'triptych-test-'));
});

afterEach(() => rmSync(base, { recursive: true }));

/** How often something goes on only after others had their turn: each answer of the disk waits for who is busy then. */
async function countTurns(work: () => Promise<void>): Promise<number> {
  let turns = 0;
  const init = (_: number, type: string) => {
    if (type.startsWith('FSREQ')) turns += 1;
  };
  const hook = createHook({ init }).enable();
  await work();
  hook.disable();
  return turns;
}

/** A project in a working copy, and what brings its states to an empty place. */
function begin() {
  const folder = join(base, 'working');
  const shared = join(base, 'shared');
  for (const each of [folder, shared]) mkdirSync(each);
  const database = join(folder, 'project.triptych');
  const file = value(createProjectFile(database, sampleProject()));
  const place = new OwnPlace({ path: join(shared, 'article.triptych'), ours: [] }, null);
  const manifest = { home: place.remembered(), beside: null, mode: 0o644 };
  const carrier = new StateCarrier(file, { folder, database, manifest }, () => manifest);
  const end = () => {
    carrier.end();
    file.close();
    carrier.release();
    place.letGo();
  };
  return { shared, file, place, carrier, end };
}

test('a large state is not held up by everything that is done meanwhile', async () => {
  const { file, place, carrier, end } = begin();
  for (let n = 0; n < 4; n += 1) recordTitle(file, `${n} ${'x'.repeat(2_000_000)}`);
  const turns = await countTurns(async () => {
    expect(value(await carrier.bring(place))).toBe('there');
  });
  expect(lstatSync(place.path).size).toBeGreaterThan(10 * 2 ** 20);
  expect(turns).toBeLessThan(25);
  end();
});

test('what is given up is in the way of nothing, and leaves nothing', async () => {
  const { shared, file, place, carrier, end } = begin();
  for (let n = 0; n < 60; n += 1) {
    recordTitle(file, `Title ${n}`);
    const begun = carrier.bring(place);
    carrier.cancel();
    if (n % 2 === 0) expect(value(carrier.bringNow(place))).toBe('there');
    else expect(value(await carrier.bring(place))).toBe('there');
    expect(value(await begun)).toBe('stopped');
  }
  expect(code(carrier.bringNow(new OwnPlace({ path: place.path, ours: [] }, null)))).toBe('projectExists');
  end();
  expect(readdirSync(shared)).toEqual(['article.triptych']);
});
