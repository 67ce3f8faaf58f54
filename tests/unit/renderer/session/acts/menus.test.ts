import i18next from 'i18next';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { translator } from '../../../../../main/system/translate';
import { actsOn, menuBarNow, menuOf } from '../../../../../renderer/session/acts/menus';
import { performHere } from '../../../../../renderer/session/acts/perform';
import { keepMenu } from '../../../../../renderer/session/acts/keep-menu';
import { accelerator, keyLabel, keyNames } from '../../../../../renderer/session/keyboard/key-label';
import { keyboardStore } from '../../../../../renderer/session/keyboard/keyboard-store';
import type { Matter } from '../../../../../renderer/session/matters/matter';
import { projectStore } from '../../../../../renderer/session/project/project-store';
import { select, setView, viewStore } from '../../../../../renderer/session/place/view-store';
import { ACTS, findAct } from '../../../../../renderer/session/acts/all-acts';
import { menuBarSchema, type MenuBar } from '../../../../../shared/contract/menu';
import { LANGUAGES } from '../../../../../shared/model/language';
import { LiveSession, TypedEditor } from '../live-session';
import { reviewedProject } from '../reviewed-project';
import { HERE, on } from './cases';

let session: LiveSession;

beforeAll(async () => {
  session = new LiveSession();
  await session.open(reviewedProject());
});

beforeEach(() => {
  session.startAnew();
  select({ rowId: 'r3', language: 'ky', paragraphId: 'r3-ky-1' });
});

afterAll(() => session.end());

const entryOf = (bar: MenuBar, id: string) =>
  bar
    .flatMap(({ entries }) => entries)
    .flatMap((entry) => (entry.kind === 'act' && entry.id === id ? [entry] : []))[0];

test.each(LANGUAGES)('the menu bar is what main takes, in %s', (language) => {
  const bar = menuBarNow(translator(language));
  expect(menuBarSchema.parse(bar)).toEqual(bar);
  expect(bar.map(({ label }) => label)).toHaveLength(6);
  for (const { label } of bar) expect(label).not.toMatch(/^menu\./);
});

test('what cannot be done where a person is is grey in the menu bar and says why', () => {
  const t = translator('en');
  expect(entryOf(menuBarNow(t), 'splitRow')).toMatchObject({ label: 'Split the row here', enabled: true });
  select({ rowId: 'r7', language: 'ru', paragraphId: 'r7-ru-1' });
  expect(entryOf(menuBarNow(t), 'splitRow')).toMatchObject({
    // What else can be done about it does not fit into a menu.
    label: 'Split the row here — There is only one paragraph here.',
    enabled: false,
  });
  expect(entryOf(menuBarNow(t), 'mergeRows')?.label).toBe('Merge with the next row — There is no row below.');
});

test('main hears of the menu bar only when something in it differs', async () => {
  const sent: number[] = [];
  session.onRequest = (channel) => void (channel === 'menu/show' && sent.push(1));
  keepMenu(translator('en'));
  expect(sent).toHaveLength(1);
  const settled = () => new Promise((resolve) => setTimeout(resolve, 150));
  // Another paragraph of the same kind: nothing else is possible there.
  setView({ shown: null });
  await settled();
  expect(sent).toHaveLength(1);
  select({ rowId: 'r7', language: 'ru', paragraphId: 'r7-ru-1' });
  select({ rowId: 'r6', language: 'ru', paragraphId: 'r6-ru-1' });
  await settled();
  expect(sent).toHaveLength(2);
});

test('a menu of the row offers what makes sense there', () => {
  expect(actsOn({ of: 'row', target: HERE })).not.toContain('splitRow');
  expect(actsOn({ of: 'cell', target: HERE })).not.toContain('group');
  setView({ picked: ['r1-ru-1', 'r2-ky-1'] });
  expect(actsOn({ of: 'cell', target: HERE })).toContain('group');
  expect(actsOn({ of: 'cell', target: on('r5', 'ky', null) })).toEqual([
    'insertRow',
    'removeRow',
    'mergeRows',
  ]);
});

test('a menu opened on what is marked begins with what can be done about it', () => {
  const change = { kind: 'change', rowId: 'r3', language: 'ky', paragraphId: 'r3-ky-1', at: 15 } as const;
  const about = (matter: Matter) => actsOn({ of: 'text', target: { ...HERE, matter } });
  expect(about(change).slice(0, 3)).toEqual(['acceptSuggestions', 'rejectSuggestions', 'flag']);
  expect(about({ kind: 'stale', rowId: 'r3', language: 'ky' })[0]).toBe('stillRight');
  expect(about({ kind: 'finding', rowId: 'r3', key: 'gone' })[0]).toBe('flag');
});

