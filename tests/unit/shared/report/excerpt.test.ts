import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mark } from '../../../../shared/model/mark';
import { excerpt, type Piece } from '../../../../shared/report/excerpt';

/** "Рост [14%]1 за год" for flagged 14%; ^1^ for what is raised, … for what is cut. */
function shown(pieces: readonly Piece[]): string {
  return pieces
    .map(({ kind, text, raised }) => {
      if (kind === 'cut') return '…';
      const looked = raised ? `^${text}^` : text;
      return kind === 'flagged' ? `[${looked}]` : looked;
    })
    .join('');
}

const at = (text: string, ...words: readonly string[]) =>
  words.map((word) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length }));

const note = (start: number): Mark => ({ type: 'footnoteReference', label: '1', start, end: start + 1 });

const LONG = Array.from({ length: 400 }, (_, i) => `слово${i}`).join(' ');

describe('excerpt', () => {
  it.each([
    ['a place', 'Рост 14% за год', ['14%'], 'Рост [14%] за год'],
    ['two places', 'Рост 14% за год', ['год', 'Рост'], '[Рост] 14% за [год]'],
    ['places that overlap', 'Рост 14% за год', ['14% за', 'за год'], 'Рост [14% за год]'],
    ['the whole text', 'Рост', ['Рост'], '[Рост]'],
    ['no place', 'Рост', [], 'Рост'],
  ])('marks %s', (_, text, words, expected) => {
    expect(shown(excerpt({ text, marks: [] }, at(text, ...words), 0))).toBe(expected);
  });

  it('marks where something is missing', () => {
    expect(shown(excerpt({ text: 'Рост за год', marks: [] }, [{ start: 4, end: 4 }], 0))).toBe(
      'Рост[] за год',
    );
    expect(shown(excerpt({ text: '', marks: [] }, [{ start: 0, end: 0 }], 0))).toBe('[]');
  });

  it('sets the marks of footnotes high, flagged or not', () => {
    const text = 'стран1. Рост1';
    const marks = [note(5), note(12)];
    expect(shown(excerpt({ text, marks }, [{ start: 8, end: 13 }], 0))).toBe('стран^1^. [Рост][^1^]');
  });

  it('clips a place that reaches beyond the text', () => {
    expect(shown(excerpt({ text: 'Рост', marks: [] }, [{ start: 2, end: 99 }], 0))).toBe('Ро[ст]');
  });

  it('shows of a long text what is around its places, cut between words', () => {
    const pieces = excerpt({ text: LONG, marks: [] }, at(LONG, 'слово200', 'слово390'), 0);
    expect(pieces.map(({ kind }) => kind)).toEqual([
      ...['cut', 'plain', 'flagged', 'plain', 'cut', 'plain', 'flagged', 'plain'],
    ]);
    for (const { text } of pieces.filter(({ kind }) => kind === 'plain'))
      for (const word of text.trim().split(' ')) expect(word).toMatch(/^слово\d+$/);
    expect(shown(pieces).length).toBeLessThan(1400);
  });

  it('shows both ends of a place that is very long itself', () => {
    const pieces = excerpt({ text: LONG, marks: [] }, [{ start: 0, end: LONG.length }], 0);
    expect(pieces.map(({ kind }) => kind)).toEqual(['flagged', 'cut', 'flagged']);
  });

  it('looks at about the same part of a long text without a place', () => {
    expect(shown(excerpt({ text: LONG, marks: [] }, [], 0.5))).toMatch(/^….*слово200 .*…$/);
    expect(shown(excerpt({ text: LONG, marks: [] }, [], 0))).toMatch(/^слово0 .*…$/);
    expect(shown(excerpt({ text: LONG, marks: [] }, [], 1))).toMatch(/^….*слово399$/);
  });

  it('gives the text in order and never half a character, whatever is flagged', () => {
    const stretch = fc
      .tuple(fc.nat({ max: 3000 }), fc.nat({ max: 3000 }))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    const text = fc.array(fc.constantFrom('слово', ' ', '😀', 'ө', '.'), { maxLength: 900 });
    fc.assert(
      fc.property(
        text,
        fc.array(stretch, { maxLength: 4 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (words, stretches, focus) => {
          const whole = words.join('');
          // Flags begin and end between characters.
          const snap = (offset: number) =>
            [...whole.slice(0, offset)].join('').replace(/[\ud800-\udbff]$/, '').length;
          const places = stretches.map(({ start, end }) => ({ start: snap(start), end: snap(end) }));
          const pieces = excerpt({ text: whole, marks: [] }, places, focus);
          let from = 0;
          for (const { kind, text: piece } of pieces) {
            if (kind === 'cut') continue;
            const found = whole.indexOf(piece, from);
            expect(found).toBeGreaterThanOrEqual(from);
            expect(piece).not.toMatch(/[\ud800-\udfff]/u);
            from = found + piece.length;
          }
          if (pieces.every(({ kind }) => kind !== 'cut'))
            expect(pieces.map((each) => each.text).join('')).toBe(whole);
        },
      ),
    );
  });
});
