import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { beginFlag, isFlagWritten, leaveFlag } from '../../../../../renderer/session/matters/flag-draft';
import { noticeStore } from '../../../../../renderer/session/notices/notice-store';
import { viewStore, writeFlag, type FlagDraft } from '../../../../../renderer/session/place/view-store';
import { leaveProject } from '../../../../../renderer/session/project/leave-project';
import { LiveSession } from '../live-session';
import { reviewedProject } from '../reviewed-project';

let session: LiveSession;

beforeAll(async () => {
  session = new LiveSession();
  await session.open(reviewedProject());
});

beforeEach(() => session.startAnew());

afterAll(() => session.end());

const span = { at: 'gap', language: 'ru', rowId: 'r3' } as const;
const DRAFT: FlagDraft = { flagId: null, spans: [span], category: 'accuracy', severity: 'major', note: '' };
const WRITTEN: FlagDraft = { ...DRAFT, note: 'Which dam?', isWritten: true };
const notes = () => session.main.project.flags.map(({ note }) => note);
const draft = () => viewStore.getState().flagDraft;
const leave = () => leaveProject(async () => () => 'left');

test('what was written in a flag is kept when the project is left, and nothing where only its form was open', async () => {
  const before = notes();
  writeFlag(DRAFT);
  expect(await leave()).toBe('left');
  expect(notes()).toEqual(before);
  writeFlag(WRITTEN);
  expect(await leave()).toBe('left');
  expect(notes()).toEqual([...before, 'Which dam?']);
  expect(draft()).toBeNull();
});

test('where it cannot be kept the project is not left, and the form stays as it was written', async () => {
  writeFlag(WRITTEN);
  session.chosen = { refusal: { code: 'diskFull', params: { path: '' } } };
  expect(await leave()).toBeNull();
  expect(isFlagWritten()).toBe(true);
  expect(noticeStore.getState().notice).toMatchObject({ failure: { code: 'diskFull' } });
});

test('another flag that is begun keeps the one before', async () => {
  const before = notes();
  writeFlag(WRITTEN);
  await beginFlag({ ...DRAFT, note: 'Another' });
  expect(notes()).toEqual([...before, 'Which dam?']);
  expect(draft()).toMatchObject({ note: 'Another' });
  expect(noticeStore.getState().notice).toMatchObject({ key: 'news.flagKept' });
});

test('one that is left can be gone on with, where somebody wrote in it', () => {
  writeFlag(DRAFT);
  leaveFlag(DRAFT);
  expect(noticeStore.getState().notice).toBeNull();
  leaveFlag(WRITTEN);
  expect(draft()).toBeNull();
  const { notice } = noticeStore.getState();
  if (notice?.kind === 'news') notice.acts[0]?.perform();
  expect(draft()).toEqual(WRITTEN);
});
