import { readFileSync, rmSync } from 'node:fs';
import { expect } from 'vitest';
import type { ActId } from '../../../../../renderer/session/acts/all-acts';
import { GIVEN_ROLES, roleAct, type GivenRole } from '../../../../../renderer/session/acts/kinds';
import { languageAct } from '../../../../../renderer/session/acts/view';
import { mirrorFindings } from '../../../../../renderer/session/matters/findings-store';
import type { Matter } from '../../../../../renderer/session/matters/matter';
import { projectStore } from '../../../../../renderer/session/project/project-store';
import { changeSettings, settingsStore } from '../../../../../renderer/session/settings/settings-store';
import { targetAt, type Target } from '../../../../../renderer/session/place/target';
import { saidStore } from '../../../../../renderer/session/said/said-store';
import { textOf } from '../../../../../renderer/session/project/text-of';
import { NEW_FIND, setView, tabShown, viewStore } from '../../../../../renderer/session/place/view-store';
import type { Selected } from '../../../../../renderer/session/place/selected';
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '../../../../../shared/interface/languages';
import type { Language } from '../../../../../shared/model/language';
import type { Row } from '../../../../../shared/model/row';
import { value } from '../../../main/project/sample-project';
import { TypedEditor, type LiveSession } from '../live-session';
import { finding, newerDraft, reviewedProject } from '../reviewed-project';

/** How an act is tried: where it is asked for, what has to be so before, and what has come of it afterwards. */
export interface Case {
  readonly at?: Target;
  readonly before?: (session: LiveSession) => void;
  readonly then: (session: LiveSession) => void;
}

/** A place as a target, nothing marked there. */
export function on(rowId: string, language: Language, paragraphId: string | null): Target {
  return targetAt({ rowId, language, paragraphId });
}

/** Where acts are asked for, unless their case says otherwise. */
export const HERE = on('r3', 'ky', 'r3-ky-1');

/** Where a person is meanwhile, in another row and another language. */
export const ELSEWHERE: Selected = { rowId: 'r1', language: 'ru', paragraphId: 'r1-ru-1' };

const rows = (session: LiveSession): readonly Row[] => session.main.project.rows;

const rowIds = (session: LiveSession) => rows(session).map(({ id }) => id);

const row = (session: LiveSession, id: string) => {
  const found = rows(session).find((each) => each.id === id);
  if (!found) throw new Error(`no row ${id}`);
  return found;
};

const ids = (each: Row | undefined, language: Language) =>
  each?.cells[language].paragraphs.map(({ id }) => id) ?? [];

const view = () => viewStore.getState();

const settings = () => settingsStore.getState().settings;

const selects = (rowId: string, language: Language, paragraphId: string | null) => () =>
  expect(view().selected).toEqual({ rowId, language, paragraphId });

const opens = (dialog: string) => () => expect(view().dialog).toBe(dialog);

const asks = (channel: string) => (session: LiveSession) => expect(session.asked).toContain(channel);

const sets = (expected: object) => () => expect(settings()).toMatchObject(expected);

const status = (expected: string) => (session: LiveSession) =>
  expect(row(session, 'r3').cells.ky.status).toBe(expected);

const pages = (what: string) => (session: LiveSession) => expect(session.paged).toContain(what);

const inSentence = (start: number): Target => ({
  ...HERE,
  sentence: { paragraphId: 'r3-ky-1', start },
});

const SECOND = 'Станция кымбат эмес турат. '.length;

const writes = (name: string) => (session: LiveSession) => {
  rmSync(session.path(name), { force: true });
  session.chosen = { place: session.path(name) };
};

const SIX = { ...NEW_FIND, query: '6' };

const search = () => setView({ find: SIX });

const searchToReplace = () => setView({ find: { ...SIX, replacement: '8' } });

/** Something is found in r2 and in r6. */
const checked = (session: LiveSession) => {
  session.isChecked = true;
  const { state } = projectStore.getState();
  const found = (['r2', 'r6'] as const).map((rowId) => ({
    rowId,
    findings: [finding(rowId, 'ru', `${rowId}-ru-1`)],
  }));
  mirrorFindings({ state, checks: [], rows: found, count: 2, leftOut: [] });
};

