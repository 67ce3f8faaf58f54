import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { forgetFindings, mirrorFindings } from '../../../../../renderer/session/matters/findings-store';
import { perform } from '../../../../../renderer/session/acts/perform';
import { changeAt, changesIn } from '../../../../../renderer/session/matters/changes-in';
import { targetOf } from '../../../../../renderer/session/matters/place-of-matter';
import { mattersInOrder } from '../../../../../renderer/session/matters/matters-in-order';
import { rowMatters } from '../../../../../renderer/session/matters/row-matters';
import { dealWith, goToMatter, showMatter } from '../../../../../renderer/session/matters/show-matter';
import { noticeStore } from '../../../../../renderer/session/notices/notice-store';
import { send } from '../../../../../renderer/session/project/project-store';
import { changeSettings } from '../../../../../renderer/session/settings/settings-store';
import { select, setView, viewStore } from '../../../../../renderer/session/place/view-store';
import type { Flag } from '../../../../../shared/model/flag';
import { LANGUAGES } from '../../../../../shared/model/language';
import { AS_IMPORTED } from '../../../../../shared/reconcile/baseline';
import { LiveSession } from '../live-session';
import { finding, reviewedProject } from '../reviewed-project';
import { ELSEWHERE } from '../acts/cases';

let session: LiveSession;

/** A flag on the first word of a paragraph. */
function flagOn(id: string, paragraphId: string, status: Flag['status'] = 'open'): Flag {
  const span = { at: 'text', language: 'ru', paragraphId, start: 0, end: 7 } as const;
  const spans = [{ ...span, quote: 'Станция', orphaned: false, fix: null }];
  const said = { category: 'accuracy', severity: 'major', note: '', author: 'Нурлан', time: 1 } as const;
  return { id, spans, status, thread: [], ...said };
}

beforeAll(async () => {
  session = new LiveSession();
  const flags = [flagOn('late', 'r7-ru-1'), flagOn('over', 'r6-ru-1', 'resolved'), flagOn('soon', 'r2-ru-1')];
  await session.open({ ...reviewedProject(), flags });
});

beforeEach(() => {
  session.startAnew();
  forgetFindings();
  setView({ selected: ELSEWHERE });
});

afterAll(() => session.end());

const shown = () => viewStore.getState().shown;

function rowOf(id: string) {
  return session.main.project.rows.find((row) => row.id === id) ?? expect.fail();
}

describe('a row in doubt', () => {
  const inDoubt = () => mattersInOrder('alignment').map(({ rowId }) => rowId);

  test('is a matter of its own, and confirmed from its card leads to the next one', async () => {
    const [first = '', second] = inDoubt();
    const matter = { kind: 'alignment', rowId: first } as const;
    goToMatter(matter, 'open');
    expect(viewStore.getState().selected).toMatchObject({ rowId: first, paragraphId: null });
    await perform('confirmRow', targetOf(matter));
    expect(inDoubt()).not.toContain(first);
    expect(shown()).toEqual(second ? { matter: { kind: 'alignment', rowId: second }, card: 'open' } : null);
  });
});

describe('what asks for an eye in a row', () => {
  test('is told by severity, a person’s word first, what looks the same together', () => {
    const row = rowOf('r3');
    const found = [
      { ...finding('r3', 'ru', 'r3-ru-1'), severity: 'minor' as const, key: 'a' },
      { ...finding('r3', 'ru', 'r3-ru-1'), severity: 'critical' as const, key: 'b' },
      { ...finding('r3', 'ru', 'r3-ru-1'), severity: 'minor' as const, key: 'c' },
    ];
    const flags = [
      { ...flagOn('x', 'r3-ru-1'), severity: 'critical' as const },
      flagOn('y', 'r3-ru-1'),
      flagOn('z', 'r3-ru-1', 'resolved'),
    ];
    const groups = rowMatters(row, flags, found, LANGUAGES);
    const told = groups.map(({ shape, severity, matters }) => `${shape} ${severity} ${matters.length}`);
    expect(told.slice(0, 3)).toEqual(['flag critical 1', 'critical critical 1', 'flag major 1']);
    expect(told.indexOf('stale null 2')).toBeGreaterThan(told.indexOf('flag major 1'));
    expect(told).toContain('minor minor 2');
    expect(told.at(-1)).toMatch(/^suggestion/);
  });
});

describe('what was changed', () => {
  test('is found at its offset, also where words are gone beside new ones', () => {
    const paragraph = { ...(rowOf('r1').cells.en.paragraphs[0] ?? expect.fail()), text: 'one two nine' };
    const changed = { ...paragraph, imported: { text: 'one three four nine', marks: [] } };
    const changes = changesIn(changed, AS_IMPORTED, 'changes');
    expect(changeAt(changes, 5)).toBe(0);
    expect(changeAt(changes, 0)).toBe(-1);
    expect(changesIn(changed, AS_IMPORTED, 'clean')).toEqual([]);
  });

  test('is taken back alone, and a suggestion decided alone, each with a way back', async () => {
    changeSettings({ textView: 'changes' });
    const { id, text } = rowOf('r1').cells.en.paragraphs[0] ?? expect.fail();
    const content = { text: `First ${text} last`, marks: [] };
    await send({ type: 'editParagraph', paragraphId: id, content });
    const all = mattersInOrder('change').filter((each) => each.kind === 'change' && each.paragraphId === id);
    expect(all).toHaveLength(2);
    const [first] = all;
    if (first?.kind !== 'change') throw new Error('no change');
    await perform('takeBackChange', targetOf(first));
    expect(rowOf('r1').cells.en.paragraphs[0]?.text).toBe(`${text} last`);
    expect(noticeStore.getState().notice).toMatchObject({ key: 'news.doneTakenBack' });

    await send({ type: 'editParagraph', paragraphId: id, content, suggest: true });
    const suggestion = { ...first, at: 2 };
    await perform('acceptSuggestions', targetOf(suggestion));
    const decided = rowOf('r1').cells.en.paragraphs[0] ?? expect.fail();
    expect([decided.text, decided.pending]).toEqual([content.text, undefined]);
  });
});

