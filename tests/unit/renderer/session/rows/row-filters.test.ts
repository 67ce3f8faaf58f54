import { expect, test } from 'vitest';
import { gatherCriteria, rememberJudged, rowFlags } from '../../../../../renderer/session/rows/row-filters';
import type { Flag } from '../../../../../shared/model/flag';
import { LANGUAGES } from '../../../../../shared/model/language';
import { AS_AGREED, AS_IMPORTED } from '../../../../../shared/reconcile/baseline';
import { article } from '../../../shared/commands/article';

const { rows } = article(...Array.from({ length: 200 }, (_, n) => `Р${n} | К${n} | E${n}`));

function flagIn(n: number, id: string): Flag {
  const paragraphId = rows[n % rows.length]?.cells.ru.paragraphs[0]?.id ?? '';
  const span = { at: 'text', language: 'ru', paragraphId, start: 0, end: 1 } as const;
  return {
    id,
    spans: [{ ...span, quote: 'Р', orphaned: false, fix: null }],
    category: 'accuracy',
    severity: 'minor',
    note: '',
    status: 'open',
    author: 'A',
    time: n,
    thread: [],
  };
}

const flags = Array.from({ length: 2000 }, (_, n) => flagIn(n, `f${n}`));

function counted() {
  const judged: string[] = [];
  const judge = rememberJudged((row, criteria) => {
    judged.push(row.id);
    return rowFlags(row, criteria).filter(({ status }) => status === 'open').length;
  });
  return { judge, take: () => judged.splice(0) };
}

test('a change of one flag leaves the lists of all other paragraphs as they are, and judges its row and no other', () => {
  const before = gatherCriteria(flags, LANGUAGES, 0.6, AS_IMPORTED);
  const { judge, take } = counted();
  expect(judge(rows, before)[7]).toBe(10);
  expect(take()).toHaveLength(200);
  const changed = flags.with(7, { ...flagIn(7, 'f7'), status: 'resolved' });
  const after = gatherCriteria(changed, LANGUAGES, 0.6, AS_IMPORTED, before);
  const others = [...after.byParagraph].filter(([id, list]) => before.byParagraph.get(id) !== list);
  expect(others.map(([id]) => id)).toEqual([rows[7]?.cells.ru.paragraphs[0]?.id]);
  expect(judge(rows, after)[7]).toBe(9);
  expect(take()).toEqual([rows[7]?.id]);
});

test('a flag that goes, or comes, is seen in its row, also where that was not asked for meanwhile', () => {
  const before = gatherCriteria(flags.slice(0, 3), LANGUAGES, 0.6, AS_IMPORTED);
  const { judge, take } = counted();
  judge(rows, before);
  const without = gatherCriteria(flags.slice(0, 2), LANGUAGES, 0.6, AS_IMPORTED, before);
  judge(rows.slice(10), without);
  const more = gatherCriteria([...flags.slice(0, 2), flagIn(5, 'new')], LANGUAGES, 0.6, AS_IMPORTED, without);
  take();
  expect(judge(rows, more).slice(0, 6)).toEqual([1, 1, 0, 0, 0, 1]);
  expect(take()).toEqual([rows[2]?.id, rows[5]?.id]);
});

test('other criteria judge every row anew', () => {
  const before = gatherCriteria(flags, LANGUAGES, 0.6, AS_IMPORTED);
  const { judge, take } = counted();
  judge(rows, before);
  take();
  judge(rows, gatherCriteria(flags, LANGUAGES, 0.6, AS_AGREED, before));
  expect(take()).toHaveLength(200);
});
