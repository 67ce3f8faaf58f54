import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../shared/commands/command';
import type { Mark } from '../../../../shared/model/mark';
import type { Project } from '../../../../shared/model/project';
import { richText } from './arbitrary-project';
import {
  article,
  covered,
  flagged,
  isRefused,
  lines,
  marked,
  paragraph,
  row,
  run,
  spanOn,
  withStatus,
} from './article';
import { strong } from '../model/rich-texts';

const edit = (paragraphId: string, text: string, marks: readonly Mark[] = []): Command => ({
  type: 'editParagraph',
  paragraphId,
  content: { text, marks },
});

describe('editParagraph', () => {
  const project = article('Раз | Бир | One two three');

  it('keeps the text as imported, until it is the same again', () => {
    const edited = run(project, edit('en1', 'One and two'), edit('en1', 'One or two'));
    expect(paragraph(edited, 'en1').imported).toEqual({ text: 'One two three', marks: [] });
    expect(paragraph(run(edited, edit('en1', 'One two three')), 'en1').imported).toBeNull();
  });

  it('counts a change of marks as a change', () => {
    expect(
      paragraph(run(project, edit('en1', 'One two three', [strong(0, 3)])), 'en1').imported,
    ).not.toBeNull();
  });

  it.each([
    ['agreed', 'translated'],
    ['reviewed', 'translated'],
    ['translated', 'translated'],
    ['draft', 'draft'],
  ] as const)('leaves %s text %s', (before, after) => {
    const edited = run(withStatus(project, 'r1', 'en', before), edit('en1', 'Two'));
    expect(row(edited, 'r1').cells.en.status).toBe(after);
  });

  it('carries flags along, and keeps one whose text is gone where it was', () => {
    const flags = flagged(project, spanOn(project, 'en1', 'two'));
    expect(covered(run(flags, edit('en1', 'Only one two three')))).toEqual(['en1: Only one [two] three']);
    expect(covered(run(flags, edit('en1', 'One three')))).toEqual(['en1: One []three!']);
  });
});

describe('insertParagraph', () => {
  const insert = (paragraphId: string, index: number, text = 'Жаңы') =>
    ({
      type: 'insertParagraph',
      paragraphId,
      rowId: 'r1',
      language: 'ky',
      index,
      role: 'paragraph',
      label: '',
      text,
    }) as const;
  const project = withStatus(article('Раз | Бир / Эки |'), 'r1', 'ky', 'agreed');

  it('writes a paragraph before another or at the end of the cell, and opens agreed text again', () => {
    const written = run(project, insert('new', 1));
    expect(lines(written)).toEqual(['Раз | Бир / Жаңы / Эки |']);
    expect(lines(run(project, insert('new', 9)))).toEqual(['Раз | Бир / Эки / Жаңы |']);
    expect(row(written, 'r1').cells.ky.status).toBe('translated');
    expect(paragraph(written, 'new').imported).toEqual({ text: '', marks: [] });
  });

  it('is a draft where there was nothing', () => {
    const written = run(article('Раз | | One'), insert('new', 0));
    expect([lines(written), row(written, 'r1').cells.ky.status]).toEqual([['Раз | Жаңы | One'], 'draft']);
  });

  it('stands in a list within a list, or in a table, as the one it goes on from', () => {
    const cell = { table: 0, row: 2, column: 1 };
    const { depth, cell: place } = paragraph(run(project, { ...insert('new', 1), depth: 2, cell }), 'new');
    expect([depth, place]).toEqual([2, cell]);
  });

  it('is refused when the id is taken', () => {
    expect(isRefused(project, insert('ru1', 0))).toBe(true);
  });
});

describe('removeParagraph', () => {
  const remove = (paragraphId: string) => ({ type: 'removeParagraph', paragraphId }) as const;

  it('opens agreed text again, and leaves a draft where nothing is left', () => {
    const project = withStatus(article('Раз / Два | Бир |'), 'r1', 'ru', 'agreed');
    const once = run(project, remove('ru1'));
    expect([lines(once), row(once, 'r1').cells.ru.status]).toEqual([['Два | Бир |'], 'translated']);
    expect(row(run(once, remove('ru2')), 'r1').cells.ru.status).toBe('draft');
  });

  it('turns flags on it into flags on the gap of its row', () => {
    const project = article('Раз | Бир | One');
    const flags = flagged(project, spanOn(project, 'ru1', 'Раз'), spanOn(project, 'en1', 'One'));
    expect(covered(run(flags, remove('en1')))).toEqual(['ru1: [Раз]', 'gap in en of r1']);
  });
});

