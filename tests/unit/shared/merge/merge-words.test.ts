import { describe, expect, it } from 'vitest';
import { applyCommand, type Command } from '../../../../shared/commands/command';
import { projectSchema, type Project } from '../../../../shared/model/project';
import { mergeProjects } from '../../../../shared/merge/merge-projects';
import { settledText, suggestionsIn } from '../../../../shared/reconcile/suggestions';
import { mergeOften, paragraphsOf } from '../../../soak/merge';
import { article, lines } from '../commands/article';

/** A project after commands of one person; what is refused is left out. */
function by(author: string, project: Project, ...commands: readonly Command[]): Project {
  return commands.reduce((now, command, n) => {
    const applied = applyCommand(now, command, { author, time: 10 + n });
    return applied.ok ? applied.value : now;
  }, project);
}

const edit = (paragraphId: string, text: string, suggest = false): Command => ({
  ...{ type: 'editParagraph', paragraphId, content: { text, marks: [] }, suggest },
});

const split = (paragraphId: string, offset: number, newId: string): Command => ({
  ...{ type: 'splitParagraph', paragraphId, offset, newId },
});

const join = (paragraphId: string): Command => ({ type: 'joinParagraphs', paragraphId });

const insert = (paragraphId: string, index: number, text: string): Command => ({
  ...{ type: 'insertParagraph', paragraphId, rowId: 'r1', language: 'ru', index },
  ...{ role: 'paragraph', label: '', text },
});

function inBothOrders(base: Project, a: Project, b: Project) {
  const merged = mergeProjects(base, [a, b]);
  expect(mergeProjects(base, [b, a])).toEqual(merged);
  expect(projectSchema.parse(merged.project)).toEqual(merged.project);
  return merged;
}

describe('merging what copies split, joined and edited', () => {
  const clauses = article('Мэрия обещает уложиться в срок, но рабочих не хватает. | |');
  const at = 'Мэрия обещает уложиться в срок,'.length;

  it('takes an edit of one half into the half that another split off', () => {
    const { project, conflicts } = inBothOrders(
      clauses,
      by('А', clauses, split('ru1', at, 'n1')),
      by('Б', clauses, edit('ru1', 'Мэрия обещает уложиться в срок, но рабочих мало.')),
    );
    expect(lines(project)).toEqual(['Мэрия обещает уложиться в срок, / но рабочих мало. |  |']);
    expect(conflicts).toEqual([]);
  });

  it('parts a text in three where two split it at two places, and edits go with their words', () => {
    const { project } = inBothOrders(
      clauses,
      by('А', clauses, split('ru1', at, 'n1'), edit('n1', 'но рабочих мало.')),
      by('Б', clauses, split('ru1', 'Мэрия обещает'.length, 'n2')),
    );
    expect(lines(project)).toEqual(['Мэрия обещает / уложиться в срок, / но рабочих мало. |  |']);
    const same = inBothOrders(
      clauses,
      by('А', clauses, split('ru1', at, 'n1')),
      by('Б', clauses, split('ru1', at, 'n2')),
    );
    expect(lines(same.project)).toEqual(['Мэрия обещает уложиться в срок, / но рабочих не хватает. |  |']);
  });

  it('doubles nothing where one joins what another edits, removes or writes between', () => {
    const base = article('Раз один / Два две | |');
    const joined = by('А', base, join('ru2'));
    const merged = (...commands: readonly Command[]) =>
      lines(inBothOrders(base, joined, by('Б', base, ...commands)).project);
    expect(merged(edit('ru2', 'Два пары'))).toEqual(['Раз один Два пары |  |']);
    expect(merged({ type: 'removeParagraph', paragraphId: 'ru2' })).toEqual(['Раз один |  |']);
    expect(merged(insert('n1', 1, 'Новое'))).toEqual(['Раз один / Новое / Два две |  |']);
    expect(merged(join('ru2'))).toEqual(['Раз один Два две |  |']);
  });

  it('doubles nothing where one joins what another parts, who takes out what it is joined to', () => {
    const base = article('Раз один / Два две три | |');
    const gone = by('А', base, { type: 'removeParagraph', paragraphId: 'ru1' });
    const parted = by('А', gone, split('ru2', 3, 'n1'), edit('ru2', 'Новое Два'));
    const joined = by('Б', base, join('ru2'));
    // Copies are merged in the order of their content, which begins with this.
    for (const created of [1, -1]) {
      const { project } = inBothOrders(base, { ...parted, created }, joined);
      expect(lines(project)).toEqual(['Новое Два / две три |  |']);
    }
  });
});

