import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
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

test('what is given up is in the way of nothing, and leaves nothing', async () => {
  const folder = join(base, 'working');
  const shared = join(base, 'shared');
  for (const each of [folder, shared]) mkdirSync(each);
  const database = join(folder, 'project.triptych');
  const file = value(createProjectFile(database, sampleProject()));
  const place = new OwnPlace({ path: join(shared, 'article.triptych'), ours: [] }, null);
  const manifest = { home: place.remembered(), beside: null, mode: 0o644 };
  const carrier = new StateCarrier(file, { folder, database, manifest }, () => manifest);
  for (let n = 0; n < 60; n += 1) {
    recordTitle(file, `Title ${n}`);
    const begun = carrier.bring(place);
    carrier.cancel();
    if (n % 2 === 0) expect(value(carrier.bringNow(place))).toBe('there');
    else expect(value(await carrier.bring(place))).toBe('there');
    expect(value(await begun)).toBe('stopped');
  }
  expect(code(carrier.bringNow(new OwnPlace({ path: place.path, ours: [] }, null)))).toBe('projectExists');
  carrier.end();
  file.close();
  carrier.release();
  place.letGo();
  expect(readdirSync(shared)).toEqual(['article.triptych']);
});
