import { placesIn } from '../project/places-in';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  markOf,
  mergeCopies,
  mergeCopy,
  planCopies,
  tellMerged,
  type Copies,
} from '../../../../main/merge/merge-copy';
import { OpenProject } from '../../../../main/app/open-project';
import { translator } from '../../../../main/system/translate';
import { createProjectFile, openProjectFile, type ProjectFile } from '../../../../main/project/project-file';
import { applyCommand, type Command } from '../../../../shared/commands/command';
import { NO_CHOICES, type MergeChoices } from '../../../../shared/reconcile/merge-choices';
import { TO_DECIDE } from '../../../../shared/model/flag';
import { perLanguage } from '../../../../shared/model/language';
import { plainBlock } from '../../../../shared/model/paragraph';
import type { Project } from '../../../../shared/model/project';
import { scoreVersion } from '../../../../shared/mqm/score';
import { CORE_TYPOLOGY } from '../../../../shared/mqm/typology';
import { value } from '../project/sample-project';

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
    const merged = value(mergeCopy(ours, theirs));
    expect(merged.conflicts.map(({ kind }) => kind)).toEqual(['text']);
    const { project, told } = tellMerged(merged, [ours, theirs], { author: 'А', time: 5 }, translator('en'));
    expect(told).toBe(1);
    const [flag] = project.flags;
    const [, other, author] = /^Another copy says here: (.*) \((.)\)$/.exec(flag?.note ?? '') ?? [];
    expect([textOf(project, 'ky2'), other].sort()).toEqual([
      'ky says 20 about the bridge today.',
      'ky says 200 about the bridge today.',
    ]);
    expect(author).toBe(other?.includes('200') ? 'Б' : 'А');
    // Nobody mistranslated: it counts in no score, and which text stands is for people to decide.
    expect(flag).toMatchObject({ severity: 'neutral', category: TO_DECIDE, spans: [{ fix: other }] });
    const costly = { ...CORE_TYPOLOGY, penalties: { ...CORE_TYPOLOGY.penalties, neutral: 10 } };
    expect(scoreVersion(project, 'ky', costly)).toEqual(
      scoreVersion({ ...project, flags: [] }, 'ky', costly),
    );
    ours.close();
    theirs.close();
  });

  test('of which one removed what the other edited flag it in its language, where it stood', () => {
    copyFileSync(join(folder, 'ours.triptych'), join(folder, 'theirs.triptych'));
    const [ours, theirs] = [open('ours'), open('theirs')];
    carryOut(ours, edit('ky2', 'ky says 20 about the bridge today.'), 'А', 1);
    carryOut(theirs, { type: 'removeParagraph', paragraphId: 'ky2' }, 'Б', 1);
    const merged = value(mergeCopy(ours, theirs));
    expect(merged.conflicts).toMatchObject([{ kind: 'removed', language: 'ky', rowId: 'r2' }]);
    const { project } = tellMerged(merged, [ours, theirs], { author: 'Б', time: 5 }, translator('ky'));
    const [flag] = project.flags;
    expect(flag?.note).toBe('Башка көчүрмөдө бул абзац калган: ky says 20 about the bridge today. (А)');
    expect(flag?.spans).toEqual([{ at: 'gap', language: 'ky', rowId: 'r2' }]);
    ours.close();
    theirs.close();
  });

  test('in which two answer one flag and name one article keep both words, under their authors', () => {
    const span = { at: 'gap', language: 'ky', rowId: 'r1' } as const;
    const said = { category: 'style', severity: 'minor', spans: [span] } as const;
    const note = (text: string): Command => ({ type: 'editFlag', flagId: 'f1', note: text, ...said });
    const before = open('ours');
    carryOut(before, { type: 'addFlag', flagId: 'f1', note: 'Тактоо керек', ...said }, 'В', 1);
    before.close();
    copyFileSync(join(folder, 'ours.triptych'), join(folder, 'theirs.triptych'));
    const [ours, theirs] = [open('ours'), open('theirs')];
    const term = (line: string): Command => ({ type: 'setArticleGlossary', glossary: line });
    for (const [file, author, time, ...words] of [
      [ours, 'А', 10, 'Сан туура эмес', 'Көпүрө', 'мост | көпүрө |', 'Айгүл'],
      [theirs, 'Б', 20, 'Мэрия башка сан айтат', 'Жаңы көпүрө', 'мост | кѳпүрѳ |', 'Бакыт'],
    ] as const) {
      carryOut(file, note(words[0]), author, time);
      carryOut(file, { type: 'setTitle', title: words[1] }, author, time + 1);
      carryOut(file, term(words[2]), author, time + 2);
      carryOut(file, { type: 'assignFlag', flagId: 'f1', assignee: words[3] }, author, time + 3);
      carryOut(file, { type: 'setAdapted', rowId: 'r3', language: 'en', reason: words[0] }, author, time + 4);
      carryOut(file, { type: 'takeSnapshot', snapshotId: author, name: words[1] }, author, time + 5);
    }
    const merged = value(mergeCopy(ours, theirs));
    const { project, told } = tellMerged(merged, [ours, theirs], { author: 'В', time: 99 }, translator('en'));
    expect(told).toBe(5);
    const [flag] = project.flags;
    const isOurs = project.title === 'Көпүрө';
    expect(flag?.note).toBe(isOurs ? 'Сан туура эмес' : 'Мэрия башка сан айтат');
    expect(flag?.thread.map(({ author, time, text }) => [author, time, text])).toEqual(
      isOurs
        ? [
            ['Б', 20, 'Мэрия башка сан айтат'],
            ['Б', 23, 'Assigned to in another copy: Бакыт'],
          ]
        : [
            ['А', 10, 'Сан туура эмес'],
            ['А', 13, 'Assigned to in another copy: Айгүл'],
          ],
    );
    const others = project.flags.slice(1).map(({ note: text, category }) => [text, category]);
    const [title, line, reason, author] = isOurs
      ? ['Жаңы көпүрө', 'мост | кѳпүрѳ |', 'Мэрия башка сан айтат', 'Б']
      : ['Көпүрө', 'мост | көпүрө |', 'Сан туура эмес', 'А'];
    expect(others.sort()).toEqual(
      [
        [`Title of the project in another copy: ${title} (${author})`, TO_DECIDE],
        [`Term of this article in another copy: ${line} (${author})`, TO_DECIDE],
        [`Reason for an intended difference in another copy: ${reason} (${author})`, TO_DECIDE],
      ].sort(),
    );
    expect(project.review?.snapshots.map(({ name }) => name)).toEqual(['Көпүрө', 'Жаңы көпүрө']);
    // Merged again nothing is told twice, in whichever language it was told first.
    expect(
      tellMerged({ ...merged, project }, [ours, theirs], { author: 'Г', time: 100 }, translator('ru')),
    ).toEqual({ project, told: 0 });
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
    const copiesAt = (at: ReturnType<typeof markOf>, choices: MergeChoices | null): Copies => ({
      ours: { path: path('ours'), at },
      theirs: path('theirs'),
      by,
      language: 'en',
      choices,
    });
    const merge = (at: ReturnType<typeof markOf>, choices: MergeChoices | null = null) =>
      mergeCopies(copiesAt(at, choices), () => undefined);

    /** Both changed Kyrgyz 2, the title of the flag and its status; each changed something alone. */
    function changeBoth() {
      const shared = open('ours');
      const span = { at: 'text', language: 'en', paragraphId: 'en1', start: 0, end: 2 } as const;
      const spans = [{ ...span, quote: 'en', orphaned: false, fix: null }];
      const flag = {
        type: 'addFlag',
        flagId: 'f1',
        spans,
        category: 'style',
        severity: 'minor',
        note: '',
      } as const;
      carryOut(shared, flag, 'А', 1);
      shared.close();
      copyFileSync(path('ours'), path('theirs'));
      const [ours, theirs] = [open('ours'), open('theirs')];
      carryOut(ours, edit('ky2', 'ky says 20 about the bridge today.'), 'А', 2);
      carryOut(ours, { type: 'setFlagStatus', flagId: 'f1', status: 'resolved' }, 'А', 3);
      carryOut(ours, edit('ru1', 'ru says one about the bridge today.'), 'А', 4);
      carryOut(ours, edit('en2', 'en says two about the bridge today.'), 'А', 5);
      carryOut(theirs, edit('ky2', 'ky says 200 about the bridge today.'), 'Б', 2);
      carryOut(theirs, { type: 'setFlagStatus', flagId: 'f1', status: 'dismissed' }, 'Б', 3);
      carryOut(theirs, { type: 'commentFlag', flagId: 'f1', commentId: 'c', text: 'No.' }, 'Б', 9);
      carryOut(theirs, edit('en3', 'en says three about the bridge today.'), 'Б', 4);
      carryOut(theirs, edit('ru3', 'ru says three about the bridge today.'), 'Б', 5);
      carryOut(theirs, { type: 'removeParagraph', paragraphId: 'en2' }, 'Б', 6);
      carryOut(theirs, { type: 'setTitle', title: 'Мост 2' }, 'Б', 7);
      const status = {
        type: 'setStatus',
        cells: [{ rowId: 'r1', language: 'ky' }],
        status: 'reviewed',
      } as const;
      carryOut(theirs, status, 'Б', 8);
      const at = markOf(ours);
      ours.close();
      theirs.close();
      return at;
    }

    /** The project after merging as somebody decided. */
    function merged(at: ReturnType<typeof markOf>, choices: MergeChoices): Project {
      const done = value(merge(at, choices));
      const project = value(OpenProject.open(path('ours'), 'А', () => undefined, folder, placesIn(folder)));
      value(project.takeMerged(done, by));
      const after = project.project;
      value(project.undo());
      // One step of undo takes all of it back.
      expect(textOf(project.project, 'en3')).toBe('en says 3 about the bridge today.');
      expect(project.project.title).toBe('Мост');
      project.close();
      return after;
    }

    test('say before anything is done what would come, what is to be decided, and what stays', () => {
      const plan = value(planCopies(copiesAt(changeBoth(), NO_CHOICES), () => undefined));
      expect(plan).toMatchObject({ fileName: 'theirs.triptych', people: ['Б'], last: 8, kept: 0 });
      expect(
        plan.conflicts.map(({ row, language, what, ours, theirs }) => [row, language, what, ours, theirs]),
      ).toEqual([
        [2, 'ky', 'Text', '', ''],
        [
          2,
          'en',
          'Edited here, removed in the copy',
          'en says two about the bridge today.',
          'paragraph removed',
        ],
        [1, 'en', 'Status of the flag', 'Resolved', 'Dismissed'],
      ]);
      const [conflict] = plan.conflicts;
      expect(
        conflict?.chunks
          ?.filter(({ kind }) => kind === 'conflict')
          .map(({ base, ours, theirs }) => [base.text, ours.text, theirs.text]),
      ).toEqual([['2', '20', '200']]);
      expect(plan.taken.map(({ row, what, before, after }) => [row, what, before.text, after.text])).toEqual([
        [null, 'Title of the project', 'Мост', 'Мост 2'],
        [3, 'paragraph edited', 'ru says 3 about the bridge today.', 'ru says three about the bridge today.'],
        [3, 'paragraph edited', 'en says 3 about the bridge today.', 'en says three about the bridge today.'],
        [1, 'Status of the text', 'Translated', 'Reviewed'],
        [1, 'Reply to a flag', '', 'Б: No.'],
      ]);
      const [before] = [open('ours')];
      expect(before.project().title).toBe('Мост');
      before.close();
    });

    test('keep what a person left open as they have it, with flags that tell the rest', () => {
      const after = merged(changeBoth(), NO_CHOICES);
      expect(textOf(after, 'ky2')).toBe('ky says 20 about the bridge today.');
      expect(textOf(after, 'en2')).toBe('en says two about the bridge today.');
      expect(textOf(after, 'ru3')).toBe('ru says three about the bridge today.');
      // Whoever spoke last in the thread does not overrule the person who merges.
      expect(after.flags.find(({ id }) => id === 'f1')?.status).toBe('resolved');
      expect(after.flags.filter(({ category }) => category === TO_DECIDE)).toMatchObject([
        { note: 'Another copy says here: ky says 200 about the bridge today. (Б)' },
      ]);
    });

    test('do as a person decided, and flag nothing of that', () => {
      const at = changeBoth();
      const { conflicts } = value(planCopies(copiesAt(at, NO_CHOICES), () => undefined));
      const content = { text: 'ky says 20 or 200 about the bridge today.', marks: [] };
      const decided = conflicts.map(({ key, chunks }) => ({
        key,
        side: 'theirs' as const,
        content: chunks && content,
      }));
      const after = merged(at, { decided, left: ['ru3'] });
      expect(textOf(after, 'ky2')).toBe(content.text);
      expect(textOf(after, 'en2')).toBeUndefined();
      expect(textOf(after, 'ru3')).toBe('ru says 3 about the bridge today.');
      expect(textOf(after, 'en3')).toBe('en says three about the bridge today.');
      expect(after.flags.map(({ id, status }) => [id, status])).toEqual([['f1', 'dismissed']]);
    });

    test('give one change for the open project, with what is in conflict flagged', () => {
      copyFileSync(path('ours'), path('theirs'));
      const [ours, theirs] = [open('ours'), open('theirs')];
      carryOut(ours, edit('ky2', 'ky says 20 about the bridge today.'), 'А', 1);
      carryOut(theirs, edit('ky2', 'ky says 200 about the bridge today.'), 'Б', 1);
      carryOut(theirs, edit('en3', 'en says three about the bridge today.'), 'Б', 4);
      const at = markOf(ours);
      ours.close();
      theirs.close();
      const { patch, told: decisions, taken, files } = value(merge(at));
      expect(decisions).toBe(1);
      // The rows of which ours is kept are as they were, and not sent.
      expect(patch.rows).toMatchObject({ changed: [{ id: 'r3' }] });
      const told: unknown[] = [];
      const project = value(
        OpenProject.open(path('ours'), 'А', (each) => told.push(each), folder, placesIn(folder)),
      );
      value(project.takeMerged({ patch, taken, files }, by));
      expect(textOf(project.project, 'en3')).toBe('en says three about the bridge today.');
      expect(project.project.flags[0]?.note).toMatch(/^Another copy says here: ky says 20?0/);
      expect(told).toHaveLength(1);
      value(project.undo());
      expect(textOf(project.project, 'en3')).toBe('en says 3 about the bridge today.');
      project.close();
    });

    test('are merged again from what was taken: a decision stays, and nothing is asked twice', () => {
      copyFileSync(path('ours'), path('theirs'));
      /** In the window: the project is opened, something is done in it, and it is closed. */
      const inWindow = <T>(work: (project: OpenProject) => T): T => {
        const project = value(OpenProject.open(path('ours'), 'А', () => undefined, folder, placesIn(folder)));
        try {
          return work(project);
        } finally {
          project.close();
        }
      };
      const change = (file: string, command: Command, author: string, time: number) => {
        const project = open(file);
        carryOut(project, command, author, time);
        project.close();
      };
      const takeIn = () => {
        const merged = value(merge(inWindow((project) => project.mark())));
        inWindow((project) => value(project.takeMerged(merged, by)));
        return merged.told;
      };
      change('theirs', edit('ky2', 'ky says 200 about the bridge today.'), 'Б', 2);
      change('ours', edit('ky2', 'ky says 20 about the bridge today.'), 'А', 2);
      expect(takeIn()).toBe(1);
      // Somebody decides, each time otherwise; the other copy only goes on elsewhere.
      for (const [n, decided] of ['ky says 300 about the bridge.', 'ky says 1 today.'].entries()) {
        change('ours', edit('ky2', decided), 'А', 10 + n);
        change('theirs', edit('en3', `en says ${n} about the bridge.`), 'Б', 10 + n);
        expect(takeIn()).toBe(0);
        const project = inWindow((opened) => opened.project);
        expect(textOf(project, 'ky2')).toBe(decided);
        expect(textOf(project, 'en3')).toBe(`en says ${n} about the bridge.`);
        expect(project.flags).toHaveLength(1);
      }
      // The other way round it is from there as well.
      change('theirs', edit('ru1', 'ru says one.'), 'Б', 20);
      const [ours, theirs] = [open('ours'), open('theirs')];
      const merged = value(mergeCopy(theirs, ours));
      expect(merged.conflicts).toEqual([]);
      expect([textOf(merged.project, 'ky2'), textOf(merged.project, 'ru1')]).toEqual([
        'ky says 1 today.',
        'ru says one.',
      ]);
      ours.close();
      theirs.close();
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
