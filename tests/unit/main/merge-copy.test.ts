import { placesIn } from './project/places-in';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { markOf, mergeCopies, mergeCopy, OTHER_TEXT } from '../../../main/merge-copy';
import { OpenProject } from '../../../main/open-project';
import { createProjectFile, openProjectFile, type ProjectFile } from '../../../main/project/project-file';
import { applyCommand, type Command } from '../../../shared/commands/command';
import { perLanguage } from '../../../shared/model/language';
import { plainBlock } from '../../../shared/model/paragraph';
import type { Project } from '../../../shared/model/project';
import { conflictFlags } from '../../../shared/merge/conflict-flags';
import { value } from './project/sample-project';

const PROJECT: Project = {
  id: 'bridge',
  title: 'Мост',
  created: 0,
  origins: perLanguage(() => null),
  rows: [1, 2, 3].map((n) => ({
    id: `r${n}`,
    cells: perLanguage((language) => ({
      paragraphs: [
        {
          ...plainBlock(`${language} says ${n} about the bridge today.`),
          id: `${language}${n}`,
          imported: null,
        },
      ],
      status: 'translated' as const,
    })),
    confidence: 1,
    confirmed: false,
  })),
  flags: [],
};

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'triptych-test-'));
  value(createProjectFile(join(folder, 'ours.triptych'), PROJECT)).close();
});

afterEach(() => rmSync(folder, { recursive: true }));

const open = (name: string) => value(openProjectFile(join(folder, `${name}.triptych`)));

function carryOut(file: ProjectFile, command: Command, author: string, time: number): void {
  const after = value(applyCommand(file.project(), command, { author, time }));
  value(file.record(after, { command, label: command.type, author, time, group: null }));
}

const edit = (paragraphId: string, text: string): Command => ({
  type: 'editParagraph',
  paragraphId,
  content: { text, marks: [] },
});

const textOf = (project: Project, id: string) =>
  project.rows
    .flatMap(({ cells }) => Object.values(cells))
    .flatMap(({ paragraphs }) => paragraphs)
    .find((each) => each.id === id)?.text;

