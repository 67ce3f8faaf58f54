import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../../../shared/model/language';
import { segmentSentences } from '../../../../shared/text/sentences';
import { expectToGrowWithSize } from '../../growth-of-time';

const sentencesOf = (text: string, language: Language) =>
  segmentSentences(text, language).map(({ start, end }) => text.slice(start, end));

describe('segmentSentences', () => {
  const cases: readonly (readonly [Language, readonly string[]])[] = [
    ['ru', ['Дождь шёл всю ночь.', 'Утром река вышла из берегов!', 'Кто ответит?']],
    ['ru', ['Стихи А. С. Пушкина переводили в Оше.', 'Их читали вслух.']],
    ['ru', ['Завод дал стране 3,5 млрд. сомов и т. д. и т. п. за год.', 'Этого мало.']],
    ['ru', ['Мост построили в 2019 г.', 'Потом его закрыли.']],
    ['ru', ['Он приехал в г. Ош.', 'Его встретили на ул. Киевской.']],
    ['ru', ['«Кто там?» — спросил он.', '«Это мы!»', 'Дверь открылась.']],
    ['ru', ['«Мы ждём, — сказала она.', '— Скоро начнётся».', 'Никто не пришёл.']],
    ['ky', ['Базарда алма, өрүк ж.б. жемиштер сатылат.', 'Баасы арзан.']],
    ['ky', ['Ш. Кадырова китеп жазды.', 'Аны Б.Осмонов которду.']],
    ['ky', ['Токтогул көч. 12-үйдө турат.', '“Келгиле!” — деди ал.', 'Ким барат?']],
    ['en', ['Mr. Smith met Dr. J. R. Brown at 5 p.m. on Monday.', 'They spoke about No. 7.']],
    ['en', ['The U.S. President spoke in the U.S.', 'The crowd left.']],
    [
      'en',
      ['“Is it far?” she asked.', '“Not at all.”', 'He smiled…', '12 people laughed.[3]', 'So it went.'],
    ],
    ['en', ['A heading without an end']],
    ['ru', []],
  ];

  test.each(cases)('finds the sentences of %s: %j', (language, expected) => {
    expect(sentencesOf(expected.join(' '), language)).toEqual(expected);
  });

  test('any text is covered but for the space around its sentences, in order', () => {
    const unit = fc.constantFrom(...'Аб.?!… »«“”—Zx1\n\u00a0[](т.');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 80 }), fc.constantFrom(...LANGUAGES), (text, language) => {
        let rest = text;
        for (const sentence of sentencesOf(text, language)) {
          expect(sentence).toBe(sentence.trim());
          expect(sentence).not.toBe('');
          expect(rest.trimStart().startsWith(sentence)).toBe(true);
          rest = rest.trimStart().slice(sentence.length);
        }
        expect(rest.trim()).toBe('');
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  test.each(['А. ', '.', '.»'])('time grows with the length of a text of "%s"', (part) => {
    expectToGrowWithSize((n) => segmentSentences(part.repeat(n), 'ru'), 25_000);
  });
});
