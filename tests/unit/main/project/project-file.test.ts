import fc from 'fast-check';
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createProjectFile, openProjectFile, type ProjectFile } from '../../../../main/project/project-file';
import { applyPatch } from '../../../../shared/patch/project-patch';
import type { Project } from '../../../../shared/model/project';
import {
  code,
  entry,
  lastEntries,
  recordTitle,
  sampleFlag,
  sampleProject,
  sampleRow,
  value,
} from './sample-project';

let folder: string;
let path: string;
const opened: ProjectFile[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'triptych-test-'));
  path = join(folder, 'статья.triptych');
});

afterEach(() => {
  for (const file of opened.splice(0)) file.close();
  rmSync(folder, { recursive: true });
});

function create(project = sampleProject()): ProjectFile {
  const file = value(createProjectFile(path, project));
  opened.push(file);
  return file;
}

function reopen(file: ProjectFile): ProjectFile {
  opened.splice(opened.indexOf(file), 1);
  file.close();
  const again = value(openProjectFile(path));
  opened.push(again);
  return again;
}

describe('a project file', () => {
  test('keeps what was said of findings, and forgets it with the undo', () => {
    const file = create();
    const said = { key: 'k', reason: 'other' as const, note: 'Атайын', author: 'Айгүл', time: 5 };
    value(file.record({ ...file.project(), dismissals: [said] }, entry('dismissFinding')));
    const again = reopen(file);
    expect(again.project().dismissals).toEqual([said]);
    value(again.undo());
    expect(reopen(again).project()).toEqual(sampleProject());
  });

  test('gives back what was put in, and is one file when closed', () => {
    const file = reopen(create());
    expect(file.project()).toEqual(sampleProject());
    expect(file.readOnly).toBe(null);
    expect(file.history()).toEqual({ undo: null, redo: null, position: 0 });
    recordTitle(file, 'Жаңы');
    reopen(file);
    opened.pop()?.close();
    expect(readdirSync(folder)).toEqual(['статья.triptych']);
  });

  test('is not created over another file', () => {
    writeFileSync(path, 'mine');
    expect(code(createProjectFile(path, sampleProject()))).toBe('projectExists');
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test('is not created in a folder that is not there', () => {
    const nowhere = join(folder, 'none', 'a.triptych');
    expect(code(createProjectFile(nowhere, sampleProject()))).toBe('folderNotWritable');
  });

  test('does not read the log a deleted project left under its name', () => {
    const file = create();
    recordTitle(file, 'Old');
    copyFileSync(`${path}-wal`, join(folder, 'log'));
    opened.pop()?.close();
    // What remains when the project of a crashed session is deleted: the log without it.
    rmSync(path);
    renameSync(join(folder, 'log'), `${path}-wal`);
    expect(reopen(create()).project()).toEqual(sampleProject());
  });

  test('is open once only, also under another name', () => {
    create();
    const link = join(folder, 'link.triptych');
    symlinkSync(path, link);
    expect(code(openProjectFile(path))).toBe('projectInUse');
    expect(code(openProjectFile(link))).toBe('projectInUse');
  });

  test('refuses changes once it was moved or deleted', () => {
    const file = create();
    renameSync(path, `${path}.moved`);
    expect(code(recordTitle(file, 'Lost'))).toBe('projectNotFound');
    expect(file.project().title).toBe(sampleProject().title);
    renameSync(`${path}.moved`, path);
    expect(code(recordTitle(file, 'Kept'))).toBe('ok');
  });

  test('remembers a view outside the history', () => {
    const file = create();
    expect(file.readView()).toBe(null);
    value(file.writeView({ columns: ['ky', 'ru'] }));
    const again = reopen(file);
    expect(again.readView()).toEqual({ columns: ['ky', 'ru'] });
    expect(again.history().position).toBe(0);
  });
});

describe('history', () => {
  test('undoes and redoes, and says what', () => {
    const file = create();
    recordTitle(file, 'One');
    const patch = value(recordTitle(file, 'Two'));
    expect(patch).toEqual({ title: 'Two' });
    expect(file.history()).toMatchObject({ undo: { label: 'Two', seq: 2 }, redo: null, position: 2 });
    const undone = value(file.undo());
    expect(undone.entry.label).toBe('Two');
    expect(undone.patches).toEqual([{ title: 'One' }]);
    expect(file.history()).toMatchObject({ undo: { label: 'One' }, redo: { label: 'Two' }, position: 1 });
    expect(value(file.redo()).patches).toEqual([patch]);
    expect(file.project().title).toBe('Two');
  });

  test('has an end on both sides', () => {
    const file = create();
    expect(code(file.undo())).toBe('commandRefused');
    expect(code(file.redo())).toBe('commandRefused');
  });

  test('takes a run of one group as one step', () => {
    const file = create();
    for (const [title, group] of [
      ['1', null],
      ['2', 'a'],
      ['3', 'a'],
      ['4', 'b'],
      ['5', 'a'],
      ['6', null],
      ['7', null],
    ] as const) {
      value(recordTitle(file, title, group));
    }
    const titles = [];
    while (file.history().undo) {
      value(file.undo());
      titles.push(file.project().title);
    }
    expect(titles).toEqual(['6', '5', '4', '3', '1', sampleProject().title]);
    const again = reopen(file);
    const forth = [];
    while (again.history().redo) {
      value(again.redo());
      forth.push(again.project().title);
    }
    expect(forth).toEqual(['1', '3', '4', '5', '6', '7']);
  });

  test('gives the patches of a group in the order they apply', () => {
    const file = create();
    for (const title of ['1', '2', '3']) recordTitle(file, title, 'g');
    expect(value(file.undo()).patches.map((patch) => patch.title)).toEqual(['2', '1', sampleProject().title]);
    expect(value(file.redo()).patches.map((patch) => patch.title)).toEqual(['1', '2', '3']);
  });

  test('forgets what was undone when something else is done', () => {
    const file = create();
    for (const title of ['1', '2', '3']) recordTitle(file, title);
    file.undo();
    file.undo();
    recordTitle(file, 'other');
    expect(code(file.redo())).toBe('commandRefused');
    expect(lastEntries(reopen(file), 9).map((line) => line.label)).toEqual(['other', '1']);
  });

  test('does not record what changes nothing', () => {
    const file = create();
    recordTitle(file, '1');
    file.undo();
    value(file.record({ ...file.project() }, entry('nothing')));
    expect(file.history()).toMatchObject({ position: 0, redo: { label: '1' } });
  });

  test('lists the newest entries, undone ones among them', () => {
    const file = create();
    for (const title of ['1', '2', '3']) recordTitle(file, title);
    file.undo();
    expect(lastEntries(file, 2)).toEqual([
      { seq: 3, label: '3', author: 'Айгүл', time: 1_700_000_000_000, group: null, undone: true },
      { seq: 2, label: '2', author: 'Айгүл', time: 1_700_000_000_000, group: null, undone: false },
    ]);
  });

  test('keeps out of the file what could not be read again', () => {
    const file = create();
    const [row] = file.project().rows;
    if (!row) throw new Error('no row');
    const rows = file.project().rows.with(0, { ...row, confidence: Number.NaN });
    expect(() => file.record({ ...file.project(), rows }, entry('bug'))).toThrow();
    expect(() =>
      file.record({ ...file.project(), rows: [...file.project().rows, sampleRow('r1')] }, entry('twice')),
    ).toThrow();
    expect(file.project()).toEqual(sampleProject());
    expect(reopen(file).project()).toEqual(sampleProject());
  });
});

describe('a copy', () => {
  test('holds everything, the history too', () => {
    const file = create();
    for (const title of ['1', '2', '3']) recordTitle(file, title);
    file.undo();
    const copyPath = join(folder, "it's a copy.triptych");
    value(file.saveCopy(copyPath));
    recordTitle(file, 'after');
    const copy = value(openProjectFile(copyPath));
    opened.push(copy);
    expect(copy.project().title).toBe('2');
    expect(value(copy.redo()).entry.label).toBe('3');
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('replaces no file, least of all the open one', () => {
    const file = create();
    expect(code(file.saveCopy(path))).toBe('projectExists');
    expect(file.project()).toEqual(sampleProject());
  });
});

/** Something a person might do, without regard to its sense. */
const change = fc.oneof(
  fc.record({ kind: fc.constant('title' as const), text: fc.string({ unit: 'binary' }) }),
  fc.record({ kind: fc.constant('edit' as const), at: fc.nat(), text: fc.string({ unit: 'binary' }) }),
  fc.record({ kind: fc.constant('rows' as const), at: fc.nat(), remove: fc.nat(3), insert: fc.nat(3) }),
  fc.record({ kind: fc.constant('swap' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('flag' as const), id: fc.nat(5), time: fc.nat(3) }),
  fc.record({ kind: fc.constant('unflag' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('undo' as const) }),
  fc.record({ kind: fc.constant('redo' as const) }),
  fc.record({ kind: fc.constant('reopen' as const) }),
);

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function changed(project: Project, what: Change, newId: string): Project {
  const { rows, flags } = project;
  const at = 'at' in what ? what.at % Math.max(1, rows.length) : 0;
  const row = rows[at];
  switch (what.kind) {
    case 'title':
      return { ...project, title: what.text };
    case 'edit':
      return row ? { ...project, rows: rows.with(at, { ...sampleRow(row.id, what.text) }) } : project;
    case 'rows': {
      const insert = Array.from({ length: what.insert }, (_, i) => sampleRow(`${newId}-${i}`));
      return { ...project, rows: rows.toSpliced(at, what.remove, ...insert) };
    }
    case 'swap': {
      const next = rows[at + 1];
      return row && next ? { ...project, rows: rows.with(at, next).with(at + 1, row) } : project;
    }
    case 'flag': {
      const flag = sampleFlag(`f${what.id}`, what.time);
      return { ...project, flags: [...flags.filter(({ id }) => id !== flag.id), flag] };
    }
    case 'unflag':
      return { ...project, flags: flags.filter((_, i) => i !== what.at % flags.length) };
    default:
      return project;
  }
}

test('whatever is done, the file is what memory is, and undo and redo lead back and forth', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 25 }), (changes) => {
      let file = create();
      let shown = file.project();
      for (const [i, what] of changes.entries()) {
        if (what.kind === 'undo' || what.kind === 'redo') {
          const stepped = file[what.kind]();
          if (stepped.ok) shown = stepped.value.patches.reduce(applyPatch, shown);
        } else if (what.kind === 'reopen') file = reopen(file);
        else {
          const after = changed(file.project(), what, `n${i}`);
          shown = applyPatch(shown, value(file.record(after, entry(what.kind, i % 3 === 0 ? null : 'g'))));
        }
        expect(file.project()).toEqual(shown);
      }
      file = reopen(file);
      expect(file.project()).toEqual(shown);
      while (file.history().redo) value(file.redo());
      const last = file.project();
      while (file.history().undo) value(file.undo());
      expect(file.project()).toEqual(sampleProject());
      while (file.history().redo) value(file.redo());
      expect(file.project()).toEqual(last);
      expect(reopen(file).project()).toEqual(last);
      opened.pop()?.close();
      rmSync(path);
    }),
    { numRuns: 40, seed: 7 },
  );
}, 60_000);
