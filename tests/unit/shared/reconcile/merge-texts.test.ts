import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseMarks, type Mark } from '../../../../shared/model/mark';
import type { RichText } from '../../../../shared/model/paragraph';
import { hasConflict, partsOf, resultOf } from '../../../../shared/reconcile/merge-result';
import { mergeTexts, type MergeChunk } from '../../../../shared/reconcile/merge-texts';
import { normaliseRich } from '../../../../shared/text/normalise-rich';
import { plain } from '../model/rich-texts';

const RUNS = { numRuns: 3000, seed: 20_240_601 };

/** Text with strong marks: "a *b* c". */
const bold = (text: string): RichText => {
  const marks: Mark[] = [];
  let bare = '';
  for (const [i, part] of text.split('*').entries()) {
    if (i % 2 === 1) marks.push({ type: 'strong', start: bare.length, end: bare.length + part.length });
    bare += part;
  }
  return { text: bare, marks: normaliseMarks(marks, bare.length) };
};
const showBold = ({ text, marks }: RichText): string => {
  const edges = new Set(marks.flatMap(({ start, end }) => [start, end]));
  return [...text, ''].map((sign, at) => (edges.has(at) ? `*${sign}` : sign)).join('');
};
/** "same [ours]" with conflicts as "<ours|base|theirs>" */
const show = (chunks: readonly MergeChunk[]): string =>
  chunks
    .map(({ kind, base, ours, theirs }) => {
      if (kind === 'conflict') return `<${ours.text}|${base.text}|${theirs.text}>`;
      return kind === 'same' ? base.text : `[${kind}:${(kind === 'theirs' ? theirs : ours).text}]`;
    })
    .join('');
const merge = (base: string, ours: string, theirs: string): string =>
  show(mergeTexts(plain(base), plain(ours), plain(theirs)));
const mergeBold = (base: string, ours: string, theirs: string): string =>
  showBold(resultOf(mergeTexts(bold(base), bold(ours), bold(theirs))));

const word = fc.constantFrom(
  'он',
  'ушёл',
  'Ысык-Көл',
  'сом',
  '5',
  '1 234,5',
  'the',
  ',',
  '.',
  '«',
  '"',
  '\u00A0',
  '1',
);
const mark = fc
  .record({
    type: fc.constantFrom('strong', 'emphasis', 'superscript'),
    start: fc.nat(30),
    size: fc.integer({ min: 1, max: 20 }),
  })
  .map(({ type, start, size }) => ({ type, start, end: start + size }));
const link = fc
  .record({
    href: fc.constantFrom('https://a.example/', 'https://b.example/'),
    start: fc.nat(30),
    size: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ href, start, size }): Mark => ({ type: 'link', href, start, end: start + size }));
const rich = fc
  .tuple(fc.array(word, { maxLength: 12 }), fc.array(fc.oneof(mark, link), { maxLength: 3 }))
  .map(([words, marks]) => normaliseRich(words.join(' '), normaliseMarks(marks, words.join(' ').length)));
/** An edit of a text: some of its words dropped, doubled or replaced, and perhaps other marks. */
const edited = (base: RichText) =>
  fc
    .tuple(
      fc.array(fc.tuple(fc.nat(20), fc.nat(2), word), { maxLength: 3 }),
      fc.option(fc.array(fc.oneof(mark, link), { maxLength: 2 })),
    )
    .map(([edits, marks]) => {
      const words = base.text.split(' ');
      for (const [at, remove, put] of edits) words.splice(at % (words.length + 1), remove, put);
      const text = words.join(' ');
      return normaliseRich(text, normaliseMarks(marks ?? base.marks, text.length));
    });
const edits = rich.chain((base) => fc.tuple(fc.constant(base), edited(base), edited(base)));

