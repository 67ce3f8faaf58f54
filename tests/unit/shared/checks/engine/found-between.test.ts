import { expect, test } from 'vitest';
import type { Finding } from '../../../../../shared/checks/engine/finding';
import { foundBetween, groupByRow } from '../../../../../shared/checks/engine/found-between';

function finding(rowId: string, key: string, start = 0): Finding {
  const place = { language: 'en' as const, paragraphId: 'p', start, end: start + 3 };
  return {
    key,
    check: 'doubledWord',
    severity: 'minor',
    rowId,
    message: 'unknown',
    params: {},
    spans: [place],
    fixes: [{ ...place, text: 'the' }],
  };
}

test('tells the rows in which something else is found, or in another place, and those in which nothing is', () => {
  const before = groupByRow([
    finding('a', 'teh'),
    finding('b', 'hte'),
    finding('b', 'eht'),
    finding('c', 'th'),
  ]);
  const after = groupByRow([
    finding('a', 'teh'),
    finding('b', 'hte'),
    finding('b', 'eht', 7),
    finding('d', 'x'),
  ]);
  expect(foundBetween(before, after)).toEqual([
    { rowId: 'c', findings: [] },
    { rowId: 'b', findings: [finding('b', 'hte'), finding('b', 'eht', 7)] },
    { rowId: 'd', findings: [finding('d', 'x')] },
  ]);
  expect(foundBetween(after, after)).toEqual([]);
});

test('tells of another fix for the same words', () => {
  const { fixes, ...rest } = finding('a', 'teh');
  const other = { ...rest, fixes: fixes.map((fix) => ({ ...fix, text: 'ten' })) };
  expect(foundBetween(groupByRow([finding('a', 'teh')]), groupByRow([other]))).toHaveLength(1);
});