const change = (session: LiveSession) =>
  void value(
    session.main.change({ type: 'setTitle', title: 'Another' }, { author: 'A', time: 2, group: null }),
  );

const title = (expected: string) => (session: LiveSession) =>
  expect(session.main.project.title).toBe(expected);

const baseline = (kind: string) => () => expect(view().baseline.kind).toBe(kind);

/** Takes the whole Kyrgyz version out. */
const emptyKyrgyz = (session: LiveSession) => {
  for (const { cells } of rows(session))
    for (const { id: paragraphId } of cells.ky.paragraphs) {
      const command = { type: 'removeParagraph', paragraphId } as const;
      void value(session.main.change(command, { author: 'A', time: 2, group: null }));
    }
};

/** Sets words of the open text in a style. */
const styled = (style: string): Case => {
  let editor: TypedEditor | null = null;
  return {
    before: () => (editor = new TypedEditor('r3-ky-1', textOf('r3-ky-1'))),
    then: () => expect(editor?.shown).toEqual([style]),
  };
};

/** English words that were found, put into the English text that is open. */
const insertedSaid = (): Case => {
  let editor: TypedEditor | null = null;
  return {
    at: { ...HERE, said: { text: 'the station', language: 'en' } },
    before: () => {
      editor = new TypedEditor('r6-en-1', textOf('r6-en-1'));
      setView({ editing: { paragraphId: 'r6-en-1', caret: 0, end: 0 } });
    },
    then: () => expect(editor?.shown).toEqual(['insert the station']),
  };
};

/** A flag on the first words of the Kyrgyz text, with words to be put there. */
const flagged = (session: LiveSession) => {
  const place = { language: 'ky', paragraphId: 'r3-ky-1', start: 0, end: 7 } as const;
  const span = { at: 'text', ...place, quote: 'Станция', orphaned: false, fix: 'Станса' } as const;
  const remark = { category: 'accuracy', severity: 'major', note: 'Кайсы?' } as const;
  const flag = { type: 'addFlag', flagId: 'f', spans: [span], ...remark } as const;
  void value(session.main.change(flag, { author: 'A', time: 2, group: null }));
};

const FLAG: Matter = { kind: 'flag', rowId: 'r3', flagId: 'f' };

const flagIs = (expected: string) => (session: LiveSession) =>
  expect(session.main.project.flags.map(({ status: is }) => is)).toEqual([expected]);

/** The words that were changed in a text, where others stood. */
const CHANGED: Target = {
  ...on('r3', 'en', 'r3-en-1'),
  matter: { kind: 'change', rowId: 'r3', language: 'en', paragraphId: 'r3-en-1', at: 16 },
};

const english = (session: LiveSession) => row(session, 'r3').cells.en.paragraphs[0];

/** The act that makes a paragraph what it is not, for each role; a plain one is made so where it is a caption. */
const ROLE_CASES = Object.fromEntries<Case>(
  GIVEN_ROLES.map((role) => [
    roleAct(role),
    {
      before: (s) => {
        const other = { type: 'setRole', paragraphId: 'r3-ky-1', role: 'caption', label: '' } as const;
        if (role === 'paragraph') void value(s.main.change(other, { author: 'A', time: 2, group: null }));
      },
      then: (s) => expect(row(s, 'r3').cells.ky.paragraphs[0]?.role).toBe(role),
    },
  ]),
) as Record<`role-${GivenRole}`, Case>;

const FOUND = on('r6', 'ru', 'r6-ru-1');

const dismissed = (reason: string): Case => ({
  at: FOUND,
  before: checked,
  then: (s) =>
    expect(s.main.project.dismissals?.map(({ key, reason: why }) => [key, why])).toEqual([
      ['spelling r6-ru-1', reason],
    ]),
});

const columns = () => settings().columns;

/** The act that has the interface speak a language, for each there is. */
const LANGUAGE_CASES = Object.fromEntries<Case>(
  INTERFACE_LANGUAGES.map((uiLanguage) => [languageAct(uiLanguage), { then: sets({ uiLanguage }) }]),
) as Record<`ui-${InterfaceLanguage}`, Case>;

