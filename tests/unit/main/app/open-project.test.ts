import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { OpenProject } from '../../../../main/app/open-project';
import { Database } from '../../../../main/project/database';
import { createProjectFile } from '../../../../main/project/project-file';
import { finish } from '../../../../main/system/steps';
import { fail } from '../../../../shared/model/failure';
import type { Command } from '../../../../shared/commands/command';
import { placesIn } from '../project/places-in';
import { code, correctSums, sampleProject, value } from '../project/sample-project';

let folder: string;
let path: string;
let open: OpenProject | null = null;
let clock = 0;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'triptych-test-'));
  path = join(folder, 'макала.triptych');
  value(createProjectFile(path, sampleProject())).close();
});

afterEach(() => {
  stop();
  rmSync(folder, { recursive: true });
});

function stop(): void {
  open?.close();
  open = null;
}

/** Opens the project as somebody, who looks at its first row as the window does. */
function start(author: string): OpenProject {
  stop();
  open = value(OpenProject.open(path, author, () => {}, join(folder, 'backups'), placesIn(folder)));
  open.select('r1');
  return open;
}

function write(project: OpenProject, author: string, text: string, paragraphId = 'r1-en'): void {
  clock += 1;
  const content = { text, marks: [] };
  value(
    project.change({ type: 'editParagraph', paragraphId, content }, { author, time: clock, group: null }),
  );
}

function textAt(project: OpenProject, seq: number | 'session', paragraphId = 'r1-en'): string | undefined {
  return value(project.textsAt(seq)).find((each) => each.paragraphId === paragraphId)?.content.text;
}

describe('the texts of an earlier time', () => {
  test('are worked out for every change, also for those that are undone', () => {
    const project = start('Айгүл');
    for (const text of ['One', 'Two', 'Three']) write(project, 'Айгүл', text);
    const history = ['Reputation', 'One', 'Two', 'Three'];
    expect(history.map((_, seq) => textAt(project, seq))).toEqual(history);
    value(project.undo());
    value(project.undo());
    expect(history.map((_, seq) => textAt(project, seq))).toEqual(history);
    expect(code(project.textsAt(4))).toBe('commandRefused');
  });

  test('know rows that have since been merged', () => {
    const project = start('Айгүл');
    value(project.change({ type: 'mergeRows', rowId: 'r1' }, { author: 'Айгүл', time: 1, group: null }));
    expect(value(project.textsAt(0)).map(({ rowId }) => rowId)).toContain('r2');
    expect(value(project.textsAt(1)).map(({ rowId }) => rowId)).not.toContain('r2');
  });

  test('are a failure where the history is damaged', () => {
    write(start('Айгүл'), 'Айгүл', 'One');
    stop();
    for (const inverse of ['{', '{"rows":3}']) {
      const db = new Database(path, { readOnly: false });
      db.run`UPDATE history SET inverse = ${inverse}`;
      correctSums(db);
      db.close();
      expect(code(start('Айгүл').textsAt(0))).toBe('projectDamaged');
      stop();
    }
  });
});

describe('the last session', () => {
  test('is everything before it for a person who has not been here', () => {
    write(start('Айгүл'), 'Айгүл', 'One');
    expect(textAt(start('Бакыт'), 'session')).toBe('Reputation');
  });

  test('ends with what a person saw last, and leaves what they do now out', () => {
    write(start('Айгүл'), 'Айгүл', 'One');
    const again = start('Айгүл');
    write(again, 'Айгүл', 'Two');
    expect(textAt(again, 'session')).toBe('One');
    expect(textAt(start('Айгүл'), 'session')).toBe('Two');
  });

  test('leaves what others did since to be seen, until it was seen', () => {
    write(start('Айгүл'), 'Айгүл', 'One');
    write(start('Бакыт'), 'Бакыт', 'Two');
    expect(textAt(start('Айгүл'), 'session')).toBe('One');
    // Айгүл changed nothing this time, but she has seen it.
    expect(textAt(start('Айгүл'), 'session')).toBe('Two');
  });

  test('is remembered when its changes are undone and others made in their place', () => {
    const first = start('Айгүл');
    write(first, 'Айгүл', 'One');
    write(first, 'Айгүл', 'Two');
    const again = start('Айгүл');
    value(again.undo());
    write(again, 'Айгүл', 'Three');
    expect(textAt(again, 'session')).toBe('Two');
  });

  test('ends with what was left after undoing', () => {
    write(start('Айгүл'), 'Айгүл', 'One');
    write(start('Бакыт'), 'Бакыт', 'Two');
    const again = start('Айгүл');
    write(again, 'Айгүл', 'Three');
    again.select('r2');
    value(again.undo());
    expect(textAt(start('Айгүл'), 'session')).toBe('Two');
  });

  test('does not take another change for the one that was seen', () => {
    const first = start('Айгүл');
    write(first, 'Айгүл', 'One');
    write(first, 'Айгүл', 'Two');
    first.select('r2');
    const other = start('Бакыт');
    value(other.undo());
    write(other, 'Бакыт', 'Three');
    expect(textAt(start('Айгүл'), 'session')).toBe('One');
  });

  test('survives a view that cannot be read', () => {
    write(start('Айгүл'), 'Айгүл', 'One');
    stop();
    const db = new Database(path, { readOnly: false });
    db.run`UPDATE view SET body = ${'{"selectedRowId":7,"sessions":"none"}'}`;
    db.close();
    const again = start('Айгүл');
    expect(textAt(again, 'session')).toBe('One');
    expect(again.snapshot().selectedRowId).toBe('r1');
  });
});

