import { describe, expect, test } from 'vitest';
import { alignVersions } from '../../../../shared/align/align-versions';
import { readGlossary } from '../../../../shared/align/glossary';
import { learnWords } from '../../../../shared/align/learn-words';
import { perLanguage, type PerLanguage } from '../../../../shared/model/language';
import { inputs } from './article';

/** Words no lexicon has; each sentence is about one of them, in different company. */
const INVENTED: readonly PerLanguage<string>[] = [
  { ru: 'фыркалка', ky: 'бүлкүлдөк', en: 'wumper' },
  { ru: 'шмурдяк', ky: 'чөкөлөк', en: 'glibbet' },
  { ru: 'кузявка', ky: 'дүңгүрөк', en: 'snarfle' },
];

const ROWS = [0, 1, 2].flatMap((shift) =>
  INVENTED.map((word, n) => {
    const other = INVENTED[(n + shift) % INVENTED.length] ?? word;
    return perLanguage((language) => `${word[language]} ${other[language]}`);
  }),
);

/** Rows of a word that is in most of them, and tells nothing. */
const COMMON = Array.from({ length: 60 }, () => ({ ru: 'но', ky: 'бирок', en: 'but' }));

test('words that always come together are learned to stand for each other', () => {
  const learned = learnWords([...ROWS, ...COMMON]);
  for (const { ru, ky, en } of INVENTED) {
    const [r, k, e] = [ru, ky, en].map((word) => `stem ${word.slice(0, 5)}`) as [string, string, string];
    const names = learned.ru.get(r) ?? [];
    expect(names).toHaveLength(2);
    expect(names.some((name) => learned.ky.get(k)?.includes(name))).toBe(true);
    expect(names.some((name) => learned.en.get(e)?.includes(name))).toBe(true);
  }
});

test('nothing is learned from nothing', () => {
  expect(learnWords([]).ru.size).toBe(0);
  expect(learnWords([{ ru: '', ky: 'бүлкүлдөк', en: '' }]).ky.size).toBe(0);
});

describe('the aligner', () => {
  // Three lines each, none of which tells by itself which it belongs to; one version lacks the first.
  const versions = {
    ru: inputs(['фыркалка', 'шмурдяк', 'кузявка']),
    ky: inputs(['чөкөлөк', 'дүңгүрөк']),
    en: inputs(['wumper', 'glibbet', 'snarfle']),
  };
  const right = [
    { ru: [0], ky: [], en: [0] },
    { ru: [1], ky: [0], en: [1] },
    { ru: [2], ky: [1], en: [2] },
  ];
  const rowsOf = (options: Parameters<typeof alignVersions>[1]) =>
    alignVersions(versions, options).map(({ ru, ky, en }) => ({ ru, ky, en }));

  test('is helped by a glossary', () => {
    expect(rowsOf({})).not.toEqual(right);
    const glossary = INVENTED.map(({ ru, ky, en }) => `${ru} | ${ky} | ${en}`).join('\n');
    expect(rowsOf({ glossary })).toEqual(right);
  });

  test('is helped by rows a person has confirmed', () => {
    expect(rowsOf({ confirmed: [...ROWS, ...COMMON] })).toEqual(right);
  });
});

describe('readGlossary', () => {
  test('takes bars and tabs, and tells lines it cannot read', () => {
    const text =
      'вода | суу | water, waters\r\n\nтолько одно\nдом\tүй\thouse\n | айыл | village\na | b | c | d';
    expect(readGlossary(text)).toEqual({
      terms: ['вода | суу | water, waters', 'дом | үй | house', ' | айыл | village'],
      unclear: [3, 6],
    });
  });
});
