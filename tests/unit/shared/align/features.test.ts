import { describe, expect, test } from 'vitest';
import { featuresOf, type FeatureKind } from '../../../../shared/align/features';
import { soundsOf } from '../../../../shared/align/sounds';

const valuesOf = (kind: FeatureKind, text: string, label = '') =>
  featuresOf({ role: 'paragraph', text, label })
    .filter((feature) => feature.kind === kind)
    .map((feature) => feature.value);

describe('featuresOf', () => {
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

  test('looks behind a closing quotation mark for the end', () => {
    expect(valuesOf('end', '«Кто там?»')).toEqual(['?']);
    expect(valuesOf('end', 'A heading')).toEqual(['']);
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
