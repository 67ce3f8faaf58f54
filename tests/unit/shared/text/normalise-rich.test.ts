import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cutParagraphs,
  normaliseRich,
  normaliseSpans,
  splitParagraphs,
} from '../../../../shared/text/normalise-rich';
import { normaliseMarks } from '../../../../shared/model/mark';
import { expectToGrowWithSize } from '../../growth-of-time';
import { strong } from '../model/rich-texts';

const awkward = fc.string({
  unit: fc.constantFrom(
    ...[...'ab яө ң   \t\n\r\u00a0\u2009\u00ad\u200b\ufeff\u0001\u0085\u2028'],
    ...['и\u0306', 'e', '\u0301', '\u0323', '\u1112', '\u1161', '\u11ab', '각', '😀', '\ud800', '\udc00'],
  ),
  maxLength: 30,
});

const marked = fc.tuple(
  awkward,
  fc.array(
    fc
      .tuple(fc.nat({ max: 30 }), fc.nat({ max: 30 }))
      .map(([a, b]) => strong(Math.min(a, b), Math.max(a, b))),
    { maxLength: 3 },
  ),
);

describe('normaliseRich', () => {
  it('composes letters and keeps the marks on them', () => {
    // "й" typed as two code points, the mark on it alone
    expect(normaliseRich('крайи\u0306 дом', [strong(4, 6)])).toEqual({
      text: 'крайй дом',
      marks: [strong(4, 5)],
    });
  });

  it('keeps line breaks without what stands around them, and drops what is invisible', () => {
    expect(
      normaliseRich(' \tкол\u00adо\u0000кол\n и\u00a0звон\u00a0 ', [strong(0, 5), strong(13, 20)]),
    ).toEqual({
      text: 'колокол\nи\u00a0звон',
      marks: [strong(0, 3), strong(8, 14)],
    });
  });

  it('has one line break where lines end, however that is written', () => {
    const text = (written: string) => normaliseRich(written, []).text;
    expect(text('туман\r\nдома\vбарабан\u2028река')).toBe('туман\nдома\nбарабан\nрека');
    expect(text('\n туман \u00a0\n\n \n дома\n')).toBe('туман\nдома');
    expect(text('туман\u0007\nдома\u200b\n')).toBe('туман\nдома');
    expect(normaliseRich('туман \n дома', [strong(6, 9)])).toEqual({
      text: 'туман\nдома',
      marks: [strong(5, 7)],
    });
    expectToGrowWithSize((size) => void text(`${' '.repeat(size)}\u00a0`.repeat(2)), 20_000);
  });

  it('leaves words apart where what parted them is not seen', () => {
    const text = (written: string) => normaliseRich(written, []).text;
    expect(text('раз\u200bдва\u00ad\u200b\ufeffүч\u200b2024')).toBe('раз два үч 2024');
    expect(text('раз\u0007два\u2028үч\vтөрт\fбеш\u0085алты')).toBe('раз два\nүч\nтөрт беш алты');
    expect(text('раз\u200b два,\u200b \u200b«үч»\u200b\u200b')).toBe('раз два, «үч»');
    expect(text('и/\u200bили, www.\u200bkloop.kg, Бишкек–\u200bОш')).toBe('и/или, www.kloop.kg, Бишкек–Ош');
    expect(text('коло\u00adкол коло\ufeffкол коло\u001fкол')).toBe('колокол колокол колокол');
    expect(text('ไทย\u200bไทย и\u200b\u0306')).toBe('ไทยไทย й');
    expect(normaliseRich('раз\u200bдва', [strong(0, 3)])).toEqual({ text: 'раз два', marks: [strong(0, 3)] });
  });

  it('takes time in proportion to what is hidden', () => {
    expect(normaliseRich(`а${'\u200b'.repeat(300_000)}!`, []).text).toBe('а!');
  });

  it('loses a mark whose text is gone', () => {
    expect(normaliseRich('а  б', [strong(2, 3)])).toEqual({ text: 'а б', marks: [] });
  });

  it('gives every text the form paragraphs have, and that form again', () => {
    fc.assert(
      fc.property(marked, ([text, marks]) => {
        const once = normaliseRich(text, marks);
        expect(once.text).toBe(once.text.normalize('NFC'));
        expect(once.text).not.toMatch(
          /^[ \u00a0]|[ \u00a0]$| {2}|[ \u00a0\n]\n|\n[ \u00a0]|^\n|\n$|(?!\n)\p{Cc}|\p{Cs}|[\u00ad\u200b\ufeff\u2028]/u,
        );
        expect(once.marks).toEqual(normaliseMarks(once.marks, once.text.length));
        expect(normaliseRich(once.text, once.marks)).toEqual(once);
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  it('changes a text as if its marks were not there', () => {
    fc.assert(
      fc.property(marked, ([text, marks]) => {
        expect(normaliseRich(text, marks).text).toBe(normaliseRich(text, []).text);
        expect(normaliseRich(text, [strong(0, text.length)]).marks).toEqual(
          normaliseMarks([strong(0, 99)], normaliseRich(text, []).text.length),
        );
      }),
      { seed: 2, numRuns: 500 },
    );
  });

  it('takes time in proportion to the length of a text with many marks', () => {
    expectToGrowWithSize((n) => {
      const text = 'слово \u0301и\u0306  '.repeat(n);
      const marks = Array.from({ length: n }, (_, i) => strong(i * 11, i * 11 + 3));
      expect(normaliseRich(text, marks).marks).toHaveLength(n);
    }, 12_000);
  });
});

describe('normaliseSpans', () => {
  const spansOf = (text: string, ...spans: readonly (readonly [number, number])[]) =>
    normaliseSpans(
      text,
      [],
      spans.map(([start, end]) => ({ start, end })),
    ).spans.map(({ start, end }) => [start, end]);

  it('finds each span again, and takes a composed letter whole', () => {
    expect(spansOf('  а  б\u00ad в ', [2, 3], [3, 5], [5, 7], [0, 10], [6, 6])).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
      [0, 5],
      [3, 3],
    ]);
    // "й" of two code points: the letter alone, the accent alone, a point between them
    expect(spansOf('край и\u0306 и', [5, 6], [6, 7], [6, 6])).toEqual([
      [5, 6],
      [5, 6],
      [5, 5],
    ]);
  });

  it('makes a point of a span whose text is gone', () => {
    expect(spansOf('а  б ', [2, 3], [4, 5])).toEqual([
      [2, 2],
      [3, 3],
    ]);
  });

  it('keeps every span inside the text and changes neither text nor marks', () => {
    fc.assert(
      fc.property(marked, ([text, marks]) => {
        const spans = marks.map(({ start, end }) => ({
          start: Math.min(start, text.length),
          end: Math.min(end, text.length),
        }));
        const { spans: moved, ...rich } = normaliseSpans(text, marks, spans);
        expect(rich).toEqual(normaliseRich(text, marks));
        expect(moved).toHaveLength(spans.length);
        for (const { start, end } of moved) {
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(rich.text.length);
        }
      }),
      { seed: 3, numRuns: 1000 },
    );
  });
});

describe('cutParagraphs', () => {
  it('tells where the paragraphs of a text stand', () => {
    expect(cutParagraphs(' \n\nраз\n \nдва')).toEqual([
      { start: 3, end: 6 },
      { start: 9, end: 12 },
    ]);
  });
});

describe('splitParagraphs', () => {
  it('cuts at two breaks or more and not at one', () => {
    expect(splitParagraphs('раз\nдва\n \nтри\n\n\n\nчетыре\n\n', [strong(4, 12)])).toEqual([
      { text: 'раз\nдва', marks: [strong(4, 7)] },
      { text: 'три', marks: [strong(0, 2)] },
      { text: 'четыре', marks: [] },
    ]);
  });

  it('finds nothing in a blank text', () => {
    expect(splitParagraphs(' \n\n\u00a0\n', [])).toEqual([]);
  });
});
