import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { applyCommand, COMMAND_TYPES } from '../../../../shared/commands/command';
import { LANGUAGES } from '../../../../shared/model/language';
import { NO_REVIEW, projectSchema, reviewSchema, type Project } from '../../../../shared/model/project';
import { fields } from '../../../../shared/patch/fields';
import {
  applyPatch,
  isEmptyPatch,
  patchBetween,
  PROJECT_PARTS,
  REVIEW_PARTS,
  rowsThatDiffer,
  type Patch,
} from '../../../../shared/patch/project-patch';
import { anyCommand } from '../commands/arbitrary-command';
import { anyProject } from '../commands/arbitrary-project';
import { article, BY, flagged, paragraph, row, run, spanOn } from '../commands/article';

describe('patchBetween', () => {
  const project = article('Раз | |', 'Два | |', 'Три | |');

  it('names only the fields of the paragraph that differ', () => {
    const edit = { type: 'editParagraph', paragraphId: 'ru2', content: { text: 'Эки', marks: [] } } as const;
    const edited = run(project, edit);
    const patch = patchBetween(project, edited);
    const changed = { id: 'ru2', text: 'Эки', marks: [], imported: { text: 'Два', marks: [] } };
    expect(patch).toEqual({
      rows: { changed: [{ id: 'r2', cells: { ru: { paragraphs: { changed: [changed] } } } }] },
    });
    const after = applyPatch(project, patch);
    expect(after.rows[0]).toBe(project.rows[0]);
    expect(row(after, 'r2').cells.ky).toBe(row(project, 'r2').cells.ky);
  });

  it('names two rows far apart and none between them, and no text where one is moved', () => {
    const long = article(...Array.from({ length: 300 }, (_, i) => `Абзац ${i} | |`));
    const ends = run(long, { type: 'confirmRows', rowIds: ['r1', 'r300'], confirmed: true });
    expect(patchBetween(long, ends)).toEqual({
      rows: {
        changed: [
          { id: 'r1', confirmed: true },
          { id: 'r300', confirmed: true },
        ],
      },
    });
    const [first, ...others] = long.rows;
    const moved = { ...long, rows: [...others, ...(first ? [first] : [])] };
    expect(patchBetween(long, moved)).toEqual({ rows: { placed: [{ id: 'r1', after: 'r300' }] } });
  });

  it('puts a snapshot once, and takes it back by its id', () => {
    const take = (snapshotId: string) => ({ type: 'takeSnapshot', snapshotId, name: '' }) as const;
    const one = run(project, take('s1'));
    const two = run(one, take('s2'));
    const put = [two.review?.snapshots[1]];
    expect(patchBetween(one, two)).toEqual({ review: { snapshots: { put } } });
    expect(patchBetween(two, one)).toEqual({ review: { snapshots: { remove: ['s2'] } } });
    expect(patchBetween(one, project)).toEqual({ gone: ['review'] });
  });

  it('is empty between lists of the same rows and flags, and between values that say the same', () => {
    const copy = { ...project, rows: [...project.rows], flags: [...project.flags] };
    expect(isEmptyPatch(patchBetween(project, copy))).toBe(true);
    expect(isEmptyPatch(patchBetween(project, structuredClone(project)))).toBe(true);
  });
});

describe('a field nobody wrote a rule for', () => {
  const review = reviewSchema.unwrap().extend({ tone: z.string().optional() });
  const project = projectSchema
    .unwrap()
    .extend({ shelf: z.array(z.string()).optional(), review: review.optional() });
  const part = fields(project, {
    nested: {
      ...PROJECT_PARTS,
      review: fields(review, { nested: REVIEW_PARTS, fixed: [], start: NO_REVIEW }),
    },
    fixed: ['id', 'created'],
  });

  it('is stored, put, changed and taken away like any other', () => {
    const none: z.infer<typeof project> = article('Раз | |');
    const some = { ...none, shelf: ['1'], review: { ...NO_REVIEW, tone: 'dry' } };
    const other = {
      ...none,
      shelf: ['1', '2'],
      review: { ...NO_REVIEW, tone: 'warm', pivot: 'ru' as const },
    };
    const states = [none, some, other];
    for (const before of states)
      for (const after of states) {
        const patch = part.between(before, after) ?? {};
        const stored = part.schema.parse(JSON.parse(JSON.stringify(patch)));
        expect(stored).toEqual(patch);
        expect(part.after(before, stored)).toEqual(after);
        // The window and the process that checks apply what comes, with the schema of now.
        expect(applyPatch(before, patchBetween(before, after))).toEqual(after);
      }
    expect(part.between(some, other)).toEqual({ shelf: ['1', '2'], review: { tone: 'warm', pivot: 'ru' } });
    expect(part.between(other, { ...other, review: NO_REVIEW })).toEqual({
      review: { pivot: null, gone: ['tone'] },
    });
  });

  it('is not taken away where the schema asks for it', () => {
    expect(part.schema.safeParse({ gone: ['title'] }).success).toBe(false);
    expect(part.schema.safeParse({ gone: ['rows'] }).success).toBe(false);
    expect(part.schema.parse({ id: 'other', created: 1 })).toEqual({});
  });
});