describe('who deals with a matter goes on', () => {
  const found = (rowId: string, key: string) => ({ ...finding(rowId, 'ru', `${rowId}-ru-1`), key });

  function tell(...left: readonly (readonly [string, readonly string[]])[]): void {
    const rows = left.map(([rowId, keys]) => ({ rowId, findings: keys.map((key) => found(rowId, key)) }));
    mirrorFindings({ state: session.main.state, checks: null, rows, count: 0, leftOut: [] });
  }

  const deal = (rowId: string, key: string, left: () => void) =>
    dealWith({ kind: 'finding', rowId, key }, async () => {
      left();
      return Promise.resolve(true);
    });

  test('to what comes in its place: in the row, below, or from the beginning, as it was shown', async () => {
    tell(['r2', ['a', 'b']], ['r6', ['c']]);
    goToMatter({ kind: 'finding', rowId: 'r2', key: 'a' }, 'focus');
    await deal('r2', 'a', () => tell(['r2', ['b2']], ['r6', ['c']]));
    expect(shown()).toEqual({ matter: { kind: 'finding', rowId: 'r2', key: 'b2' }, card: 'focus' });
    await deal('r2', 'b2', () => tell(['r2', []]));
    expect(shown()?.matter).toMatchObject({ key: 'c' });
    expect(viewStore.getState().selected?.rowId).toBe('r6');
    tell(['r2', ['d']]);
    await deal('r6', 'c', () => tell(['r6', []]));
    expect(shown()?.matter).toMatchObject({ key: 'd' });
    await deal('r2', 'd', () => tell(['r2', []]));
    expect(shown()).toBeNull();
  });

  test('but not where it is not shown or nothing was done; the caret goes along where a text is open', async () => {
    tell(['r2', ['a', 'b']]);
    await deal('r2', 'a', () => {});
    expect(shown()).toBeNull();
    const a = { kind: 'finding', rowId: 'r2', key: 'a' } as const;
    goToMatter(a, 'open');
    await dealWith(a, () => Promise.resolve(false));
    expect(shown()?.matter).toEqual(a);
    setView({ editing: { paragraphId: 'r2-ru-1', caret: 0, end: 0 } });
    showMatter(a, 'open');
    await deal('r2', 'a', () => tell(['r2', ['b']]));
    expect(shown()?.matter).toMatchObject({ key: 'b' });
    expect(viewStore.getState().editing?.paragraphId).toBe('r2-ru-1');
    await deal('r2', 'b', () => tell(['r2', []], ['r6', ['c']]));
    expect(viewStore.getState().editing).toEqual({ paragraphId: 'r6-ru-1', caret: 0, end: 0 });
    // Who went into the card is at the row.
    showMatter({ kind: 'finding', rowId: 'r6', key: 'c' }, 'focus');
    await deal('r6', 'c', () => tell(['r6', []], ['r7', ['d']]));
    expect([viewStore.getState().editing, viewStore.getState().selected?.rowId]).toEqual([null, 'r7']);
  });

  test('but not over who went elsewhere meanwhile, or is pressing the mouse there', async () => {
    const a = { kind: 'finding', rowId: 'r2', key: 'a' } as const;
    tell(['r2', ['a']], ['r6', ['b']]);
    goToMatter(a, 'open');
    await deal('r2', 'a', () => {
      tell(['r2', []]);
      select({ rowId: 'r7', language: 'ru', paragraphId: null });
    });
    expect([shown(), viewStore.getState().selected?.rowId]).toEqual([null, 'r7']);
    tell(['r2', ['a']]);
    goToMatter(a, 'open');
    await deal('r2', 'a', () => {
      tell(['r2', []]);
      session.isPressed = true;
    });
    expect([shown(), viewStore.getState().selected?.rowId]).toEqual([null, 'r2']);
    session.isPressed = false;
  });

  test('from a flag to the next open one, and what was done can be taken back', async () => {
    const [first, second, ...others] = mattersInOrder('flag');
    if (first?.kind !== 'flag' || !second) throw new Error('no flag');
    expect([first, second, others]).toEqual([
      { kind: 'flag', rowId: 'r2', flagId: 'soon' },
      { kind: 'flag', rowId: 'r7', flagId: 'late' },
      [],
    ]);
    goToMatter(first, 'open');
    await perform('resolveFlag', targetOf(first));
    expect(shown()).toEqual({ matter: second, card: 'open' });
    expect(noticeStore.getState().notice).toMatchObject({
      key: 'news.doneFlag.resolved',
      acts: [{ key: 'act.undo' }],
    });
  });
});
