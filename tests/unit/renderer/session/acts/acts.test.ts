import { afterAll, describe, expect, test } from 'vitest';
import en from '../../../../../locales/en.json';
import ky from '../../../../../locales/ky.json';
import ru from '../../../../../locales/ru.json';
import { ACTS, actOf, type ActId } from '../../../../../renderer/session/acts/all-acts';
import { actOfKeys, keysOf, modesOf } from '../../../../../renderer/session/keyboard/keys';
import { MENUS, paletteNow } from '../../../../../renderer/session/acts/menus';
import { judge, perform } from '../../../../../renderer/session/acts/perform';
import { REASONS, whyOf } from '../../../../../renderer/session/acts/why';
import { keepPlace } from '../../../../../renderer/session/place/keep-place';
import { compareWithRevision } from '../../../../../renderer/session/matters/baseline';
import { forgetFindings, mirrorFindings } from '../../../../../renderer/session/matters/findings-store';
import { textOf } from '../../../../../renderer/session/project/text-of';
import { projectStore } from '../../../../../renderer/session/project/project-store';
import { changeSettings, settingsStore } from '../../../../../renderer/session/settings/settings-store';
import { targetAt, type Target } from '../../../../../renderer/session/place/target';
import { isAnythingUnkept } from '../../../../../renderer/session/typing/unkept-store';
import { FRESH_VIEW, NEW_FIND, setView, viewStore } from '../../../../../renderer/session/place/view-store';
import type { Selected } from '../../../../../renderer/session/place/selected';
import type { Channel } from '../../../../../shared/contract/channels';
import { value } from '../../../main/project/sample-project';
import { LiveSession, TypedEditor } from '../live-session';
import { finding, reviewedProject } from '../reviewed-project';
import { CASES, ELSEWHERE, HERE, on } from './cases';

const IDS = ACTS.map(({ id }) => id);

/** Acts after which another project is shown, or none. */
const LEAVES: ReadonlySet<ActId> = new Set<ActId>(['open', 'openSample', 'close']);

let session: LiveSession;

keepPlace();

afterAll(() => {
  if (isAsItWas !== null) session.end();
});

/** Begins with the project as it was, and opens it only where it is not the one that is open: that takes its time. */
async function begin(): Promise<void> {
  if (isAsItWas && projectStore.getState().project) return session.startAnew();
  if (isAsItWas !== null) session.end();
  session = new LiveSession();
  await session.open(reviewedProject());
  isAsItWas = true;
}

/** Whether the project of the tests is the one that is open; null while there is none. */
let isAsItWas: boolean | null = null;

/** A project in which a person is somewhere, and an act can be done elsewhere. */
async function prepare(id: ActId, selected: Selected): Promise<Target> {
  await begin();
  isAsItWas = !LEAVES.has(id);
  forgetFindings();
  setView({ ...FRESH_VIEW, selected });
  CASES[id].before?.(session);
  session.asked.length = 0;
  session.paged.length = 0;
  return CASES[id].at ?? HERE;
}

/** All that there is at this moment; ids that were made up are called by their order, and no time is told. */
function everything(): Readonly<Record<string, unknown>> {
  const { selected, ...view } = viewStore.getState();
  const made = new Map<string, string>();
  const call = (text: string) =>
    text.replace(/"time":\d{13}/g, '"time":0').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (uuid) => {
      made.set(uuid, made.get(uuid) ?? `new ${made.size + 1}`);
      return made.get(uuid) ?? '';
    });
  const { project } = projectStore.getState();
  const shown = { project, view, settings: settingsStore.getState().settings, selected };
  const { asked, paged, told } = session;
  return JSON.parse(call(JSON.stringify({ ...shown, asked, paged, told }))) as Record<string, unknown>;
}

/** Has an act done; where it names what is open first, it is asked for again. */
async function insist(id: ActId, target: Target): Promise<void> {
  await perform(id, target);
  if (session.told === 'news.stillOpen') await perform(id, target);
}