describe('mergeTexts', () => {
  it('holds all three texts whole and takes nothing without a reason', () => {
    fc.assert(
      fc.property(fc.oneof(edits, fc.tuple(rich, rich, rich)), ([base, ours, theirs]) => {
        const chunks = mergeTexts(base, ours, theirs);
        const whole = (side: 'base' | 'ours' | 'theirs') => chunks.map((chunk) => chunk[side].text).join('');
        expect([whole('base'), whole('ours'), whole('theirs')]).toEqual([base.text, ours.text, theirs.text]);
        for (const { kind, ...chunk } of chunks) {
          // What one side wrote is given up only where it is what stood there before.
          if (kind === 'theirs') expect(chunk.ours.text).toBe(chunk.base.text);
          if (kind === 'ours') expect(chunk.theirs.text).toBe(chunk.base.text);
          if (kind === 'same') expect([chunk.ours, chunk.theirs]).toEqual([chunk.base, chunk.base]);
          if (kind === 'both') expect(chunk.ours.text).toBe(chunk.theirs.text);
        }
      }),
      RUNS,
    );
  });

  it('takes a change of one side only, marks included', () => {
    fc.assert(
      fc.property(edits, ([base, ours]) => {
        expect(resultOf(mergeTexts(base, ours, base))).toEqual(ours);
        expect(resultOf(mergeTexts(base, base, ours))).toEqual(ours);
        expect(resultOf(mergeTexts(base, ours, ours))).toEqual(ours);
      }),
      RUNS,
    );
  });

  it('is the same from either side', () => {
    fc.assert(
      fc.property(edits, ([base, ours, theirs]) => {
        const forth = mergeTexts(base, ours, theirs);
        const turned = mergeTexts(base, theirs, ours).map((chunk): MergeChunk => {
          const kind =
            { ours: 'theirs' as const, theirs: 'ours' as const }[chunk.kind as string] ?? chunk.kind;
          return { kind, base: chunk.base, ours: chunk.theirs, theirs: chunk.ours };
        });
        expect(turned).toEqual(forth);
        if (!hasConflict(forth)) {
          expect(resultOf(mergeTexts(base, theirs, ours))).toEqual(resultOf(forth));
        }
      }),
      RUNS,
    );
  });

  it('gives a text in normal form whatever is picked', () => {
    fc.assert(
      fc.property(
        edits,
        fc.array(fc.constantFrom('ours' as const, 'theirs' as const, 'both' as const, 'base' as const)),
        ([base, ours, theirs], picks) => {
          const { text, marks } = resultOf(mergeTexts(base, ours, theirs), picks);
          expect(normaliseRich(text, marks)).toEqual({ text, marks });
        },
      ),
      RUNS,
    );
  });

  it('merges changes in different words and holds those that touch for a conflict', () => {
    expect(merge('a b c d', 'a B c d', 'a b c D')).toBe('a [ours:B] c [theirs:D]');
    expect(merge('a b c d', 'a B c d', 'a b C d')).toBe('a <B c|b c|b C> d');
    expect(merge('a b c', 'a X c', 'a Y c')).toBe('a <X|b|Y> c');
    expect(merge('a b c', 'a X c', 'a X c')).toBe('a [both:X] c');
    expect(merge('a c', 'a x c', 'a y c')).toBe('a <x ||y >c');
  });

  it('lets signs change their look beside a changed word', () => {
    expect(merge('слово "дом" и', 'слово «дом» и', 'слово "домик" и')).toBe(
      'слово [ours:«][theirs:домик][ours:»] и',
    );
    expect(merge('5 млн сом', '5\u00A0млн сом', '6 млн сом')).toBe('[theirs:6][ours:\u00A0]млн сом');
  });

  it('keeps bold on one side and edited words on the other', () => {
    expect(mergeBold('a b c', 'a *b* c', 'a b C')).toBe('a *b* C');
    expect(mergeBold('a reparation c', 'a *reparation* c', 'a reputation c')).toBe('a *reputation* c');
    expect(mergeBold('a b c', '*a b c*', 'a b new c')).toBe('*a b new c*');
    expect(mergeBold('*a b c*', 'a b c', '*a b new c*')).toBe('a b new c');
    expect(mergeBold('a b c', '*a* b c', 'a b *c*')).toBe('*a* b *c*');
    expect(mergeBold('a *b* c', 'a b c', 'a *b* c d')).toBe('a b c d');
  });

  it('holds two targets for one link for a conflict', () => {
    const linked = (href: string): RichText => ({
      text: 'a b',
      marks: [{ type: 'link', href, start: 2, end: 3 }],
    });
    const chunks = mergeTexts(linked('x'), linked('y'), linked('z'));
    expect(chunks.map(({ kind }) => kind)).toEqual(['same', 'conflict']);
    expect(resultOf(chunks, ['theirs'])).toEqual(linked('z'));
    expect(resultOf(mergeTexts(linked('x'), linked('y'), linked('x')))).toEqual(linked('y'));
  });

  it('decides conflicts one by one', () => {
    const chunks = mergeTexts(plain('a b c d e'), plain('a X c Y e'), plain('a V c W e'));
    expect(resultOf(chunks).text).toBe('a X c Y e');
    expect(resultOf(chunks, ['theirs', 'base']).text).toBe('a V c d e');
    expect(resultOf(chunks, ['both', 'theirs']).text).toBe('a X V c W e');
  });

  it('cuts merged paragraphs where one side cut them', () => {
    const chunks = mergeTexts(
      plain('Он пришёл. Она ушла.'),
      plain('Он пришёл. Она уехала.'),
      plain('Он пришёл.\u2029Она ушла.'),
    );
    expect(partsOf(chunks).map(({ text }) => text)).toEqual(['Он пришёл.', 'Она уехала.']);
  });
});
