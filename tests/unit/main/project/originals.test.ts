import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Database } from '../../../../main/project/database';
import { packOriginal, unpackOriginal } from '../../../../main/project/originals';
import { createProjectFile, openProjectFile } from '../../../../main/project/project-file';
import { recoverProject } from '../../../../main/project/recover-project';
import type { Project } from '../../../../shared/model/project';
import { code, sampleProject, value } from './sample-project';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'triptych-test-'));
  path = join(folder, 'a.triptych');
});

afterEach(() => rmSync(folder, { recursive: true }));

/** More than fits in one row of the table, and not compressible. */
const FILE = Buffer.concat(
  Array.from({ length: 30_000 }, (_, n) => createHash('sha256').update(String(n)).digest()),
);

const HASH = createHash('sha256').update(FILE).digest('hex');

function withOriginal(): Project {
  const project = sampleProject();
  const { ru } = project.origins;
  if (!ru) throw new Error('no origin');
  return {
    ...project,
    origins: { ...project.origins, ru: { ...ru, original: { hash: HASH, format: 'docx', leftOut: [2] } } },
  };
}

test('the file of a version is kept once, and goes with a copy and with what is recovered', async () => {
  const original = await packOriginal(HASH, FILE);
  const file = value(createProjectFile(path, withOriginal(), null, [original, original]));
  value(file.keepOriginal(original));
  expect(Buffer.from(value(unpackOriginal(file.packedOriginal(HASH)))).equals(FILE)).toBe(true);
  value(file.saveCopy(join(folder, 'copy.triptych')));
  file.close();

  const remark = { note: '', author: '', time: 1 };
  const { made, salvaged } = value(recoverProject(path, mkdtempSync(join(folder, 'r-')), remark));
  expect(salvaged.lossy).toBe(false);
  for (const at of [join(folder, 'copy.triptych'), made]) {
    const other = value(openProjectFile(at, { readOnly: true }));
    expect(Buffer.from(value(unpackOriginal(other.packedOriginal(HASH)))).equals(FILE)).toBe(true);
    expect(other.project().origins.ru?.original).toEqual({ hash: HASH, format: 'docx', leftOut: [2] });
    other.close();
  }
});

test('a file that is missing, damaged or made to fill the memory is not believed', async () => {
  const file = value(createProjectFile(path, withOriginal(), null, [await packOriginal(HASH, FILE)]));
  expect(code(unpackOriginal(file.packedOriginal('00')))).toBe('originalMissing');
  file.close();
  const db = new Database(path, { readOnly: false });
  db.run`UPDATE original SET body = ${Buffer.from('x')} WHERE part = 1`;
  db.close();
  const damaged = value(openProjectFile(path));
  expect(code(unpackOriginal(damaged.packedOriginal(HASH)))).toBe('originalMissing');
  damaged.close();
  const { made, salvaged } = value(
    recoverProject(path, mkdtempSync(join(folder, 'r-')), { note: '', author: '', time: 1 }),
  );
  expect(salvaged.lossy).toBe(true);
  const recovered = value(openProjectFile(made));
  expect(recovered.project().origins.ru?.original).toBeUndefined();
  recovered.close();
  const bomb = deflateRawSync(Buffer.alloc(60 * 2 ** 20));
  expect(code(unpackOriginal({ hash: HASH, packed: bomb }))).toBe('originalMissing');
});