describe('two copies of a project', () => {
  test('are merged from the last change they share, in either direction alike', () => {
    let ours = open('ours');
    carryOut(ours, edit('ru1', 'ru says one about the bridge today.'), 'А', 1);
    ours.close();
    copyFileSync(join(folder, 'ours.triptych'), join(folder, 'theirs.triptych'));
    ours = open('ours');
    carryOut(ours, edit('ru2', 'ru says two about the bridge today.'), 'А', 2);
    carryOut(
      ours,
      { type: 'setStatus', cells: [{ rowId: 'r3', language: 'ky' }], status: 'reviewed' },
      'А',
      3,
    );
    const theirs = open('theirs');
    carryOut(theirs, edit('ru2', 'ru says 2 about the bridge tomorrow.'), 'Б', 2);
    carryOut(theirs, edit('en3', 'en says three about the bridge today.'), 'Б', 4);

    const merged = value(mergeCopy(ours, theirs));
    expect(merged.conflicts).toEqual([]);
    expect(textOf(merged.project, 'ru1')).toBe('ru says one about the bridge today.');
    expect(textOf(merged.project, 'ru2')).toBe('ru says two about the bridge tomorrow.');
    expect(textOf(merged.project, 'en3')).toBe('en says three about the bridge today.');
    expect(merged.project.rows[2]?.cells.ky.status).toBe('reviewed');
    expect(value(mergeCopy(theirs, ours)).project).toEqual(merged.project);
    ours.close();
    theirs.close();
  });

  test('that changed the same words keep one text and flag the other', () => {
    copyFileSync(join(folder, 'ours.triptych'), join(folder, 'theirs.triptych'));
    const [ours, theirs] = [open('ours'), open('theirs')];
    carryOut(ours, edit('ky2', 'ky says 20 about the bridge today.'), 'А', 1);
    carryOut(theirs, edit('ky2', 'ky says 200 about the bridge today.'), 'Б', 1);
    const { project, conflicts } = value(mergeCopy(ours, theirs));
    expect(conflicts.map(({ kind }) => kind)).toEqual(['text']);
    const [flag] = conflictFlags(project, conflicts, (text) => `there: ${text}`, { author: 'А', time: 5 });
    const both = [textOf(project, 'ky2'), flag?.note.replace('there: ', '')].sort();
    expect(both).toEqual(['ky says 20 about the bridge today.', 'ky says 200 about the bridge today.']);
    ours.close();
    theirs.close();
  });

  test('of which one removed what the other edited flag it in its language, where it stood', () => {
    copyFileSync(join(folder, 'ours.triptych'), join(folder, 'theirs.triptych'));
    const [ours, theirs] = [open('ours'), open('theirs')];
    carryOut(ours, edit('ky2', 'ky says 20 about the bridge today.'), 'А', 1);
    carryOut(theirs, { type: 'removeParagraph', paragraphId: 'ky2' }, 'Б', 1);
    const { project, conflicts } = value(mergeCopy(ours, theirs));
    expect(conflicts).toMatchObject([{ kind: 'removed', language: 'ky', rowId: 'r2' }]);
    const [flag] = conflictFlags(project, conflicts, (text) => `there: ${text}`, { author: 'А', time: 5 });
    expect(flag?.note).toBe('there: ky says 20 about the bridge today.');
    expect(flag?.spans).toEqual([{ at: 'gap', language: 'ky', rowId: 'r2' }]);
    ours.close();
    theirs.close();
  });

  test('of different projects are not merged', () => {
    value(createProjectFile(join(folder, 'other.triptych'), { ...PROJECT, id: 'tunnel' })).close();
    const [ours, other] = [open('ours'), open('other')];
    expect(mergeCopy(ours, other)).toMatchObject({ ok: false, failure: { code: 'copyOfAnother' } });
    ours.close();
    other.close();
  });

  describe('read from the disk, as the process for it does', () => {
    const by = { author: 'А', time: 5 };
    const path = (name: string) => join(folder, `${name}.triptych`);
    const merge = (at: ReturnType<typeof markOf>) =>
      mergeCopies(
        { ours: { path: path('ours'), at }, theirs: path('theirs'), by, other: `there: ${OTHER_TEXT}` },
        () => undefined,
      );

    test('give one change for the open project, with what is in conflict flagged', () => {
      copyFileSync(path('ours'), path('theirs'));
      const [ours, theirs] = [open('ours'), open('theirs')];
      carryOut(ours, edit('ky2', 'ky says 20 about the bridge today.'), 'А', 1);
      carryOut(theirs, edit('ky2', 'ky says 200 about the bridge today.'), 'Б', 1);
      carryOut(theirs, edit('en3', 'en says three about the bridge today.'), 'Б', 4);
      const at = markOf(ours);
      ours.close();
      theirs.close();
      const { patch, conflicts, flags } = value(merge(at));
      expect({ conflicts, flags }).toEqual({ conflicts: 1, flags: 1 });
      // The rows of which ours is kept are as they were, and not sent.
      expect(patch.rows).toMatchObject({ start: 2, remove: 1 });
      const told: unknown[] = [];
      const project = value(
        OpenProject.open(path('ours'), 'А', (each) => told.push(each), folder, placesIn(folder)),
      );
      value(project.takeOver(patch, 'takeMerged', by));
      expect(textOf(project.project, 'en3')).toBe('en says three about the bridge today.');
      expect(project.project.flags[0]?.note).toMatch(/^there: ky says 20?0/);
      expect(told).toHaveLength(1);
      value(project.undo());
      expect(textOf(project.project, 'en3')).toBe('en says 3 about the bridge today.');
      project.close();
    });

    test('are refused when the open project is not where it was said to be', () => {
      copyFileSync(path('ours'), path('theirs'));
      const ours = open('ours');
      carryOut(ours, edit('ky2', 'ky says 20 about the bridge today.'), 'А', 1);
      const before = markOf(ours);
      carryOut(ours, edit('ky2', 'ky says 30 about the bridge today.'), 'А', 2);
      ours.close();
      expect(merge(before)).toMatchObject({ ok: false, failure: { code: 'mergeOutdated' } });
      expect(merge({ position: 2, last: before.last })).toMatchObject({ ok: false });
    });
  });
});
