import { describe, expect, test } from 'vitest';
import { stemsOf } from '../../../../shared/align/stems';
import type { Language } from '../../../../shared/model/language';
import { expectToGrowWithSize } from '../../growth-of-time';

describe('stemsOf', () => {
  const families: readonly (readonly [Language, readonly string[]])[] = [
    ['ru', ['решать', 'решить', 'решает', 'решили', 'решила']],
    ['ru', ['государственный', 'государственного', 'государственными']],
    ['ru', ['самолёт', 'самолета', 'самолётами']],
    ['en', ['country', 'countries']],
    ['en', ['stop', 'stopped', 'stopping', 'stops']],
    ['en', ['minister', "minister's", 'ministers']],
  ];

  test.each(families)('brings forms of one %s word together: %j', (language, forms) => {
    expect(new Set(forms.map((form) => stemsOf(form, language)[0])).size).toBe(1);
  });

  test.each([
    ['китеп', ['китептердин', 'китебинде', 'китептен']],
    ['мамлекет', ['мамлекеттик', 'мамлекетибиздин', 'мамлекеттер']],
    ['кыл', ['кылган', 'кылды', 'кылып', 'кылбайт', 'кылуу']],
    ['шайлоо', ['шайлоолорунда', 'шайлоого', 'шайлоочу']],
  ])('finds %s at the beginning of its Kyrgyz forms', (stem, forms) => {
    for (const form of forms) expect(stemsOf(form, 'ky')).toContain(stem);
  });

  test.each([
    ['ата', 'ky'],
    ['лана', 'ru'],
  ] as const)('takes time in proportion to the length of a word: %s', (part, language) => {
    expectToGrowWithSize((n) => stemsOf(part.repeat(n), language), 20_000);
  });
});
