import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts, diffTexts, type DiffRun } from '../../../../shared/diff/diff-words';

const RUNS = 2000;

/** Words, signs and sentences that news is made of, few enough to meet again elsewhere. */
const piece = fc.constantFrom(
  'и',
  'в',
  'the',
  'жана',
  'он',
  'ушёл',
  'Ысык-Көлдүн',
  'президент',
  'Өкмөт',
  '1 234,5',
  '12%',
  '$5',
  '№ 7',
  'т.д.',
  '[3]',
  '«Манас»',
  '"',
  '—',
  ', ',
  '. ',
  '! ',
  '\u00A0',
  '  ',
  '😀',
  'Школу достроят к сентябрю. ',
  'Жители не верят обещаниям мэра. ',
  'по данным министерства энергетики ',
);
const text = fc
  .array(fc.tuple(piece, fc.constantFrom(' ', ' ', '')), { maxLength: 30 })
  .map((pieces) => pieces.flat().join(''));

/** Sentences that stand in a text and are cut, put in and moved. */
const sentence = fc
  .array(fc.constantFrom('мэр', 'школу', 'достроят', 'нет', 'и', 'в', 'суу', 'the', 'рост'), {
    minLength: 1,
    maxLength: 7,
  })
  .map((words) => `${words.join(' ')}.`);

/** A text and an edit of it: pieces cut, put in, moved. */
const editOf = (part: fc.Arbitrary<string>): fc.Arbitrary<readonly [string, string]> =>
  fc
    .tuple(
      fc.array(part, { minLength: 1, maxLength: 20 }),
      fc.array(fc.tuple(fc.nat(), fc.nat(), fc.option(part, { freq: 1 })), { maxLength: 4 }),
    )
    .map(([parts, edits]) => {
      const edited: string[] = [...parts];
      for (const [from, to, put] of edits) {
        const [taken = ''] = edited.splice(from % edited.length, 1);
        edited.splice(to % (edited.length + 1), 0, put ?? taken);
      }
      return [parts.join(' '), edited.join(' ')];
    });
const anyPair = fc.oneof(editOf(piece), editOf(sentence), fc.tuple(text, text));

/** Takes the runs to the one text and gives the other. */
function apply(runs: readonly DiffRun[], before: string): string {
  let at = 0;
  let after = '';
  for (const { kind, text: piece } of runs) {
    if (kind === 'inserted') {
      after += piece;
      continue;
    }
    expect(before.slice(at, at + piece.length)).toBe(piece);
    at += piece.length;
    if (kind === 'same') after += piece;
  }
  expect(at).toBe(before.length);
  return after;
}

/** The comparison as seen from the other text. */
function turn(runs: readonly DiffRun[]): readonly DiffRun[] {
  const turned: DiffRun[] = [];
  let change: DiffRun[] = [];
  const close = () => {
    for (const kind of ['deleted', 'inserted']) turned.push(...change.filter((run) => run.kind === kind));
    change = [];
  };
  for (const run of runs) {
    if (run.kind === 'same') {
      close();
      turned.push({ ...run, before: run.after, after: run.before });
    } else {
      change.push({ ...run, kind: run.kind === 'deleted' ? 'inserted' : 'deleted' });
    }
  }
  close();
  let at = { before: 0, after: 0 };
  return turned.map((run) => {
    const placed = { ...run, ...at };
    at = {
      before: at.before + (run.kind === 'inserted' ? 0 : run.text.length),
      after: at.after + (run.kind === 'deleted' ? 0 : run.text.length),
    };
    return placed;
  });
}

