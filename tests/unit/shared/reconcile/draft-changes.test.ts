import { describe, expect, test } from 'vitest';
import { plainBlock } from '../../../../shared/model/paragraph';
import type { Project } from '../../../../shared/model/project';
import { versionParagraphs } from '../../../../shared/model/row';
import { AS_IMPORTED, asTexts, draftText, textsOf } from '../../../../shared/reconcile/baseline';
import { findChanges, wholeText } from '../../../../shared/reconcile/changes';
import { mergeVersions } from '../../../../shared/reconcile/merge-versions';
import { staleSources } from '../../../../shared/reconcile/stale';
import { article, paragraph, row, run } from '../commands/article';

const before = article(
  'Станция даёт 4500 киловатт. | Станция 4500 киловатт берет. | The station gives 4,500 kilowatts.',
  'Плотина стоит на реке. | Тоосмо дарыяда турат. | The dam stands on the river.',
  'Первый агрегат пустят весной. | Биринчи агрегат жазында иштейт. | The first unit will start in spring.',
);

/** The project with everything a draft of its Russian version would change. */
function withDraft(project: Project, ...texts: readonly string[]): Project {
  const ours = versionParagraphs(project.rows, 'ru');
  const base = ours.map((each) => ({ ...each, ...draftText(each) })).filter(({ text }) => text !== '');
  const { differences } = mergeVersions(
    base,
    ours,
    texts.map((text) => plainBlock(text)),
  );
  if (differences.length === 0) return project;
  return run(project, {
    type: 'bringInDraft',
    language: 'ru',
    origin: { fileName: 'draft.docx', format: 'docx', encoding: '', hash: 'a', time: 1 },
    differences,
    decided: [],
    changes: [],
    comments: [],
    newIds: Array.from({ length: 8 }, (_, n) => `new${project.rows.length}-${n}`),
  });
}

function listed(project: Project, rule = AS_IMPORTED): readonly string[] {
  return findChanges(project.rows, rule, { suggestions: true }).ru.map(
    ({ kind, before: was, after }) => `${kind}: ${wholeText(was).text} > ${wholeText(after).text}`,
  );
}

const draft = [
  'Станция даёт 45000 киловатт.',
  'Плотина стоит на реке Нарын.',
  'Первый агрегат пустят весной.',
  'Второй агрегат пустят осенью.',
];

const brought = [
  'edited: Станция даёт 4500 киловатт. > Станция даёт 45000 киловатт.',
  'edited: Плотина стоит на реке. > Плотина стоит на реке Нарын.',
  'added:  > Второй агрегат пустят осенью.',
];

describe('what a newer draft brought', () => {
  const project = withDraft(before, ...draft);

  test('is listed as long as it waits for a decision', () => {
    expect(versionParagraphs(project.rows, 'ru').filter(({ pending }) => pending)).toHaveLength(3);
    expect(listed(project)).toEqual(brought);
  });

  test('can still be seen once it is accepted: it is what makes the other versions stale', () => {
    const paragraphIds = versionParagraphs(project.rows, 'ru').map(({ id }) => id);
    const accepted = run(project, { type: 'decideSuggestions', paragraphIds, which: null, accept: true });
    expect(staleSources(row(accepted, 'r1'), 'ky')).toEqual(['ru']);
    expect(listed(accepted)).toEqual(brought);
    const rejected = run(project, { type: 'decideSuggestions', paragraphIds, which: null, accept: false });
    expect(listed(rejected)).toEqual([]);
    expect(staleSources(row(rejected, 'r1'), 'ky')).toEqual([]);
  });

  test('is what the next draft is compared with, taken or not', () => {
    expect(withDraft(project, ...draft)).toBe(project);
    const decided = run(
      project,
      { type: 'decideSuggestions', paragraphIds: ['ru1'], which: null, accept: true },
      { type: 'decideSuggestions', paragraphIds: ['ru2'], which: null, accept: false },
    );
    expect(withDraft(decided, ...draft)).toBe(decided);
    const again = withDraft(decided, ...draft.with(0, 'Станция даёт 54000 киловатт.'));
    expect(paragraph(again, 'ru1').text).toContain('54000');
    expect(paragraph(again, 'ru2')).toBe(paragraph(decided, 'ru2'));
  });

  test('is cut and joined with the paragraph', () => {
    const [first, second] = ['Станция даёт 45000 киловатт.', 'Этого хватит на город.'];
    const longer = withDraft(before, `${first} ${second}`, ...draft.slice(1, 3));
    const split = run(longer, {
      type: 'splitParagraph',
      paragraphId: 'ru1',
      offset: first.length + 1,
      newId: 'half',
    });
    expect([paragraph(split, 'ru1').draft?.text, paragraph(split, 'half').draft?.text]).toEqual([
      first,
      second,
    ]);
    const joined = run(split, { type: 'joinParagraphs', paragraphId: 'half' });
    expect(paragraph(joined, 'ru1').draft?.text).toBe(`${first} ${second}`);
    expect(paragraph(joined, 'ru1').imported?.text).toBe('Станция даёт 4500 киловатт.');
  });
});

test('suggestions are listed where the texts say what the baseline says, as after importing tracked changes', () => {
  const suggested = run(before, {
    type: 'editParagraph',
    paragraphId: 'ru2',
    content: { text: 'Плотина стоит на реке Нарын.', marks: [] },
    suggest: true,
  });
  const there = asTexts(textsOf(suggested.rows));
  expect(listed(suggested, there)).toEqual([brought[1]]);
  const tracked = suggested.rows.map((each) => ({
    ...each,
    cells: {
      ...each.cells,
      ru: {
        ...each.cells.ru,
        paragraphs: each.cells.ru.paragraphs.map((part) => ({ ...part, imported: null })),
      },
    },
  }));
  expect(listed({ ...suggested, rows: tracked })).toEqual([brought[1]]);
  // Two snapshots that hold the same suggestion do not differ.
  expect(findChanges(suggested.rows, there).ru).toEqual([]);
});
