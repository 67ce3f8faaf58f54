import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffTexts } from '../../../../shared/diff/diff-words';
import { mapSpan } from '../../../../shared/diff/map-offset';

/** Maps the span in [brackets] and shows it in the new text, with "!" when orphaned. */
function follow(marked: string, after: string): string {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const span = mapSpan({ start, end }, diffTexts(marked.replace(/[[\]]/g, ''), after));
  const shown = `${after.slice(0, span.start)}[${after.slice(span.start, span.end)}]${after.slice(span.end)}`;
  return shown + (span.orphaned ? '!' : '');
}

const words = fc.uniqueArray(fc.stringMatching(/^[а-яөүң]{1,8}$/), { minLength: 3, maxLength: 12 });
const newWords = fc.array(fc.stringMatching(/^[A-Z]{1,8}$/), { maxLength: 3 });
/** A text of words that each occur once, with two places in it, from <= to. */
const article = words.chain((list) =>
  fc.tuple(
    fc.constant(list),
    fc
      .tuple(fc.nat(list.length), fc.nat(list.length))
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
  ),
);
const anyText = fc
  .array(fc.constantFrom('и', 'он', 'ушёл', 'ушла', 'Көл', ',', '.', ' ', ' ', ' '), { maxLength: 20 })
  .map((parts) => parts.join(''));

