import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseMarks, type Mark } from '../../../../shared/model/mark';
import { partText } from '../../../../shared/text/part-text';

const parts = (text: string, longest: number): readonly string[] =>
  partText(text, [], 'ru', { longest, mostMarks: 1000 }).map(({ start, end }) => text.slice(start, end));

describe('partText', () => {
  it('leaves alone what is short enough', () => {
    expect(parts('Вода пришла. Её мало.', 100)).toEqual(['Вода пришла. Её мало.']);
    expect(parts('', 10)).toEqual([]);
  });

  it('parts at the ends of sentences', () => {
    expect(parts('Вода пришла. Её мало. Ждут весны. А где-то её нет.', 24)).toEqual([
      'Вода пришла. Её мало.',
      'Ждут весны.',
      'А где-то её нет.',
    ]);
  });

  it('parts a sentence that is too long itself at words', () => {
    expect(parts('вода пришла в деревню весной', 15)).toEqual(['вода пришла в', 'деревню весной']);
  });

  it('parts what has no words between whole characters', () => {
    // A pair of surrogates, a letter with two marks, a family of four, a flag.
    const characters = ['😀', 'и\u0306\u0301', '👨‍👩‍👧‍👦', '🇰🇬', 'a'];
    const text = characters.join('').repeat(20);
    const whole = [...new Intl.Segmenter('ru', { granularity: 'grapheme' }).segment(text)].map(
      ({ index }) => index,
    );
    for (const longest of [11, 12, 13, 14, 15]) {
      const found = partText(text, [], 'ru', { longest, mostMarks: 1000 });
      expect(found.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
      for (const { start } of found) expect(whole).toContain(start);
    }
  });

  it('loses nothing but spaces, and keeps to the limit', () => {
    const piece = fc.constantFrom('вода ', 'Снег. ', 'и\u0306', '😀', '\u00a0', 'село. «', '1. ', '!');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 5, max: 40 }), (pieces, longest) => {
        const text = pieces.join('').trim();
        const found = parts(text, longest);
        expect(found.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
        for (const part of found) {
          expect(part.length).toBeLessThanOrEqual(longest);
          expect(part).toBe(part.trim());
          expect(part).not.toBe('');
        }
      }),
    );
  });

  it('parts where there are too many marks', () => {
    const text = 'вода '.repeat(100).trim();
    const marks = Array.from({ length: 100 }, (_, i): Mark => ({
      type: 'strong',
      start: 5 * i,
      end: 5 * i + 4,
    }));
    const found = partText(text, marks, 'ru', { longest: 10_000, mostMarks: 30 });
    expect(found).toHaveLength(4);
    for (const { start, end } of found) {
      const within = marks.filter((mark) => mark.start < end && mark.end > start);
      expect(normaliseMarks(within, text.length).length).toBeLessThanOrEqual(30);
    }
  });
});
