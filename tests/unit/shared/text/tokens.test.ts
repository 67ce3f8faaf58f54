import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords, tokenise } from '../../../../shared/text/tokens';
import { expectToGrowWithSize } from '../../growth-of-time';

const texts = (text: string) => tokenise(text).map((token) => token.text);
const kinds = (text: string) => tokenise(text).map((token) => token.kind);

describe('tokenise', () => {
  it('gives back the text when its tokens are joined, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const tokens = tokenise(text);
        expect(tokens.map((token) => token.text).join('')).toBe(text);
        let at = 0;
        for (const token of tokens) {
          expect(token.start).toBe(at);
          expect(token.text).toBe(text.slice(token.start, token.end));
          expect(token.text.length).toBeGreaterThan(0);
          at = token.end;
        }
      }),
      { seed: 1 },
    );
  });

  it('never cuts a surrogate pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        for (const token of tokenise(text)) expect(token.text).not.toMatch(/\p{Surrogate}/u);
      }),
      { seed: 2 },
    );
  });

  it.each([
    'Ысык-Көлдүн',
    'үчүн',
    'өңдүү',
    'президент',
    'don’t',
    "o'clock",
    '2019-жылдын',
    '26-июнундагы',
    '90-х',
    '2,5-кратный',
    'COVID-19',
    'G20',
    'м²',
    'за\u0301мок',
    'пре\u00ADзи\u00ADдент',
    'кто\u2011то',
    'XIX',
    'Ⅳ',
  ])('keeps the word %s whole', (word) => {
    expect(texts(`«${word}», ${word}`)).toEqual(['«', word, '»', ',', ' ', word]);
    expect(kinds(word)).toEqual(['word']);
  });

  it.each(['7', '1 234,5', '1\u00A0234\u00A0567,89', '1,234,567.89', '6.5', '26.06.2024', '10:30', '2019'])(
    'keeps the number %s whole',
    (number) => {
      expect(texts(`${number}, (${number})`)).toEqual([number, ',', ' ', '(', number, ')']);
      expect(kinds(number)).toEqual(['number']);
    },
  );

  it('does not take digits for groups of a number unless they come in threes after one to three', () => {
    expect(texts('2019 100')).toEqual(['2019', ' ', '100']);
    expect(texts('12 34')).toEqual(['12', ' ', '34']);
    expect(texts('1 2345')).toEqual(['1', ' ', '2345']);
    expect(texts('2019-2020')).toEqual(['2019', '-', '2020']);
  });

  it('leaves the stop of a sentence and the hyphen of a dialogue outside', () => {
    expect(texts('В 2019. Да -нет')).toEqual(['В', ' ', '2019', '.', ' ', 'Да', ' ', '-', 'нет']);
    expect(texts('‘так’ ’')).toEqual(['‘', 'так', '’', ' ', '’']);
  });

  it('keeps emoji, flags and keycaps whole', () => {
    expect(texts('👩‍👩‍👧👍🏽🇰🇬🇺🇸☀️')).toEqual(['👩‍👩‍👧', '👍🏽', '🇰🇬', '🇺🇸', '☀️']);
    expect(texts('1️⃣')).toEqual(['1️⃣']);
  });

  it('takes a run of any spaces as one token', () => {
    expect(texts('a \u00A0\u202F b')).toEqual(['a', ' \u00A0\u202F ', 'b']);
    expect(kinds('a b')).toEqual(['word', 'space', 'word']);
  });

  it.each(['1-2,3 ', '1', '-а'])('takes time in proportion to the length of a text of "%s"', (part) => {
    expectToGrowWithSize((n) => tokenise(part.repeat(n)), 20_000);
  });
});

describe('countWords', () => {
  it('counts words and numbers, not signs', () => {
    expect(countWords('')).toBe(0);
    expect(countWords(' — … ')).toBe(0);
    expect(countWords('Ысык-Көлдүн № 5 — 2019-жылдын «жайы».')).toBe(4);
  });
});