/** Every act there is: one without a case is an error of types. */
export const CASES: Readonly<Record<ActId, Case>> = {
  import: {
    before: (s) => (s.chosen = { files: [newerDraft()] }),
    then: () => expect(view().importing).toHaveLength(1),
  },
  paste: { then: opens('paste') },
  addText: {
    before: (s) => {
      emptyKyrgyz(s);
      s.chosen = { files: [newerDraft()] };
    },
    then: () => expect(view()).toMatchObject({ importInto: 'ky', importing: [{}] }),
  },
  pasteText: {
    before: emptyKyrgyz,
    then: () => expect(view()).toMatchObject({ importInto: 'ky', dialog: 'paste' }),
  },
  open: {
    before: (s) => {
      s.write({ ...reviewedProject(), title: 'Other' }, 'other');
      s.chosen = { place: 'other' };
    },
    then: () => expect(projectStore.getState().project?.title).toBe('Other'),
  },
  openSample: {
    before: (s) => void s.write({ ...reviewedProject(), title: 'Sample' }, 'sample'),
    then: () => expect(projectStore.getState().project?.title).toBe('Sample'),
  },
  recover: { then: opens('recover') },
  bringIn: {
    before: (s) => (s.chosen = { files: [newerDraft()] }),
    then: () => {
      expect(view().draft?.language).toBe('en');
      expect(view().draft?.compared.differences.length).toBeGreaterThan(0);
    },
  },
  mergeCopy: { then: asks('copy/plan') },
  saveCopy: {
    before: writes('copy.triptych'),
    then: (s) => {
      expect(readFileSync(s.path('copy.triptych')).length).toBeGreaterThan(1000);
      expect(s.told).toBe('news.copySaved');
    },
  },
  export: { then: opens('export') },
  exportFlags: {
    before: writes('flags.csv'),
    then: (s) => {
      expect(readFileSync(s.path('flags.csv'), 'utf8')).not.toBe('');
      expect(s.told).toBe('news.flagsExported');
    },
  },
  report: { then: opens('report') },
  author: { then: opens('author') },
  glossary: { then: opens('glossary') },
  typology: { then: opens('typology') },
  close: { then: () => expect(projectStore.getState().project).toBeNull() },
  undo: { before: change, then: title('Станция') },
  redo: {
    before: (s) => {
      change(s);
      value(s.main.undo());
    },
    then: title('Another'),
  },
  find: {
    at: { ...HERE, words: { language: 'ky', paragraphId: 'r3-ky-1', start: 0, end: 7 } },
    then: (s) => {
      expect(view().find?.query).toBe('Станция');
      expect(s.paged).toEqual(['enterSearch words']);
    },
  },
  findNext: { before: search, then: selects('r1', 'ru', 'r1-ru-1') },
  findPrevious: {
    at: on('r1', 'ru', 'r1-ru-1'),
    before: search,
    then: selects('r7', 'en', 'r7-en-1'),
  },
  replace: {
    then: (s) => {
      expect(view().find?.replacement).toBe('');
      expect(s.paged).toEqual(['enterSearch words']);
    },
  },
  replaceOne: { before: searchToReplace, then: () => expect(textOf('r1-ru-1')).toContain('8') },
  replaceAll: { before: searchToReplace, then: opens('replace') },
  editCell: {
    at: { ...HERE, words: { language: 'ky', paragraphId: 'r3-ky-1', start: 8, end: 14 } },
    then: () => expect(view().editing).toEqual({ paragraphId: 'r3-ky-1', caret: 8, end: 14 }),
  },
  nextRow: { then: selects('r4', 'ky', null) },
  previousRow: { then: selects('r2', 'ky', 'r2-ky-1') },
  firstRow: { then: selects('r1', 'ky', 'r1-ky-1') },
  lastRow: { then: selects('r7', 'ky', 'r7-ky-1') },
  nextPage: { then: selects('r7', 'ky', 'r7-ky-1') },
  previousPage: { then: selects('r1', 'ky', 'r1-ky-1') },
  nextLanguage: { then: selects('r3', 'en', 'r3-en-1') },
  previousLanguage: { then: selects('r3', 'ru', 'r3-ru-1') },
  nextParagraph: { then: selects('r3', 'ky', 'r3-ky-2') },
  previousParagraph: { at: on('r3', 'ky', 'r3-ky-2'), then: selects('r3', 'ky', 'r3-ky-1') },
  nextSentence: {
    at: inSentence(0),
    then: () => expect(view().sentence).toEqual({ paragraphId: 'r3-ky-1', start: SECOND }),
  },
  previousSentence: {
    at: inSentence(SECOND),
    then: () => expect(view().sentence).toEqual({ paragraphId: 'r3-ky-1', start: 0 }),
  },
  showPicture: {
    at: on('r4', 'en', 'r4-en-1'),
    then: () => expect(view().looking).toBe('r4-en-1'),
  },
  takePicture: {
    at: on('r4', 'ky', null),
    then: (s) =>
      expect(row(s, 'r4').cells.ky.paragraphs).toMatchObject([
        { role: 'picture', text: '', picture: row(s, 'r4').cells.en.paragraphs[0]?.picture },
      ]),
  },
  removePicture: {
    at: on('r4', 'en', 'r4-en-1'),
    then: (s) => expect(ids(row(s, 'r4'), 'en')).toEqual([]),
  },
  mergeRows: {
    then: (s) => {
      expect(rowIds(s)).toEqual(['r1', 'r2', 'r3', 'r5', 'r6', 'r7']);
      expect(ids(row(s, 'r3'), 'ru')).toEqual(['r3-ru-1', 'r3-ru-2', 'r4-ru-1']);
    },
  },
  splitRow: {
    at: on('r3', 'ky', 'r3-ky-2'),
    then: (s) => {
      expect(ids(rows(s)[2], 'ky')).toEqual(['r3-ky-1']);
      expect(ids(rows(s)[3], 'ky')).toEqual(['r3-ky-2']);
    },
  },
  splitSentence: {
    at: inSentence(SECOND + 3),
    then: (s) => {
      expect(rows(s)).toHaveLength(8);
      expect(rows(s)[2]?.cells.ky.paragraphs.map(({ text }) => text)).toEqual(['Станция кымбат эмес турат.']);
      expect(rows(s)[3]?.cells.ky.paragraphs[0]?.text).toBe('Аны 6 жылда курушат.');
    },
  },
  moveUp: { then: (s) => expect(ids(row(s, 'r2'), 'ky')).toEqual(['r2-ky-1', 'r3-ky-1']) },
  moveDown: {
    at: on('r3', 'ky', 'r3-ky-2'),
    then: (s) => expect(ids(row(s, 'r4'), 'ky')).toEqual(['r3-ky-2']),
  },
  orderUp: {
    at: on('r6', 'ky', 'r6-ky-1'),
    then: (s) => {
      // The next one above stands beyond rows that have no Kyrgyz.
      expect(ids(row(s, 'r3'), 'ky')).toEqual(['r3-ky-1', 'r6-ky-1']);
      expect(ids(row(s, 'r6'), 'ky')).toEqual(['r3-ky-2']);
      expect(view().selected).toEqual({ rowId: 'r3', language: 'ky', paragraphId: 'r6-ky-1' });
    },
  },
  orderDown: {
    at: on('r3', 'ky', 'r3-ky-1'),
    then: (s) => expect(ids(row(s, 'r3'), 'ky')).toEqual(['r3-ky-2', 'r3-ky-1']),
  },
  insertRow: {
    then: (s) => {
      expect(rows(s)).toHaveLength(8);
      expect(view().selected).toEqual({ rowId: rows(s)[3]?.id, language: 'ky', paragraphId: null });
    },
  },
  removeRow: {
    at: on('r5', 'ky', null),
    then: (s) => expect(rowIds(s)).toEqual(['r1', 'r2', 'r3', 'r4', 'r6', 'r7']),
  },
  pick: { then: () => expect(view().picked).toEqual(['r3-ky-1']) },
  group: {
    before: () => setView({ picked: ['r2-ru-1', 'r3-ky-1'] }),
    then: (s) => {
      const grouped = rows(s).find((each) => ids(each, 'ru').includes('r2-ru-1'));
      expect(ids(grouped, 'ky')).toContain('r3-ky-1');
      expect(view()).toMatchObject({ picked: [], selected: { rowId: grouped?.id, language: 'ky' } });
    },
  },
  selectText: {
    then: (s) => {
      selects('r3', 'ky', 'r3-ky-1')();
      expect(s.paged).toContain('markText r3-ky-1');
    },
  },
  unpick: {
    before: () => setView({ picked: ['r2-ru-1'], over: 'outline' }),
    then: (s) => {
      expect(view()).toMatchObject({ picked: [], over: null });
      expect(s.paged).toEqual(['unmark']);
    },
  },
  confirmRow: { then: (s) => expect(row(s, 'r3').confirmed).toBe(true) },
  realign: {
    then: (s) => {
      expect(rowIds(s)).not.toEqual(reviewedProject().rows.map(({ id }) => id));
      expect(s.told).toBe('news.realigned');
    },
  },
  flag: {
    at: { ...HERE, words: { language: 'ky', paragraphId: 'r3-ky-1', start: 0, end: 7 } },
    before: () => setView({ tab: 'checks' }),
    then: () => {
      expect(view().flagDraft?.spans).toMatchObject([{ paragraphId: 'r3-ky-1', quote: 'Станция' }]);
      expect([view().tab, tabShown(view())]).toEqual(['checks', 'row']);
      expect(tabShown({ ...view(), flagDraft: null })).toBe('checks');
    },
  },
  agree: { then: status('agreed') },
  agreeNext: {
    then: (s) => {
      expect(row(s, 'r3').cells.en.status).toBe('agreed');
      selects('r4', 'ky', null)();
    },
  },
  agreeAll: { then: opens('agreeAll') },
  nextStep: { then: selects('r4', 'ky', null) },
  nextToAlign: { then: selects('r4', 'ky', null) },
  nextToAgree: { then: selects('r4', 'ky', null) },
  nextSuggestion: {
    then: () => {
      expect(view().shown).toMatchObject({
        matter: { kind: 'change', paragraphId: 'r3-ky-1' },
        card: 'open',
      });
    },
  },
  nextFlag: {
    before: (s) => {
      const span = { at: 'gap', language: 'ky', rowId: 'r5' } as const;
      const remark = { category: 'accuracy', severity: 'major', note: '' } as const;
      const flag = { type: 'addFlag', flagId: 'f', spans: [span], ...remark } as const;
      void value(s.main.change(flag, { author: 'A', time: 2, group: null }));
    },
    then: selects('r5', 'ky', null),
  },
  signOff: {
    before: (s) => {
      const cells = ['r1', 'r2', 'r3', 'r6', 'r7'].map((rowId) => ({ rowId, language: 'ky' as const }));
      const agree = { type: 'setStatus', cells, status: 'agreed' } as const;
      void value(s.main.change(agree, { author: 'A', time: 2, group: null }));
    },
    then: (s) => expect(s.main.project.review?.signOffs.ky?.name).toBe('Айгүл'),
  },
  agreeRow: {
    then: (s) => {
      const { cells, confirmed } = row(s, 'r3');
      expect([confirmed, cells.ru.status, cells.ky.status, cells.en.status]).toEqual([
        true,
        'agreed',
        'agreed',
        'agreed',
      ]);
    },
  },
  statusDraft: { then: status('draft') },
  statusTranslated: {
    before: (s) =>
      void value(
        s.main.change(
          { type: 'setStatus', cells: [{ rowId: 'r3', language: 'ky' }], status: 'draft' },
          { author: 'A', time: 2, group: null },
        ),
      ),
    then: status('translated'),
  },
  statusReviewed: { then: status('reviewed') },
  modeEditing: { before: () => changeSettings({ mode: 'reading' }), then: sets({ mode: 'editing' }) },
  modeSuggesting: { then: sets({ mode: 'suggesting' }) },
  modeReading: { then: sets({ mode: 'reading', textView: 'clean', otherTextView: 'changes' }) },
  acceptSuggestions: {
    then: (s) => {
      const [first] = row(s, 'r3').cells.ky.paragraphs;
      expect([first?.pending, first?.text]).toEqual([
        undefined,
        'Станция кымбат эмес турат. Аны 6 жылда курушат.',
      ]);
    },
  },
  rejectSuggestions: {
    then: (s) => {
      const [first] = row(s, 'r3').cells.ky.paragraphs;
      expect([first?.pending, first?.text]).toEqual([
        undefined,
        'Станция кымбат турат. Аны 6 жылда курушат. (r3, 1)',
      ]);
    },
  },
  stillRight: {
    then: (s) => expect(row(s, 'r3').cells.en.paragraphs[0]?.checked?.ky).toContain('minister'),
  },
  doubt: { then: (s) => expect(row(s, 'r3').cells.en.paragraphs[0]?.checked?.ky).toBeNull() },
  adapted: { then: () => expect(view().adapting).toEqual(HERE.place) },
  nextAttention: { then: selects('r4', 'ky', null) },
  previousAttention: { at: on('r4', 'ky', null), then: selects('r3', 'ky', 'r3-ky-1') },
  bold: styled('strong'),
  italic: styled('emphasis'),
  underline: styled('underline'),
  strike: styled('strike'),
  highlight: styled('highlight'),
  smallCaps: styled('smallCaps'),
  superscript: styled('superscript'),
  subscript: styled('subscript'),
  lineBreak: styled('\n'),
  link: {
    before: () => void new TypedEditor('r3-ky-1', textOf('r3-ky-1')),
    then: () => expect(view().linking).toMatchObject({ paragraphId: 'r3-ky-1', href: null }),
  },
  nextFinding: {
    before: checked,
    then: () => expect(view()).toMatchObject({ selected: { rowId: 'r6' }, shown: { card: 'open' } }),
  },
  previousFinding: {
    before: checked,
    then: () => expect(view()).toMatchObject({ selected: { rowId: 'r2' }, shown: { card: 'open' } }),
  },
  finding: {
    at: on('r6', 'ru', 'r6-ru-1'),
    before: checked,
    then: () => expect(view().shown).toMatchObject({ matter: { rowId: 'r6' }, card: 'focus' }),
  },
  nextChange: { at: on('r2', 'ky', 'r2-ky-1'), then: selects('r3', 'ky', 'r3-ky-1') },
  previousChange: { at: on('r6', 'ky', 'r6-ky-1'), then: selects('r3', 'ky', 'r3-ky-1') },
  fixFinding: {
    at: FOUND,
    before: checked,
    then: (s) => expect(row(s, 'r6').cells.ru.paragraphs[0]?.text).toMatch(/^Стансия/),
  },
  flagFinding: {
    at: FOUND,
    before: checked,
    then: () =>
      expect(view().flagDraft).toMatchObject({ finding: 'spelling r6-ru-1', spans: [{ fix: 'Стансия' }] }),
  },
  dismissRight: dismissed('right'),
  dismissIntended: dismissed('intended'),
  dismissNotWorth: dismissed('notWorth'),
  addWord: { at: FOUND, before: checked, then: () => expect(settings().words).toEqual(['Станция']) },
  takeBackChange: {
    at: CHANGED,
    then: (s) => {
      expect(english(s)?.text).toContain('is expensive.');
      expect(english(s)?.text).toContain('minister');
    },
  },
  resolveFlag: { before: flagged, then: flagIs('resolved') },
  dismissFlag: { before: flagged, then: flagIs('dismissed') },
  reopenFlag: {
    at: { ...HERE, matter: FLAG },
    before: (s) => {
      flagged(s);
      const resolve = { type: 'setFlagStatus', flagId: 'f', status: 'resolved' } as const;
      void value(s.main.change(resolve, { author: 'A', time: 3, group: null }));
    },
    then: flagIs('open'),
  },
  fixFlag: {
    before: flagged,
    then: (s) => {
      flagIs('resolved')(s);
      expect(row(s, 'r3').cells.ky.paragraphs[0]?.text).toMatch(/^Станса /);
    },
  },
  findSaid: {
    at: { ...HERE, words: { language: 'ky', paragraphId: 'r3-ky-1', start: 0, end: 'Станция'.length } },
    then: () => expect(saidStore.getState().asked).toEqual({ text: 'Станция', language: 'ky' }),
  },
  insertSaid: insertedSaid(),
  copySaid: {
    at: { ...HERE, said: { text: 'the station', language: 'en' } },
    then: pages('copy the station'),
  },
  replyFlag: { before: flagged, then: () => expect(view().answering).toEqual({ flagId: 'f', by: 'reply' }) },
  assignFlag: {
    before: flagged,
    then: () => expect(view().answering).toEqual({ flagId: 'f', by: 'assign' }),
  },
  removeFlag: { before: flagged, then: (s) => expect(s.main.project.flags).toEqual([]) },
  ...ROLE_CASES,
  restoreImported: {
    at: CHANGED,
    then: (s) => expect(english(s)?.text).toMatch(/^The station is expensive\..*6 years/),
  },
  restoreText: {
    at: { ...CHANGED, former: { text: 'As it was.', marks: [] } },
    then: (s) => expect(english(s)?.text).toBe('As it was.'),
  },
  editFlag: {
    before: flagged,
    then: () => {
      expect(view().flagDraft).toMatchObject({ flagId: 'f', note: 'Кайсы?' });
      expect(settings().inspectorOpen).toBe(true);
    },
  },
  agreeChange: { at: CHANGED, then: (s) => expect(english(s)?.agreed?.text).toContain('is cheap.') },
  takeBackText: {
    at: CHANGED,
    then: (s) => expect(english(s)?.text).toMatch(/^The station is expensive\..*6 years/),
  },
  agreeVersion: { at: CHANGED, then: (s) => expect(english(s)?.agreed?.text).toContain('is cheap.') },
  takeBackVersion: { at: CHANGED, then: (s) => expect(english(s)?.text).toContain('is expensive.') },
  acceptVersion: { then: (s) => expect(row(s, 'r3').cells.ky.paragraphs[0]?.pending).toBeUndefined() },
  rejectVersion: {
    then: (s) => expect(row(s, 'r3').cells.ky.paragraphs[0]?.text).toMatch(/^Станция кымбат турат/),
  },
  pivot: { then: (s) => expect(s.main.project.review?.pivot).toBe('ky') },
  columnLeft: { then: () => expect(columns().order).toEqual(['ky', 'ru', 'en']) },
  columnRight: { then: () => expect(columns().order).toEqual(['ru', 'en', 'ky']) },
  columnWider: { then: () => expect(columns().widths.ky).toBeCloseTo(1.15) },
  columnNarrower: { then: () => expect(columns().widths.ky).toBeCloseTo(1 / 1.15) },
  hideColumn: { then: () => expect(columns().hidden).toEqual(['ky']) },
  showColumns: {
    before: () => changeSettings({ columns: { ...columns(), hidden: ['ru', 'en'] } }),
    then: () => expect(columns().hidden).toEqual([]),
  },
  score: { then: opens('score') },
  blindReview: { then: opens('blindReview') },
  takeSnapshot: { then: opens('snapshot') },
  compareSnapshots: { then: () => expect(view().comparing).toBe('s1') },
  viewClean: { then: sets({ textView: 'clean' }) },
  viewChanges: { before: () => changeSettings({ textView: 'clean' }), then: sets({ textView: 'changes' }) },
  viewOriginal: { then: sets({ textView: 'original' }) },
  baselineImported: {
    before: () => setView({ baseline: { kind: 'agreed' } }),
    then: baseline('imported'),
  },
  baselineAgreed: { then: baseline('agreed') },
  baselineSession: { then: baseline('session') },
  nextPane: { then: pages('stepPane 1') },
  previousPane: { then: pages('stepPane -1') },
  toggleOutline: { then: sets({ outlineOpen: true }) },
  toggleInspector: { then: sets({ inspectorOpen: true }) },
  densityAuto: {
    before: () => changeSettings({ density: 'compact' }),
    then: sets({ density: 'auto' }),
  },
  densityCompact: { then: sets({ density: 'compact' }) },
  densityComfortable: { then: sets({ density: 'comfortable' }) },
  largerText: { then: sets({ textSize: 1.15 }) },
  smallerText: { then: sets({ textSize: 0.9 }) },
  normalText: { before: () => changeSettings({ textSize: 2 }), then: sets({ textSize: 1 }) },
  themeSystem: { before: () => changeSettings({ theme: 'dark' }), then: sets({ theme: 'system' }) },
  themeLight: { then: sets({ theme: 'light' }) },
  themeDark: { then: sets({ theme: 'dark' }) },
  ...LANGUAGE_CASES,
  palette: { then: () => expect(view()).toMatchObject({ dialog: 'palette', asked: HERE }) },
  shortcuts: { then: opens('shortcuts') },
  copyDiagnostics: { then: asks('diagnostics/copy') },
  licences: { then: asks('licences/show') },
};
