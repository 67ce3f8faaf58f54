import { describe, expect, test } from 'vitest';
import type { Flag, FlagSpan } from '../../../../shared/model/flag';
import { changedTexts, describeChange, touchedIds } from '../../../../shared/reconcile/describe-change';
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

const [water, bread] = [row('r1', paragraph('a', 'Суу муздак')), row('r2', paragraph('b', 'Нан ысык'))];

describe('a recorded change', () => {
  test('is known by the words that were replaced', () => {
    const after = [row('r1', paragraph('a', 'Суу ысык')), bread];
    const change = { before: [water, bread], after, flags: [] };
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
    const written = describeChange({ before: [], after: [row('r1', paragraph('a', long))], flags: [] });
    expect(written?.added).toMatch(/^Бул сүйлөм.*\p{L}…$/u);
    expect(written?.added.length).toBeLessThan(50);
    const bold = paragraph('a', 'Суу муздак', { marks: [{ type: 'strong', start: 0, end: 3 }] });
    expect(describeChange({ before: [water], after: [row('r1', bold)], flags: [] })).toMatchObject({
      removed: '',
      added: '',
      words: 'Суу',
    });
  });

  test('tells paragraphs that came, went and only moved', () => {
    const joined = row('r1', paragraph('a', 'Суу муздак'), paragraph('b', 'Нан ысык'));
    const merged = { before: [water, bread], after: [joined], flags: [] };
    expect(changedTexts(merged)).toEqual([]);
    expect(describeChange(merged)).toMatchObject({ rowId: 'r1', language: null, words: 'Суу муздак' });
    expect(touchedIds(merged)).toContain('r2');
    expect(changedTexts({ before: [bread], after: [], flags: [] })).toEqual([
      { paragraphId: 'b', rowId: 'r2', language: 'ky', before: rich('Нан ысык'), after: null },
    ]);
  });

  test('is known by the words of its flag, or is about no place', () => {
    const gap = flag({ at: 'gap', language: 'en', rowId: 'r2' });
    expect(describeChange({ before: [], after: [], flags: [gap] })).toMatchObject({
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
    const flagged = { before: [], after: [], flags: [words] };
    expect(describeChange(flagged)).toMatchObject({ paragraphId: 'a', words: 'Суу' });
    expect([...touchedIds(flagged)]).toEqual(['a']);
    expect(describeChange({ before: [], after: [], flags: [] })).toBeNull();
  });
});