it('takes what two copies did to neighbouring rows, one to each', () => {
  const base = article('Ноль | |', 'Раз один / Два две три | |');
  const parted = by('А', base, split('ru3', 3, 'n1'), join('ru3'));
  const written = by('Б', base, insert('n2', 0, 'Новое'));
  for (const created of [1, -1]) {
    const { project, conflicts } = inBothOrders(base, { ...parted, created }, written);
    expect(lines(project)).toEqual(['Новое / Ноль |  |', 'Раз один Два / две три |  |']);
    expect(conflicts).toEqual([]);
  }
});

it('keeps the reasons for intended differences of paragraphs that another copy joined', () => {
  const base = article('Раз один / Два две | |', 'Три | |');
  const reasonFor = (rowId: string, reason: string): Command => ({
    ...{ type: 'setAdapted', rowId, language: 'ru', reason },
  });
  const joined = by('А', base, { type: 'mergeRows', rowId: 'r1' }, join('ru3'));
  const reasons = (...commands: readonly Command[]) =>
    paragraphsOf(inBothOrders(base, joined, by('Б', base, ...commands)).project).map(({ text, adapted }) => [
      text,
      adapted?.reason,
    ]);
  expect(reasons(reasonFor('r2', 'так надо'))).toEqual([
    ['Раз один', undefined],
    ['Два две Три', 'так надо'],
  ]);
  expect(reasons(reasonFor('r1', 'короче'), reasonFor('r2', 'так надо'))).toEqual([
    ['Раз один', 'короче'],
    ['Два две Три', 'короче; так надо'],
  ]);
});

describe('merging edits and suggestions', () => {
  const base = article('Бюджет вырос на 5 процентов. | |');

  it('keeps an edit settled and a suggestion under its author', () => {
    const { project, conflicts } = inBothOrders(
      base,
      by('А', base, edit('ru1', 'Бюджет вырос на 6 процентов.')),
      by('Б', base, edit('ru1', 'Бюджет города вырос на 5 процентов.', true)),
    );
    const [paragraph] = paragraphsOf(project);
    expect(conflicts).toEqual([]);
    expect(paragraph && settledText(paragraph).text).toBe('Бюджет вырос на 6 процентов.');
    expect(paragraph?.text).toBe('Бюджет города вырос на 6 процентов.');
    expect(paragraph && suggestionsIn(paragraph).map((each) => each.by?.author)).toEqual(['Б']);
  });

  it('makes of a suggestion about edited words one to change the edit', () => {
    const { project, conflicts } = inBothOrders(
      base,
      by('А', base, edit('ru1', 'Бюджет вырос на 6 процентов.')),
      by('Б', base, edit('ru1', 'Бюджет вырос на 7 процентов.', true)),
    );
    const [paragraph] = paragraphsOf(project);
    expect(conflicts).toEqual([]);
    expect(paragraph && settledText(paragraph).text).toBe('Бюджет вырос на 6 процентов.');
    expect(paragraph?.text).toBe('Бюджет вырос на 7 процентов.');
    expect(paragraph && suggestionsIn(paragraph).map((each) => each.by?.author)).toEqual(['Б']);
  });

  it('points inside the text, and asks nobody about what the program noted', () => {
    const long = by(
      'Б',
      base,
      edit('ru1', 'Бюджет вырос на 5 процентов и ещё на сто миллионов сомов.', true),
    );
    const short = by('А', base, edit('ru1', 'Бюджет.', true));
    const { project, conflicts } = inBothOrders(base, long, short);
    for (const { text, pending } of paragraphsOf(project))
      for (const { start, end } of pending?.by ?? []) {
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    expect(conflicts.filter(({ kind }) => kind === 'field')).toEqual([]);
  });
});

it('tells a text that was in conflict when a third copy took its paragraph away', () => {
  const base = article('Раз один / Два две | |');
  const first = { ...by('А', base, edit('ru1', 'Раз первый')), created: 1 };
  const second = { ...by('Б', base, edit('ru1', 'Раз второй')), created: 2 };
  const third = { ...by('В', base, { type: 'removeParagraph', paragraphId: 'ru1' }), created: 3 };
  const { conflicts } = mergeProjects(base, [first, second, third]);
  const told = conflicts.flatMap((each) => (each.kind === 'removed' ? [each.paragraph.text] : []));
  expect(told.sort()).toEqual(['Раз второй', 'Раз первый']);
});

it('loses and doubles no word of anybody', () => {
  expect(mergeOften(300, 5)).toEqual([]);
}, 120_000);