describe.each(IDS)('%s', (id) => {
  test('does what it says, on what it was asked for, wherever a person is', async () => {
    const outcomes: { selected: unknown; stays: boolean; outcome: unknown }[] = [];
    for (const at of ['elsewhere', 'there'] as const) {
      const where = CASES[id].at ?? HERE;
      const person = at === 'there' && where.place ? where.place : ELSEWHERE;
      const target = await prepare(id, person);
      await insist(id, target);
      CASES[id].then(session);
      expect(session.told ?? '').not.toMatch(/^(why|failure)\./);
      const { selected, ...outcome } = everything();
      // Who is not taken anywhere stays; and who was in a row that is gone goes to the next.
      const isGone = !projectStore.getState().project?.rows.some((row) => row.id === person.rowId);
      const stays = isGone || JSON.stringify(selected) === JSON.stringify(person);
      outcomes.push({ selected, stays, outcome });
    }
    const [elsewhere, there] = outcomes;
    expect(there?.outcome).toEqual(elsewhere?.outcome);
    if (!elsewhere?.stays || !there?.stays) expect(there?.selected).toEqual(elsewhere?.selected);
  });

  test('hands over what is typed before it acts on the texts', async () => {
    const target = await prepare(id, ELSEWHERE);
    const typed = 'Typed a moment ago.';
    new TypedEditor('r7-en-1', typed);
    session.onRequest = (channel) => {
      if (ABOUT_TEXTS.has(channel)) expect(isKept(typed), channel).toBe(true);
    };
    await insist(id, target);
    const { dialog } = viewStore.getState();
    if (dialog !== null && DIALOGS_ABOUT_TEXTS.has(dialog)) expect(isKept(typed), dialog).toBe(true);
    const act = ACTS.find((each) => each.id === id);
    if (act?.flush && id !== 'undo') expect(isAnythingUnkept()).toBe(false);
  });
});

/** Requests that are about the texts as they are. */
const ABOUT_TEXTS: ReadonlySet<Channel> = new Set<Channel>([
  'project/redo',
  'project/textsAt',
  'project/saveCopy',
  'copy/plan',
  'project/close',
  'draft/compare',
  'align/realign',
  'align/propose',
  'export/flags',
]);

const DIALOGS_ABOUT_TEXTS: ReadonlySet<string> = new Set(['export', 'report', 'score', 'snapshot']);

/** Whether the project has a text. Undo and other projects may have taken it away again, but not without having had it. */
function isKept(text: string): boolean {
  return session.main.project.rows.some(({ cells }) =>
    Object.values(cells).some(({ paragraphs }) => paragraphs.some((each) => each.text === text)),
  );
}

/** Places of every kind: with one text, with two, with none, in an empty row, in the first and the last row, and gone. */
const PLACES: readonly Target[] = [
  on('r1', 'ru', 'r1-ru-1'),
  on('r3', 'ky', 'r3-ky-1'),
  on('r3', 'ky', 'r3-ky-2'),
  { ...on('r3', 'ky', 'r3-ky-1'), sentence: { paragraphId: 'r3-ky-1', start: 0 } },
  { ...on('r3', 'ky', 'r3-ky-1'), sentence: { paragraphId: 'r3-ky-1', start: 30 } },
  on('r3', 'en', 'r3-en-1'),
  on('r4', 'ky', null),
  on('r4', 'en', 'r4-en-1'),
  on('r4', 'ru', 'r4-ru-1'),
  on('r5', 'en', null),
  on('r7', 'ru', 'r7-ru-1'),
  on('gone', 'ru', null),
  targetAt(null),
];

