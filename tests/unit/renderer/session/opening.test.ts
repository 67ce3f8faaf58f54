import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { perform } from '../../../../renderer/session/acts/perform';
import { offer, readPasted } from '../../../../renderer/session/project/offer-files';
import { openInstead, showOpened } from '../../../../renderer/session/project/open-snapshot';
import {
  expectSnapshot,
  mirrorEarly,
  projectStore,
  send,
} from '../../../../renderer/session/project/project-store';
import { receiveProject } from '../../../../renderer/session/project/receive-project';
import { settleFile, SHOW_FLAGS } from '../../../../renderer/session/project/settle-file';
import { mirrorStanding } from '../../../../renderer/session/project/standing-store';
import { viewStore } from '../../../../renderer/session/place/view-store';
import { sendProject } from '../../../../main/app/sent-project';
import { fail, ok } from '../../../../shared/model/failure';
import type { Project } from '../../../../shared/model/project';
import { value } from '../../main/project/sample-project';
import { LiveSession } from './live-session';
import { HERE } from './acts/cases';
import { newerDraft, reviewedProject } from './reviewed-project';

let session: LiveSession;

beforeEach(async () => {
  session = new LiveSession();
  await session.open(reviewedProject());
});

afterEach(() => session.end());

const named = (title: string): Project => ({ ...reviewedProject(), title });

/** Too long to come in one piece. */
function longProject(): Project {
  const { rows, ...project } = reviewedProject();
  const [row] = rows;
  if (!row) throw new Error('no row');
  const long = 'Станция. '.repeat(1500);
  return {
    ...project,
    rows: Array.from({ length: 60 }, (_, n) => ({
      ...row,
      id: `long-${n}`,
      cells: {
        ru: {
          ...row.cells.ru,
          paragraphs: row.cells.ru.paragraphs.map((each) => ({ ...each, id: `p-${n}`, text: long })),
        },
        ky: { ...row.cells.ky, paragraphs: [] },
        en: { ...row.cells.en, paragraphs: [] },
      },
    })),
  };
}

const change = (title: string) =>
  value(session.main.change({ type: 'setTitle', title }, { author: 'A', time: 5, group: null }));

describe('a project', () => {
  test('comes in parts, and what is told of it meanwhile comes after it', async () => {
    const long = longProject();
    const sent = sendProject(long);
    expect(sent.rest).not.toBeNull();
    expect(value(await receiveProject(sent)).rows).toEqual(long.rows);
    // What is told between two parts waits.
    change('Told early');
    expect(projectStore.getState().project?.title).toBe('Станция');
    mirrorEarly(0);
    expect(projectStore.getState().project?.title).toBe('Told early');
    expectSnapshot();
    expect((await receiveProject({ parts: [], rest: 12_345 })).ok).toBe(false);
    change('Goes on');
    expect(projectStore.getState().project?.title).toBe('Goes on');
  });

  test('that cannot be opened leaves the one that is shown', async () => {
    expect(await showOpened(fail('projectNotFound', { path: 'x' }))).toBe(false);
    expect(session.told).toBe('failure.projectNotFound');
    expect(await openInstead(async () => ok(null))).toBeNull();
    expect(projectStore.getState().project?.title).toBe('Станция');
    const snapshot = session.main.snapshot();
    expect(await showOpened(ok({ ...snapshot, project: { parts: [], rest: 12_345 } }))).toBe(false);
    expect(session.told).toMatch(/^failure\./);
  });

  test('tells when a change opens what was signed', async () => {
    const { rows } = session.main.project;
    const cells = rows
      .filter(({ cells: { en } }) => en.paragraphs.length > 0)
      .map(({ id }) => ({ rowId: id, language: 'en' as const }));
    await send({ type: 'setStatus', cells, status: 'agreed' });
    expect(await send({ type: 'signOff', language: 'en', signed: true })).toBe(true);
    const content = { text: 'Another text.', marks: [] };
    await send({ type: 'editParagraph', paragraphId: 'r1-en-1', content, suggest: false });
    expect(session.told).toBe('news.signOffOpened');
  });

  test('is told by failures as well: what could not be kept, and what was only stopped', async () => {
    session.chosen = { refusal: { code: 'jobCancelled', params: {} } };
    await perform('mergeRows', HERE);
    expect(session.told).toBeNull();
    session.chosen = { refusal: { code: 'diskFull', params: { path: '' } } };
    await perform('mergeRows', HERE);
    expect(projectStore.getState().refused?.code).toBe('diskFull');
  });
});

describe('files', () => {
  test('that were read are shown beside those that wait, unless the person stopped the reading', async () => {
    offer([session.read(newerDraft())]);
    offer([session.read(newerDraft())]);
    offer([{ fileName: 'x', result: fail('jobCancelled') }]);
    expect(viewStore.getState().importing).toHaveLength(2);
    await readPasted('', null);
    expect(session.told).toBe('failure.fileEmpty');
  });

  test('that were replaced are settled as the person chose', async () => {
    session.write(named('Theirs'), 'theirs');
    session.settled = (choice) => {
      const snapshot = choice === 'theirs' ? session.openFile('theirs').snapshot() : session.main.snapshot();
      return ok({ ...snapshot, told: choice === 'merge' ? 2 : 0 });
    };
    await settleFile('mine');
    expect(session.told).toBe('standing.news.mine');
    await settleFile('merge');
    expect(session.told).toBe('standing.news.mergeDecide');
    SHOW_FLAGS.perform();
    expect(viewStore.getState().tab).toBe('flags');
    session.settled = () => ok(null);
    await settleFile('putBack');
    session.settled = () => fail('diskFull', { path: '' });
    await settleFile('putBack');
    expect(session.told).toBe('failure.diskFull');
    session.settled = () => ok({ ...session.openFile('theirs').snapshot(), told: 0 });
    mirrorStanding({ kind: 'replaced', mine: null, planned: 'mine', folderGone: false, failure: null });
    await settleFile('theirs');
    expect(projectStore.getState().project?.title).toBe('Theirs');
    expect(session.told).toBe('standing.news.theirs');
    expect(existsSync(session.path('theirs.triptych'))).toBe(true);
  });
});
