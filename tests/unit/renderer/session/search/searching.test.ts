import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { perform } from '../../../../../renderer/session/acts/perform';
import { targetNow } from '../../../../../renderer/session/place/target-now';
import { NEW_FIND, setView, viewStore, type Find } from '../../../../../renderer/session/place/view-store';
import { send } from '../../../../../renderer/session/project/project-store';
import { textOf } from '../../../../../renderer/session/project/text-of';
import { hitsByRow } from '../../../../../renderer/session/search/hits-by-row';
import {
  allHits,
  followSearch,
  searched,
  searchStore,
} from '../../../../../renderer/session/search/search-store';
import { goToHit } from '../../../../../renderer/session/search/step-hit';
import { LiveSession } from '../live-session';
import { reviewedProject } from '../reviewed-project';

let session: LiveSession;

beforeAll(async () => {
  session = new LiveSession();
  await session.open(reviewedProject());
  followSearch();
});

beforeEach(() => session.startAnew());

afterAll(() => session.end());

const search = (part: Partial<Find>) => setView({ find: { ...NEW_FIND, ...part } });

test('what is found follows what is asked for, the columns and the texts', async () => {
  search({ query: 'станция', within: 'ru' });
  const all = searchStore.getState().hits;
  expect(all).toEqual(allHits());
  expect(hitsByRow(all).map(({ from }) => all[from]?.rowId)).toEqual(
    hitsByRow(all).map(({ rowId }) => rowId),
  );
  const content = { text: 'Плотина.', marks: [] };
  await send({ type: 'editParagraph', paragraphId: 'r1-ru-1', content });
  expect(searchStore.getState().hits).toHaveLength(all.length - 1);
  setView({ find: null });
  expect(searchStore.getState()).toMatchObject({ hits: [], isDone: true });
});

test('a regular expression is looked for where it can be stopped, and only in what it was not looked for in yet', async () => {
  search({ query: 'ста(н)ция', by: 'pattern', within: 'ru' });
  expect(searchStore.getState()).toMatchObject({ hits: [], isDone: false });
  await searched();
  const { hits, isDone } = searchStore.getState();
  expect([hits.length > 2, isDone]).toEqual([true, true]);
  const asked = vi.fn<(texts: readonly string[]) => undefined>();
  session.instead['search/pattern'] = ({ texts }) => asked(texts);
  await send({ type: 'editParagraph', paragraphId: 'r1-ru-1', content: { text: 'Станция!', marks: [] } });
  await searched();
  delete session.instead['search/pattern'];
  expect(asked.mock.calls).toEqual([[['Станция!']]]);
  expect(searchStore.getState().hits).toHaveLength(hits.length);
});

test('what is wrong with a regular expression is told, and so is one that never ends', async () => {
  search({ query: 'ста(нция', by: 'pattern' });
  expect(searchStore.getState()).toMatchObject({ isDone: true, failure: { code: 'patternGroup' } });
  search({ query: '((.*)*)*ъ$', by: 'pattern' });
  await searched();
  expect(searchStore.getState()).toMatchObject({ isDone: true, failure: { code: 'patternEndless' } });
  search({ query: 'станция', by: 'pattern' });
  await searched();
  expect(searchStore.getState()).toMatchObject({ isDone: true, failure: null });
});

test('each press replaces what a regular expression found, with its groups, and goes to the next', async () => {
  search({ query: '(станция) (стоит)', by: 'pattern', within: 'ru', replacement: '$2 $1' });
  await searched();
  const before = allHits();
  await perform('replaceOne', targetNow());
  expect(textOf('r1-ru-1')).toMatch(/^стоит Станция дорого/);
  expect(allHits()).toHaveLength(before.length - 1);
  expect(viewStore.getState().selected?.paragraphId).toBe(before[1]?.paragraphId);
});

test('notes are searched when asked, and only the rows that are shown', async () => {
  const span = { at: 'text', language: 'ru', paragraphId: 'r2-ru-1', start: 0, end: 7 } as const;
  const spans = [{ ...span, quote: 'Станция', orphaned: false, fix: null }];
  const kind = { category: 'accuracy/mistranslation', severity: 'major' } as const;
  await send({ type: 'addFlag', flagId: 'noted', spans, ...kind, note: 'Что за ГЭС?' });
  search({ query: 'гэс' });
  expect(searchStore.getState()).toMatchObject({ hits: [], notes: [] });
  search({ query: 'гэс', notes: true });
  expect(searchStore.getState().notes).toMatchObject([{ flagId: 'noted', rowId: 'r2', start: 7, end: 10 }]);
  search({ query: 'станция', within: 'ru', filtered: true });
  const everywhere = allHits().length;
  setView({ filter: 'flagged' });
  expect(new Set(allHits().map(({ rowId }) => rowId)).has('r2')).toBe(true);
  expect(allHits().length).toBeLessThan(everywhere);
  goToHit(0);
  expect(viewStore.getState().filter).toBe('flagged');
});