describe('splitParagraph and joinParagraphs', () => {
  const split = (offset: number, newId = 'new') =>
    ({ type: 'splitParagraph', paragraphId: 'en1', offset, newId }) as const;
  const join = (paragraphId = 'new') => ({ type: 'joinParagraphs', paragraphId }) as const;
  const project = article('Раз | Бир | One two three');

  it('break a paragraph in two, without the space between, and append it again', () => {
    const parts = run(project, split(7));
    expect(lines(parts)).toEqual(['Раз | Бир | One two / three']);
    expect(run(parts, join())).toEqual(project);
  });

  it('keep the cells of a table apart', () => {
    const whole = article('| | One / two');
    const placed = (columns: readonly number[]): Project => ({
      ...whole,
      rows: whole.rows.map((row) => ({
        ...row,
        cells: {
          ...row.cells,
          en: {
            ...row.cells.en,
            paragraphs: row.cells.en.paragraphs.map((paragraph, n) => ({
              ...paragraph,
              role: 'tableCell' as const,
              cell: { table: 0, row: 0, column: columns[n] ?? 0 },
            })),
          },
        },
      })),
    });
    expect(isRefused(placed([0, 1]), join('en2'))).toBe(true);
    const joined = run(placed([1, 1]), join('en2'));
    expect(lines(joined)).toEqual(['|  | One two']);
    const parted = run(joined, { ...split(3), paragraphId: 'en1' });
    expect(parted.rows[0]?.cells.en.paragraphs.map(({ cell }) => cell?.column)).toEqual([1, 1]);
  });

  it('make whole again what was broken at any place, within a word too, with what its texts were before', () => {
    const words = 'Энергия үнөмдөө: efficiency,\u00a0эффективность';
    const checked = withStatus(run(article('| | One'), edit('en1', words)), 'r1', 'en', 'agreed');
    const before = run(checked, edit('en1', `${words} now`));
    const whole = `${words} now`;
    for (let offset = 1; offset < whole.length; offset += 1) {
      const [head, tail] = [whole.slice(0, offset).trimEnd(), whole.slice(offset).trimStart()];
      const between = whole.slice(head.length, whole.length - tail.length);
      const again = run(run(before, split(offset)), { ...join(), between });
      expect(paragraph(again, 'en1')).toEqual(paragraph(before, 'en1'));
    }
  });

  it('put a space where former texts were cut between words', () => {
    const edited = run(article('| | One output three'), edit('en1', 'One efficiency three'));
    const imported = paragraph(edited, 'en1').imported?.text;
    expect(imported).toBe('One output three');
    const again = run(edited, split(8), { ...join(), between: '' });
    expect(paragraph(again, 'en1').text).toBe('One efficiency three');
    expect(paragraph(again, 'en1').imported?.text).toBe(imported);
  });

  it('open agreed text again', () => {
    const parts = run(withStatus(project, 'r1', 'en', 'agreed'), split(3));
    expect(row(parts, 'r1').cells.en.status).toBe('translated');
    const joined = run(withStatus(parts, 'r1', 'en', 'agreed'), join());
    expect(row(joined, 'r1').cells.en.status).toBe('translated');
  });

  it('cut marks at the break, and make them whole again', () => {
    const bold = marked(project, 'en1', [strong(4, 13)]);
    const parts = run(bold, split(7));
    expect(paragraph(parts, 'en1').marks).toEqual([strong(4, 7)]);
    expect(paragraph(parts, 'new').marks).toEqual([strong(0, 5)]);
    expect(run(parts, join())).toEqual(bold);
  });

  it('are inverse to each other in text and marks', () => {
    const contentOf = (from: Project, id: string) => {
      const { text, marks } = paragraph(from, id);
      return { text, marks };
    };
    fc.assert(
      fc.property(richText, richText, (first, second) => {
        const both = run(
          article('| | a / b'),
          edit('en1', first.text, first.marks),
          edit('en2', second.text, second.marks),
        );
        const again = run(both, join('en2'), split(first.text.length, 'en2'));
        expect(contentOf(again, 'en1')).toEqual(first);
        expect(contentOf(again, 'en2')).toEqual(second);
        expect(run(again, join('en2'))).toEqual(run(both, join('en2')));
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  it('divide the text as imported where the present text is cut', () => {
    const edited = run(project, edit('en1', 'One and two three'));
    const parts = run(edited, split(11));
    expect(paragraph(parts, 'en1').imported).toEqual({ text: 'One two', marks: [] });
    expect(paragraph(parts, 'new').imported).toBeNull();
    expect(run(parts, join())).toEqual(edited);
  });

  it('leave flags on their words; one across the break stays with its beginning', () => {
    const flags = flagged(project, spanOn(project, 'en1', 'three'), spanOn(project, 'en1', 'two three'));
    const parts = run(flags, split(7));
    expect(covered(parts)).toEqual(['new: [three]', 'en1: One [two]']);
    expect(covered(run(parts, join()))).toEqual(['en1: One two [three]', 'en1: One [two] three']);
  });

  it('are refused where one part would be empty, the id is taken, or nothing stands before', () => {
    expect([13, 99].map((offset) => isRefused(project, split(offset)))).toEqual([true, true]);
    expect(isRefused(project, split(7, 'ru1'))).toBe(true);
    expect(isRefused(project, join('en1'))).toBe(true);
  });
});

describe('setRole', () => {
  const setRole = (role: 'heading2' | 'paragraph' | 'tableCell') =>
    ({ type: 'setRole', paragraphId: 'ru1', role, label: '' }) as const;

  it('changes what a paragraph is, and nothing when it is that already', () => {
    const project = article('Раз | |');
    expect(paragraph(run(project, setRole('heading2')), 'ru1').role).toBe('heading2');
    expect(run(project, setRole('paragraph'))).toBe(project);
  });

  it('makes no table cell of what stands in no table', () => {
    expect(isRefused(article('Раз | |'), setRole('tableCell'))).toBe(true);
  });
});

describe('setTitle', () => {
  it('names the project', () => {
    expect(run(article('Раз | |'), { type: 'setTitle', title: 'Суу' }).title).toBe('Суу');
  });
});
