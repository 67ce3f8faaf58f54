import fc from 'fast-check';
import { STYLES, type Mark } from '../../../../shared/model/mark';

/** Marks of a text of some length, in no particular order, overlapping, beyond its end, empty: anything. */
export function anyMarks(length: number): fc.Arbitrary<readonly Mark[]> {
  const span = { start: fc.nat({ max: length + 3 }), end: fc.nat({ max: length + 3 }) };
  const mark: fc.Arbitrary<Mark> = fc.oneof(
    fc.record({ type: fc.constantFrom(...STYLES), ...span }),
    fc.record({
      type: fc.constant('link'),
      href: fc.constantFrom('https://a.example/', 'https://b.example/'),
      ...span,
    }),
    fc.record({ type: fc.constant('footnoteReference'), label: fc.constantFrom('1', '*'), ...span }),
  );
  return fc.array(mark, { maxLength: 8 });
}
