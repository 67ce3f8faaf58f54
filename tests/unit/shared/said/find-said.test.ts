import { describe, expect, test } from 'vitest';
import { counterpartMarker } from '../../../../shared/said/counterpart-words';
import { findSaid, MOST_SAID } from '../../../../shared/said/find-said';
import { readSought } from '../../../../shared/said/read-sought';
import type { SaidText } from '../../../../shared/said/said';
import type { SaidRow } from '../../../../shared/said/said-source';
import type { Language } from '../../../../shared/model/language';

const ROWS = [
  threeOf(
    'Репутационные потери банка велики. Власти молчат.',
    'Банктын кадыр-баркына зыян чоң. Бийлик унчукпайт.',
    'The reputation losses of the bank are great. The authorities are silent.',
  ),
  threeOf('Дорогу построят весной.', 'Жол жазында курулат.', 'The road will be built in spring.'),
  threeOf(
    'Президент Жээнбеков говорил о репутационных и прочих потерях в 2019 году.',
    'Президент Жээнбековдун айтымында, 2019-жылы жоготуулар көп болгон.',
    'President Jeenbekov spoke of reputational and other losses in 2019.',
  ),
].map((texts, n): SaidRow => ({ rowId: `r${n + 1}`, number: n + 1, texts }));

function threeOf(ru: string, ky: string, en: string): SaidRow['texts'] {
  const [r, k, e] = [ru, ky, en].map((text) => [{ id: text, text, marks: [] }]);
  return { ru: r ?? [], ky: k ?? [], en: e ?? [] };
}

function find(words: string, language: Language, rows: readonly SaidRow[] = ROWS, glossary = '') {
  const sought = readSought(words, language);
  if (!sought) throw new Error('nothing to look for');
  return findSaid(sought, rows, counterpartMarker(glossary));
}

function marks(said: SaidText | null | undefined): readonly string[] {
  return (said?.marked ?? []).map(({ start, end }) => said?.text.slice(start, end) ?? '');
}

describe('how something was said', () => {
  test('is found in other forms of the words, with few others between them', () => {
    const { said, together } = find('репутационной потере', 'ru');
    expect(together).toBe(true);
    expect(said.map(({ number }) => number)).toEqual([1, 3]);
    expect(said.map(({ texts }) => marks(texts.ru))).toEqual([
      ['Репутационные потери'],
      ['репутационных и прочих потерях'],
    ]);
  });

  test('is found in Kyrgyz by the stem, of names too', () => {
    expect(find('жолдорду', 'ky').said.map(({ number }) => number)).toEqual([2]);
    expect(find('Жээнбековго', 'ky').said.map(({ number }) => number)).toEqual([3]);
    // No word of the lexicon is the beginning of another.
    expect(find('жолдош', 'ky').said).toEqual([]);
  });

  test('is found in English by the stem', () => {
    expect(find('loss', 'en').said.map(({ number }) => number)).toEqual([1, 3]);
  });

  test('comes with the sentences that say the same, and in them the words that are known', () => {
    const [first, third] = find('потери', 'ru').said;
    expect(first?.texts.en?.text).toBe('The reputation losses of the bank are great.');
    expect(marks(first?.texts.en)).toEqual(['losses']);
    expect(marks(third?.texts.ky)).toEqual(['жоготуулар']);
    const [name] = find('Жээнбековым', 'ru').said;
    expect(marks(name?.texts.en)).toEqual(['Jeenbekov']);
    expect(marks(name?.texts.ky)).toEqual(['Жээнбековдун']);
  });

  test('marks what the glossary says', () => {
    const [before] = find('репутационные потери', 'ru').said;
    expect(marks(before?.texts.ky)).toEqual([]);
    const [after] = find(
      'репутационные потери',
      'ru',
      ROWS,
      'репутационные потери | кадыр-баркына зыян | reputation losses',
    ).said;
    expect(marks(after?.texts.ky)).toEqual(['кадыр-баркына зыян']);
    expect(marks(after?.texts.en)).toEqual(['reputation losses']);
  });

  test('is told where the words stand in one sentence only, in another order', () => {
    const { said, together } = find('потери Жээнбекова', 'ru');
    expect(together).toBe(false);
    expect(said.map(({ number }) => number)).toEqual([3]);
    expect(marks(said[0]?.texts.ru)).toEqual(['Жээнбеков', 'потерях']);
  });

  test('leaves small words out of account, unless there are no others', () => {
    expect(find('the losses of', 'en').said).toHaveLength(2);
    expect(find('will', 'en').said.map(({ number }) => number)).toEqual([2]);
    expect(readSought(' — ', 'en')).toBeNull();
  });

  test('tells so many rows and no more', () => {
    const many = Array.from({ length: MOST_SAID + 3 }, (_, n) => ({
      ...ROWS[1],
      rowId: `${n}`,
      number: n + 1,
    }));
    const { said, more } = find('дорога', 'ru', many as SaidRow[]);
    expect([said.length, more]).toEqual([MOST_SAID, 3]);
  });

  test('says nothing for a version that has no counterpart', () => {
    const [row] = ROWS;
    const { said } = find('потери', 'ru', [
      { ...row, texts: { ...row?.texts, ky: [] } } as unknown as SaidRow,
    ]);
    expect(said[0]?.texts.ky).toBeNull();
  });

  test('takes the number of a footnote for no part of a word', () => {
    const text = 'The losses1 are great.';
    const note = [{ type: 'footnoteReference', label: '1', start: 10, end: 11 }] as const;
    const row = { ...threeOf('Потери велики.', '', ''), en: [{ id: 'e', text, marks: note }] };
    const { said } = find('loss', 'en', [{ rowId: 'r', number: 1, texts: row }]);
    expect(said[0]?.texts.en).toMatchObject({
      text,
      marked: [{ start: 4, end: 10 }],
      notes: [{ start: 10, end: 11 }],
    });
    const [back] = find('потери', 'ru', [{ rowId: 'r', number: 1, texts: row }]).said;
    expect(marks(back?.texts.en)).toEqual(['losses']);
  });
});
