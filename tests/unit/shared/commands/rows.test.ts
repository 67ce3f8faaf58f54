import { describe, expect, it } from 'vitest';
import { article, confirmed, covered, flagged, isRefused, lines, row, run, withStatus } from './article';

const two = article('Раз | Бир | One', 'Два | Эки | Two');

describe('mergeRows', () => {
  it('joins a row with the one below it', () => {
    const merged = run(two, { type: 'mergeRows', rowId: 'r1' });
    expect(lines(merged)).toEqual(['Раз / Два | Бир / Эки | One / Two']);
    expect(row(merged, 'r1')).toMatchObject({ confidence: 1, confirmed: false });
  });

  it('takes the status of the part that has come least far, empty cells apart', () => {
    const gap = article('Раз | Бир | One', 'Два | Эки |');
    const agreed = withStatus(withStatus(gap, 'r1', 'ru', 'agreed'), 'r1', 'en', 'agreed');
    const { cells } = row(run(agreed, { type: 'mergeRows', rowId: 'r1' }), 'r1');
    expect([cells.ru.status, cells.en.status]).toEqual(['translated', 'agreed']);
  });

  it('stays confirmed only when both rows were', () => {
    const merge = { type: 'mergeRows', rowId: 'r1' } as const;
    expect(row(run(confirmed(two, 'r1', 'r2'), merge), 'r1').confirmed).toBe(true);
    expect(row(run(confirmed(two, 'r1'), merge), 'r1').confirmed).toBe(false);
  });

  it('takes the flags on gaps of the lower row along', () => {
    const project = flagged(article('Раз | Бир | One', 'Два | Эки |'), {
      at: 'gap',
      language: 'en',
      rowId: 'r2',
    });
    expect(covered(run(project, { type: 'mergeRows', rowId: 'r1' }))).toEqual(['gap in en of r1']);
  });

  it('is refused for the last row', () => {
    expect(isRefused(two, { type: 'mergeRows', rowId: 'r2' })).toBe(true);
  });
});

describe('groupParagraphs', () => {
  const group = (...paragraphIds: string[]) =>
    ({ type: 'groupParagraphs', paragraphIds, newRowId: 'new' }) as const;

  it('puts paragraphs of different rows into one, and keeps what was before and after them', () => {
    const project = article('Раз | Бир | One', 'Два / Три | Эки | Two / Three');
    expect(lines(run(project, group('ru3', 'en3')))).toEqual([
      'Раз | Бир | One',
      'Два |  | Two',
      'Три | Эки | Three',
    ]);
    expect(lines(run(two, group('ru1', 'ky2')))).toEqual(['| Бир |', 'Раз | Эки | One / Two', 'Два |  |']);
  });

  it('takes what stands between two named paragraphs of a language along', () => {
    const project = article('Раз | Бир | One', 'Два | Эки | Two', 'Три | Үч | Three');
    expect(lines(run(project, group('ru1', 'ru3', 'ky1', 'en1')))).toEqual([
      'Раз / Два / Три | Бир | One',
      '| Эки | Two',
      '| Үч | Three',
    ]);
  });

  it('is refused for a paragraph that is not there', () => {
    expect(isRefused(two, group('ru1', 'gone'))).toBe(true);
  });
});

