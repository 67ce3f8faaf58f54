import { describe, expect, it } from 'vitest';
import { chooseLanguage, translator } from '../../../../main/system/translate';
import { formatNumber } from '../../../../shared/interface/format-number';
import { formatTime } from '../../../../shared/interface/format-time';
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '../../../../shared/interface/languages';
import { formatScore } from '../../../../shared/mqm/figures';

const written: readonly (readonly [InterfaceLanguage, string, string, string, string])[] = [
  ['ru', '24 июля 2024 г. в 04:02', '30\u00a0039,5', '99,9', '22\u00a0слова'],
  ['ky', '2024-ж. 24-июль, 04:02', '30\u00a0039,5', '99,9', '22\u00a0сөз'],
  ['en', '24 July 2024 at 04:02', '30,039.5', '99.9', '22 words'],
];

describe('the languages of the interface', () => {
  it('are all tried here', () => {
    expect(written.map(([language]) => language)).toEqual(INTERFACE_LANGUAGES);
  });

  it.each(written)('%s has moments, numbers, scores and counts of its own', (language, ...expected) => {
    const t = translator(language);
    expect([
      formatTime(new Date(2024, 6, 24, 4, 2).getTime(), (key, params) => t(key, { ...params })),
      formatNumber(30_039.5, language),
      formatScore(99.99, language),
      t('column.words', { count: 22, words: 22 }),
    ]).toEqual(expected);
  });

  it.each([
    [['ky-KG', 'en'], 'ky'],
    [['de-DE', 'ru_RU.UTF-8'], 'ru'],
    [['C'], 'en'],
    [['kyx-XX', 'en-US'], 'en'],
    [[], 'en'],
  ])('are chosen from what the computer prefers: %j', (preferred, language) => {
    expect(chooseLanguage(preferred)).toBe(language);
  });
});
