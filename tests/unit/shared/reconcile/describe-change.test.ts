import { describe, expect, test } from 'vitest';
import type { Flag, FlagSpan } from '../../../../shared/model/flag';
import type { Row } from '../../../../shared/model/row';
import { patchBetween } from '../../../../shared/patch/project-patch';
import {
  changedTexts,
  describeChange as describeBy,
  recordedChange,
  touchedIds,
  type RecordedChange,
} from '../../../../shared/reconcile/describe-change';
import { article } from '../commands/article';
import { paragraph, rich, row } from './rows';

function flag(span: FlagSpan): Flag {
  return {
    id: 'f1',
    spans: [span],
    category: 'accuracy/omission',
    severity: 'major',
    note: '',
    status: 'open',
    author: 'Айгүл',
    time: 1,
    thread: [],
  };
}

/** The change between two lists of rows, and one that put flags. */
function changeOf(
  before: readonly Row[],
  after: readonly Row[],
  flags: readonly Flag[] = [],
): RecordedChange {
  const [old, now] = [
    { ...article(), rows: before },
    { ...article(), rows: after, flags },
  ];
  return recordedChange(patchBetween(old, now), patchBetween(now, old));
}

const describeChange = (change: RecordedChange, now: readonly Row[] = []) =>
  describeBy(change, (id) => now.find((row) => row.id === id));

const [water, bread] = [row('r1', paragraph('a', 'Суу муздак')), row('r2', paragraph('b', 'Нан ысык'))];

describe('a recorded change', () => {
  test('is known by the words that were replaced', () => {
    const after = [row('r1', paragraph('a', 'Суу ысык')), bread];
    const change = changeOf([water, bread], after);
    expect(describeChange(change)).toEqual({
      rowId: 'r1',
      language: 'ky',
      paragraphId: 'a',
      removed: 'муздак',
      added: 'ысык',
      words: '',
    });
    expect([...touchedIds(change)]).toEqual(['r1', 'a']);
  });

  test('shortens long words after a word, and tells restyled ones as they are', () => {
    const long = 'Бул сүйлөм өтө узун болгондуктан анын аягы тизмеде көрүнбөйт';
    const written = describeChange(changeOf([], [row('r1', paragraph('a', long))]));
    expect(written?.added).toMatch(/^Бул сүйлөм.*\p{L}…$/u);
    expect(written?.added.length).toBeLessThan(50);
    const bold = paragraph('a', 'Суу муздак', { marks: [{ type: 'strong', start: 0, end: 3 }] });
    expect(describeChange(changeOf([water], [row('r1', bold)]))).toMatchObject({
      removed: '',
      added: '',
      words: 'Суу',
    });
  });

  test('tells paragraphs that came, went and only moved', () => {
    const joined = row('r1', paragraph('a', 'Суу муздак'), paragraph('b', 'Нан ысык'));
    const merged = changeOf([water, bread], [joined]);
    expect(changedTexts(merged)).toEqual([]);
    expect(describeChange(merged, [joined])).toMatchObject({
      rowId: 'r1',
      language: null,
      words: 'Суу муздак',
    });
    expect(describeChange(merged)).toMatchObject({ rowId: 'r1', words: '' });
    expect(describeChange(changeOf([water, bread], [bread, water]))).toMatchObject({
      rowId: 'r2',
      words: '',
    });
    const empty = changeOf([row('r1')], []);
    expect(describeChange(empty, [joined])).toMatchObject({ rowId: 'r1', words: '' });
    expect(touchedIds(merged)).toContain('r2');
    expect(changedTexts(changeOf([bread], []))).toEqual([
      { paragraphId: 'b', rowId: 'r2', language: 'ky', before: rich('Нан ысык'), after: null },
    ]);
  });

  test('is known by the words of its flag, or is about no place', () => {
    const gap = flag({ at: 'gap', language: 'en', rowId: 'r2' });
    expect(describeChange(changeOf([], [], [gap]))).toMatchObject({
      rowId: 'r2',
      language: 'en',
    });
    const words = flag({
      at: 'text',
      language: 'ky',
      paragraphId: 'a',
      start: 0,
      end: 3,
      quote: 'Суу',
      fix: null,
      orphaned: false,
    });
    const flagged = changeOf([], [], [words]);
    expect(describeChange(flagged)).toMatchObject({ paragraphId: 'a', words: 'Суу' });
    expect([...touchedIds(flagged)]).toEqual(['a']);
    expect(describeChange(changeOf([], []))).toBeNull();
  });
});