describe('splitRow', () => {
  const split = (paragraphId: string, newRowId = 'new') =>
    ({ type: 'splitRow', paragraphId, newRowId, above: null }) as const;

  it('starts a new row at a paragraph, and leaves as many above in the other languages', () => {
    const project = article('Раз / Два / Три | Бир / Эки | One');
    expect(lines(run(project, split('ru2')))).toEqual(['Раз | Бир | One', 'Два / Три | Эки |']);
    expect(lines(run(project, split('ru3')))).toEqual(['Раз / Два | Бир / Эки | One', 'Три |  |']);
  });

  it('moves only its own language down at the first paragraph of a cell', () => {
    expect(lines(run(two, split('en1')))).toEqual(['Раз | Бир |', '|  | One', 'Два | Эки | Two']);
  });

  it('leaves as many above in each language as it is told', () => {
    const project = article('Раз / Два | Бир | One / Two');
    const cut = { ...split('ru2'), above: { ru: 1, ky: 1, en: 0 } };
    expect(lines(run(project, cut))).toEqual(['Раз | Бир |', 'Два |  | One / Two']);
  });

  it('undoes a merge of two rows', () => {
    const merged = run(two, { type: 'mergeRows', rowId: 'r1' });
    expect(lines(run(merged, split('ru2')))).toEqual(lines(two));
  });

  it('is refused when one of the rows would hold nothing, or the new id is taken', () => {
    expect(isRefused(article('Раз | |'), split('ru1'))).toBe(true);
    expect(isRefused(article('Раз / Два | |'), split('ru2', 'r1'))).toBe(true);
  });
});

describe('moveParagraph', () => {
  const move = (paragraphId: string, toRowId: string) =>
    ({ type: 'moveParagraph', paragraphId, toRowId }) as const;

  it('moves a paragraph up, with what stands before it, and down, with what stands after it', () => {
    const project = article('Раз | |', 'Два / Три / Беш | Эки |', 'Алты | |');
    expect(lines(run(project, move('ru3', 'r1')))).toEqual([
      'Раз / Два / Три |  |',
      'Беш | Эки |',
      'Алты |  |',
    ]);
    expect(lines(run(project, move('ru3', 'r3')))).toEqual([
      'Раз |  |',
      'Два | Эки |',
      'Три / Беш / Алты |  |',
    ]);
  });

  it('passes rows that are empty in its language, but never another paragraph', () => {
    const project = article('Раз | Бир |', '| Эки |', 'Три | Үч |');
    expect(lines(run(project, move('ru2', 'r1')))[0]).toBe('Раз / Три | Бир |');
    expect(isRefused(project, move('ky3', 'r1'))).toBe(true);
  });

  it('takes a row away that is left with nothing, and moves the flags on its gaps', () => {
    const project = flagged(article('Раз | Бир |', 'Два | |'), { at: 'gap', language: 'en', rowId: 'r2' });
    const moved = run(project, move('ru2', 'r1'));
    expect(lines(moved)).toEqual(['Раз / Два | Бир |']);
    expect(covered(moved)).toEqual(['gap in en of r1']);
  });

  it('takes its status into an empty cell, and signs nothing off by standing beside agreed text', () => {
    const empty = withStatus(article('| Бир |', 'Раз | Эки |'), 'r2', 'ru', 'agreed');
    const arrived = run(empty, move('ru1', 'r1'));
    expect(arrived.rows.map(({ cells }) => cells.ru.status)).toEqual(['agreed', 'draft']);
    const beside = withStatus(two, 'r1', 'ru', 'agreed');
    expect(row(run(beside, move('ru2', 'r1')), 'r1').cells.ru.status).toBe('translated');
  });

  it('takes back the confirmation of both rows', () => {
    const moved = run(confirmed(two, 'r1', 'r2'), move('ru2', 'r1'));
    expect(moved.rows.map((each) => each.confirmed)).toEqual([false, false]);
  });
});

describe('insertRow and removeRow', () => {
  it('add an empty row below another or at the top, and take it away', () => {
    const added = run(two, { type: 'insertRow', rowId: 'new', afterRowId: 'r1' });
    expect(lines(added)).toEqual(['Раз | Бир | One', '|  |', 'Два | Эки | Two']);
    expect(lines(run(two, { type: 'insertRow', rowId: 'new', afterRowId: null }))[0]).toBe('|  |');
    expect(run(added, { type: 'removeRow', rowId: 'new' })).toEqual(two);
  });

  it('are refused for a row that holds something or that a flag points at, and for an id that is taken', () => {
    expect(isRefused(two, { type: 'removeRow', rowId: 'r1' })).toBe(true);
    const pointedAt = flagged(article('Раз | |', ''), { at: 'gap', language: 'en', rowId: 'r2' });
    expect(isRefused(pointedAt, { type: 'removeRow', rowId: 'r2' })).toBe(true);
    expect(isRefused(two, { type: 'insertRow', rowId: 'r2', afterRowId: null })).toBe(true);
  });
});

