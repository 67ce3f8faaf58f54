import { expect, test } from 'vitest';
import { readQuotationMarks } from '../../../../shared/text/quotation-marks';
import type { Language } from '../../../../shared/model/language';
import { expectToGrowWithSize } from '../../growth-of-time';

const read = (text: string, language: Language) => {
  const { pairs, lone } = readQuotationMarks(text, language);
  return {
    pairs: pairs.map(({ open, close, fits }) => `${text.slice(open.start, close.end)}${fits ? '' : ' ?'}`),
    lone: lone.map(({ text: mark, start }) => `${mark}${start}`),
  };
};

test.each([
  ['ru', 'Он сказал: «Да», — и ушёл', ['«Да»']],
  ['ru', '«Он сказал „нет“, — пишет газета»', ['«Он сказал „нет“, — пишет газета»', '„нет“']],
  ['ru', '"Газета "Слово" вышла"', ['"Газета "Слово" вышла"', '"Слово"']],
  ['ru', 'Компания «Торговый дом «Весна» закрыта', ['«Весна»']],
  ['ru', 'Он спросил: «Когда выйдет журнал «Весна»?', ['«Весна»']],
  ['ky', 'Ал “жок“ деди, "Манас"тын айтымында', ['“жок“', '"Манас"']],
  ['ky', '«Манас»тын үйү, "эл", - деди', ['«Манас»', '"эл"']],
  ['en', '“He said ‘no,’” she wrote', ['“He said ‘no,’”', '‘no,’']],
  [
    'en',
    `"It's the students' right in the '90s", he's 6'2" and has a 15" screen`,
    [`"It's the students' right in the '90s"`],
  ],
  ['en', '"a"b" c', ['"a"']],
  ['en', `'I can't,' she said. ‘Twas the ‘90s, ‘em`, [`'I can't,'`]],
  ['en', 'Rock ’n’ roll, the students’ books', []],
] as const)('pairs marks (%s): %s', (language, text, pairs) => {
  expect(read(text, language).pairs).toEqual(pairs);
});

test.each([
  ['ru', 'Он сказал: «Да, — и ушёл', ['«11']],
  ['ru', 'Он сказал: «Мы работаем в ООО «Весна» и гордимся ею', ['«11']],
  ['ru', 'Да», — сказал он', ['»2']],
  ['ky', 'Ал: "Жок деди', ['"4']],
  ['en', '“A ‘b” c', ['‘3']],
  ['en', '"A said. "B" left', ['"0']],
  ['en', 'He said no," she wrote', ['"11']],
] as const)('finds marks that stand alone (%s): %s', (language, text, lone) => {
  expect(read(text, language).lone).toEqual(lone);
});

test('says where two marks do not fit', () => {
  expect(read('Газета «Слово“ вышла', 'ru').pairs).toEqual(['«Слово“ ?']);
  expect(read('«Слово«', 'ru').pairs).toEqual(['«Слово« ?']);
});

test.each(['«"“‘', '"', "'"])('reads a long hostile text of %s in proportion to its length', (part) => {
  expectToGrowWithSize((n) => readQuotationMarks(part.repeat(n), 'ru'), 8_000);
});

test('reads many opening marks before as many closing ones in proportion to the length', () => {
  expectToGrowWithSize((n) => readQuotationMarks('«'.repeat(n) + '”'.repeat(n), 'ru'), 4_000);
});