test('a menu of words holds what can be done with words, as far as it can; their row is a step further', () => {
  const words = { language: 'ky', paragraphId: 'r3-ky-1', start: 0, end: 7 } as const;
  const target = { ...HERE, words };
  expect(actsOn({ of: 'text', target })).toEqual(['flag', 'findSaid', 'agree']);
  expect(actsOn({ of: 'cell', target })).toEqual(expect.arrayContaining(['mergeRows', 'moveUp', 'flag']));
  // Right after a click into it: the text is about to open.
  setView({ editing: { paragraphId: 'r3-ky-1', caret: 0, end: 0 } });
  expect(actsOn({ of: 'text', target })).toEqual(['link', 'flag', 'findSaid', 'agree']);
});

test('a button asks for what a person is on: the marked words and their cell, or else the chosen one', () => {
  performHere('palette');
  expect(viewStore.getState().asked?.place?.rowId).toBe('r3');
  const words = { language: 'en', paragraphId: 'r6-en-1', start: 0, end: 3 } as const;
  setView({ textSelection: { ...words, quote: 'The' } });
  performHere('palette');
  expect(viewStore.getState().asked).toEqual({
    place: { rowId: 'r6', language: 'en', paragraphId: 'r6-en-1' },
    sentence: null,
    words: { ...words, quote: 'The' },
    matter: null,
  });
  setView({ textSelection: null, editing: { paragraphId: 'r3-ky-1', caret: 0, end: 0 } });
  new TypedEditor('r3-ky-1', 'Станция', { start: 2, end: 4 });
  performHere('palette');
  expect(viewStore.getState().asked?.words).toEqual({
    language: 'ky',
    paragraphId: 'r3-ky-1',
    start: 2,
    end: 4,
  });
});

test('what is named from elsewhere is found, or is no act', () => {
  expect(findAct('undo')?.id).toBe('undo');
  expect(findAct('format-disk')).toBeUndefined();
  expect(menuOf('undo')).toBe('edit');
  expect(menuOf('nextRow')).toBeNull();
});

const keyboard = (caps: Record<string, string>, isMac = false) => ({
  caps: new Map(Object.entries(caps)),
  isMac,
});

test('keys are called as the keyboard shows them', () => {
  const unknown = keyboard({});
  expect(keyLabel('Mod+Shift+Z', unknown)).toBe('Ctrl+Shift+Z');
  expect(keyLabel('Mod+Shift+Z', keyboard({}, true))).toBe('⌘⇧Z');
  // "=" does one thing and "+" the opposite.
  expect(keyLabel('Equal', unknown)).toBe('=');
  expect(keyLabel('Shift+Slash', unknown)).toBe('?');
  expect(keyLabel('Shift+ArrowDown', unknown)).toBe('Shift+↓');
  const french = keyboard({ KeyA: 'q', KeyM: ',', Digit1: '&' });
  expect([keyLabel('A', french), keyLabel('M', french), keyLabel('Mod+1', french)]).toEqual([
    'Q',
    ',',
    'Ctrl+&',
  ]);
  const german = keyboard({ KeyZ: 'y', Slash: '-', BracketLeft: 'ü' });
  expect([
    keyLabel('Mod+Z', german),
    keyLabel('Shift+Slash', german),
    keyLabel('BracketLeft', german),
  ]).toEqual(['Ctrl+Y', 'Shift+-', 'Ü']);
  // Every Cyrillic keyboard carries the Latin letters and signs too.
  const russian = keyboard({ KeyF: 'а', BracketLeft: 'х', Equal: '=' });
  expect([keyLabel('F', russian), keyLabel('BracketLeft', russian), keyLabel('Equal', russian)]).toEqual([
    'F',
    '[',
    '=',
  ]);
});

test('keys are written for the menu bar as Electron reads them', () => {
  const unknown = keyboard({});
  expect(accelerator('Mod+Shift+S', unknown)).toBe('CmdOrCtrl+Shift+S');
  expect(accelerator('ArrowUp', unknown)).toBe('Up');
  expect(accelerator('Escape', unknown)).toBe('Esc');
  expect(accelerator('Equal', keyboard({ Equal: '+' }))).toBe('Plus');
  // What has no name there is called by its place.
  expect(accelerator('BracketLeft', keyboard({ BracketLeft: 'ü' }))).toBe('[');
});

test('strings that name keys name those of the acts', async () => {
  const names = keyNames(keyboard({ KeyF: 'u' }));
  expect(names).toMatchObject({ flag: 'U', mod: 'Ctrl', stillRight: '=', backspace: 'Backspace' });
  expect(keyNames(keyboard({}, true))).toMatchObject({ mod: '⌘', palette: '⌘⇧P', backspace: '⌫' });
  expect(names).not.toHaveProperty('author');
  const spoken = i18next.createInstance();
  await spoken.init({
    lng: 'en',
    resources: { en: { translation: { a: 'press {{keys.flag}}' } } },
    interpolation: { defaultVariables: { keys: names } },
  });
  expect(spoken.t('a')).toBe('press U');
  expect(keyboardStore.getState().caps.size).toBe(0);
  expect(ACTS.length).toBe(new Set(ACTS.map(({ id }) => id)).size);
  expect(projectStore.getState().project).not.toBeNull();
});
