import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { At, CheckAnswer } from '../../../../main/jobs/check-messages';
import { followProject } from '../../../../main/jobs/follow-project';
import type { Check, RowCheck, Spelling } from '../../../../shared/checks/engine/check';
import { spelling } from '../../../../shared/checks/words/spelling';
import { makeRow } from '../../shared/checks/rows';

const longWords: RowCheck = {
  id: 'doubledWord',
  scope: 'row',
  severity: 'minor',
  category: 'linguisticConventions/spelling',
  find: ({ all }, { glossary }) =>
    all.en.flatMap(({ id, text }) =>
      [...text.matchAll(/[a-z]{5,}/g)]
        .filter(([word]) => !glossary.includes(word))
        .map(({ 0: word, index }) => ({
          message: 'unknown',
          spans: [{ language: 'en' as const, paragraphId: id, start: index, end: index + word.length }],
        })),
    ),
};

type Found = Extract<CheckAnswer, { type: 'found' }>['found'];

function follow(
  checks: readonly Check[] = [longWords],
  loadSpelling: () => Promise<Spelling> = () => Promise.reject(new Error('nobody needs them')),
) {
  const answers: Found[] = [];
  const waiting: (() => void)[] = [];
  const hear = followProject(
    checks,
    (answer) => {
      if (answer.type === 'found') answers.push(answer.found);
    },
    (work) => waiting.push(work),
    loadSpelling,
  );
  const settle = () => {
    for (const work of waiting.splice(0)) work();
    return answers.splice(0);
  };
  return { hear, settle };
}

const rows = [makeRow('a', { en: 'short road' }), makeRow('b', { en: 'the bridge' })];

function replace(at: number, text: string) {
  return { rows: { put: [makeRow(rows[at]?.id ?? '', { en: text })] } };
}

const told = ({ rows: changed }: Found) =>
  changed.map(({ rowId, findings }) => `${rowId}: ${findings.length}`);

test('tells everything at first, then only what is different', () => {
  const { hear, settle } = follow();
  hear({
    type: 'open',
    leftOut: [],
    slowly: false,
    rows,
    known: { context: { glossary: '' }, words: [] },
    state: 4,
  });
  const [first] = settle();
  expect(first).toMatchObject({ state: 4, count: 2, checks: [{ id: 'doubledWord', severity: 'minor' }] });
  expect(first && told(first)).toEqual(['a: 1', 'b: 1']);
  hear({ type: 'change', patches: [replace(1, 'the old bridge stands')], state: 5 });
  const [second] = settle();
  expect(second).toMatchObject({ state: 5, count: 3, checks: null });
  expect(second && told(second)).toEqual(['b: 2']);
  // A change of something else is answered too: who waits for it has to know.
  hear({ type: 'change', patches: [], state: 6 });
  expect(settle()).toEqual([{ state: 6, count: 3, checks: null, rows: [], leftOut: [] }]);
});

test('takes the rows of a long project in parts', () => {
  const { hear, settle } = follow();
  for (const row of rows) hear({ type: 'rows', rows: [row] });
  expect(settle()).toEqual([]);
  const open = { type: 'open', leftOut: [], slowly: false, rows: [] } as const;
  hear({ ...open, known: { context: { glossary: '' }, words: [] }, state: 0 });
  expect(settle()[0]).toMatchObject({ count: 2 });
  // Of those of the one before none is left.
  hear({ ...open, known: { context: { glossary: '' }, words: [] }, state: 0 });
  expect(settle()[0]).toMatchObject({ count: 0 });
});

test('looks once at a burst of changes, in its last state', () => {
  let looked = 0;
  const counting: RowCheck = {
    ...longWords,
    find: (row, context) => ((looked += 1), longWords.find(row, context)),
  };
  const { hear, settle } = follow([counting]);
  hear({
    type: 'open',
    leftOut: [],
    slowly: false,
    rows,
    known: { context: { glossary: '' }, words: [] },
    state: 0,
  });
  settle();
  looked = 0;
  for (let state = 1; state <= 5; state += 1)
    hear({ type: 'change', patches: [replace(0, 'aaaaa '.repeat(state).trim())], state });
  expect(settle().map((found) => [found.state, ...told(found)])).toEqual([[5, 'a: 5']]);
  expect(looked).toBe(1);
});

test('looks at everything anew when the glossary changes, and when it is asked to begin again', () => {
  const { hear, settle } = follow();
  hear({
    type: 'open',
    leftOut: [],
    slowly: false,
    rows,
    known: { context: { glossary: '' }, words: [] },
    state: 0,
  });
  settle();
  hear({ type: 'known', known: { context: { glossary: 'bridge' }, words: [] } });
  expect(settle().flatMap(told)).toEqual(['b: 0']);
  hear({
    type: 'open',
    leftOut: [],
    slowly: false,
    rows,
    known: { context: { glossary: 'bridge' }, words: [] },
    state: 1,
  });
  expect(settle().map((found) => [found.checks !== null, ...told(found)])).toEqual([[true, 'a: 1']]);
});

const misspelled = [makeRow('a', { en: 'the brigde and the raod' })];

const dictionaries: Spelling = {
  isKnown: (word) => ['bridge', 'the', 'and'].includes(word),
  suggest: () => ['bridge'],
};

