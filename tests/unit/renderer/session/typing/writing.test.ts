import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { perform } from '../../../../../renderer/session/acts/perform';
import {
  activeEditor,
  handOver,
  returnToTexts,
  setActiveEditor,
} from '../../../../../renderer/session/typing/active-editor';
import {
  breakAt,
  dropUnwritten,
  joinWithPrevious,
  moveFromEditor,
  writeMissing,
} from '../../../../../renderer/session/typing/writing';
import {
  awaitEditor,
  editorCame,
  holdKey,
  keysGiven,
  whileKeysWait,
} from '../../../../../renderer/session/typing/held-keys';
import { isLeaving, leaveProject } from '../../../../../renderer/session/project/leave-project';
import { edit } from '../../../../../renderer/session/place/navigation';
import { inPresentText } from '../../../../../renderer/session/place/present-text';
import { projectStore } from '../../../../../renderer/session/project/project-store';
import { changeSettings } from '../../../../../renderer/session/settings/settings-store';
import { paragraphNow, textOf } from '../../../../../renderer/session/project/text-of';
import { keepAll, mayLeave, unkeptStore } from '../../../../../renderer/session/typing/unkept-store';
import { select, viewStore } from '../../../../../renderer/session/place/view-store';
import type { Row } from '../../../../../shared/model/row';
import { LiveSession, TypedEditor } from '../live-session';
import { reviewedProject } from '../reviewed-project';
import { on } from '../acts/cases';

let session: LiveSession;

beforeEach(async () => {
  session = new LiveSession();
  await session.open(reviewedProject());
});

afterEach(() => {
  vi.useRealTimers();
  session.end();
});

const key = (name: string) => ({
  key: name,
  code: `Key${name.toUpperCase()}`,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
});

function row(id: string): Row {
  const found = session.main.project.rows.find((each) => each.id === id);
  if (!found) throw new Error(`no row ${id}`);
  return found;
}

const texts = (id: string, language: 'ru' | 'ky' | 'en') =>
  row(id).cells[language].paragraphs.map(({ text }) => text);

const FULL = { code: 'diskFull', params: { path: '' } } as const;

describe('paragraphs', () => {
  test('are begun, broken in two and joined again as they were', async () => {
    await writeMissing(row('r4'), 'ky');
    expect(texts('r4', 'ky')).toEqual(['']);
    const begun = viewStore.getState().editing?.paragraphId ?? '';
    await dropUnwritten(begun);
    // Who is still in it may yet write.
    expect(texts('r4', 'ky')).toEqual(['']);
    select({ rowId: 'r4', language: 'ky', paragraphId: begun });
    await dropUnwritten(begun);
    expect(texts('r4', 'ky')).toEqual([]);

    const text = textOf('r1-ru-1');
    await breakAt(row('r1'), 'ru', 'r1-ru-1', 8);
    expect(texts('r1', 'ru')).toEqual([text.slice(0, 7), text.slice(8)]);
    const second = row('r1').cells.ru.paragraphs[1]?.id ?? '';
    expect(viewStore.getState().editing?.paragraphId).toBe(second);
    await joinWithPrevious(row('r1'), 'ru', second);
    expect(texts('r1', 'ru')).toEqual([text]);
    expect(viewStore.getState().editing).toEqual({ paragraphId: 'r1-ru-1', caret: 7, end: 7 });
    await joinWithPrevious(row('r1'), 'ru', 'r1-ru-1');

    await breakAt(row('r1'), 'ru', 'r1-ru-1', text.length);
    await breakAt(row('r1'), 'ru', 'r1-ru-1', 0);
    expect(texts('r1', 'ru')).toEqual(['', text, '']);
    await breakAt(row('r1'), 'ru', 'gone', 3);
  });

  test('are left for the next language, the next row, or as done', () => {
    moveFromEditor(row('r1'), 'ru', 'r1-ru-1', 'nextLanguage');
    expect(viewStore.getState().editing?.paragraphId).toBe('r1-ky-1');
    moveFromEditor(row('r1'), 'ky', 'r1-ky-1', 'nextRow');
    expect(viewStore.getState().editing?.paragraphId).toBe('r2-ky-1');
    moveFromEditor(row('r1'), 'ru', 'r1-ru-1', 'previousRow');
    expect(viewStore.getState().editing).toMatchObject({ paragraphId: 'r1-ru-1', caret: 0 });
    moveFromEditor(row('r3'), 'ky', 'r3-ky-1', 'nextRow');
    expect(viewStore.getState().editing).toMatchObject({ paragraphId: 'r3-ky-2', caret: 0 });
    moveFromEditor(row('r3'), 'ky', 'r3-ky-2', 'previousRow');
    expect(viewStore.getState().editing?.paragraphId).toBe('r3-ky-1');
  });

  test('that are too long are not opened, and others show what is typed', () => {
    changeSettings({ textView: 'original' });
    const { project } = projectStore.getState();
    expect(paragraphNow('gone')).toBeNull();
    const [first] = project?.rows ?? [];
    edit(first?.id ?? '', 'ru', 'r1-ru-1', 0);
    expect(viewStore.getState().editing?.paragraphId).toBe('r1-ru-1');
  });

  test('tell where words of an earlier text stand now', () => {
    expect(inPresentText('r3-ky-1', { start: 0, end: 7 }).quote).toBe('Станция');
    changeSettings({ textView: 'original' });
    expect(inPresentText('r3-ky-1', { start: 0, end: 7 })).toEqual({ start: 0, end: 7, quote: 'Станция' });
    expect(inPresentText('gone', { start: 0, end: 7 }).quote).toBe('');
  });
});

