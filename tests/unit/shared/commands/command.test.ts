import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommand, COMMAND_TYPES, type Command } from '../../../../shared/commands/command';
import { applyPatch, isEmptyPatch, patchBetween, patchSchema } from '../../../../shared/patch/project-patch';
import { LANGUAGES } from '../../../../shared/model/language';
import { normaliseMarks } from '../../../../shared/model/mark';
import { projectSchema, type Project } from '../../../../shared/model/project';
import { settledText } from '../../../../shared/reconcile/suggestions';
import { versionParagraphs } from '../../../../shared/model/row';
import { anyCommand } from './arbitrary-command';
import { anyProject } from './arbitrary-project';
import { BY } from './article';

const fixed = { seed: 2, numRuns: 100 };

/** The ids of each version's paragraphs in reading order. */
function readingOrder(project: Project): readonly (readonly string[])[] {
  return LANGUAGES.map((language) => versionParagraphs(project.rows, language).map(({ id }) => id));
}

const CHANGES_PARAGRAPHS: ReadonlySet<Command['type']> = new Set([
  'bringInDraft',
  'takeMerged',
  'restoreSnapshot',
  'insertParagraph',
  'removeParagraph',
  'removePicture',
  'takeBackChanges',
  'splitParagraph',
  'joinParagraphs',
  'pasteParagraphs',
  'takePicture',
  'addVersion',
  'splitAtSentence',
]);

const CHANGES_TEXT: ReadonlySet<Command['type']> = new Set([
  'decideSuggestions',
  ...CHANGES_PARAGRAPHS,
  'editParagraph',
  'applyFix',
  'fixFindings',
  'replaceWords',
]);

/** What may accept a suggestion, and so change what was signed off. */
const REOPENS: ReadonlySet<Command['type']> = new Set([
  'setStatus',
  'agreeRow',
  'agreeRows',
  'restoreSnapshot',
]);

/** What must hold of every project, whatever was done to it. */
function expectWhole(project: Project): void {
  expect(projectSchema.parse(project)).toEqual(project);
  const paragraphs = LANGUAGES.flatMap((language) => versionParagraphs(project.rows, language));
  const byId = new Map(paragraphs.map((paragraph) => [paragraph.id, paragraph]));
  const rowIds = new Set(project.rows.map(({ id }) => id));
  expect(byId.size).toBe(paragraphs.length);
  expect(rowIds.size).toBe(project.rows.length);
  for (const { text, marks, imported, pending } of paragraphs) {
    if (pending) expect(pending.settled).not.toEqual({ text, marks });
    for (const { start, end } of pending?.by ?? []) {
      expect(start).toBeLessThanOrEqual(end);
      expect(end).toBeLessThanOrEqual(text.length);
    }
    expect(marks).toEqual(normaliseMarks(marks, text.length));
    expect(text).not.toMatch(/^ | $| {2}|[\n\r\t]/);
    if (imported) expect(imported).not.toEqual({ text, marks });
  }
  const order = project.flags.map(({ time, id }) => `${String(time).padStart(15, '0')} ${id}`);
  expect(order).toEqual(order.toSorted());
  expect(new Set(project.flags.map(({ id }) => id)).size).toBe(project.flags.length);
  for (const span of project.flags.flatMap(({ spans }) => spans)) {
    if (span.at === 'gap') expect(rowIds).toContain(span.rowId);
    else {
      const { text } = byId.get(span.paragraphId) ?? { text: null };
      expect(text).not.toBeNull();
      expect(span.start).toBeLessThanOrEqual(span.end);
      expect(span.end).toBeLessThanOrEqual(text?.length ?? 0);
    }
  }
}

/** Which cells count as signed off, each paragraph of theirs with its text. */
function signedOff(project: Project): readonly string[] {
  return project.rows.flatMap((row) =>
    LANGUAGES.flatMap((language) => {
      const { paragraphs, status } = row.cells[language];
      const signed = status === 'reviewed' || status === 'agreed';
      return signed ? paragraphs.map((each) => `${each.id}: ${settledText(each).text}`) : [];
    }),
  );
}

function texts(project: Project) {
  return LANGUAGES.map((language) =>
    versionParagraphs(project.rows, language).map(({ text, marks }) => ({ text, marks })),
  );
}

/** Commands by which a person says that a flag is done with, or takes another copy's word for it. */
const SETTLES_FLAGS: ReadonlySet<Command['type']> = new Set([
  'removeFlag',
  'setFlagStatus',
  'applyFix',
  'takeMerged',
]);

describe.each(COMMAND_TYPES)('%s', (type) => {
  const step = anyProject.chain((before) => anyCommand(type, before).map((command) => ({ before, command })));

  it('keeps the project whole and can be taken back, or is refused', () => {
    let carriedOut = 0;
    fc.assert(
      fc.property(step, ({ before, command }) => {
        const applied = applyCommand(before, command, { ...BY, time: 15 });
        if (!applied.ok) {
          expect(applied.failure).toEqual({ code: 'commandRefused', params: { command: type } });
          return;
        }
        carriedOut += 1;
        const after = applied.value;
        expectWhole(after);
        const forward = patchBetween(before, after);
        const back = patchBetween(after, before);
        expect(applyPatch(before, forward)).toEqual(after);
        expect(applyPatch(after, back)).toEqual(before);
        expect(applyPatch(after, forward)).toEqual(after);
        expect(applyPatch(before, back)).toEqual(before);
        const stored: unknown = JSON.parse(JSON.stringify({ forward, back }));
        expect({ forward: patchSchema.parse(forward), back: patchSchema.parse(back) }).toEqual(stored);
        if (isEmptyPatch(forward)) expect(after).toEqual(before);
        if (!SETTLES_FLAGS.has(type)) {
          const kept = new Map(after.flags.map(({ id, status }) => [id, status]));
          for (const { id, status } of before.flags) expect(kept.get(id)).toBe(status);
        }
        const isOrder = type === 'moveInOrder';
        if (isOrder)
          expect(readingOrder(after).map((ids) => ids.toSorted())).toEqual(
            readingOrder(before).map((ids) => ids.toSorted()),
          );
        if (!CHANGES_PARAGRAPHS.has(type) && !isOrder)
          expect(readingOrder(after)).toEqual(readingOrder(before));
        if (!CHANGES_TEXT.has(type) && !isOrder) expect(texts(after)).toEqual(texts(before));
        if (!REOPENS.has(type))
          expect(signedOff(before)).toEqual(expect.arrayContaining([...signedOff(after)]));
      }),
      fixed,
    );
    expect(carriedOut).toBeGreaterThan(5);
  });
});

describe('any sequence of commands', () => {
  const types = fc.array(fc.constantFrom(...COMMAND_TYPES), { minLength: 2, maxLength: 12 });

  it('leaves a project that is whole, and is taken back step by step', () => {
    fc.assert(
      fc.property(anyProject, types, fc.nat(), (start, sequence, seed) => {
        let project = start;
        const before: Project[] = [];
        sequence.forEach((type, i) => {
          if (project.rows.length === 0) return;
          const [command] = fc.sample(anyCommand(type, project), { seed: seed + i, numRuns: 1 });
          if (!command) return;
          const applied = applyCommand(project, command, { ...BY, time: i });
          if (!applied.ok || applied.value === project) return;
          before.push(project);
          project = applied.value;
          expectWhole(project);
        });
        for (let earlier = before.pop(); earlier; earlier = before.pop()) {
          project = applyPatch(project, patchBetween(project, earlier));
          expect(project).toEqual(earlier);
        }
      }),
      fixed,
    );
  });
});