test('a project that was put away answers what was asked of it before, and does nothing', () => {
  const project = start('Айгүл');
  write(project, 'Айгүл', 'One');
  stop();
  const by = { author: 'Айгүл', time: 9, group: null };
  const asked = [
    project.change({ type: 'setTitle', title: 'late' }, by),
    project.undo(),
    project.redo(),
    project.revisions('r1-en'),
    project.lastChanges(['r1-en']),
    project.textsAt(0),
    project.textsAt('session'),
    project.saveCopy(join(folder, 'copy.triptych')),
  ];
  expect(new Set(asked.map(code))).toEqual(new Set(['projectPutAway']));
  project.select('r2');
  project.close();
  expect(existsSync(join(folder, 'copy.triptych'))).toBe(false);
  expect(textAt(start('Айгүл'), 1)).toBe('One');
});

describe('a new project', () => {
  const given = (at: string) => [at, 'Айгүл', () => {}, join(folder, 'backups'), placesIn(folder)] as const;

  test('is written and then read once', () => {
    const rows = vi.spyOn(Database.prototype, 'rows');
    const readings = () =>
      rows.mock.calls.filter(([sql]) => sql.join('').includes('FROM alignment_row WHERE')).length;
    const at = join(folder, 'new.triptych');
    try {
      open = value(finish(OpenProject.createInSteps(sampleProject(), [], ...given(at))));
      const once = readings();
      stop();
      rows.mockClear();
      open = value(OpenProject.open(...given(at)));
      expect(once).toBe(readings());
    } finally {
      rows.mockRestore();
    }
    expect(open.project).toEqual(sampleProject());
  });

  test('leaves no file where it is stopped, wherever that is, or cannot be opened', () => {
    const at = join(folder, 'new.triptych');
    for (let taken = 0; ; taken += 1) {
      const steps = OpenProject.createInSteps(sampleProject(), [], ...given(at));
      let step = steps.next();
      for (let n = 0; n < taken && !step.done; n += 1) step = steps.next();
      if (step.done) {
        open = value(step.value);
        break;
      }
      steps.return(fail('jobCancelled'));
      expect(readdirSync(folder).filter((name) => name.includes('new'))).toEqual([]);
    }
    expect(existsSync(at)).toBe(true);
    // What is there already is left alone.
    expect(code(finish(OpenProject.createInSteps(sampleProject(), [], ...given(path))))).toBe(
      'projectExists',
    );
    expect(existsSync(path)).toBe(true);
  });
});

test('what changes several things at once is one entry of the history and one step of undo, or none', () => {
  const project = start('Айгүл');
  const before = project.project;
  const by = { author: 'Айгүл', time: 9, group: null };
  const fix = {
    language: 'en',
    paragraphId: 'r1-en',
    start: 0,
    end: 10,
    was: 'Reputation',
    text: 'Repute',
  } as const;
  const other = { ...fix, paragraphId: 'r2-en' };
  const commands: readonly Command[] = [
    { type: 'fixFindings', fixes: [fix, other], suggest: false },
    { type: 'agreeRow', rowId: 'r1', languages: ['ru', 'ky', 'en'] },
    {
      type: 'splitAtSentence',
      rowId: 'r1',
      newRowId: 'new',
      cuts: {
        ru: { paragraphId: 'r1-ru', offset: 9, newId: 'ru2' },
        ky: { paragraphId: 'r1-ky', offset: 0 },
        en: null,
      },
    },
    {
      type: 'raiseFinding',
      flagId: 'raised',
      finding: 'key',
      spans: [{ at: 'gap', language: 'en', rowId: 'r1' }],
      category: 'style',
      severity: 'minor',
      note: '',
    },
  ];
  for (const command of commands) {
    value(project.change(command, by));
    expect(project.project).not.toEqual(before);
    expect(project.history({ limit: 9, author: null, ids: null }).lines).toMatchObject([
      { label: command.type, undone: false },
    ]);
    expect(value(project.undo())).toBe(command.type);
    expect(project.project).toEqual(before);
  }
  const refused = { type: 'fixFindings', fixes: [fix, { ...other, was: 'Rumour' }], suggest: false } as const;
  expect(code(project.change(refused, by))).toBe('commandRefused');
  expect(project.project).toEqual(before);
});
