import { describe, expect, test } from 'vitest';
import { readTokens } from '../../../../shared/align/features';
import { soundsOf } from '../../../../shared/align/sounds';
import { LANGUAGES, type Language } from '../../../../shared/model/language';

const valuesOf = (kind: string, text: string, label = '') =>
  readTokens({ role: 'paragraph', text, label }, 'ru')
    .filter((token) => token.key.startsWith(`${kind} `))
    .map((token) => token.key.slice(kind.length + 1));

describe('readTokens', () => {
  test.each([
    ['6,5 and 6.5', ['6.5', '6.5']],
    ['1 234, 1,234 and 1\u00a0234', ['1234', '1234', '1234']],
    ['1 234 567,89', ['1234567.89']],
    ['24.07.2019', ['24', '7', '2019']],
    ['2024-жылдын 26-июнундагы', ['2024', '26']],
    ['10–60', ['10', '60']],
  ])('reads the numbers of %s by value', (text, values) => {
    expect(valuesOf('number', text)).toEqual(values);
  });

  test.each([
    ['2. Second', '', '2'],
    ['[2] Source', '', '2'],
    ['3) Third', '', '3'],
    ['• A point', '', '•'],
    ['Second', '2.', '2'],
    ['Note', '*', '*'],
  ])('finds the label of "%s" with label "%s"', (text, label, value) => {
    expect(valuesOf('label', text, label)).toEqual([value]);
  });

  test('takes a year at the start of a sentence for no label', () => {
    expect(valuesOf('label', '2019 was dry.')).toEqual([]);
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
      readTokens({ role: 'paragraph', text: forms[n] ?? '', label: '' }, language)
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