describe('confirmRows and setStatus', () => {
  it('change the rows they name, and nothing when nothing differs', () => {
    const once = confirmed(two, 'r2');
    expect(once.rows.map((each) => each.confirmed)).toEqual([false, true]);
    expect(confirmed(once, 'r2')).toBe(once);
    const cells = [
      { rowId: 'r1', language: 'ru' },
      { rowId: 'r1', language: 'ky' },
    ] as const;
    const agreed = run(two, { type: 'setStatus', cells, status: 'agreed' });
    const { ru, ky, en } = row(agreed, 'r1').cells;
    expect([ru.status, ky.status, en.status]).toEqual(['agreed', 'agreed', 'translated']);
    expect(run(agreed, { type: 'setStatus', cells, status: 'agreed' })).toBe(agreed);
  });

  it('are refused when one of the rows is gone', () => {
    expect(isRefused(two, { type: 'confirmRows', rowIds: ['r1', 'gone'], confirmed: true })).toBe(true);
    const cells = [{ rowId: 'gone', language: 'ru' }] as const;
    expect(isRefused(two, { type: 'setStatus', cells, status: 'agreed' })).toBe(true);
  });
});

describe('moveInOrder', () => {
  const move = (paragraphId: string, to: { placeOf: string } | { rowId: string }) =>
    ({ type: 'moveInOrder', paragraphId, to }) as const;

  it('has two paragraphs of a version change places, and leaves the others where they are', () => {
    const project = withStatus(
      article('Раз | Эки | One', 'Два | Бир | Two', 'Три | Үч | Three'),
      'r1',
      'ky',
      'agreed',
    );
    const after = run(project, move('ky2', { placeOf: 'ky1' }));
    expect(lines(after)).toEqual(['Раз | Бир | One', 'Два | Эки | Two', 'Три | Үч | Three']);
    // What was agreed was agreed beside another text.
    expect(row(after, 'r1').cells.ky.status).toBe('translated');
    expect(row(after, 'r3')).toBe(row(project, 'r3'));
    expect(lines(run(after, move('ky2', { placeOf: 'ky1' })))).toEqual(lines(project));
  });

  it('moves within a cell, beyond other text, and into an empty cell, whose source may disappear', () => {
    const project = article(' | Эки |', 'Раз / Ноль | Бир | One', 'Два | | Two');
    expect(lines(run(project, move('ru2', { placeOf: 'ru1' })))[1]).toBe('Ноль / Раз | Бир | One');
    expect(lines(run(project, move('ky1', { rowId: 'r3' })))).toEqual([
      'Раз / Ноль | Бир | One',
      'Два | Эки | Two',
    ]);
  });

  it('is refused for another version, a full cell, the cells of a table, and itself', () => {
    const project = article('Раз | Бир |', 'Два | Эки |');
    for (const to of [
      { placeOf: 'ru1' },
      { placeOf: 'ky1' },
      { rowId: 'r2' },
      { rowId: 'r1' },
      { rowId: 'r9' },
    ])
      expect(isRefused(project, move('ky1', to))).toBe(true);
    const cell = { table: 0, row: 0, column: 0 };
    const inTable = (id: string) =>
      project.rows.map((each) => ({
        ...each,
        cells: {
          ...each.cells,
          ky: {
            ...each.cells.ky,
            paragraphs: each.cells.ky.paragraphs.map((part) =>
              part.id === id ? { ...part, role: 'tableCell' as const, cell } : part,
            ),
          },
        },
      }));
    // Whichever of the two it is.
    for (const id of ['ky1', 'ky2'])
      expect(isRefused({ ...project, rows: inTable(id) }, move('ky1', { placeOf: 'ky2' }))).toBe(true);
  });
});
