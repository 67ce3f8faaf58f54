import { describe, expect, test } from 'vitest';
import { AS_IMPORTED, asTexts, textsOf } from '../../../../shared/reconcile/baseline';
import { findChanges } from '../../../../shared/reconcile/changes';
import { paragraph, rich, row } from './rows';

describe('the changes against a baseline', () => {
  const before = [
    row('r1', paragraph('a', 'Суу')),
    row('r2', paragraph('b', 'Нан'), paragraph('c', 'Туз')),
    row('r3', paragraph('d', 'Кант')),
  ];
  const rule = asTexts(textsOf(before));

  test('are none where nothing has changed', () => {
    expect(findChanges(before, rule)).toEqual([]);
    expect(findChanges(before, AS_IMPORTED)).toEqual([]);
  });

  test('tell what was edited, added and removed, where it stands or stood', () => {
    const now = [
      row('r1', paragraph('a', 'Таза суу'), paragraph('new', 'Чай')),
      row('r2', paragraph('b', '')),
      row('r9', paragraph('empty', '')),
    ];
    const place = { language: 'ky' };
    expect(findChanges(now, rule)).toEqual([
      {
        ...place,
        kind: 'edited',
        rowId: 'r1',
        paragraphId: 'a',
        before: rich('Суу'),
        after: rich('Таза суу'),
      },
      { ...place, kind: 'added', rowId: 'r1', paragraphId: 'new', before: rich(''), after: rich('Чай') },
      { ...place, kind: 'removed', rowId: 'r2', paragraphId: 'b', before: rich('Нан'), after: rich('') },
      { ...place, kind: 'removed', rowId: 'r2', paragraphId: 'c', before: rich('Туз'), after: rich('') },
      { ...place, kind: 'removed', rowId: 'r3', paragraphId: 'd', before: rich('Кант'), after: rich('') },
    ]);
  });
});
