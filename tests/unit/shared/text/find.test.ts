import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findInText } from '../../../../shared/text/find';

const loose = { matchCase: false, wholeWord: false, exactMarks: false };
const found = (text: string, query: string, options = loose) =>
  findInText(text, query, options).map(({ start, end }) => text.slice(start, end));

describe('findInText', () => {
  it('gives offsets from left to right, without overlaps', () => {
    expect(findInText('ана ана', 'ана', loose)).toEqual([
      { start: 0, end: 3 },
      { start: 4, end: 7 },
    ]);
    expect(findInText('аааа', 'аа', loose)).toHaveLength(2);
  });

  it('finds nothing for an empty query or one that holds nothing visible', () => {
    expect(found('текст', '')).toEqual([]);
    expect(found('текст', '\u00AD')).toEqual([]);
    expect(found('', 'т')).toEqual([]);
  });

  it('finds the same whether or not something unseen stands elsewhere in the text', () => {
    const piece = fc.constantFrom('ё', 'Е', 'Ө', '«', '—', '\u00A0', 'Σ', 'ς', 'ι', 'İ', '😀', 'a', ' ');
    const words = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    const property = fc.property(words, words, fc.boolean(), (text, query, matchCase) => {
      const options = { matchCase, wholeWord: false, exactMarks: false };
      expect(findInText(`${text}\u00AD`, query, options)).toEqual(findInText(text, query, options));
    });
    fc.assert(property, { seed: 1, numRuns: 2000 });
  });

  it('looks past case in Russian and Kyrgyz, unless asked not to', () => {
    expect(found('ҮЙ, Үй, үй', 'үй')).toEqual(['ҮЙ', 'Үй', 'үй']);
    expect(found('Өң ӨҢ', 'өң')).toEqual(['Өң', 'ӨҢ']);
    expect(found('Президент президент', 'президент', { ...loose, matchCase: true })).toEqual(['президент']);
  });

  it('does not see stress marks, takes them along, and sees them and the dots of ё when asked to', () => {
    expect(found('за\u0301мок, замо\u0301к', 'замок')).toEqual(['за\u0301мок', 'замо\u0301к']);
    expect(found('замок; до дна\u0301.', 'ЗА\u0301МОК')).toEqual(['замок']);
    expect(found('до дна\u0301.', 'дна')).toEqual(['дна\u0301']);
    const exact = { ...loose, exactMarks: true };
    expect(found('за\u0301мок, замок', 'замок', exact)).toEqual(['замок']);
    expect(found('Все и всё', 'все', exact)).toEqual(['Все']);
    expect(found('«Все» \u00A0и', '"все" ', exact)).toEqual(['«Все» ']);
  });

  it('takes ё for е both ways, case apart', () => {
    expect(found('Ещё еще', 'ещё')).toEqual(['Ещё', 'еще']);
    expect(found('Ещё еще', 'еще')).toEqual(['Ещё', 'еще']);
    expect(found('Ёлка ёлка', 'Елка', { ...loose, matchCase: true })).toEqual(['Ёлка']);
  });

  it('does not see soft hyphens, in the text or in the query', () => {
    expect(found('пре\u00ADзи\u00ADдент', 'президент')).toEqual(['пре\u00ADзи\u00ADдент']);
    expect(found('президент', 'пре\u00ADзидент')).toEqual(['президент']);
  });

  it('takes any space, quotation mark and dash for any other of its kind', () => {
    expect(found('5\u00A0000\u202Fсом', '5 000 сом')).toEqual(['5\u00A0000\u202Fсом']);
    expect(found('«да» “да” "да"', '"да"')).toEqual(['«да»', '“да”', '"да"']);
    expect(found("don’t don't", 'don‘t')).toEqual(['don’t', "don't"]);
    expect(found('2019–2020, 2019-2020', '2019—2020')).toEqual(['2019–2020', '2019-2020']);
  });

  it('keeps offsets right where lower case is longer', () => {
    expect(findInText('İİ Стамбул', 'стамбул', loose)).toEqual([{ start: 3, end: 10 }]);
    expect(found('в İstanbul', 'İstanbul')).toEqual(['İstanbul']);
  });

  it('takes signs in the query as they are', () => {
    expect(found('(а+б)? а.б [1]', '(а+б)?')).toEqual(['(а+б)?']);
    expect(found('ааб а.б', 'а.б')).toEqual(['а.б']);
    expect(found('см. [1]', '[1]')).toEqual(['[1]']);
    expect(found('a/b - c', 'a/b -')).toEqual(['a/b -']);
  });

  it('finds whole words only when asked', () => {
    const whole = { ...loose, wholeWord: true };
    expect(found('кол колхоз протокол кол.', 'кол', whole)).toEqual(['кол', 'кол']);
    expect(found('Көл Көлдүн Ысык-Көл', 'көл', whole)).toEqual(['Көл', 'Көл']);
    expect(found('за\u0301 за', 'за', { ...whole, exactMarks: true })).toEqual(['за']);
    expect(found('да», дата»', 'а»', whole)).toEqual([]);
    expect(found('да», дата»', '»', whole)).toEqual(['»', '»']);
  });

  it('finds a query where it was put, and gives it back cut out of the text', () => {
    const letters = fc.string({
      unit: fc.constantFrom('а', 'Ё', 'ү', ' ', '«', '–', '😀', 'İ', '.'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(letters, letters, letters, (before, query, after) => {
        fc.pre(query !== '');
        const text = before + query + after;
        const hits = findInText(text, query, loose);
        expect(hits.length).toBeGreaterThan(0);
        expect(hits[0]?.start).toBeLessThanOrEqual(before.length);
        let last = 0;
        for (const { start, end } of hits) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(findInText(text.slice(start, end), query, loose)).toEqual([{ start: 0, end: end - start }]);
          last = end;
        }
      }),
      { seed: 13 },
    );
  });
});
