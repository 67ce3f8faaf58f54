import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rememberRows } from '../../../../../renderer/session/rows/remember-rows';
import type { Row } from '../../../../../shared/model/row';

const cell = { paragraphs: [], status: 'draft' } as const;
const makeRow = (id: string): Row => ({
  id,
  cells: { ru: cell, ky: cell, en: cell },
  confidence: 1,
  confirmed: false,
});

it('gives what was worked out for each row, and works out nothing twice for rows before and after a change', () => {
  const splice = fc.record({
    start: fc.nat(20),
    remove: fc.nat(5),
    insert: fc.array(fc.string(), { maxLength: 5 }),
  });
  const property = fc.property(fc.array(fc.string(), { maxLength: 20 }), fc.array(splice), (ids, splices) => {
    let worked = 0;
    const idsOf = rememberRows(({ id }) => {
      worked += 1;
      return id;
    });
    let rows: readonly Row[] = ids.map(makeRow);
    expect(idsOf(rows)).toEqual(ids);
    for (const { start, remove, insert } of splices) {
      rows = rows.toSpliced(start, remove, ...insert.map(makeRow));
      worked = 0;
      expect(idsOf(rows)).toEqual(rows.map(({ id }) => id));
      expect(worked).toBeLessThanOrEqual(insert.length);
    }
  });
  fc.assert(property, { seed: 1 });
});
