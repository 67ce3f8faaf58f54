import type { RowFindings } from '../../../../shared/checks/engine/found-between';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { perform } from '../../../../renderer/session/acts/perform';
import {
  compareWithRevision,
  firstChange,
  ruleOf,
  snapshotOf,
} from '../../../../renderer/session/matters/baseline';
import { criteriaNow, withDraft } from '../../../../renderer/session/rows/criteria';
import { addWord, removeWord } from '../../../../renderer/session/settings/dictionary-words';
import {
  dismissFinding,
  fixFindings,
  openFindingsInOrder,
  raiseFinding,
  restoreFinding,
} from '../../../../renderer/session/matters/findings';
import {
  countFindings,
  findingsStore,
  forgetFindings,
  mirrorFindings,
  mirrorStop,
} from '../../../../renderer/session/matters/findings-store';
import { goToMatter, hideMatter, stepMatter } from '../../../../renderer/session/matters/show-matter';
import { addFailure, clearNotice } from '../../../../renderer/session/notices/notice-store';
import { send } from '../../../../renderer/session/project/project-store';
import { countRows, passedFilters, ROW_FILTERS } from '../../../../renderer/session/rows/row-filters';
import { knownSentences, sentencesOf } from '../../../../renderer/session/rows/sentence-links';
import { changeSettings, settingsStore } from '../../../../renderer/session/settings/settings-store';
import { chooseFilter, shownRowsNow } from '../../../../renderer/session/rows/shown-rows';
import { typologyStore } from '../../../../renderer/session/settings/typology-store';
import { beginCounting } from '../../../../renderer/session/rows/version-figures';
import { select, setView, togglePicked, viewStore } from '../../../../renderer/session/place/view-store';
import { LiveSession } from './live-session';
import { finding, reviewedProject } from './reviewed-project';
import { ELSEWHERE, HERE, on } from './acts/cases';

let session: LiveSession;

beforeAll(async () => {
  session = new LiveSession();
  await session.open(reviewedProject());
});

beforeEach(() => {
  session.startAnew();
  forgetFindings();
  setView({ selected: ELSEWHERE });
});

afterAll(() => session.end());

const found = finding('r2', 'ru', 'r2-ru-1');

/** Has the checks tell what they find, as of the present state or an earlier one. */
function tellFound(state = session.main.state, ...more: readonly RowFindings[]): void {
  const rows = [
    ...more,
    { rowId: 'r2', findings: [found] },
    { rowId: 'r6', findings: [finding('r6', 'ky', 'r6-ky-1')] },
  ];
  const checks = [{ id: 'spelling', severity: 'minor', category: 'linguisticConventions/spelling' }] as const;
  mirrorFindings({ state, checks, rows, count: rows.length, leftOut: [] });
}

const shownIds = () => shownRowsNow().map(({ row }) => row.id);

describe('the rows that are shown', () => {
  test('are those the filter lets through, and a person goes to the first of them', () => {
    expect(shownIds()).toHaveLength(7);
    chooseFilter('suggested');
    expect(shownIds()).toEqual(['r3']);
    expect(viewStore.getState().selected).toEqual({ rowId: 'r3', language: 'ru', paragraphId: 'r3-ru-1' });
    chooseFilter('alignment');
    expect(shownIds()).toContain('r4');
    // The row a person is in stays.
    select({ rowId: 'r1', language: 'ru', paragraphId: null });
    expect(shownIds()).toContain('r1');
    chooseFilter('agreed');
    expect(viewStore.getState().selected).toBeNull();
    chooseFilter('all');
    expect(shownIds()).toHaveLength(7);
    tellFound();
    chooseFilter('found');
    expect(shownIds()).toEqual(['r2', 'r6']);
  });

  test('are counted by filter', () => {
    const { project } = session.main;
    const criteria = criteriaNow(project);
    const passed = project.rows.map((row) => passedFilters(row, criteria));
    const counts = countRows(passed, findingsStore.getState().open);
    expect(Object.keys(counts)).toHaveLength(ROW_FILTERS.length);
    expect(counts).toMatchObject({ all: 7, suggested: 1, stale: 1, found: 0, flagged: 0, changed: 1 });
  });

  test('show the flag that is being written', () => {
    const criteria = criteriaNow(session.main.project);
    expect(withDraft(criteria, [], null)).toBe(criteria);
    const draft = {
      flagId: null,
      spans: [{ at: 'gap', language: 'ky', rowId: 'r4' } as const],
      category: 'accuracy',
      severity: 'major' as const,
      note: '',
    };
    expect(withDraft(criteria, [], draft).byGapRow.get('r4')).toHaveLength(1);
  });

  test('are counted in stretches', () => {
    const count = beginCounting(session.main.project.rows, 'ky');
    let figures = count();
    while (!figures) figures = count();
    expect(figures).toMatchObject({ filled: 5, agreed: 0, missing: 1 });
    expect(figures.words).toBeGreaterThan(40);
    const again = beginCounting(session.main.project.rows, 'ky');
    expect(again()).toEqual(figures);
  });

  test('know which sentences say the same', () => {
    const row = session.main.project.rows[6];
    if (!row) throw new Error('no row');
    const sentences = sentencesOf(row);
    expect(knownSentences(row)).toBe(sentences);
    expect(sentences.get('r7-ky-1')?.map(({ link }) => link)).toEqual(
      sentences.get('r7-ru-1')?.map(({ link }) => link),
    );
  });
});

