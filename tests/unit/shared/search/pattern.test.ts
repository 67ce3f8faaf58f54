import { describe, expect, it } from 'vitest';
import type { Asked } from '../../../../shared/search/asked';
import { patternFinder } from '../../../../shared/search/find-pattern';
import { readPattern } from '../../../../shared/search/pattern';
import { patternBatches } from '../../../../shared/search/pattern-batches';
import { planReplacement } from '../../../../shared/search/plan-replacement';
import { value } from '../../main/project/sample-project';

const asked = (query: string, part: Partial<Asked> = {}): Asked => ({
  ...{ query, matchCase: false, wholeWord: false, exactMarks: false, by: 'pattern' },
  ...part,
});

const find = (text: string, query: string, part: Partial<Asked> = {}) => {
  const all = asked(query, part);
  return patternFinder(value(readPattern(all)), all.exactMarks)(text);
};

const found = (text: string, query: string, part: Partial<Asked> = {}) =>
  find(text, query, part).map(({ start, end }) => text.slice(start, end));

describe('regular expressions', () => {
  it('know the letters of all alphabets', () => {
    expect(found('Өлкө, көл', '\\b\\w+\\b')).toEqual(['Өлкө', 'көл']);
    expect(found('көл көлдө', '\\bкөл\\b')).toEqual(['көл']);
    expect(found('сөз-сөз', '[^\\w]')).toEqual(['-']);
    expect(found('көлдө', '\\Bө')).toEqual(['ө', 'ө']);
  });

  it('go by case, whole words, ё and stress as letters do', () => {
    expect(found('Дамба дамба', 'дамб[аы]')).toEqual(['Дамба', 'дамба']);
    expect(found('Дамба дамба', 'дамб[аы]', { matchCase: true })).toEqual(['дамба']);
    expect(found('кол протокол', 'ко.', { wholeWord: true })).toEqual(['кол']);
    expect(found('за\u0301мок ещё', 'зам|ещ[её]')).toEqual(['за\u0301м', 'ещё']);
    expect(found('за\u0301мок еще', 'зам|ещё', { exactMarks: true })).toEqual([]);
  });

  it('take signs for themselves where they can mean nothing else, and pass by empty places', () => {
    expect(found('а]б', ']')).toEqual([']']);
    expect(found('«да»', '\\«')).toEqual(['«']);
    expect(found('ббб', 'а*')).toEqual([]);
  });

  it.each([
    ['(а', 'patternGroup'],
    ['а)', 'patternGroup'],
    ['[а', 'patternClass'],
    ['*а', 'patternRepeat'],
    ['а\\', 'patternEnd'],
    ['[я-а]', 'patternRange'],
    ['а{5,2}', 'patternNumber'],
    ['\\p{Нет}', 'patternWrong'],
    ['а'.repeat(1001), 'patternWrong'],
  ])('say what is wrong with %s', (query, code) => {
    expect(readPattern(asked(query))).toMatchObject({ ok: false, failure: { code } });
  });

  it('put in what their groups found', () => {
    const text = 'с 5 по 12 мая';
    const [hit] = find(text, '(\\d+) по (?<до>\\d+)');
    if (!hit) throw new Error('not found');
    const place = { ...hit, rowId: 'r', language: 'ru', paragraphId: 'p' } as const;
    const put = (words: string) =>
      planReplacement(place, text, asked('(\\d+) по (?<до>\\d+)'), words).put.text;
    expect(put('$2–$1, $<до>, $&, $$, $3, $12')).toBe('12–5, 12, 5 по 12, $, $3, 52');
  });

  it('are looked for in as much text at once as an article has', () => {
    const texts = ['а'.repeat(60_000), 'б'.repeat(60_000), 'в'.repeat(300_000), 'г'];
    expect(patternBatches(texts, (text) => text.length).map((batch) => batch.length)).toEqual([1, 1, 1, 1]);
    expect(patternBatches(['а', 'б'], (text) => text.length)).toEqual([['а', 'б']]);
    expect(patternBatches([], () => 1)).toEqual([]);
  });
});
