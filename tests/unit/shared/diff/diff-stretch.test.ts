import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffRich } from '../../../../shared/diff/diff-rich';
import { diffBeginning, diffStretch } from '../../../../shared/diff/diff-stretch';
import { mapPlace } from '../../../../shared/diff/map-place';
import { pairParts } from '../../../../shared/diff/pair-parts';
import { plain } from '../model/rich-texts';

/** A text of about so many characters, in which every sentence has a number of its own. */
function longText(length: number): string {
  let text = '';
  for (let n = 0; text.length < length; n += 1) text += `Вода ${n} в деревне появится не раньше весны. `;
  return text.trim();
}

const LONG = longText(90_000);

const words = fc
  .array(fc.constantFrom('вода', 'весна', 'a', 'село', '7', 'ключ'), { maxLength: 400 })
  .map((list) => list.join(' '));

describe('diffStretch', () => {
  it('compares short texts as a whole', () => {
    const [before, after] = [plain('Вода пришла весной.'), plain('Вода пришла осенью.')];
    expect(diffStretch(before, after, { start: 0, end: 4 })).toEqual(diffRich(before, after));
  });

  it.each([
    ['a word in every sentence', LONG.replaceAll('весны', 'осени')],
    ['one letter', LONG.replace('Вода 900', 'Вода 9oo')],
    ['a sentence put in', LONG.replace('Вода 700', 'Село ждёт. Вода 700')],
    ['a page taken out', LONG.slice(0, 20_000) + LONG.slice(24_000)],
  ])('looks at the stretch of a long text and not at the rest: %s', (_, changed) => {
    const [before, after] = [plain(LONG), plain(changed)];
    const runs = diffStretch(before, after, { start: 40_000, end: 44_000 });
    const told = runs.reduce((sum, { kind, text }) => (kind === 'deleted' ? sum : sum + text.length), 0);
    const compared = runs.filter(({ kind, text }) => kind !== 'same' || text.length < 5000);
    expect(told).toBeGreaterThanOrEqual(4000);
    expect(compared.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(20_000);
    for (const { kind, text, before: from, after: at } of runs) {
      if (kind !== 'inserted') expect(before.text.slice(from, from + text.length)).toBe(text);
      if (kind !== 'deleted') expect(after.text.slice(at, at + text.length)).toBe(text);
    }
  });

  it('tells the same of a stretch as a comparison of the whole', () => {
    const changed = LONG.replaceAll('весны', 'осени');
    const [before, after] = [plain(LONG), plain(changed)];
    const stretch = { start: 40_000, end: 44_000 };
    const inside = ({ kind, after: at, text }: { kind: string; after: number; text: string }) =>
      kind !== 'same' && at >= stretch.start && at + text.length <= stretch.end;
    const known = diffRich(before, after).filter(inside);
    expect(diffStretch(before, after, stretch).filter(inside)).toEqual(known);
  });

  it('remembers what it found', () => {
    const [before, after] = [plain(LONG), plain(LONG.replaceAll('весны', 'осени'))];
    const first = diffStretch(before, after, { start: 0, end: 4000 }).find(({ after: at }) => at > 2000);
    expect(diffStretch(before, after, { start: 100, end: 4100 })).toContain(first);
  });

  it('tells long texts that have nothing in common as one that went and one that came', () => {
    const runs = diffStretch(plain(LONG), plain('слово '.repeat(9000).trim()), { start: 0, end: 10 });
    expect(runs.map(({ kind }) => kind)).toEqual(['deleted', 'inserted']);
  });
});

describe('diffBeginning', () => {
  it('begins with what changed first, and says that there is more', () => {
    const changed = LONG.slice(0, 50_000) + LONG.slice(50_000).replaceAll('весны', 'осени');
    const { runs, more } = diffBeginning(plain(LONG), plain(changed), 4000);
    expect(more).toBe(true);
    expect(runs.find(({ kind }) => kind === 'inserted')?.text).toBe('осени');
    expect(runs.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(20_000);
  });
});

describe('pairParts', () => {
  it('cuts both texts into parts that are together the texts', () => {
    fc.assert(
      fc.property(words, words, words, (head, middle, tail) => {
        const before = `${head} ${LONG.slice(0, 9000)} ${tail}`;
        const after = `${head} ${LONG.slice(0, 9000).replace('Вода 100', middle)} ${middle}`;
        const parts = pairParts(before, after);
        expect(parts.map((part) => before.slice(part.before.start, part.before.end)).join('')).toBe(before);
        expect(parts.map((part) => after.slice(part.after.start, part.after.end)).join('')).toBe(after);
      }),
      { numRuns: 50 },
    );
  });

  it('takes a text apart in which every sentence changed', () => {
    const parts = pairParts(LONG, LONG.replaceAll('весны', 'осени'));
    const longest = Math.max(...parts.map(({ before }) => before.end - before.start));
    expect(longest).toBeLessThan(5000);
  });
});

describe('mapPlace', () => {
  it('finds a place of a long text in a former one', () => {
    const changed = LONG.replaceAll('весны', 'осенней поры');
    const at = changed.indexOf('Вода 1200');
    expect(mapPlace(changed, LONG, at)).toBe(LONG.indexOf('Вода 1200'));
    expect(mapPlace(changed, LONG, changed.length)).toBe(LONG.length);
  });
});
