import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Flag, FlagSpan } from '../../../../shared/model/flag';
import { measureAgreement } from '../../../../shared/mqm/agreement';
import { anyProject } from '../commands/arbitrary-project';
import { article, spanOn } from '../commands/article';

const text = article('Раз два | | One two three', 'Три | | Four', 'Пять | | Five', 'Шесть | | Six');

let made = 0;
function remark(author: string, category: string, ...spans: readonly FlagSpan[]): Flag {
  made += 1;
  const said = { category, severity: 'minor', note: '', status: 'open', thread: [] } as const;
  return { id: `f${made}`, spans, ...said, author, time: made };
}

const on = (paragraphId: string, quote: string) => spanOn(text, paragraphId, quote);

describe('measureAgreement', () => {
  it('is nothing for one person', () => {
    const flags = [remark('А', 'style', on('ru1', 'Раз'))];
    expect(measureAgreement({ ...text, flags })).toEqual([]);
  });

  it('counts places that overlap, those of one dimension, and texts beyond chance', () => {
    const flags = [
      remark('А', 'style/register', on('en1', 'One two')),
      remark('А', 'accuracy', on('en2', 'Four'), on('ru2', 'Три')),
      remark('А', 'accuracy', on('ru1', 'Раз')),
      remark('Б', 'style', on('en1', 'two three')),
      remark('Б', 'terminology', on('en2', 'Four')),
    ];
    const [told] = measureAgreement({ ...text, flags });
    // What A added of the Russian text shows what is right and is no place of an error.
    // A: 2 of 3 places meet one of B, B: 2 of 2; of the same dimension: 1 of 3 and 1 of 2.
    expect(told).toMatchObject({ people: ['А', 'Б'], places: [3, 2] });
    expect(told?.overlap).toBeCloseTo((2 * (2 / 3) * 1) / (2 / 3 + 1));
    expect(told?.dimension).toBeCloseTo((2 * (1 / 3) * (1 / 2)) / (1 / 3 + 1 / 2));
    // 8 texts; A flags 3, B 2 of these: they agree on 7. By chance 3/8 x 2/8 + 5/8 x 6/8 = 36/64.
    expect(told?.kappa).toBeCloseTo((7 / 8 - 36 / 64) / (1 - 36 / 64));
  });

  it('takes neighbours for different places, and the same gap or insertion point for one', () => {
    const gap: FlagSpan = { at: 'gap', language: 'ky', rowId: 'r1' };
    const point: FlagSpan = { ...(on('en1', 'two') as Extract<FlagSpan, { at: 'text' }>), end: 4, quote: '' };
    const pair = (one: FlagSpan, other: FlagSpan) =>
      measureAgreement({ ...text, flags: [remark('А', 'style', one), remark('Б', 'style', other)] })[0]
        ?.overlap;
    expect(pair(on('en1', 'One '), on('en1', 'two'))).toBe(0);
    expect(pair(gap, gap)).toBe(1);
    expect(pair(point, point)).toBe(1);
    expect(pair(point, on('en1', 'two'))).toBe(1);
    expect(pair(gap, on('ru1', 'Раз'))).toBe(0);
  });

  it('is full when two people flagged the same, whatever it is', () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        const twice = project.flags.flatMap((flag) => [
          flag,
          { ...flag, id: `${flag.id} again`, author: 'Б' },
        ]);
        const [told] = measureAgreement({ ...project, flags: twice });
        if (!told) return;
        expect([told.overlap, told.dimension]).toEqual([1, 1]);
        if (told.kappa !== null) expect(told.kappa).toBeCloseTo(1);
      }),
      { seed: 7 },
    );
  });
});
