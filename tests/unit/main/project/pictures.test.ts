import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mergeCopies, markOf } from '../../../../main/merge/merge-copy';
import { packOriginal, unpackOriginal, unpackSlowly } from '../../../../main/project/originals';
import { createProjectFile, openProjectFile } from '../../../../main/project/project-file';
import { recoverProject } from '../../../../main/project/recover-project';
import type { Project } from '../../../../shared/model/project';
import { applyCommand } from '../../../../shared/commands/command';
import { makePng } from '../../../fixtures/make-picture';
import { sampleProject, value } from './sample-project';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'triptych-test-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const DAM = makePng(60, 40);
const MAP = makePng(30, 40, 0xff0000);

function withPicture(project: Project, bytes: Uint8Array): Project {
  const [row, ...others] = project.rows;
  if (!row) throw new Error('no row');
  const picture = { hash: hashOf(bytes), kind: 'png', address: 'a.png', width: 60, height: 40 } as const;
  const blank = {
    role: 'picture',
    text: '',
    marks: [],
    label: '',
    depth: 0,
    cell: null,
    imported: null,
  } as const;
  const cell = {
    ...row.cells.ru,
    paragraphs: [...row.cells.ru.paragraphs, { id: 'picture', ...blank, picture }],
  };
  return { ...project, rows: [{ ...row, cells: { ...row.cells, ru: cell } }, ...others] };
}

/** A project with one picture now, and another in a snapshot only. */
function withPictures(): Project {
  const before = value(
    applyCommand(
      withPicture(sampleProject(), MAP),
      { type: 'takeSnapshot', snapshotId: 's1', name: 'Before' },
      { author: 'А', time: 1 },
    ),
  );
  const after = value(
    applyCommand(before, { type: 'removeParagraph', paragraphId: 'picture' }, { author: 'А', time: 2 }),
  );
  return withPicture(after, DAM);
}

const packed = async () => [await packOriginal(hashOf(DAM), DAM), await packOriginal(hashOf(MAP), MAP)];

test('pictures go with a copy and with what is recovered, those of snapshots as well, and are kept once', async () => {
  const path = join(folder, 'a.triptych');
  const [dam, map] = await packed();
  const file = value(createProjectFile(path, withPictures(), null, dam && map ? [dam, map, dam] : []));
  if (dam) for (let n = 0; n < 50; n += 1) value(file.keepOriginal(dam));
  value(file.saveCopy(join(folder, 'copy.triptych')));
  file.close();
  expect(statSync(path).size).toBeLessThan(200_000);
  const remark = { note: '', author: '', time: 1 };
  const { made, salvaged } = value(recoverProject(path, mkdtempSync(join(folder, 'r-')), remark));
  expect(salvaged.lossy).toBe(false);
  for (const at of [join(folder, 'copy.triptych'), made]) {
    const other = value(openProjectFile(at, { readOnly: true }));
    for (const bytes of [DAM, MAP])
      expect(Buffer.from(value(unpackOriginal(other.packedOriginal(hashOf(bytes)))))).toEqual(bytes);
    expect(await unpackSlowly(other.packedOriginal(hashOf(DAM)))).toEqual(DAM);
    other.close();
  }
});

test('what is not as it was is no picture', async () => {
  const [dam] = await packed();
  expect(await unpackSlowly(dam ? { ...dam, hash: hashOf(MAP) } : null)).toBeNull();
  expect(await unpackSlowly({ hash: hashOf(DAM), packed: Buffer.from('no') })).toBeNull();
  expect(await unpackSlowly(null)).toBeNull();
});

test('merging a copy brings the pictures that only the copy has', async () => {
  const [dam, map] = await packed();
  const project = withPictures();
  const [ours, theirs] = [join(folder, 'ours.triptych'), join(folder, 'theirs.triptych')];
  const own = value(createProjectFile(ours, project, null, map ? [map] : []));
  const at = markOf(own);
  own.close();
  value(createProjectFile(theirs, project, null, dam && map ? [dam, map] : [])).close();
  const by = { author: 'А', time: 3 };
  const merged = value(
    mergeCopies({ ours: { path: ours, at }, theirs, by, language: 'en', choices: null }, () => {}),
  );
  expect(merged.files.map(({ hash }) => hash)).toEqual([hashOf(DAM)]);
});