test('tells what needs no dictionary before it reads them, once, and then what they tell', async () => {
  const reading: ((read: Spelling) => void)[] = [];
  const { hear, settle } = follow([longWords, spelling], () => new Promise((done) => reading.push(done)));
  hear({
    type: 'open',
    leftOut: [],
    slowly: false,
    rows: misspelled,
    known: { context: { glossary: '' }, words: [] },
    state: 0,
  });
  expect(reading).toHaveLength(0);
  expect(settle().map(({ count }) => count)).toEqual([1]);
  hear({ type: 'change', patches: [], state: 1 });
  expect(settle().map(({ count }) => count)).toEqual([1]);
  expect(reading).toHaveLength(1);
  reading[0]?.(dictionaries);
  await Promise.resolve();
  const [spelled] = settle();
  expect(spelled).toMatchObject({ state: 1, count: 2, checks: null });
  expect(spelled?.rows[0]?.findings.map(({ check }) => check)).toEqual(['doubledWord', 'spelling']);
  hear({ type: 'known', known: { context: { glossary: '' }, words: ['brigde'] } });
  expect(settle().map(({ count }) => count)).toEqual([1]);
  hear({ type: 'known', known: { context: { glossary: '' }, words: [] } });
  expect(settle().map(({ count }) => count)).toEqual([2]);
});

test('answers edits of a long article while its words are looked up', async () => {
  const long = Array.from({ length: 120 }, (_, n) => makeRow(`row-${n}`, { en: 'the bridge' }));
  const { hear, settle } = follow([longWords, spelling], () => Promise.resolve(dictionaries));
  hear({
    type: 'open',
    leftOut: [],
    slowly: false,
    rows: long,
    known: { context: { glossary: '' }, words: [] },
    state: 0,
  });
  settle();
  await Promise.resolve();
  const patch = { rows: { put: [makeRow('row-119', { en: 'the brigde' })] } };
  hear({ type: 'change', patches: [patch], state: 1 });
  expect(settle().map(({ count, state }) => [count, state])).toEqual([[120, 1]]);
  expect(settle()).toEqual([]);
  expect(settle().map(({ count, state }) => [count, state])).toEqual([[121, 1]]);
});

test('says what it is at, and leaves out what it is told to', () => {
  const at: unknown[] = [];
  const waiting: (() => void)[] = [];
  const hear = followProject(
    [longWords],
    (answer) => {
      if (answer.type === 'at') at.push(answer.at?.rowId && answer.at);
      if (answer.type === 'found') at.push(told(answer.found));
    },
    (work) => waiting.push(work),
    () => Promise.reject(new Error('nobody needs them')),
  );
  const known = { context: { glossary: '' }, words: [] };
  const leftOut = [{ check: longWords.id, rowId: 'a' }];
  const settle = () => {
    for (const work of waiting.splice(0)) work();
    return at.splice(0).filter((each) => each !== null && each !== undefined);
  };
  hear({ type: 'open', rows, known, state: 0, leftOut: [], slowly: false });
  expect(settle()).toEqual([{ check: null, rowId: 'a' }, { check: null, rowId: 'b' }, ['a: 1', 'b: 1']]);
  hear({ type: 'open', rows: [...rows].map((row) => ({ ...row })), known, state: 0, leftOut, slowly: true });
  expect(settle()).toEqual([{ check: 'doubledWord', rowId: 'b' }, ['b: 1']]);
});

test('is at something for as long as anything is still to be done', async () => {
  const long = Array.from({ length: 120 }, (_, n) => makeRow(`row-${n}`, { en: 'the bridge' }));
  const known = { context: { glossary: '' }, words: [] };
  const messages = {
    change: { type: 'change', patches: [replace(0, 'the brigde')], state: 1 },
    known: { type: 'known', known: { ...known, words: ['brigde'] } },
    ledger: { type: 'ledger' },
  } as const;
  const act = fc.constantFrom('change', 'known', 'ledger', 'read', 'work', 'work');
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 20 }), async (acts) => {
      let at: At | null = null;
      let isRead = false;
      const waiting: (() => void)[] = [];
      const reading: ((read: Spelling) => void)[] = [];
      const hear = followProject(
        [longWords, spelling],
        (answer) => {
          if (answer.type === 'at') at = answer.at;
        },
        (work) => waiting.push(work),
        () => new Promise((done) => reading.push(done)),
      );
      hear({ type: 'open', leftOut: [], slowly: false, rows: long, known, state: 0 });
      const rest = Array.from({ length: 9 }, () => 'work' as const);
      for (const each of ['work' as const, ...acts, ...rest, 'read' as const, ...rest]) {
        if (each === 'work') waiting.shift()?.();
        else if (each !== 'read') hear(messages[each]);
        else if (reading[0] && !isRead) {
          isRead = true;
          reading[0](dictionaries);
          await Promise.resolve();
        }
        const dictionary = reading.length > 0 && !isRead ? { check: 'spelling', rowId: null } : null;
        expect(at).toEqual(waiting.length > 0 ? { check: null, rowId: null } : dictionary);
      }
      expect(at).toBeNull();
    }),
  );
});
