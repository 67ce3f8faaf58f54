import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { historyLines } from '../../../../main/app/history-lines';
import { Database } from '../../../../main/project/database';
import { createProjectFile, openProjectFile, type ProjectFile } from '../../../../main/project/project-file';
import { applyCommand, type Command } from '../../../../shared/commands/command';
import { code, correctSums, sampleFlag, sampleProject, value } from './sample-project';

let folder: string;
let path: string;
let file: ProjectFile;
let clock = 0;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'triptych-test-'));
  path = join(folder, 'макала.triptych');
  file = value(createProjectFile(path, sampleProject()));
  clock = 0;
});

afterEach(() => {
  file.close();
  rmSync(folder, { recursive: true });
});

function change(command: Command, author = 'Айгүл', group: string | null = null): void {
  clock += 1;
  const by = { author, time: clock };
  const after = value(applyCommand(file.project(), command, by));
  value(file.record(after, { ...by, command, label: command.type, group }));
}

function write(paragraphId: string, text: string, author?: string, group?: string): void {
  change({ type: 'editParagraph', paragraphId, content: { text, marks: [] } }, author, group);
}

function texts(paragraphId: string): readonly (string | undefined)[] {
  return value(file.revisions(paragraphId)).map(({ after }) => after?.text);
}

/** Changes the file itself, as damage would. */
function meddle(work: (db: Database) => void): void {
  file.close();
  const db = new Database(path, { readOnly: false });
  work(db);
  db.close();
  file = value(openProjectFile(path));
}

describe('the revisions of a paragraph', () => {
  test('are told newest first, with who made them, and without what is undone', () => {
    write('r1-en', 'One', 'Айгүл');
    write('r2-en', 'Elsewhere');
    write('r1-en', 'Two', 'Бакыт');
    write('r1-en', 'Three', 'Бакыт');
    value(file.undo());
    expect(value(file.revisions('r1-en'))).toEqual([
      {
        seq: 3,
        time: 3,
        author: 'Бакыт',
        label: 'editParagraph',
        before: { text: 'One', marks: [] },
        after: { text: 'Two', marks: [] },
      },
      {
        seq: 1,
        time: 1,
        author: 'Айгүл',
        label: 'editParagraph',
        before: { text: 'Reputation', marks: [] },
        after: { text: 'One', marks: [] },
      },
    ]);
  });

  test('are one where they are undone together, and none where the text came back', () => {
    write('r1-en', 'O', 'Айгүл', 'typing');
    write('r1-en', 'One', 'Айгүл', 'typing');
    write('r1-en', 'One!', 'Айгүл', 'more');
    write('r1-en', 'One', 'Айгүл', 'more');
    expect(value(file.revisions('r1-en'))).toMatchObject([
      { seq: 2, before: { text: 'Reputation' }, after: { text: 'One' } },
    ]);
  });

  test('leave out what only moved it or spoke of it, and know when it came and went', () => {
    change({ type: 'mergeRows', rowId: 'r1' });
    change({ type: 'addFlag', flagId: 'f2', ...content('r1-en') });
    change({ type: 'takeSnapshot', snapshotId: 's1', name: 'Биринчи' });
    expect(texts('r1-en')).toEqual([]);
    change({ type: 'joinParagraphs', paragraphId: 'r2-en' });
    expect(value(file.revisions('r2-en'))).toMatchObject([{ before: { text: 'Reputation' }, after: null }]);
    expect(texts('r1-en')).toEqual(['Reputation Reputation']);
  });

  test('are found among thousands of other changes', () => {
    write('r1-en', 'First');
    for (let i = 0; i < 250; i += 1) write('r2-en', `Text ${i}`);
    expect(texts('r1-en')).toEqual(['First']);
  });

  test('are a failure where the history is damaged', () => {
    write('r1-en', 'One');
    meddle((db) => {
      db.run`UPDATE history SET forward = ${'{"rows":{"put":["r1-en"]}}'}`;
      correctSums(db);
    });
    expect(code(file.revisions('r1-en'))).toBe('projectDamaged');
    expect(code(file.lastChanges(['r1-en']))).toBe('projectDamaged');
    // What was done is still told, only not where.
    const lines = historyLines(file.toldEntries({ limit: 9, author: null, ids: null }), file.project().rows);
    expect(lines).toMatchObject([{ label: 'editParagraph', place: null }]);
  });
});

describe('the last changes', () => {
  test('name who changed each text last', () => {
    write('r1-en', 'One', 'Айгүл');
    write('r1-en', 'Two', 'Бакыт');
    write('r2-en', 'Else', 'Айгүл');
    const found = value(file.lastChanges(['r1-en', 'r2-en', 'r3-en']));
    expect(found.toSorted((a, b) => a.time - b.time)).toEqual([
      { paragraphId: 'r1-en', author: 'Бакыт', time: 2 },
      { paragraphId: 'r2-en', author: 'Айгүл', time: 3 },
    ]);
  });
});

describe('the lines of the history', () => {
  const lines = (author: string | null, ids: readonly string[] | null, limit = 99) =>
    historyLines(file.toldEntries({ limit, author, ids }), file.project().rows);

  test('say where something was done and with which words', () => {
    write('r2-en', 'Reputation matters');
    change({ type: 'setTitle', title: 'Башка' });
    expect(lines(null, null)).toMatchObject([
      { seq: 2, label: 'setTitle', place: null },
      { seq: 1, place: { rowId: 'r2', language: 'en', paragraphId: 'r2-en', added: 'matters', removed: '' } },
    ]);
  });

  test('join what was typed in one go', () => {
    write('r1-en', 'Reputation m', 'Айгүл', 'typing');
    write('r1-en', 'Reputation matters', 'Айгүл', 'typing');
    write('r2-en', 'Else', 'Айгүл', 'typing');
    expect(lines(null, null).map(({ seq, place }) => [seq, place?.added])).toEqual([
      [3, 'Else'],
      [2, 'matters'],
    ]);
  });

  test('are those of an author, or of a row with its flags', () => {
    write('r1-en', 'One', 'Айгүл');
    write('r2-en', 'Two', 'Бакыт');
    change({ type: 'addFlag', flagId: 'f2', ...content('r1-en') }, 'Бакыт');
    change({ type: 'takeSnapshot', snapshotId: 's1', name: 'Биринчи' });
    expect(lines('Бакыт', null).map(({ seq }) => seq)).toEqual([3, 2]);
    expect(lines(null, ['r1', 'r1-en']).map(({ seq }) => seq)).toEqual([3, 1]);
    expect(lines('Айгүл', ['r1', 'r1-en']).map(({ seq }) => seq)).toEqual([1]);
    expect(lines(null, null, 2).map(({ seq }) => seq)).toEqual([4, 3]);
    expect(file.authors()).toEqual(['Айгүл', 'Бакыт']);
  });
});

/** What a new flag on the first letters of a paragraph holds. */
function content(paragraphId: string) {
  const { category, severity, note } = sampleFlag('f2');
  const span = { at: 'text', language: 'en', paragraphId, start: 0, end: 3, quote: 'Rep' } as const;
  return { category, severity, note, spans: [{ ...span, fix: null, orphaned: false }] };
}