describe('keys pressed before the text is there', () => {
  test('wait for it, and go to it in order', async () => {
    expect(holdKey(key('a'))).toBe(false);
    await whileKeysWait(async () => {
      expect(holdKey(key('a'))).toBe(true);
      awaitEditor('r1-ru-1');
    });
    expect(holdKey(key('b'))).toBe(true);
    const editor = new TypedEditor('r1-ru-1', 'x');
    editorCame('r2-ru-1');
    expect(editor.pressed).toEqual([]);
    editorCame('r1-ru-1');
    expect(editor.pressed).toEqual(['a', 'b']);
    await keysGiven();
  });

  test('are waited for where the project is left meanwhile', async () => {
    let opened: () => void = () => undefined;
    const asking = whileKeysWait(() => new Promise<void>((resolve) => (opened = resolve)));
    holdKey(key('a'));
    const given = keysGiven();
    opened();
    await Promise.all([asking, given]);
  });

  test('go on in the open text, or at the chosen cell, where nothing else has the focus', () => {
    const editor = new TypedEditor('r1-ru-1', 'x');
    session.isFocusFree = false;
    returnToTexts();
    session.isFocusFree = true;
    returnToTexts();
    expect(editor.focused).toBe(1);
    expect(session.paged).toEqual([]);
    setActiveEditor(null);
    returnToTexts();
    expect(session.paged).toEqual(['focusCell']);
  });
});

describe('what was typed and refused', () => {
  test('waits and is tried again, and can be taken back and brought again', async () => {
    vi.useFakeTimers();
    session.chosen = { refusal: FULL };
    const editor = new TypedEditor('r1-ru-1', 'Typed');
    await handOver();
    expect(session.told).toBe('failure.diskFull');
    expect(unkeptStore.getState().waiting.size).toBe(1);
    await perform('undo', on('r1', 'ru', 'r1-ru-1'));
    expect(unkeptStore.getState().waiting.size).toBe(0);
    await perform('redo', on('r1', 'ru', 'r1-ru-1'));
    expect(unkeptStore.getState().waiting.size).toBe(0);
    expect(editor.text()).toBe('Typed');
    await handOver();
    session.chosen = {};
    await vi.advanceTimersByTimeAsync(5000);
    expect(texts('r1', 'ru')).toEqual(['Typed']);
    expect(unkeptStore.getState().waiting.size).toBe(0);
    expect(session.told).toBeNull();
  });

  test('holds a person back who is about to leave, until it is kept or given up', async () => {
    vi.useFakeTimers();
    session.chosen = { refusal: FULL };
    new TypedEditor('r1-ru-1', 'Typed');
    const leaving = leaveProject(async () => () => 'left');
    await vi.waitFor(() => expect(unkeptStore.getState().answer).not.toBeNull());
    expect(isLeaving()).toBe(true);
    // Nothing is done to a project that is being left.
    const before = session.asked.length;
    await perform('mergeRows', on('r1', 'ru', 'r1-ru-1'));
    expect(session.asked.length).toBe(before);
    unkeptStore.getState().answer?.(false);
    expect(await leaving).toBeNull();
    const again = mayLeave();
    await vi.waitFor(() => expect(unkeptStore.getState().answer).not.toBeNull());
    session.chosen = {};
    expect(await keepAll()).toBe(true);
    expect(await again).toBe(true);
    expect(await leaveProject(async () => () => 'left')).toBe('left');
    expect(isLeaving()).toBe(false);
  });
});

describe('undo', () => {
  test('stays with the text that is open where its row becomes another, or with the one above where it is gone', async () => {
    await breakAt(row('r1'), 'ru', 'r1-ru-1', 8);
    const second = row('r1').cells.ru.paragraphs[1]?.id ?? '';
    const editor = new TypedEditor(second, textOf(second));
    await perform('undo', on('r1', 'ru', second));
    expect(viewStore.getState().editing).toMatchObject({ paragraphId: 'r1-ru-1' });
    expect(session.told).toBe('news.undo');
    expect(editor.shown).toHaveLength(1);
    setActiveEditor(null);
    expect(activeEditor()).toBeNull();
    edit('r2', 'ru', 'r2-ru-1', 0);
    await perform('mergeRows', on('r1', 'ru', 'r1-ru-1'));
    await perform('undo', on('r1', 'ru', 'r1-ru-1'));
    expect(viewStore.getState().selected?.rowId).toBe('r2');
    await perform('confirmRow', on('r7', 'ru', 'r7-ru-1'));
    await perform('undo', on('r1', 'ru', 'r1-ru-1'));
    expect(session.told).toBe('news.undoAt');
  });

  test('in a field is the field’s own', async () => {
    session.isInField = true;
    await perform('undo', on('r1', 'ru', 'r1-ru-1'));
    await perform('redo', on('r1', 'ru', 'r1-ru-1'));
    expect(session.paged).toEqual(['stepInField undo', 'stepInField redo']);
  });
});
