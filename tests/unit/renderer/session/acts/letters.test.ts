import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { actOfKeys } from '../../../../../renderer/session/keyboard/keys';
import { endLetters, takeLetter, type TakenAs } from '../../../../../renderer/session/acts/letters';
import { perform, tellLetters } from '../../../../../renderer/session/acts/perform';
import { noticeStore } from '../../../../../renderer/session/notices/notice-store';
import { projectStore } from '../../../../../renderer/session/project/project-store';
import { changeSettings } from '../../../../../renderer/session/settings/settings-store';
import { targetNow } from '../../../../../renderer/session/place/target-now';
import { FRESH_VIEW, setView } from '../../../../../renderer/session/place/view-store';
import { LiveSession } from '../live-session';
import { reviewedProject } from '../reviewed-project';

let now = 0;

function take(letter: string, isHeld = false): TakenAs {
  return takeLetter({ code: `Key${letter}`, time: now, isHeld }, actOfKeys(letter) ?? null);
}

/** What becomes of letters that follow each other after so many ms. */
function takeAll(letters: string, pause = 150): readonly TakenAs[] {
  now += 10_000;
  return [...letters.toUpperCase()].map((letter) => {
    now += pause;
    return take(letter);
  });
}

function takeAtOnce(letter: string): TakenAs {
  now += 150;
  return take(letter);
}

const of = (letters: string) =>
  takeAll(letters)
    .map((taken) => taken[0])
    .join('');

describe('letters at a row', () => {
  test('as a word they do one thing at most', () => {
    for (const word of ['made', 'cause', 'sum', 'dam', 'maximum'])
      expect(of(word)).toBe(`c${'w'.repeat(word.length - 1)}`);
    // The keys of "стол", "сосед" and "где" on a Russian layout; what begins by going to a row goes there.
    expect(of('cnjk')).toBe('cccc');
    expect(of('cjctl')).toBe('cccww');
    expect(of('ult')).toBe('cww');
    expect(of('just')).toBe('ccww');
    // A word of letters that are no commands changes nothing later on either.
    expect(of('them')).toBe('nwww');
  });

  test('given one at a time, or the same again and again, they are commands', () => {
    expect(takeAll('cajdm', 600)).toEqual(Array.from({ length: 5 }, () => 'command'));
    expect(of('dddd')).toBe('cccc');
    expect(of('cjcjcj')).toBe('cccccc');
    expect(of('jjknp')).toBe('ccccc');
  });

  test('going from finding to finding is free', () => {
    const next = () =>
      takeLetter(
        { code: 'BracketRight', time: (now += 150), isHeld: false },
        actOfKeys('Shift+BracketRight') ?? null,
      );
    now += 10_000;
    expect([next(), next(), takeAtOnce('E')]).toEqual(['command', 'command', 'command']);
  });

  test('are written until there is a pause, another key or the mouse', () => {
    expect(of('mad')).toBe('cww');
    now += 1000;
    expect(take('D')).toBe('writing');
    now += 1600;
    expect(take('D')).toBe('command');
    expect(of('mad')).toBe('cww');
    endLetters();
    expect(take('D')).toBe('command');
  });

  test('held down they go on from row to row, and do nothing else twice', () => {
    now += 10_000;
    expect(take('M')).toBe('command');
    expect([take('M', true), take('M', true)]).toEqual(['nothing', 'nothing']);
    now += 10_000;
    expect([take('J'), take('J', true), take('J', true)]).toEqual(['command', 'command', 'command']);
  });
});

describe('what letters did', () => {
  let session: LiveSession;
  beforeEach(async () => {
    session = new LiveSession();
    await session.open(reviewedProject());
    setView({ ...FRESH_VIEW, selected: { rowId: 'r3', language: 'en', paragraphId: 'r3-en-1' } });
    endLetters();
  });
  afterEach(() => session.end());

  /** Presses letters as the window does. */
  async function press(letters: string, pause: number): Promise<void> {
    now += 10_000;
    for (const letter of letters) {
      now += pause;
      const act = actOfKeys(letter);
      const taken = take(letter);
      if (taken === 'writing') tellLetters();
      if (taken === 'command' && act) await perform(act.id, targetNow(), now);
    }
  }

  function told() {
    const { notice } = noticeStore.getState();
    if (notice?.kind !== 'news') return null;
    const named = notice.named.map((each) => (each.kind === 'told' ? each.params['command'] : each.kind));
    return { key: notice.key, named, acts: notice.acts };
  }

  test('is told together, and taken back together', async () => {
    const before = projectStore.getState().project;
    await press('SDM', 700);
    expect(told()).toMatchObject({
      key: 'news.doneSeveral',
      named: ['splitRow', 'moveParagraph', 'mergeRows'],
      acts: [{ key: 'button.undoAll' }],
    });
    told()?.acts[0]?.perform();
    await expect.poll(() => told()?.key).toBe('news.undoneSeveral');
    expect(projectStore.getState().project?.rows).toEqual(before?.rows);
  });

  test('is told by itself where another change or time came between', async () => {
    await press('S', 0);
    expect(told()).toMatchObject({ key: 'news.done', named: [], acts: [{ key: 'act.undo' }] });
    await press('D', 0);
    expect(told()).toMatchObject({ key: 'news.done', named: [] });
    await perform('insertRow', targetNow());
    await press('M', 0);
    expect(told()).toMatchObject({ key: 'news.done', named: [] });
  });

  test('is told to who goes on writing, with what to press to write', async () => {
    await press('SMART', 100);
    expect(told()).toMatchObject({ key: 'news.letters', named: ['splitRow'], acts: [{ key: 'act.undo' }] });
    expect(session.main.project.rows.length).toBe(8);
    await perform('undo', targetNow());
    await press('TODAY', 100);
    expect(told()).toMatchObject({ key: 'news.letters', named: [], acts: [] });
    changeSettings({ mode: 'reading' });
    await press('TODAY', 100);
    expect(told()?.key).toBe('news.lettersReading');
  });
});