describe('diffTexts, whatever the texts', () => {
  it('makes the new text of the old one, and the old one of the new', () => {
    fc.assert(
      fc.property(anyPair, ([before, after]) => {
        const runs = diffTexts(before, after);
        expect(apply(runs, before)).toBe(after);
        expect(apply(turn(runs), after)).toBe(before);
      }),
      { seed: 21, numRuns: RUNS },
    );
  });

  it('is itself when it is turned around twice', () => {
    fc.assert(
      fc.property(anyPair, ([before, after]) => {
        const runs = diffTexts(before, after);
        expect(turn(turn(runs))).toEqual(runs);
      }),
      { seed: 22, numRuns: RUNS },
    );
  });

  it('finds no change between a text and itself, nor a text without change between two', () => {
    fc.assert(
      fc.property(anyPair, ([before, after]) => {
        expect(diffTexts(before, before).every(({ kind }) => kind === 'same')).toBe(true);
        expect(diffTexts(before, after).every(({ kind }) => kind === 'same')).toBe(before === after);
      }),
      { seed: 23, numRuns: RUNS },
    );
  });

  it('gives runs in turn: what was deleted before what was inserted, pieces apart only where moved', () => {
    fc.assert(
      fc.property(anyPair, ([before, after]) => {
        const runs = diffTexts(before, after);
        const order = ['same', 'deleted', 'inserted'];
        runs.forEach((run, n) => {
          expect(run.text).not.toBe('');
          const last = runs[n - 1];
          if (!last) return;
          if (last.kind === run.kind)
            expect([run.kind === 'same', last.moved === run.moved]).toEqual([false, false]);
          else if (run.kind !== 'same')
            expect(order.indexOf(run.kind)).toBeGreaterThan(order.indexOf(last.kind));
        });
      }),
      { seed: 24, numRuns: RUNS },
    );
  });

  it('pairs moved runs: one deleted and one inserted of the same text, numbered as deleted', () => {
    let moves = 0;
    fc.assert(
      fc.property(anyPair, ([before, after]) => {
        const moved = diffTexts(before, after).filter((run) => run.moved !== undefined);
        const textsOf = (kind: DiffRun['kind']) =>
          moved.filter((run) => run.kind === kind).map((run) => [run.moved, run.text] as const);
        const deleted = textsOf('deleted');
        expect(deleted.map(([number]) => number)).toEqual(deleted.map((_, n) => n + 1));
        expect(textsOf('inserted').toSorted(([a = 0], [b = 0]) => a - b)).toEqual(deleted);
        for (const [, piece] of deleted) expect(piece.trim().split(/\s+/).length).toBeGreaterThan(1);
        moves += deleted.length;
      }),
      { seed: 25, numRuns: RUNS },
    );
    // Else the property would say nothing.
    expect(moves).toBeGreaterThan(100);
  });

  it('leaves nothing but whole words as they are', () => {
    fc.assert(
      fc.property(anyPair, ([before, after]) => {
        for (const { kind, before: from, after: to } of diffTexts(before, after)) {
          if (kind === 'same') continue;
          expect(before.slice(Math.max(0, from - 1), from + 1)).not.toMatch(/^\p{L}{2}$/u);
          expect(after.slice(Math.max(0, to - 1), to + 1)).not.toMatch(/^\p{L}{2}$/u);
        }
      }),
      { seed: 26, numRuns: RUNS },
    );
  });
});

describe('compareTexts', () => {
  const words = (count: number, of = 'слово') => Array.from({ length: count }, (_, n) => `${of}${n}`);

  it('says that texts which differ within the limit were compared to the end', () => {
    const list = words(3000);
    const edited = list.map((word, n) => (n % 10 === 0 ? `новое${n}` : word));
    expect(compareTexts(list.join(' '), edited.join(' ')).exact).toBe(true);
    expect(compareTexts(list.join(' '), words(3000, 'другое').join(' ')).exact).toBe(true);
    expect(compareTexts('', '').exact).toBe(true);
  });

  it('says when the limit was met, and is right all the same', () => {
    const list = words(4000);
    const [before, after] = [list.join(' '), list.toReversed().join(' ')];
    const { runs, exact } = compareTexts(before, after);
    expect(exact).toBe(false);
    expect(apply(runs, before)).toBe(after);
    expect(compareTexts(before, after)).toEqual({ runs, exact });
  });
});
