import { describe, expect, test } from 'vitest';
import {
  AS_AGREED,
  AS_IMPORTED,
  asTexts,
  baselineText,
  differsFrom,
  textsOf,
} from '../../../../shared/reconcile/baseline';
import { paragraph, rich, row } from './rows';

describe('the text a paragraph is compared with', () => {
  test('is the imported one, or the paragraph itself while nothing has changed', () => {
    const same = paragraph('a', 'Суу');
    const changed = paragraph('b', 'Суу жана нан', { imported: rich('Суу') });
    const written = paragraph('c', 'Кант', { imported: rich('') });
    expect(baselineText(AS_IMPORTED, same)).toBe(same);
    expect(baselineText(AS_IMPORTED, changed)).toEqual(rich('Суу'));
    expect(baselineText(AS_IMPORTED, written)).toEqual(rich(''));
  });

  test('is the agreed one, and the imported one where none was agreed', () => {
    const agreed = paragraph('a', 'Нан жана кант', { imported: rich('Нан'), agreed: rich('Нан жана туз') });
    const asAgreed = { ...agreed, agreed: rich('Нан жана кант') };
    const never = paragraph('b', 'Суу бар', { imported: rich('Суу') });
    expect(baselineText(AS_AGREED, agreed)).toEqual(rich('Нан жана туз'));
    expect(baselineText(AS_AGREED, asAgreed)).toBe(asAgreed);
    expect(baselineText(AS_AGREED, never)).toEqual(rich('Суу'));
    expect(baselineText(AS_AGREED, paragraph('c', 'Туз'))).toMatchObject({ text: 'Туз' });
  });

  test('is what it said at a time, or nothing when it was not there', () => {
    const then = asTexts(textsOf([row('r1', paragraph('a', 'Суу'), paragraph('b', 'Нан'))]));
    const strong = { type: 'strong', start: 0, end: 3 } as const;
    expect(baselineText(then, paragraph('a', 'Таза суу'))).toEqual(rich('Суу'));
    expect(baselineText(then, paragraph('new', 'Кант'))).toEqual(rich(''));
    const same = paragraph('b', 'Нан', { imported: rich('Токоч') });
    expect(baselineText(then, same)).toBe(same);
    expect(baselineText(then, { ...same, marks: [strong] })).toEqual(rich('Нан'));
  });

  test('tells rows that changed', () => {
    const kept = row('r1', paragraph('a', 'Суу'));
    const then = asTexts(textsOf([kept]));
    expect(differsFrom(then, kept)).toBe(false);
    expect(differsFrom(then, row('r1', paragraph('a', 'Сүт')))).toBe(true);
  });
});
