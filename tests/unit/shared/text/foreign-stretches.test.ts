import { expect, test } from 'vitest';
import type { Language } from '../../../../shared/model/language';
import { foreignStretches } from '../../../../shared/text/foreign-stretches';
import { expectToGrowWithSize } from '../../growth-of-time';

function found(text: string, language: Language): readonly string[] {
  return foreignStretches(text, language)
    .filter(({ weight }) => weight >= 3)
    .map(({ start, end, language: other }) => `${other}: ${text.slice(start, end)}`);
}

test('takes in whole sentences, names at their ends included', () => {
  const foreign = 'Садыр Жапаров встретился с депутатами в Бишкеке.';
  expect(found(`Жолугушуу өттү. ${foreign} Анда бюджет талкууланды.`, 'ky')).toEqual([`ru: ${foreign}`]);
});

test('ends at the sentence where the language changes, and holds neighbours of one language together', () => {
  const two = 'We will not accept this. Nobody will.';
  expect(found(`Переговоры сорваны. ${two} Так сказал министр.`, 'ru')).toEqual([`en: ${two}`]);
});

test('goes up to the quotation mark inside a sentence', () => {
  const quoted = 'Мы будем работать вместе со всеми, кто хочет мира в регионе';
  expect(found(`«${quoted}», — деди ал жыйында.`, 'ky')).toEqual([`ru: «${quoted}`]);
});

test.each<[Language, string]>([
  ['ru', 'Пишите на editor@example.org или откройте https://example.org/the/way/of/the/world сегодня.'],
  ['ru', 'Асель Токтобаева, Нурлан Жумабеков, Чолпон Осмонова.'],
  ['ky', 'Асель Токтобаева, Александр Петров, Виктор Сидоров.'],
  ['en', 'The road from Bishkek to Osh stays closed, the ministry said.'],
])('finds nothing in %s: %s', (language, text) => {
  expect(found(text, language)).toEqual([]);
});

test.each(['слово', 'a@.', 'это the бул. А '])(
  'takes time in proportion to the length of a text of "%s"',
  (part) => {
    expectToGrowWithSize((n) => foreignStretches(part.repeat(n), 'ky'), 6_000);
  },
);
