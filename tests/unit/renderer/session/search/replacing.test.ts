import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { perform } from '../../../../../renderer/session/acts/perform';
import { noticeStore } from '../../../../../renderer/session/notices/notice-store';
import { targetNow } from '../../../../../renderer/session/place/target-now';
import {
  NEW_FIND,
  select,
  setView,
  viewStore,
  type Find,
} from '../../../../../renderer/session/place/view-store';
import { projectStore, send, step } from '../../../../../renderer/session/project/project-store';
import { paragraphNow, textOf } from '../../../../../renderer/session/project/text-of';
import { presentHit } from '../../../../../renderer/session/search/present-hit';
import { allHits } from '../../../../../renderer/session/search/search-store';
import {
  planReplacements,
  reopenedBy,
  replacePlanned,
} from '../../../../../renderer/session/search/replacing';
import { goToNearestHit } from '../../../../../renderer/session/search/step-hit';
import { changeSettings } from '../../../../../renderer/session/settings/settings-store';
import { LiveSession } from '../live-session';
import { reviewedProject } from '../reviewed-project';

let session: LiveSession;

beforeAll(async () => {
  session = new LiveSession();
  await session.open(reviewedProject());
});

beforeEach(() => session.startAnew());

afterAll(() => session.end());

const search = (part: Partial<Find>) => setView({ find: { ...NEW_FIND, ...part } });

test('one version is searched where one is chosen', () => {
  search({ query: '6' });
  const everywhere = allHits().length;
  search({ query: '6', within: 'ky' });
  expect(new Set(allHits().map(({ language }) => language))).toEqual(new Set(['ky']));
  expect(allHits().length).toBeLessThan(everywhere);
});

test('each press replaces the present place and goes to the next, and passes by what was put in', async () => {
  search({ query: 'станция', within: 'ru', replacement: 'гидростанция' });
  const hits = allHits();
  await perform('replaceOne', targetNow());
  expect(textOf('r1-ru-1')).toMatch(/^Гидростанция стоит/);
  expect(presentHit()?.paragraphId).toBe(hits[1]?.paragraphId);
  expect(viewStore.getState().selected?.paragraphId).toBe(hits[1]?.paragraphId);
  await perform('replaceOne', targetNow());
  expect([textOf('r1-ru-1'), textOf('r2-ru-1')].every((text) => text.startsWith('Гидростанция'))).toBe(true);
  expect(noticeStore.getState().notice).toMatchObject({
    key: 'news.doneReplaced',
    acts: [{ key: 'act.undo' }],
  });
});

test('all that are asked for are replaced in one step of undo, flags stay on their words', async () => {
  search({ query: 'станция', within: 'ru', replacement: 'плотина' });
  const hits = allHits();
  const before = hits.map(({ paragraphId }) => textOf(paragraphId));
  await replacePlanned(planReplacements().slice(1));
  expect(textOf('r1-ru-1')).toBe(before[0]);
  expect(hits.slice(1).every(({ paragraphId }) => textOf(paragraphId).startsWith('Плотина стоит'))).toBe(
    true,
  );
  expect(allHits()).toHaveLength(1);
  await step('undo');
  expect(hits.map(({ paragraphId }) => textOf(paragraphId))).toEqual(before);
});

test('nothing is replaced where one of the texts is another by now', async () => {
  search({ query: 'станция', within: 'ru', replacement: 'плотина' });
  const planned = planReplacements();
  const content = { text: 'Здесь станция стоит дорого.', marks: [] };
  await send({ type: 'editParagraph', paragraphId: 'r1-ru-1', content });
  await replacePlanned(planned);
  expect([textOf('r1-ru-1'), textOf('r2-ru-1')].map((text) => text.includes('лотина'))).toEqual([
    false,
    false,
  ]);
});

test('who suggests only suggests, and opens nothing that is agreed', async () => {
  await send({ type: 'setStatus', cells: [{ rowId: 'r1', language: 'ru' }], status: 'agreed' });
  search({ query: 'станция', within: 'ru', replacement: 'плотина' });
  expect(reopenedBy(planReplacements())).toBe(1);
  changeSettings({ mode: 'suggesting' });
  expect(reopenedBy(planReplacements())).toBe(0);
  await replacePlanned(planReplacements().slice(0, 1));
  expect(paragraphNow('r1-ru-1')?.pending?.settled.text).toMatch(/^Станция/);
  expect(projectStore.getState().project?.rows[0]?.cells.ru.status).toBe('agreed');
  expect(noticeStore.getState().notice).toMatchObject({ key: 'news.doneReplacedSuggested' });
});

test('the texts go along with what is typed, from the row one is in', () => {
  select({ rowId: 'r6', language: 'en', paragraphId: null });
  search({ query: 'станция', within: 'ru' });
  goToNearestHit();
  expect(viewStore.getState().selected).toMatchObject({ rowId: 'r6', language: 'ru' });
  select({ rowId: 'r6', language: 'en', paragraphId: null });
  search({ query: '(r2,', within: 'ru' });
  goToNearestHit();
  expect(viewStore.getState().selected?.rowId).toBe('r2');
});

test('nobody replaces who only reads, or where nothing is found', async () => {
  changeSettings({ mode: 'reading' });
  search({ query: 'станция', replacement: 'плотина' });
  const { state } = projectStore.getState();
  await perform('replaceOne', targetNow());
  expect(noticeStore.getState().notice).toMatchObject({ key: 'why.reading' });
  changeSettings({ mode: 'editing' });
  search({ query: 'жок сөз', replacement: 'плотина' });
  await perform('replaceAll', targetNow());
  expect(noticeStore.getState().notice).toMatchObject({ key: 'why.nothingFound' });
  expect([projectStore.getState().state, viewStore.getState().dialog]).toEqual([state, null]);
});
