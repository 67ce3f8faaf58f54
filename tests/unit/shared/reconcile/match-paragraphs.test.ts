import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Role } from '../../../../shared/model/paragraph';
import { heaviestRise } from '../../../../shared/reconcile/heaviest-rise';
import { matchParagraphs } from '../../../../shared/reconcile/match-paragraphs';

const RUNS = { numRuns: 2000, seed: 20_240_602 };

const paragraph = (text: string, role: Role = 'paragraph', label = '') => ({ role, text, label });
/** "0=0 1>2" is a pair and a pair that moved; "1=2,3" a split, "1-" removed, "+2" added. */
const show = (before: readonly string[], after: readonly string[]): string =>
  matchParagraphs(
    before.map((text) => paragraph(text)),
    after.map((text) => paragraph(text)),
  )
    .map((match) => {
      if (match.before.length === 0) return `+${match.after.join()}`;
      if (match.after.length === 0) return `${match.before.join()}-`;
      return `${match.before.join()}${match.moved ? '>' : '='}${match.after.join()}`;
    })
    .join(' ');

const word = fc.constantFrom(
  'президент',
  'Бишкек',
  'реформа',
  'сом',
  'жылы',
  'бюджет',
  'школа',
  'the',
  'и',
  'на',
  '2019',
  '45',
  'дорога',
  'суу',
);
const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
const role = fc.constantFrom<Role>('paragraph', 'paragraph', 'paragraph', 'heading2', 'listItem', 'caption');
const list = fc.array(fc.record({ role, text, label: fc.constantFrom('', '1.', '2.') }), { maxLength: 14 });

describe('matchParagraphs', () => {
  it('gives every position of either side once, in the order of the newer draft', () => {
    fc.assert(
      fc.property(list, list, (before, after) => {
        const matches = matchParagraphs(before, after);
        const sorted = (positions: readonly number[]) => [...positions].sort((a, b) => a - b);
        expect(sorted(matches.flatMap((match) => match.before))).toEqual([...before.keys()]);
        expect(sorted(matches.flatMap((match) => match.after))).toEqual([...after.keys()]);
        const firsts = matches.flatMap((match) => match.after.slice(0, 1));
        expect(firsts).toEqual(sorted(firsts));
        const stays = matches.filter(({ moved }) => !moved).flatMap((match) => match.before);
        expect(stays).toEqual(sorted(stays));
        for (const match of matches) {
          expect(Math.min(match.before.length, match.after.length)).toBeLessThanOrEqual(1);
          expect(match.before.length + match.after.length).toBeGreaterThan(0);
          expect([...match.before, ...match.after]).toEqual([
            ...sorted(match.before),
            ...sorted(match.after),
          ]);
        }
      }),
      RUNS,
    );
  });

  it('finds nothing changed in the same list', () => {
    fc.assert(
      fc.property(list, (same) => {
        expect(matchParagraphs(same, same)).toEqual(
          same.map((_, i) => ({ before: [i], after: [i], moved: false })),
        );
      }),
      RUNS,
    );
  });

  it('finds a shuffled list again', () => {
    const unique = fc.uniqueArray(text, { maxLength: 14, selector: (each) => each });
    const shuffled = unique.chain((texts) =>
      fc.tuple(
        fc.constant(texts),
        fc.shuffledSubarray([...texts.keys()], { minLength: texts.length, maxLength: texts.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([texts, order]) => {
        const before = texts.map((each) => paragraph(each));
        const matches = matchParagraphs(
          before,
          order.flatMap((i) => before[i] ?? []),
        );
        expect(matches.map((match) => match.before)).toEqual(order.map((i) => [i]));
      }),
      RUNS,
    );
  });

  it('tells what was edited, added and removed', () => {
    const a = 'Парламент принял закон о реформе судов в первом чтении.';
    const b = 'Бюджет республики вырос до 300 миллиардов сомов.';
    const c = 'Эксперты указывают на нехватку судей в областях.';
    expect(show([a, b, c], [a, b.replace('300', '320'), c])).toBe('0=0 1=1 2=2');
    expect(show([a, b, c], [a, c])).toBe('0=0 1- 2=1');
    expect(show([a, c], [a, b, c])).toBe('0=0 +1 1=2');
    expect(show([a, b, c], [c, a, b])).toBe('2>0 0=1 1=2');
  });

  it('tells splits and merges', () => {
    const one = 'Строительство дороги Бишкек — Ош начали в мае, и рабочих набирали в трёх областях.';
    const two = 'Подрядчик обещает закончить мост через Нарын к октябрю следующего года.';
    const other = 'Школы получат новые учебники.';
    expect(show([other, `${one} ${two}`], [other, one, two])).toBe('0=0 1=1,2');
    expect(show([other, one, two], [other, `${one} ${two}`])).toBe('0=0 1,2=1');
    expect(show([`${one} ${two}`, other], [other, one, two])).toBe('1>0 0=1,2');
  });

  it('does not take a rewritten paragraph for another one', () => {
    expect(
      show(
        ['Первая новость о воде.', 'Министр уволен за срыв отопительного сезона.', 'Третья новость о школе.'],
        [
          'Первая новость о воде.',
          'Отставка: глава ведомства поплатился за холод и срыв сезона.',
          'Третья новость о школе.',
        ],
      ),
    ).toBe('0=0 1=1 2=2');
    expect(
      show(
        ['Первая новость о воде.', 'Министр уволен за срыв отопления.', 'Третья новость о школе.'],
        ['Первая новость о воде.', 'Курс доллара стоял на месте.', 'Третья новость о школе.'],
      ),
    ).toBe('0=0 1- +1 2=2');
  });

  it('calls the shorter of two moved', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ value: fc.nat(20), weight: fc.integer({ min: 1, max: 9 }) }), { maxLength: 9 }),
        (items) => {
          const rise = heaviestRise(items);
          const total = (positions: readonly number[]) =>
            positions.reduce((sum, at) => sum + (items[at]?.weight ?? 0), 0);
          let most = 0;
          for (let set = 0; set < 2 ** items.length; set += 1) {
            const chosen = [...items.keys()].filter((at) => (set >> at) & 1);
            const rises = chosen.every(
              (at, i) => i === 0 || (items[chosen[i - 1] ?? 0]?.value ?? 0) < (items[at]?.value ?? 0),
            );
            if (rises) most = Math.max(most, total(chosen));
          }
          expect(total(rise)).toBe(most);
        },
      ),
      { ...RUNS, numRuns: 500 },
    );
  });
});
