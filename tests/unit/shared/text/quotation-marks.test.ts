import { expect, test } from 'vitest';
import { readQuotationMarks } from '../../../../shared/text/quotation-marks';
import type { Language } from '../../../../shared/model/language';

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

test('reads long hostile texts in time', () => {
  const before = performance.now();
  for (const text of [
    '«"“‘'.repeat(8_000),
    '"'.repeat(30_000),
    "'".repeat(30_000),
    '«'.repeat(15_000) + '”'.repeat(15_000),
  ])
    readQuotationMarks(text, 'ru');
  expect(performance.now() - before).toBeLessThan(4_000);
});
