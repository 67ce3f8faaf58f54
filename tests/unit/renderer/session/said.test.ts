import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { goToSaid } from '../../../../renderer/session/said/go-to-said';
import { closeSaid, lookForSaid } from '../../../../renderer/session/said/look-for-said';
import { saidStore } from '../../../../renderer/session/said/said-store';
import { wordsToUse } from '../../../../renderer/session/said/words-to-use';
import { projectStore } from '../../../../renderer/session/project/project-store';
import { showTab, tabShown, viewStore, writeFlag } from '../../../../renderer/session/place/view-store';
import { fail } from '../../../../shared/model/failure';
import { LiveSession } from './live-session';
import { reviewedProject } from './reviewed-project';

const ASKED = { text: 'станция', language: 'ru' } as const;

let session: LiveSession;

beforeEach(async () => {
  session = new LiveSession();
  await session.open(reviewedProject());
  const path = session.write({ ...reviewedProject(), id: 'other', title: 'Другая' }, 'other');
  session.recent = [{ path, title: 'Другая', time: 5 }];
});

afterEach(() => session.end());

describe('how something was said', () => {
  test('is told of this article and of others, and a click opens the other one at its row', async () => {
    await lookForSaid(ASKED);
    const { articles, looking } = saidStore.getState();
    expect(looking).toBeNull();
    expect(articles.map(({ path, title }) => [path === null, title])).toEqual([
      [true, 'Станция'],
      [false, 'Другая'],
    ]);
    const [, other] = articles;
    if (!other) throw new Error('nothing found');
    await goToSaid(other, ASKED, 'r6-ru-1');
    expect(projectStore.getState().project?.id).toBe('other');
    expect(viewStore.getState().selected).toEqual({ rowId: 'r6', language: 'ru', paragraphId: 'r6-ru-1' });
    // What is shown beside it is about this article now.
    expect(saidStore.getState().asked).toEqual(ASKED);
    expect(saidStore.getState().articles.every(({ title }) => title !== 'Станция')).toBe(true);
  });

  test('keeps what was found when the search is stopped', async () => {
    session.instead['said/find'] = ({ where }) => (where === 'elsewhere' ? fail('jobCancelled') : undefined);
    await lookForSaid(ASKED);
    const { articles, stopped, looking } = saidStore.getState();
    expect([articles.length, stopped, looking]).toEqual([1, true, null]);
    expect(session.told).toBeNull();
  });

  test('is forgotten once the panel is closed, whatever is still found', async () => {
    const search = lookForSaid(ASKED);
    closeSaid();
    await search;
    expect(saidStore.getState()).toMatchObject({ asked: null, articles: [] });
  });

  test('is used by the words that are known, or else by the sentence, without numbers of notes', () => {
    const text = 'The reputation losses1 are great.';
    const notes = [{ start: 21, end: 22 }];
    const said = { paragraphId: 'p', text, notes };
    expect(wordsToUse({ ...said, marked: [{ start: 4, end: 21 }] }, 'репутационные потери')).toBe(
      'reputation losses',
    );
    // Only one of two words is known.
    expect(wordsToUse({ ...said, marked: [{ start: 15, end: 21 }] }, 'репутационные потери')).toBe(
      'The reputation losses are great.',
    );
    expect(wordsToUse({ ...said, marked: [] }, 'потери')).toBe('The reputation losses are great.');
  });
});

test('a flag that is being written waits while another tab is looked at', () => {
  const draft = { flagId: null, spans: [], category: 'accuracy', severity: 'major', note: 'so far' } as const;
  showTab('checks');
  writeFlag(draft);
  expect(tabShown(viewStore.getState())).toBe('row');
  showTab('facts');
  expect(tabShown(viewStore.getState())).toBe('facts');
  expect(viewStore.getState().flagDraft).toEqual(draft);
  writeFlag({ ...draft, note: 'and more' });
  expect(tabShown(viewStore.getState())).toBe('row');
  writeFlag(null);
  expect(tabShown(viewStore.getState())).toBe('facts');
});