/** All that a patch names: fields, and ids with what is named of each. */
function named(patch: unknown, path = ''): readonly string[] {
  if (typeof patch !== 'object' || patch === null) return [path];
  return Object.entries(patch).flatMap(([field, value]: [string, unknown]) => {
    if (field === 'remove' || field === 'gone') {
      const sign = field === 'gone' ? '.' : '/';
      return z
        .array(z.string())
        .parse(value)
        .map((id) => `${path}${sign}${id}`);
    }
    if (field === 'placed')
      return z
        .array(z.object({ id: z.string(), after: z.string().nullable() }))
        .parse(value)
        .flatMap(({ id, after }) => [`${path}/${id}`, `${path}/${after}`]);
    if (field === 'put' || field === 'changed')
      return z
        .array(z.looseObject({}))
        .parse(value)
        .map(
          (each) => `${path}/${String(each['id'] ?? each['key'] ?? each['author'] ?? JSON.stringify(each))}`,
        );
    return named(value, `${path}.${field}`);
  });
}

function nothingInCommon(a: Patch, b: Patch): boolean {
  const [these, those] = [named(a), named(b)];
  return !these.some((one) => those.some((other) => one.startsWith(other) || other.startsWith(one)));
}

describe('two patches that name different things', () => {
  it('lead to the same project in either order, whatever the commands were', () => {
    const types = fc.tuple(fc.constantFrom(...COMMAND_TYPES), fc.constantFrom(...COMMAND_TYPES));
    let pairs = 0;
    const kinds = new Set<string>();
    fc.assert(
      fc.property(anyProject, types, fc.nat(), (base, [one, other], seed) => {
        const [a, b] = [one, other].map((type, i) => {
          const [command] = fc.sample(anyCommand(type, base), { seed: seed + i, numRuns: 1 });
          const applied = command && applyCommand(base, command, { ...BY, time: 100 + i });
          return applied?.ok ? patchBetween(base, applied.value) : {};
        });
        if (!a || !b || isEmptyPatch(a) || isEmptyPatch(b) || !nothingInCommon(a, b)) return;
        pairs += 1;
        kinds.add(one);
        kinds.add(other);
        const both = applyPatch(applyPatch(base, a), b);
        expect(applyPatch(applyPatch(base, b), a)).toEqual(both);
        expect(applyPatch(applyPatch(both, a), b)).toEqual(both);
      }),
      { seed: 6, numRuns: 800 },
    );
    expect(pairs).toBeGreaterThan(100);
    expect(kinds.size).toBeGreaterThan(COMMAND_TYPES.length / 2);
  });

  it('are those of commands on different rows', () => {
    const text = 'Первое. Второе. | Биринчи. Экинчи. | First. Second.';
    const base = Array.from({ length: 9 }, () => text);
    let project: Project = article(...base);
    for (const language of LANGUAGES)
      for (const n of [2, 7])
        project = flagged(
          project,
          spanOn(
            project,
            `${language}${n}`,
            language === 'en' ? 'First' : paragraph(project, `${language}${n}`).text.slice(0, 3),
          ),
        );
    const on = (n: number) =>
      [
        {
          type: 'editParagraph',
          paragraphId: `ru${n}`,
          content: { text: `Другое ${n}`, marks: [] },
          suggest: false,
        },
        {
          type: 'editParagraph',
          paragraphId: `en${n}`,
          content: { text: `Other ${n}`, marks: [] },
          suggest: true,
        },
        { type: 'splitParagraph', paragraphId: `ky${n}`, offset: 9, newId: `new${n}` },
        { type: 'removeParagraph', paragraphId: `en${n}` },
        { type: 'setRole', paragraphId: `ru${n}`, role: 'heading2', label: '' },
        { type: 'splitRow', paragraphId: `ky${n}`, newRowId: `below${n}`, above: { ru: 1, ky: 0, en: 0 } },
        { type: 'insertRow', rowId: `row${n}`, afterRowId: `r${n}` },
        { type: 'mergeRows', rowId: `r${n}` },
        { type: 'moveParagraph', paragraphId: `ru${n}`, toRowId: `r${n + 1}` },
        { type: 'confirmRows', rowIds: [`r${n}`], confirmed: true },
        { type: 'setStatus', cells: [{ rowId: `r${n}`, language: 'ky' }], status: 'agreed' },
        { type: 'setFlagStatus', flagId: n === 2 ? 'f1' : 'f2', status: 'resolved' },
      ] as const;
    for (const one of on(2))
      for (const other of on(7)) {
        const [a, b] = [one, other].map((command) => patchBetween(project, run(project, command)));
        if (!a || !b) throw new Error('no patch');
        expect([one.type, other.type, nothingInCommon(a, b)]).toEqual([one.type, other.type, true]);
        const both = applyPatch(applyPatch(project, a), b);
        expect(applyPatch(applyPatch(project, b), a)).toEqual(both);
        expect(both).toEqual(run(project, one, other));
      }
  });

  it('open two signed versions again, each of its own', () => {
    let signed: Project = article('Раз | Бир | One', 'Два | Эки | Two');
    for (const language of ['ru', 'ky'] as const) {
      const cells = ['r1', 'r2'].map((rowId) => ({ rowId, language }));
      signed = run(
        signed,
        { type: 'setStatus', cells, status: 'agreed' },
        { type: 'signOff', language, signed: true },
      );
    }
    const edit = (paragraphId: string) =>
      ({ type: 'editParagraph', paragraphId, content: { text: '!', marks: [] }, suggest: false }) as const;
    const [a, b] = ['ru1', 'ky2'].map((id) => patchBetween(signed, run(signed, edit(id))));
    if (!a || !b) throw new Error('no patch');
    for (const both of [applyPatch(applyPatch(signed, a), b), applyPatch(applyPatch(signed, b), a)])
      expect(both.review?.signOffs).toEqual({ ru: null, ky: null, en: null });
  });
});

