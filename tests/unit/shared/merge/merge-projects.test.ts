import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommand, COMMAND_TYPES, type Command } from '../../../../shared/commands/command';
import { LANGUAGES, type Language } from '../../../../shared/model/language';
import { projectSchema, type Project } from '../../../../shared/model/project';
import type { Flag } from '../../../../shared/model/flag';
import { versionParagraphs, type Status } from '../../../../shared/model/row';
import { mergeProjects } from '../../../../shared/merge/merge-projects';
import type { ProjectConflict } from '../../../../shared/merge/project-conflict';
import { anyCommand } from '../commands/arbitrary-command';
import { anyProject } from '../commands/arbitrary-project';
import { article, BY, run } from '../commands/article';
import { paragraph, rich } from '../reconcile/rows';

const RUNS = { numRuns: 150, seed: 20_240_604 };

const EDITED = paragraph('б', 'бета', { imported: rich('б') });

const paragraphsOf = (project: Project) =>
  LANGUAGES.flatMap((language) => versionParagraphs(project.rows, language));

/** The texts a conflict holds that are not in the project. */
function textsOf(conflict: ProjectConflict): readonly string[] {
  if (conflict.kind === 'removed') return [conflict.paragraph.text];
  if (conflict.kind === 'field') return [];
  if (conflict.kind === 'arrangement') {
    return conflict.other.flatMap((row) =>
      LANGUAGES.flatMap((language) => row.cells[language].paragraphs.map(({ text }) => text)),
    );
  }
  const { chunks } = conflict;
  return [chunks.map(({ ours }) => ours.text).join(''), chunks.map(({ theirs }) => theirs.text).join('')];
}

/** A copy after some commands; ids made in it are its own. */
function copyOf(project: Project): fc.Arbitrary<Project> {
  const command = fc.constantFrom(...COMMAND_TYPES).chain((type) => anyCommand(type, project));
  return fc.array(command, { maxLength: 2 }).map((commands) =>
    commands.reduce((copy, each) => {
      const result = applyCommand(copy, each, BY);
      return result.ok ? result.value : copy;
    }, project),
  );
}
const trios = anyProject.chain((base) =>
  fc.tuple(fc.constant(base), copyOf(base), copyOf(base), copyOf(base)),
);