describe('mapSpan', () => {
  it.each([
    ['an edit before', 'big [losses] here', 'very big [losses] here'],
    ['an edit after', 'big [losses] here', 'big [losses] there'],
    ['an insertion at the start', '[big] losses', 'so [big] losses'],
    ['an insertion at the end', 'big [losses]', 'big [losses] here'],
    ['insertions at both edges', 'a [big] b', 'a so [big] too b'],
    ['an insertion within', 'a [big losses] b', 'a [big new losses] b'],
    ['a deletion within', 'a [big new losses] b', 'a [big losses] b'],
    ['a deletion at its start', 'a [big new losses] b', 'a [new losses] b'],
    ['a deletion at its end', 'a [big new losses] b', 'a [big new] b'],
    ['a deletion at its start before a no-break space', 'a [b\u00A0c] d', 'a\u00A0[c] d'],
    ['a corrected word', 'big [reparation] losses', 'big [reputation] losses'],
    ['a corrected word with a new neighbour', 'big [reparation] losses', 'big bad [reputation] losses'],
    ['a corrected word beside another', '[Jeenbekov] sayd so', '[Zheenbekov] said so'],
    ['a word made longer', 'an [ысык] көл', 'an [ысыктын] көл'],
    ['a word replaced by another', 'a [cat] sat', 'a [dog] sat'],
    ['a phrase replaced as a whole', 'a [black cat] sat', 'a [white old dog] sat'],
    ['a part of a corrected word', 'big [reparation]s here', 'big [reputation]s here'],
    ['the end of a word that grew before it', 'a[b] c', 'aX[b] c'],
    ['the start of a word that grew after it', '[a]b c', '[a]Xb c'],
    ['a sentence that moved', 'A b [c] d. E f g h i.', 'E f g h i. A b [c] d.'],
    ['two moves', 'A [b] c. D e f g. H i j k l.', 'D e f g. H i j k l. A [b] c.'],
    ['a span of spaces', 'a[  ]b c', 'a[  ]b d'],
  ])('keeps the text covered: %s', (_, marked, expected) => {
    expect(follow(marked, expected.replace(/[[\]]/g, ''))).toBe(expected);
  });

  it.each([
    ['a word deleted', 'big [reparation] losses', 'big []losses!'],
    ['a word deleted with the space covered', 'big[ reparation] losses', 'big[] losses!'],
    ['the end of a word deleted', 'Бишкек[те] b', 'Бишкек[] b!'],
    ['all deleted', 'big [losses] here', '[]!'],
    ['rewritten with all around it', 'the old [big] losses here', 'the []one two three four here!'],
  ])('orphans the span at its place: %s', (_, marked, expected) => {
    expect(follow(marked, expected.replace(/[[\]!]/g, ''))).toBe(expected);
  });

  it.each([
    ['an insertion at the point', 'big []losses', 'big []new losses'],
    ['an insertion at the point after a word', 'big[] losses', 'big[] new losses'],
    ['at the start', '[]big losses', '[]new big losses'],
    ['at the end', 'big losses[]', 'big losses[] new'],
    ['in a corrected word', 'repa[]ration', 'reput[]ation'],
    ['in a deleted word', 'big lo[]sses here', 'big []here!'],
  ])('keeps a point after what stands before it: %s', (_, marked, expected) => {
    expect(follow(marked, expected.replace(/[[\]!]/g, ''))).toBe(expected);
  });

  it('covers exactly the same words after any edits around them', () => {
    fc.assert(
      fc.property(
        article,
        newWords,
        newWords,
        fc.nat(4),
        fc.nat(4),
        ([list, [from, to]], left, right, a, b) => {
          fc.pre(from < to);
          const inside = list.slice(from, to).join(' ');
          const before = list.join(' ');
          const start = [...list.slice(0, from), ''].join(' ').length;
          const head = list.slice(0, Math.max(0, from - a));
          const tail = list.slice(Math.min(list.length, to + b));
          const after = [...head, ...left, ...list.slice(from, to), ...right, ...tail].join(' ');
          const span = mapSpan({ start, end: start + inside.length }, diffTexts(before, after));
          expect(span.orphaned).toBe(false);
          expect(after.slice(span.start, span.end)).toBe(inside);
          expect(span.start).toBe([...head, ...left, ''].join(' ').length);
        },
      ),
      { seed: 9, numRuns: 300 },
    );
  });

  it('is orphaned between its old neighbours when its words are deleted', () => {
    fc.assert(
      fc.property(article, ([list, [from, to]]) => {
        fc.pre(from < to);
        const start = [...list.slice(0, from), ''].join(' ').length;
        const end = start + list.slice(from, to).join(' ').length;
        const after = [...list.slice(0, from), ...list.slice(to)].join(' ');
        const span = mapSpan({ start, end }, diffTexts(list.join(' '), after));
        expect(span.orphaned).toBe(true);
        expect(span.start).toBe(span.end);
        expect(after.slice(0, span.start).trim()).toBe(list.slice(0, from).join(' '));
        expect(after.slice(span.start).trim()).toBe(list.slice(to).join(' '));
      }),
      { seed: 10 },
    );
  });

  it('keeps a point between its neighbours when words go in or out elsewhere', () => {
    fc.assert(
      fc.property(article, newWords, ([list, [from, to]], inserted) => {
        fc.pre(from < to && from > 0);
        const point = list.slice(0, from).join(' ').length;
        const after = [...list.slice(0, from), ...inserted, list[from], ...list.slice(to)].join(' ');
        const span = mapSpan({ start: point, end: point }, diffTexts(list.join(' '), after));
        expect(span).toEqual({ start: point, end: point, orphaned: false });
      }),
      { seed: 11 },
    );
  });

  it('stays within the new text, in order, and still where nothing changed', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const runs = diffTexts(before, after);
        const unchanged = diffTexts(before, before);
        let last = 0;
        for (let start = 0; start <= before.length; start += 1) {
          const point = mapSpan({ start, end: start }, runs);
          expect(point.start).toBeGreaterThanOrEqual(last);
          last = point.start;
          for (let end = start; end <= before.length; end += 1) {
            const span = mapSpan({ start, end }, runs);
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeGreaterThanOrEqual(span.start);
            expect(span.end).toBeLessThanOrEqual(after.length);
            if (start < end) expect(span.orphaned).toBe(span.start === span.end);
            expect(mapSpan({ start, end }, unchanged)).toEqual({ start, end, orphaned: false });
          }
        }
      }),
      { seed: 12, numRuns: 60 },
    );
  });
});
