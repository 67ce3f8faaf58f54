import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffTexts, type DiffRun } from '../../../../shared/diff/diff-words';
import { notate } from './notation';
import { expectToGrowWithSize } from '../../growth-of-time';

const compare = (before: string, after: string) => notate(diffTexts(before, after));

const word = fc.constantFrom(
  'и',
  'он',
  'ушёл',
  'пришёл',
  'Ысык-Көл',
  'президент',
  '1 234,5',
  '😀',
  ',',
  '.',
  '. ',
  ' ',
  '  ',
);
const text = fc
  .array(fc.tuple(word, fc.constantFrom(' ', ' ', '')), { maxLength: 25 })
  .map((parts) => parts.flat().join(''));

function expectSound(before: string, after: string): void {
  const runs = diffTexts(before, after);
  const without = (kind: DiffRun['kind']) => runs.filter((run) => run.kind !== kind);
  expect(
    without('inserted')
      .map((run) => run.text)
      .join(''),
  ).toBe(before);
  expect(
    without('deleted')
      .map((run) => run.text)
      .join(''),
  ).toBe(after);
  for (const run of runs) {
    expect(run.text).not.toBe('');
    if (run.kind !== 'inserted') expect(before.slice(run.before).startsWith(run.text)).toBe(true);
    if (run.kind !== 'deleted') expect(after.slice(run.after).startsWith(run.text)).toBe(true);
  }
  const order = runs.map(({ kind }) => kind).join(' ');
  expect(order).not.toMatch(/same same|inserted deleted/);
  runs.slice(1).forEach((run, n) => {
    if (run.kind === runs[n]?.kind) expect(run.moved).not.toBe(runs[n]?.moved);
  });
  let [beforeAt, afterAt] = [0, 0];
  for (const run of runs) {
    expect([run.before, run.after]).toEqual([beforeAt, afterAt]);
    if (run.kind !== 'inserted') beforeAt += run.text.length;
    if (run.kind !== 'deleted') afterAt += run.text.length;
  }
}

describe('diffTexts', () => {
  it('holds both texts whole, in order, with right offsets', () => {
    fc.assert(fc.property(text, text, expectSound), { seed: 5, numRuns: 500 });
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), expectSound), {
      seed: 6,
    });
  });

  it('stays sound where sentences repeat themselves', () => {
    const echo = fc
      .array(fc.constantFrom('а ', 'б ', 'а. ', 'б. '), { maxLength: 10 })
      .map((parts) => parts.join(''));
    fc.assert(fc.property(echo, echo, expectSound), { seed: 16, numRuns: 1000 });
  });

  it('finds no change between a text and itself', () => {
    fc.assert(
      fc.property(text, (a) => {
        expect(diffTexts(a, a).filter(({ kind }) => kind !== 'same')).toEqual([]);
      }),
      { seed: 7 },
    );
  });

  it('gives the same answer every time', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(diffTexts(a, b)).toEqual(diffTexts(a, b));
      }),
      { seed: 8 },
    );
  });

  it('shows whole words, also in Cyrillic and with hyphens', () => {
    expect(compare('репарационные потери', 'репутационные потери')).toBe(
      '[-репарационные-]{+репутационные+} потери',
    );
    expect(compare('Ысык-Көлдүн жээги', 'Ысык-Көлдө жээги')).toBe('[-Ысык-Көлдүн-]{+Ысык-Көлдө+} жээги');
    expect(compare('5 000 сом', '5 500 сом')).toBe('[-5 000-]{+5 500+} сом');
  });

  it('takes the space with the word that comes or goes', () => {
    expect(compare('a c', 'a b c')).toBe('a {+b +}c');
    expect(compare('a b.', 'a b c.')).toBe('a b{+ c+}.');
    expect(compare('a b c', 'a c')).toBe('a [-b -]c');
    expect(compare('a  b', 'a b')).toBe('a [- -]b');
    expect(compare('', 'a b')).toBe('{+a b+}');
    expect(compare('a b', '')).toBe('[-a b-]');
  });

  it('reads neighbouring changed words as one phrase', () => {
    expect(compare('x old words y', 'x new terms y')).toBe('x [-old words-]{+new terms+} y');
    expect(compare('большие, тёмные леса', 'крупные, чёрные леса')).toBe(
      '[-большие, тёмные-]{+крупные, чёрные+} леса',
    );
  });

  it('keeps a word that is the same between two changes', () => {
    expect(compare('a большие войска b', 'a крупные войска c')).toBe(
      'a [-большие-]{+крупные+} войска [-b-]{+c+}',
    );
  });

  it('shows a sentence that comes or goes from its first word', () => {
    expect(compare('Он пришёл. Он ушёл.', 'Он пришёл. Он сел. Он ушёл.')).toBe(
      'Он пришёл. {+Он сел. +}Он ушёл.',
    );
    expect(compare('Он пришёл. Он сел. Он ушёл.', 'Он пришёл. Он ушёл.')).toBe(
      'Он пришёл. [-Он сел. -]Он ушёл.',
    );
  });

  it('still finds what is common when two long texts differ beyond the exact search', () => {
    const words = Array.from({ length: 1500 }, (_, i) => `слово${i}`);
    const before = words.join(' ');
    const after = [...words.slice(700), ...words.slice(0, 700)].join(' ');
    const runs = diffTexts(before, after);
    const textsOf = (isMeant: (run: DiffRun) => boolean) => runs.filter(isMeant).map((run) => run.text);
    expect(textsOf(({ kind }) => kind === 'same')).toEqual([words.slice(700).join(' ')]);
    const moved = words.slice(0, 700).join(' ');
    expect(textsOf((run) => run.moved === 1)).toEqual([moved, moved]);
    expectSound(before, after);
  });

  it('takes time in proportion to the length where phrase after phrase is joined to the one before', () => {
    // The sizes of what is joined have a bound; before, this grew with the square.
    expectToGrowWithSize((n) => expectSound('и слово '.repeat(n), 'и другое '.repeat(n)), 1000);
  });

  it('takes long texts without a word in common as one replacement', () => {
    const before = Array.from({ length: 3000 }, (_, i) => `а${i}`).join(' ');
    const after = Array.from({ length: 3000 }, (_, i) => `б${i}`).join(' ');
    expect(diffTexts(before, after).map(({ kind }) => kind)).toEqual(['deleted', 'inserted']);
  });
});