describe('a patch that names one thing several times', () => {
  const base = article('Раз | |', 'Два | |');
  const [first] = base.rows;
  if (!first) throw new Error('no rows');
  const fresh = {
    ...first,
    id: 'new',
    cells: { ...first.cells, ru: { paragraphs: [], status: 'draft' as const } },
  };
  const snapshot = { id: 's', name: '', author: '', time: 1, rows: [] };

  it.each<readonly [string, Patch]>([
    ['row', { rows: { put: [fresh, { ...fresh, confirmed: true }] } }],
    ['row, changed', { rows: { put: [fresh], changed: [{ id: 'new', confirmed: true }] } }],
    [
      'row, placed',
      { rows: { put: [fresh, fresh], placed: ['r1', null].map((after) => ({ id: 'new', after })) } },
    ],
    ['snapshot', { review: { snapshots: { put: [snapshot, { ...snapshot, name: 'x' }] } } }],
  ])('puts a %s once, and the same when it is applied again', (_, patch) => {
    const after = applyPatch(base, patch);
    expect(after.rows.length + (after.review?.snapshots.length ?? 0)).toBe(3);
    expect(applyPatch(after, patch)).toEqual(after);
  });
});

describe('rowsThatDiffer', () => {
  const { rows } = article('Раз | |', 'Два | |', 'Три | |');
  const [one, two, three] = rows;
  if (!one || !two || !three) throw new Error('no rows');

  it('tells where lists begin to differ, and which rows are other objects', () => {
    const other = { ...two };
    expect(rowsThatDiffer(rows, [...rows])).toBe(null);
    expect(rowsThatDiffer(rows, [one, other, three])).toEqual({ first: 1, rows: [other] });
    expect(rowsThatDiffer(rows, [one, two])).toEqual({ first: 2, rows: [] });
    expect(rowsThatDiffer(rows, [three, one, two])).toEqual({ first: 0, rows: [] });
    expect(rowsThatDiffer([], rows)).toEqual({ first: 0, rows });
  });
});
