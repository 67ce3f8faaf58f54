import { describe, expect, it } from 'vitest';
import { applyCommand } from '../../../../shared/commands/command';
import { excessOfProject } from '../../../../shared/model/excess';
import type { Flag } from '../../../../shared/model/flag';
import { LONGEST_PARAGRAPH, MOST_IN_CELL } from '../../../../shared/model/limits';
import type { Mark } from '../../../../shared/model/mark';
import type { Paragraph } from '../../../../shared/model/paragraph';
import type { Project } from '../../../../shared/model/project';
import { partProject } from '../../../../shared/reconcile/part-project';
import { sampleFlag, sampleParagraph, sampleProject, sampleRow } from '../../main/project/sample-project';

const SENTENCE = 'Вода в деревне появится не раньше весны.';

const LONG = Array.from({ length: 6000 }, () => SENTENCE).join(' ');

function projectOf(paragraphs: readonly Paragraph[], flags: readonly Flag[] = []): Project {
  const row = sampleRow('r1');
  const cells = { ...row.cells, ru: { paragraphs, status: 'agreed' as const } };
  return { ...sampleProject(), rows: [{ ...row, cells }, sampleRow('r2')], flags };
}

const ruTexts = ({ rows }: Project) => rows.flatMap((row) => row.cells.ru.paragraphs).map(({ text }) => text);

describe('partProject', () => {
  it('leaves a project within the limits as it is', () => {
    const project = sampleProject();
    const { project: same, parted } = partProject(project);
    expect(parted).toBe(0);
    expect(same.rows.every((row, i) => row === project.rows[i])).toBe(true);
    expect(same.flags).toEqual(project.flags);
  });

  it('parts a paragraph into rows below its own, with what it remembers and its flags', () => {
    const at = LONG.length - SENTENCE.length;
    const mark: Mark = { type: 'strong', start: at, end: at + 4 };
    const paragraph: Paragraph = {
      ...sampleParagraph('p', LONG),
      marks: [mark],
      imported: { text: `${LONG.slice(0, at)}Много. ${LONG.slice(at)}`, marks: [] },
      agreed: { text: LONG, marks: [] },
      checked: { en: LONG, ky: null },
    };
    const span = { at: 'text', language: 'ru', paragraphId: 'p', start: at, end: at + 4 } as const;
    const flag: Flag = {
      ...sampleFlag('f'),
      spans: [{ ...span, quote: 'Вода', orphaned: false, fix: null }],
    };
    const { project, parted } = partProject(projectOf([paragraph], [flag]));
    expect(parted).toBe(1);
    expect(excessOfProject(project)).toBeNull();
    expect(ruTexts(project).slice(0, -1).join(' ')).toBe(LONG);
    expect(project.rows.map(({ id }) => id)).toEqual(['r1', 'r1~2', 'r1~3', 'r2']);
    expect(project.rows[0]?.cells.en.paragraphs).toHaveLength(1);
    expect(project.rows[1]?.cells.en.paragraphs).toHaveLength(0);
    const last = project.rows[2]?.cells.ru.paragraphs[0];
    const text = last?.text ?? '';
    const here = text.length - SENTENCE.length;
    expect(last?.marks).toEqual([{ ...mark, start: here, end: here + 4 }]);
    expect(last?.imported?.text).toBe(`${text.slice(0, here)}Много. ${text.slice(here)}`);
    expect(last?.agreed?.text).toBe(text);
    expect(last?.checked).toEqual({ en: text, ky: null });
    expect(project.flags[0]?.spans[0]).toMatchObject({ paragraphId: 'p~3', start: here, end: here + 4 });
  });

  it('spreads the paragraphs of an overfull cell over rows', () => {
    const paragraphs = Array.from({ length: 1200 }, (_, i) => sampleParagraph(`p${i}`, SENTENCE));
    const { project } = partProject(projectOf(paragraphs));
    expect(excessOfProject(project)).toBeNull();
    expect(project.rows.map((row) => row.cells.ru.paragraphs.length)).toEqual([
      200, 200, 200, 200, 200, 200, 1,
    ]);
    expect(ruTexts(project)).toHaveLength(1201);
  });
});

describe('a command', () => {
  const by = { author: 'А', time: 1 };
  const full = 'а'.repeat(LONGEST_PARAGRAPH);

  it('that would make a paragraph too long is refused, and one that just does not is carried out', () => {
    const project = projectOf([sampleParagraph('p', 'Вода.')]);
    const edit = (text: string) =>
      applyCommand(project, { type: 'editParagraph', paragraphId: 'p', content: { text, marks: [] } }, by);
    expect(edit(`${full}а`)).toMatchObject({ ok: false, failure: { code: 'overLimits' } });
    expect(edit(full)).toMatchObject({ ok: true });
    const two = projectOf([sampleParagraph('p', full), sampleParagraph('q', 'Вода.')]);
    const joined = applyCommand(two, { type: 'joinParagraphs', paragraphId: 'q' }, by);
    expect(joined).toMatchObject({ ok: false, failure: { code: 'overLimits' } });
  });

  it('that would put too much into one row is refused', () => {
    const paragraphs = Array.from({ length: 4 }, (_, i) => sampleParagraph(`p${i}`, full));
    const project = projectOf(paragraphs);
    const merged = applyCommand(project, { type: 'mergeRows', rowId: 'r1' }, by);
    expect(merged).toMatchObject({ ok: false, failure: { code: 'overLimits' } });
    const many = Array.from({ length: MOST_IN_CELL }, (_, i) => sampleParagraph(`p${i}`, 'Вода.'));
    const crowded = applyCommand(projectOf(many), { type: 'mergeRows', rowId: 'r1' }, by);
    expect(crowded).toMatchObject({ failure: { params: { excess: 'paragraphs', limit: MOST_IN_CELL } } });
  });
});