describe('what cannot be done', () => {
  const seen = new Set<string>();

  /** Has an act done, which has to do nothing but say why not, or else not be refused. */
  async function tryOut(id: ActId, target: Target): Promise<void> {
    const answer = judge(id, target);
    const before = everything();
    const state = projectStore.getState().project ? session.main.state : 0;
    await insist(id, target);
    if (answer === 'yes') {
      expect(session.told ?? '', id).not.toMatch(/^(why|failure)\./);
      // What changes rows or statuses has changed some; only what is aligned well or agreed already stays as it is.
      if (actOf(id).tell && id !== 'realign' && id !== 'agreeNext')
        expect(session.main.state, id).toBeGreaterThan(state);
      return;
    }
    const { key } = whyOf(answer);
    seen.add(key.slice('why.'.length));
    expect(everything(), id).toEqual({ ...before, told: key });
  }

  test('says why and does nothing, and what can be done is not refused, in every place', async () => {
    await begin();
    isAsItWas = false;
    for (const target of PLACES) {
      for (const id of IDS) {
        if (LEAVES.has(id)) continue;
        session.startAnew();
        setView({ selected: target.place ?? ELSEWHERE });
        // What is taken back can be made again, by whoever wants that.
        if (judge(id, target) !== 'yes' || id !== 'redo') await tryOut(id, target);
      }
    }
    const change = (command: Parameters<typeof session.main.change>[0]) =>
      void value(session.main.change(command, { author: 'A', time: 3, group: null }));
    session.startAnew();
    change({ type: 'agreeRow', rowId: 'r1', languages: ['ru', 'ky', 'en'] });
    change({ type: 'holdCellsRight', cells: [{ rowId: 'r1', language: 'ru' }], right: false });
    const span = { at: 'gap', language: 'ru', rowId: 'r5' } as const;
    change({
      type: 'addFlag',
      flagId: 'f',
      spans: [span],
      category: 'accuracy',
      severity: 'major',
      note: '',
    });
    await tryOut('agreeRow', on('r1', 'ru', 'r1-ru-1'));
    await tryOut('doubt', on('r1', 'ru', 'r1-ru-1'));
    await tryOut('removeRow', on('r5', 'ru', null));
    const rowIds = ['r1', 'r2', 'r3', 'r4', 'r6', 'r7'];
    change({ type: 'agreeRows', rowIds, languages: ['ru', 'ky', 'en'] });
    change({ type: 'confirmRows', rowIds: ['r5'], confirmed: true });
    for (const id of ['agreeNext', 'agreeAll', 'nextToAgree', 'nextToAlign'] as const) await tryOut(id, HERE);
    change({ type: 'removeSnapshot', snapshotId: 's1' });
    await tryOut('compareSnapshots', HERE);
    await tryOut('restoreImported', on('r1', 'ru', 'r1-ru-1'));
    const former = { text: textOf('r1-ru-1'), marks: [] };
    await tryOut('restoreText', { ...on('r1', 'ru', 'r1-ru-1'), former });
    changeSettings({ textSize: 2 });
    await tryOut('largerText', HERE);
    const text = {
      at: 'text',
      language: 'ru',
      start: 0,
      end: 7,
      quote: '',
      orphaned: false,
      fix: null,
    } as const;
    const remark = { category: 'accuracy', severity: 'major', note: '' } as const;
    change({ type: 'addFlag', flagId: 'g', spans: [{ ...text, paragraphId: 'r1-ru-1' }], ...remark });
    const flagged = on('r1', 'ru', 'r1-ru-1');
    await tryOut('fixFlag', flagged);
    await tryOut('reopenFlag', flagged);
    const { state: checkedState } = projectStore.getState();
    const omission = { ...finding('r1', 'ru', 'r1-ru-1'), check: 'omission', fixes: [] } as const;
    const found = [{ rowId: 'r1', findings: [omission] }];
    mirrorFindings({ state: checkedState, checks: null, rows: found, count: 1, leftOut: [] });
    await tryOut('fixFinding', flagged);
    await tryOut('addWord', flagged);
    const { state: now } = projectStore.getState();
    const one = { language: 'ru', paragraphId: 'r1-ru-1', start: 0, end: 7 } as const;
    const choices = [
      { ...one, text: 'Стация' },
      { ...one, text: 'Статья' },
    ];
    const unclear = { ...finding('r1', 'ru', 'r1-ru-1'), fixes: [], choices };
    mirrorFindings({
      state: now,
      checks: null,
      rows: [{ rowId: 'r1', findings: [unclear] }],
      count: 1,
      leftOut: [],
    });
    await tryOut('fixFinding', flagged);
    await perform('fixFinding', { ...flagged, choice: 'Статья' });
    expect(textOf('r1-ru-1')).toMatch(/^Статья стоит/);
    forgetFindings();
    change({
      type: 'agreeTexts',
      texts: [{ paragraphId: 'r3-en-1', content: { text: textOf('r3-en-1'), marks: [] } }],
    });
    await tryOut('agreeChange', on('r3', 'en', 'r3-en-1'));
    change({ type: 'splitParagraph', paragraphId: 'r6-ru-1', offset: 20, newId: 'r6-ru-2' });
    await compareWithRevision(0, 5);
    await tryOut('takeBackText', on('r6', 'ru', 'r6-ru-1'));
    setView({ baseline: { kind: 'imported' } });
    const { columns } = settingsStore.getState().settings;
    changeSettings({ columns: { ...columns, hidden: ['ky', 'en'] } });
    await tryOut('hideColumn', HERE);
    await tryOut('hideColumn', on('r1', 'ru', 'r1-ru-1'));
    await tryOut('nextSuggestion', HERE);
    changeSettings({ columns });
    changeSettings({ mode: 'reading' });
    const said = { ...HERE, said: { text: 'station', language: 'en' } } as const;
    await tryOut('insertSaid', said);
    setView({ editing: { paragraphId: 'r3-ky-1', caret: 0, end: 0 } });
    changeSettings({ mode: 'editing' });
    await tryOut('insertSaid', said);
    setView({ editing: null });
    changeSettings({ mode: 'reading' });
    for (const id of ['editCell', 'acceptSuggestions', 'rejectSuggestions', 'modeReading'] as const)
      await tryOut(id, HERE);
    changeSettings({ mode: 'editing' });
    setView({ find: { ...NEW_FIND, query: 'ста.ция', by: 'pattern', replacement: '' } });
    await tryOut('replaceAll', HERE);
    setView({ find: null });
    changeSettings({ textSize: 0.8 });
    await tryOut('smallerText', HERE);
    const { rows, ...project } = reviewedProject();
    const inTable = { role: 'tableCell', cell: { table: 0, row: 0, column: 0 } } as const;
    const tabled = rows.map(({ cells, ...each }) => {
      const paragraphs = cells.ru.paragraphs.map((paragraph) => ({ ...paragraph, ...inTable }));
      return { ...each, cells: { ...cells, ru: { ...cells.ru, paragraphs } } };
    });
    await session.open({ ...project, rows: tabled }, 'table');
    await tryOut('orderDown', on('r1', 'ru', 'r1-ru-1'));
    // In a fresh project nothing can be made again.
    await session.open(reviewedProject(), 'fresh');
    await tryOut('redo', HERE);
    projectStore.setState({ readOnly: { kind: 'notWritable' } });
    for (const id of IDS) {
      if (LEAVES.has(id)) continue;
      setView({ ...FRESH_VIEW, selected: ELSEWHERE });
      await tryOut(id, HERE);
      expect(session.main.state, `${id} in a project that is only read`).toBe(0);
    }
    await perform('close', HERE);
    for (const id of IDS) if (!LEAVES.has(id)) await tryOut(id, HERE);
    expect([...seen].toSorted()).toEqual([...REASONS].toSorted());
  });
});