describe('mergeProjects', () => {
  it('gives the same for every order of the copies', () => {
    fc.assert(
      fc.property(trios, ([base, a, b, c]) => {
        const merged = mergeProjects(base, [a, b, c]);
        // Swapping two and turning all three make every order: what holds of these two for any copies holds of all six.
        for (const order of [
          [b, a, c],
          [b, c, a],
        ]) {
          const other = mergeProjects(base, order);
          // Comparing takes longer than merging where it has to be able to tell the difference.
          if (!isDeepStrictEqual(other, merged)) expect(other).toEqual(merged);
        }
      }),
      RUNS,
    );
  });

  it('takes what one copy changed', () => {
    fc.assert(
      fc.property(trios, ([base, a]) => {
        expect(mergeProjects(base, [])).toEqual({ project: base, conflicts: [] });
        expect(mergeProjects(base, [a])).toEqual({ project: a, conflicts: [] });
        expect(mergeProjects(base, [a, base])).toEqual({ project: a, conflicts: [] });
      }),
      RUNS,
    );
  });

  it('is a whole project in which no text is lost without being told', () => {
    fc.assert(
      fc.property(trios, ([base, a, b, c]) => {
        const { project, conflicts } = mergeProjects(base, [a, b, c]);
        expect(projectSchema.parse(project)).toEqual(project);
        const ids = paragraphsOf(project).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const rows = new Set(project.rows.map(({ id }) => id));
        for (const span of project.flags.flatMap(({ spans }) => spans)) {
          if (span.at === 'gap') expect(rows).toContain(span.rowId);
          else expect(ids).toContain(span.paragraphId);
        }
        for (const conflict of conflicts) {
          if (conflict.kind === 'removed') expect(rows).toContain(conflict.rowId);
        }
        const told = [...paragraphsOf(project).map(({ text }) => text), ...conflicts.flatMap(textsOf)].join(
          ' ',
        );
        const old = new Map(paragraphsOf(base).map(({ id, text }) => [id, text]));
        for (const [copy, { id, text }] of [a, b, c].flatMap((each) =>
          paragraphsOf(each).map((paragraph) => [each, paragraph] as const),
        )) {
          if (old.get(id) === text) continue;
          // What was there before may be taken out by another copy, also where this one joined it to something else; what
          // this one brings may not be lost. A text may be split within a character.
          const kept = new Set(paragraphsOf(copy).map((paragraph) => paragraph.id));
          const joined = paragraphsOf(base).filter((paragraph) => !kept.has(paragraph.id));
          const known = [old.get(id) ?? '', ...joined.map((paragraph) => paragraph.text)]
            .join(' ')
            .split(' ');
          const brought = text.split(' ').filter((word) => !known.includes(word) && !/\p{Cs}/u.test(word));
          for (const word of brought) expect(told).toContain(word);
        }
      }),
      RUNS,
    );
  });

  it('tells what was removed where it stood, or above where its row is gone', () => {
    const cell = (...texts: readonly string[]) => ({
      paragraphs: texts.map((text) => paragraph(text, text)),
      status: 'draft' as const,
    });
    const rowOf = (id: string, ky: string, en: string) => ({
      ...{ id, confidence: 1, confirmed: false },
      cells: { ru: cell(), ky: ky ? cell(ky) : cell(), en: en ? cell(en) : cell() },
    });
    const origins = { ru: null, ky: null, en: null };
    const rows = [rowOf('r1', 'а', 'a'), rowOf('r2', 'б', ''), rowOf('r3', 'в', 'c')];
    const base: Project = { id: 'p', title: 'Т', created: 0, origins, rows, flags: [] };
    const edited = {
      ...base,
      rows: rows.map((row) =>
        row.id === 'r2'
          ? { ...row, cells: { ...row.cells, ky: { ...cell('б'), paragraphs: [EDITED] } } }
          : row,
      ),
    };
    const emptied = { ...base, rows: rows.map((row) => (row.id === 'r2' ? rowOf('r2', '', '') : row)) };
    const without = { ...base, rows: rows.filter(({ id }) => id !== 'r2') };
    const told = (copies: readonly Project[]) =>
      mergeProjects(base, copies).conflicts.flatMap((each) => (each.kind === 'removed' ? [each] : []));
    expect(told([edited, emptied])).toEqual([
      { kind: 'removed', paragraph: EDITED, language: 'ky', rowId: 'r2' },
    ]);
    expect(told([edited, without])).toMatchObject([{ language: 'ky', rowId: 'r1' }]);
  });

  it('keeps where a copy pointed a flag, whichever copy comes first', () => {
    const said = { flagId: 'f1', category: 'style', severity: 'minor', note: '' } as const;
    const gap = (language: Language) => [{ at: 'gap', language, rowId: 'r1' } as const];
    for (const [from, to] of [
      ['en', 'ky'],
      ['ky', 'en'],
    ] as const) {
      const base = run(article('Раз | | '), { type: 'addFlag', spans: gap(from), ...said });
      const copy = run(base, { type: 'editFlag', spans: gap(to), ...said });
      expect(mergeProjects(base, [base, copy]).project.flags).toEqual(copy.flags);
    }
  });

  it('merges who is to see to a flag and who reviewed blind, in any order', () => {
    const base = run(article('Раз | Бир | One'), {
      ...{ type: 'addFlag', flagId: 'f1', category: 'style', severity: 'minor', note: '' },
      spans: [{ at: 'gap', language: 'ky', rowId: 'r1' }],
    });
    const by = (author: string, time: number, ...commands: readonly Command[]) =>
      commands.reduce((project, command) => {
        const applied = applyCommand(project, command, { author, time });
        return applied.ok ? applied.value : project;
      }, base);
    const copies = [
      by('Бакыт', 5, { type: 'reviewBlind', running: true }, { type: 'reviewBlind', running: false }),
      by(
        'Вера',
        6,
        { type: 'assignFlag', flagId: 'f1', assignee: 'Вера' },
        { type: 'reviewBlind', running: true },
      ),
      by('Бакыт', 4, { type: 'setPivot', language: 'ru' }),
    ];
    for (const order of [copies, copies.toReversed()]) {
      const { project, conflicts } = mergeProjects(base, order);
      expect(conflicts).toEqual([]);
      expect(project.flags[0]?.assignee).toBe('Вера');
      expect(project.review).toMatchObject({
        pivot: 'ru',
        blind: [
          { author: 'Бакыт', started: 5, finished: 5 },
          { author: 'Вера', started: 6, finished: null },
        ],
      });
    }
  });

  it('merges approved spellings, less those that were taken back', () => {
    const approve = (text: string, approved = true): Command => ({
      ...{ type: 'approveSpelling', language: 'en', text, approved },
    });
    const base = run(article('Раз | Бир | One'), approve('Bishkek'), approve('Naryn'));
    const copies = [run(base, approve('Osh'), approve('Naryn', false)), run(base, approve('Talas'))];
    for (const order of [copies, copies.toReversed()]) {
      const { project, conflicts } = mergeProjects(base, order);
      expect(conflicts).toEqual([]);
      expect(project.review?.spellings?.map(({ text }) => text)).toEqual(['Bishkek', 'Osh', 'Talas']);
    }
  });

  it('merges words, threads and statuses of two reviewers', () => {
    const bridge = {
      ...{ id: 'p1', role: 'paragraph' as const, label: '', depth: 0, cell: null },
      ...{ text: 'Бюджет вырос на 5 процентов.', marks: [], imported: null },
    };
    const empty = { paragraphs: [], status: 'draft' as const };
    const cell = { paragraphs: [bridge], status: 'draft' as const };
    const row = { id: 'r1', cells: { ru: cell, ky: empty, en: empty }, confidence: 1, confirmed: true };
    const flag = {
      ...{ id: 'f1', category: 'accuracy/mistranslation', severity: 'major' as const, note: '' },
      ...{ status: 'open' as const, author: 'A', time: 1, thread: [] },
      spans: [{ at: 'gap' as const, language: 'ky' as const, rowId: 'r1' }],
    };
    const origins = { ru: null, ky: null, en: null };
    const base: Project = { id: 'p', title: 'Т', created: 0, origins, rows: [row], flags: [flag] };
    const imported = { text: bridge.text, marks: [] };
    const edited = (text: string, status: Status, flagged: Partial<Flag>): Project => ({
      ...base,
      rows: [
        { ...row, cells: { ...row.cells, ru: { paragraphs: [{ ...bridge, text, imported }], status } } },
      ],
      flags: [{ ...flag, ...flagged }],
    });
    const comment = (id: string, time: number) => ({ id, author: id, time, text: id });
    const one = edited('Бюджет вырос на 6 процентов.', 'agreed', {
      status: 'resolved',
      thread: [comment('a', 5)],
    });
    const two = edited('Бюджет снизился на 5 процентов.', 'translated', {
      status: 'dismissed',
      thread: [comment('b', 7)],
    });
    const { project, conflicts } = mergeProjects(base, [one, two]);
    expect(project.rows[0]?.cells.ru.paragraphs[0]?.text).toBe('Бюджет снизился на 6 процентов.');
    // Nobody has read the merged text yet.
    expect(project.rows[0]?.cells.ru.status).toBe('translated');
    expect(project.flags[0]?.status).toBe('dismissed');
    expect(project.flags[0]?.thread.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(conflicts).toEqual([
      { kind: 'field', of: 'flag', id: 'f1', field: 'status', kept: 'dismissed', other: 'resolved' },
    ]);
  });
});
