import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Language } from '../../../../shared/model/language';
import { readNames } from '../../../../shared/text/names';
import { expectToGrowWithSize } from '../../growth-of-time';

/** Runs between bars; a star marks a word whose capital is forced, ° an abbreviation. */
const read = (text: string, language: Language): string => {
  let said = '';
  let last = 0;
  for (const { text: word, forced, abbreviation, run } of readNames(text, language)) {
    if (said !== '') said += run === last ? ' ' : ' | ';
    said += `${word}${forced ? '*' : ''}${abbreviation ? '°' : ''}`;
    last = run;
  }
  return said;
};

test.each<[Language, string, string]>([
  ['en', 'Almazbek Atambayev flew to Moscow.', 'Almazbek* Atambayev | Moscow'],
  ['en', 'He met Atambayev’s friends in Issyk-Kul.', 'He* | Atambayev | Issyk-Kul'],
  ['en', 'Talks with the EU and the U.N. failed.', 'Talks* | EU°'],
  [
    'en',
    'Fury Over Visit of President Atambayev to Kremlin',
    'Fury* Over* Visit* | President* Atambayev* | Kremlin*',
  ],
  ['en', 'He said: “Kant is ours.”', 'He* | Kant*'],
  ['en', 'J. R. Tolkien and J. Smith', 'Tolkien | Smith'],
  ['ru', 'Вчера А. С. Пушкин приехал в Бишкек. Жээнбеков его ждал.', 'Вчера* Пушкин | Бишкек | Жээнбеков*'],
  ['ru', 'Переговоры с ЕС и США о Нью-Йорке.', 'Переговоры* | ЕС° | США° | Нью-Йорке'],
  ['ru', 'АТАМБАЕВ В МОСКВЕ', 'АТАМБАЕВ* В* МОСКВЕ*'],
  ['ky', 'Ал Ысык-Көлдө Жээнбековду күттү.', 'Ал* Ысык-Көлдө Жээнбековду'],
  ['ky', 'Бүгүн АКШнын элчиси менен БУУга барды.', 'Бүгүн* АКШнын° | БУУга°'],
  ['ky', 'бул жерде ысым жок', ''],
])('%s: %s', (language, text, said) => {
  expect(read(text, language)).toBe(said);
});

test('gives the place of each word, whatever the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('ru', 'ky', 'en'),
      (text, language) => {
        for (const name of readNames(text, language))
          expect(text.slice(name.start, name.end)).toBe(name.text);
      },
    ),
    { seed: 1 },
  );
});

test.each(['А', 'Аа-', 'А.', 'Аб '])('takes time in proportion to the length of a text of "%s"', (part) => {
  expectToGrowWithSize((n) => readNames(part.repeat(n), 'ru'), 12_000);
});
