import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createProjectFile, openProjectFile, type ProjectFile } from '../../../../main/project/project-file';
import { writeFileAtomically } from '../../../../main/system/write-file-atomically';
import { openWorking } from '../../../../main/project/open-working';
import { placesIn } from './places-in';
import { code, entry, recordTitle, sampleProject, sampleRow, value } from './sample-project';
import { canMountDisks, mountSmallDisk, type SmallDisk } from './small-disk';

if (canMountDisks()) {
  let disk: SmallDisk;
  let file: ProjectFile | null;

  beforeEach(() => {
    const mounted = mountSmallDisk(2);
    if (!mounted) throw new Error('no disk');
    disk = mounted;
    file = null;
  });

  afterEach(() => {
    file?.close();
    disk.unmount();
  });

  function free(): number {
    const { bavail, bsize } = statfsSync(disk.folder);
    return bavail * bsize;
  }

  /** Takes all the space but some bytes; deleting the file gives it back. */
  function fillDisk(leave = 0): string {
    const ballast = join(disk.folder, 'ballast');
    writeFileSync(ballast, Buffer.alloc(free() - leave));
    return ballast;
  }

  describe('on a full disk', () => {
    test('a change is refused whole, and possible again when there is space', () => {
      const path = join(disk.folder, 'a.triptych');
      file = value(createProjectFile(path, sampleProject()));
      recordTitle(file, 'before');
      const ballast = fillDisk(40_000);
      const big = 'ө'.repeat(10_000);
      let kept = 'before';
      let failure = 'ok';
      for (let i = 0; i < 100 && failure === 'ok'; i += 1) {
        failure = code(recordTitle(file, `${i} ${big}`));
        if (failure === 'ok') kept = `${i} ${big}`;
      }
      expect(failure).toBe('diskFull');
      expect(file.project().title).toBe(kept);
      expect(file.history().undo?.label).toBe(kept);
      expect(code(recordTitle(file, big))).toBe('diskFull');
      expect(code(file.writeView({ columns: big.repeat(10) }))).toBe('diskFull');

      rmSync(ballast);
      expect(code(recordTitle(file, 'after'))).toBe('ok');
      const { position } = file.history();
      file.close();
      file = value(openProjectFile(path));
      expect(file.project().title).toBe('after');
      expect(file.history().position).toBe(position);
      value(file.undo());
      expect(file.project().title).toBe(kept);
    });

    test('a project can be closed, and opens later with everything in it', () => {
      const path = join(disk.folder, 'a.triptych');
      file = value(createProjectFile(path, sampleProject()));
      // Enough that the file has to grow when the log is folded into it.
      const rows = Array.from({ length: 60 }, (_, i) => sampleRow(`new${i}`, 'сөз '.repeat(500)));
      value(file.record({ ...file.project(), rows }, entry('many rows')));
      const ballast = fillDisk();
      file.close();
      file = null;
      expect(readdirSync(disk.folder)).toContain('a.triptych-wal');
      rmSync(ballast);
      file = value(openProjectFile(path));
      expect(file.project().rows).toEqual(rows);
      value(file.undo());
      expect(file.project()).toEqual(sampleProject());
    });

    test('neither a new project nor a copy leaves anything behind', () => {
      const path = join(disk.folder, 'a.triptych');
      file = value(createProjectFile(path, sampleProject(300)));
      fillDisk(20_000);
      expect(code(file.saveCopy(join(disk.folder, 'b.triptych')))).toBe('diskFull');
      expect(code(createProjectFile(join(disk.folder, 'c.triptych'), sampleProject()))).toBe('diskFull');
      expect(readdirSync(disk.folder).sort()).toEqual(['a.triptych', 'a.triptych-wal', 'ballast']);
    });

    test('an older project that cannot be written anew there is read', () => {
      const old = resolve(import.meta.dirname, '../../../fixtures/projects/version-3-worked.triptych');
      const folder = mkdtempSync(join(tmpdir(), 'triptych-test-'));
      const path = join(folder, 'old.triptych');
      copyFileSync(old, path);
      fillDisk(statSync(path).size + 16_384);
      const working = value(openWorking(path, placesIn(disk.folder), { user: null }));
      expect(working.file.readOnly).toEqual({ kind: 'notWritable' });
      expect(working.file.history().position).toBeGreaterThan(0);
      working.close();
      expect(readdirSync(join(disk.folder, 'working'))).toEqual([]);
      expect(readFileSync(path)).toEqual(readFileSync(old));
      rmSync(folder, { recursive: true });
    });

    test('an export leaves the old file as it was', async () => {
      const path = join(disk.folder, 'статья.docx');
      value(await writeFileAtomically(path, Buffer.from('old')));
      fillDisk(5000);
      const before = readdirSync(disk.folder);
      expect(code(await writeFileAtomically(path, Buffer.alloc(100_000)))).toBe('diskFull');
      expect(readFileSync(path, 'utf8')).toBe('old');
      expect(readdirSync(disk.folder)).toEqual(before);
    });
  });

  describe('on a read-only disk', () => {
    test('a project is opened for reading', () => {
      const path = join(disk.folder, 'a.triptych');
      const writable = value(createProjectFile(path, sampleProject()));
      recordTitle(writable, 'Title');
      writable.close();
      disk.remountReadOnly();
      file = value(openProjectFile(path));
      expect(file.readOnly).toEqual({ kind: 'notWritable' });
      expect(file.project().title).toBe('Title');
      expect(code(recordTitle(file, 'Other'))).toBe('projectReadOnly');
      expect(code(file.undo())).toBe('projectReadOnly');
      expect(code(file.saveCopy(join(disk.folder, 'b.triptych')))).toBe('folderNotWritable');
    });

    test('nothing can be written', async () => {
      disk.remountReadOnly();
      const path = join(disk.folder, 'a');
      expect(code(await writeFileAtomically(path, Buffer.from('x')))).toBe('folderNotWritable');
      expect(code(createProjectFile(path, sampleProject()))).toBe('folderNotWritable');
    });
  });
}