describe('what texts are compared with', () => {
  test('is an earlier state of the project, a snapshot, or the imported texts', async () => {
    const { project } = session.main;
    expect(snapshotOf('s1', project)?.name).toBe('First');
    const rule = ruleOf({ kind: 'snapshot', snapshotId: 's1' }, project);
    expect(ruleOf({ kind: 'snapshot', snapshotId: 's1' }, project)).toBe(rule);
    expect(ruleOf({ kind: 'snapshot', snapshotId: 'gone' }, project)).toBe(
      ruleOf({ kind: 'imported' }, project),
    );
    const changed = project.rows.find((row) => firstChange(row, ['ky', 'en'], rule));
    expect(changed?.id).toBe('r3');
    changeSettings({ textView: 'clean' });
    await send({ type: 'setTitle', title: 'Another' });
    await compareWithRevision(0, 5);
    expect(viewStore.getState().baseline).toMatchObject({ kind: 'revision', time: 5 });
    expect(settingsStore.getState().settings.textView).toBe('changes');
    await compareWithRevision(99_999, 5);
    expect(session.told).toMatch(/^failure\.|^null$/);
  });
});

describe('findings', () => {
  test('are mended in one step, where the checks have seen what is there', async () => {
    tellFound();
    await fixFindings([found]);
    expect(session.main.project.rows[1]?.cells.ru.paragraphs[0]?.text).toMatch(/^Стансия/);
    await fixFindings([finding('r1', 'ru', 'r1-ru-1')]);
    expect(session.told).toBe('news.findingGone');
  });

  test('are dismissed and shown again', async () => {
    tellFound();
    expect(countFindings(findingsStore.getState().open)).toBe(2);
    await dismissFinding(found, 'right', '');
    expect(openFindingsInOrder()).toHaveLength(1);
    await restoreFinding(found);
    expect(openFindingsInOrder()).toHaveLength(2);
    changeSettings({ checksOff: ['spelling'] });
    expect(openFindingsInOrder()).toHaveLength(0);
  });

  test('become flags that say the same', async () => {
    tellFound();
    await raiseFinding(found);
    expect(viewStore.getState().flagDraft).toMatchObject({
      category: 'linguisticConventions/spelling',
      finding: found.key,
      spans: [{ quote: 'Станция', fix: 'Стансия' }],
    });
    await raiseFinding(finding('r1', 'ru', 'r1-ru-1'));
    expect(session.told).toBe('news.findingGone');
  });

  test('about a paragraph a version lacks become flags on the gap, where the error is', async () => {
    const { fixes: _, ...there } = finding('r4', 'ru', 'r4-ru-1');
    const missing = { ...there, message: 'paragraph', params: { language: 'ky', count: 1 }, fixes: [] };
    const lacking = { ...missing, check: 'omission' as const, key: 'omission r4' };
    tellFound(session.main.state, { rowId: 'r4', findings: [lacking] });
    await raiseFinding(lacking);
    expect(viewStore.getState().flagDraft?.spans.map(({ at, language }) => [at, language])).toEqual([
      ['gap', 'ky'],
      ['text', 'ru'],
    ]);
  });

  test('are gone through from where a person is', () => {
    stepMatter(1, ELSEWHERE);
    expect(session.told).toBe('why.noFindings');
    tellFound();
    const at = () => viewStore.getState().shown?.matter.rowId;
    stepMatter(1, HERE.place, { card: 'none' });
    expect(at()).toBe('r6');
    stepMatter(1, null);
    expect(at()).toBe('r2');
    expect(viewStore.getState().shown?.card).toBe('none');
    hideMatter();
    stepMatter(-1, HERE.place);
    expect([at(), viewStore.getState().shown?.card]).toEqual(['r2', 'open']);
    expect(goToMatter({ kind: 'finding', rowId: 'r2', key: 'gone' }, 'focus')).toBe(false);
  });

  test('of a row open at the one about the text that is meant', async () => {
    const other = { ...finding('r2', 'en', 'r2-en-1'), key: 'other' };
    const rows = [{ rowId: 'r2', findings: [found, other] }];
    mirrorFindings({ state: 0, checks: null, rows, count: 2, leftOut: [] });
    await perform('finding', on('r2', 'en', 'r2-en-1'));
    expect(viewStore.getState().shown).toEqual({
      matter: { kind: 'finding', rowId: 'r2', key: 'other' },
      card: 'focus',
    });
    await perform('finding', on('r2', 'ky', 'r2-ky-1'));
    mirrorStop();
    expect(findingsStore.getState().progress).toBe('stopped');
  });

  test('about words are settled by the dictionary', () => {
    addWord(found);
    addWord(found);
    expect(settingsStore.getState().settings.words).toEqual(['Станция']);
    removeWord('Станция');
    expect(settingsStore.getState().settings.words).toEqual([]);
    expect(typologyStore.getState().typology.dimensions.length).toBeGreaterThan(3);
  });
});

test('failures that nobody asked for wait until one is read', () => {
  const failure = (path: string) => ({ code: 'diskFull', params: { path } }) as const;
  addFailure(failure('a'));
  addFailure(failure('b'));
  addFailure(failure('b'));
  clearNotice();
  expect(session.told).toBe('failure.diskFull');
  clearNotice();
  expect(session.told).toBeNull();
  togglePicked('x');
  togglePicked('x');
  expect(viewStore.getState().picked).toEqual([]);
});

test('who reads sees clean texts, and each way to work is shown as it was left', async () => {
  const shown = () => settingsStore.getState().settings.textView;
  expect(shown()).toBe('changes');
  await perform('modeReading', HERE);
  expect(shown()).toBe('clean');
  await perform('modeSuggesting', HERE);
  expect(shown()).toBe('changes');
  await perform('modeReading', HERE);
  await perform('viewChanges', HERE);
  await perform('modeEditing', HERE);
  await perform('viewClean', HERE);
  await perform('modeSuggesting', HERE);
  expect(shown()).toBe('clean');
  await perform('modeReading', HERE);
  expect(shown()).toBe('changes');
});
