import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { perform } from '../../../../../renderer/session/acts/perform';
import { targetNow } from '../../../../../renderer/session/place/target-now';
import { closeFind, NEW_FIND, setView, viewStore } from '../../../../../renderer/session/place/view-store';
import { LiveSession } from '../live-session';
import { reviewedProject } from '../reviewed-project';

let session: LiveSession;

beforeAll(async () => {
  session = new LiveSession();
  await session.open(reviewedProject());
});

beforeEach(() => session.startAnew());

afterAll(() => session.end());

const words = { language: 'ru', paragraphId: 'r1-ru-1', start: 0, end: 7, quote: 'Станция' } as const;
const find = () => viewStore.getState().find;

test('the caret goes to the words where there are none yet, and else to what is to be put in', async () => {
  await perform('replace', targetNow());
  setView({ find: { ...NEW_FIND, query: 'река', replacement: '' } });
  await perform('replace', targetNow());
  await perform('find', targetNow());
  expect(session.paged).toEqual(['enterSearch words', 'enterSearch replacement', 'enterSearch words']);
});

test('what was typed in the search stays, whatever is marked in a text, and so does the place one is at', async () => {
  const typed = { ...NEW_FIND, query: 'река', replacement: 'озеро', index: 2 };
  setView({ find: typed, textSelection: words });
  session.isInSearch = true;
  await perform('replace', targetNow());
  expect(find()).toEqual(typed);
  session.isInSearch = false;
  await perform('replace', targetNow());
  expect(find()).toEqual({ ...typed, query: 'Станция', index: 0 });
});

test('a search that was closed goes on where it was, also by stepping', async () => {
  setView({ find: { ...NEW_FIND, query: 'станция', replacement: 'озеро', matchCase: true } });
  closeFind();
  await perform('find', targetNow());
  expect(find()).toMatchObject({ query: 'станция', replacement: null, matchCase: true });
  closeFind();
  await perform('replace', targetNow());
  expect(find()).toMatchObject({ query: 'станция', replacement: 'озеро' });
});

test('stepping without anything to look for asks for it, and after a search goes on with that', async () => {
  await perform('findNext', targetNow());
  expect(session.paged).toEqual(['enterSearch words', 'enterSearch words']);
  setView({ find: { ...NEW_FIND, query: 'станция' } });
  closeFind();
  await perform('findNext', targetNow());
  expect(viewStore.getState().selected).toMatchObject({ rowId: 'r1', paragraphId: 'r1-ru-1' });
});