describe('keys', () => {
  test('ask for one act each, in each mode', () => {
    const owners = new Map<string, string>();
    for (const { id, keys } of ACTS) {
      for (const each of keys) {
        for (const mode of modesOf(each)) {
          expect(owners.get(`${mode} ${each}`), `${each} asks for ${id} too`).toBeUndefined();
          owners.set(`${mode} ${each}`, id);
        }
        expect(actOfKeys(each)?.id).toBe(id);
      }
    }
    expect(owners.size).toBeGreaterThan(60);
  });

  test('are heard by their place, whatever the layout', () => {
    const press = { code: 'KeyF', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
    expect(keysOf(press)).toBe('F');
    expect(keysOf({ ...press, metaKey: true, shiftKey: true })).toBe('Mod+Shift+F');
    expect(keysOf({ ...press, ctrlKey: true, altKey: true })).toBe('Mod+Alt+F');
    expect(keysOf({ ...press, code: 'Numpad3', ctrlKey: true })).toBe('Mod+3');
    expect(keysOf({ ...press, code: 'NumpadEnter' })).toBe('Enter');
  });

  test('reach every act: by its own, or by those of the palette', async () => {
    const palette = actOf('palette');
    expect(palette.keys.some((keys) => modesOf(keys).length === 2)).toBe(true);
    await begin();
    const offered = paletteNow(HERE).map(({ id }) => id);
    const unreached = ACTS.filter(({ id, keys }) => keys.length === 0 && !offered.includes(id));
    expect(unreached).toEqual([]);
    expect([...offered, 'palette'].toSorted()).toEqual(IDS.toSorted());
    await perform('close', HERE);
    isAsItWas = false;
    // With nothing open it offers only what needs nothing.
    expect(paletteNow(HERE).map(({ id }) => id)).not.toContain('mergeRows');
    expect(paletteNow(HERE).map(({ id }) => id)).toContain('open');
  });
});

describe('words', () => {
  test.each([
    ['en', en],
    ['ru', ru],
    ['ky', ky],
  ] as const)('are there in %s for every act and every reason', (_, { act, why }) => {
    // A language is named by itself.
    const named = IDS.filter((id) => !id.startsWith('ui-'));
    expect(Object.keys(act).toSorted()).toEqual(named.toSorted());
    const reasons = new Set(Object.keys(why).map((key) => key.replace(/_(one|few|many|other)$/, '')));
    expect([...reasons].toSorted()).toEqual([...REASONS].toSorted());
  });
});

test('no act stands in the menu bar twice', () => {
  const listed = Object.values(MENUS).flat(2);
  expect(new Set(listed).size).toBe(listed.length);
  expect(listed.length).toBeGreaterThan(60);
});
