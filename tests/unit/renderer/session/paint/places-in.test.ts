import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { placesIn } from '../../../../../renderer/session/paint/places-in';
import { normaliseRich } from '../../../../../shared/text/normalise-rich';

it('finds a text again in itself and among the spaces it will not keep', () => {
  expect(placesIn('ab', 'ab')).toEqual([0, 1, 2]);
  expect(placesIn(' a  b ', 'a b')).toEqual([1, 2, 4, 5]);
  expect(placesIn('a\u00adb', 'ab')).toEqual([0, 2, 3]);
  expect(placesIn('  ', '')).toEqual([0]);
});

test.each([
  ['a word more', 'a word'],
  ['a word', 'a word more'],
  ['another', 'other'],
  ['и\u0306', 'й'],
])('takes "%s" for another text than "%s"', (written, kept) => {
  expect(placesIn(written, kept)).toBeNull();
});

it('leads each character of what is kept to one like it', () => {
  const typed = fc.string({
    unit: fc.constantFrom(' ', 'a', 'ы', '\u00a0', '\t', '\u200b', '.'),
    maxLength: 12,
  });
  fc.assert(
    fc.property(typed, (written) => {
      const { text: kept } = normaliseRich(written, []);
      const places = placesIn(written, kept) ?? expect.fail('not found again');
      expect(places).toHaveLength(kept.length + 1);
      for (let n = 0; n < kept.length; n += 1)
        expect(written.charAt(places[n] ?? -1).replace(/[\t\u200b]/, ' ')).toBe(kept.charAt(n));
    }),
  );
});
