import { describe, expect, test } from 'vitest';
import { readTokens } from '../../../../shared/align/features';
import { seedLexicon } from '../../../../shared/align/lexicon';
import { soundsOf } from '../../../../shared/align/sounds';
import { LANGUAGES, type Language } from '../../../../shared/model/language';

const tokensOf = (text: string, language: Language) =>
  readTokens({ role: 'paragraph', text, label: '' }, (words) => seedLexicon()(words, language));

const numbersOf = (text: string) =>
  tokensOf(text, 'ru')
    .filter((token) => token.key.startsWith('number '))
    .map((token) => token.key.slice('number '.length));

describe('readTokens', () => {
  test.each([
    ['6,5 and 6.5', ['6.5', '6.5']],
    ['1 234, 1,234 and 1\u00a0234', ['1234', '1234', '1234']],
    ['1 234 567,89', ['1234567.89']],
    ['24.07.2019', ['24', '7', '2019']],
    ['2024-жылдын 26-июнундагы', ['2024', '26']],
    ['10–60', ['10', '60']],
  ])('reads the numbers of %s by value', (text, values) => {
    expect(numbersOf(text)).toEqual(values);
  });

  test.each([
    ['2,5 млн сомов', '2,5 миллион сом', '2.5 million soms'],
    ['12 тысяч томов', '12 миң том', '12,000 volumes'],
    ['3 000 000 000', '3 млрд', '3 billion'],
  ])('finds %s, %s and %s to be the same number', (...forms) => {
    const [ru = [], ky = [], en = []] = LANGUAGES.map((language, n) =>
      tokensOf(forms[n] ?? '', language)
        .filter((token) => token.strict)
        .flatMap((token) => token.features.map(({ name }) => name)),
    );
    expect(ru.some((name) => ky.includes(name))).toBe(true);
    expect(ru.some((name) => en.includes(name))).toBe(true);
    expect(ky.some((name) => en.includes(name))).toBe(true);
  });

  const translations: readonly (readonly [string, string, string])[] = [
    ['правительством', 'өкмөттүн', 'governments'],
    ['выборах', 'шайлоолордо', 'elections'],
    ['странами', 'өлкөлөрдө', 'countries'],
    ['Жээнбекова', 'Жээнбековдун', 'Zheenbekov'],
    ['уголовного дела', 'кылмыш ишин', 'criminal cases'],
  ];

  test.each(translations)('finds %s, %s and %s to mean the same', (...forms) => {
    const features = LANGUAGES.map((language: Language, n) =>
      tokensOf(forms[n] ?? '', language)
        .flatMap((token) => token.features)
        .map((feature) => feature.name),
    );
    const [ru = [], ky = [], en = []] = features;
    expect(ru.some((name) => ky.includes(name) && en.includes(name))).toBe(true);
  });
});

describe('soundsOf', () => {
  test.each([
    ['jnbk', ['Жээнбеков', 'Жээнбековдун', 'Jeenbekov', 'Zheenbekov']],
    ['prst', ['президент', 'президенттин', 'president']],
    ['bckk', ['Бишкек', 'Бишкекте', 'Bishkek']],
    ['abm', ['Обама', 'Obama']],
    ['fsk', ['физика', 'physic']],
  ])('hears %s in every spelling', (sounds, spellings) => {
    expect(spellings.map(soundsOf)).toEqual(spellings.map(() => sounds));
  });
});
