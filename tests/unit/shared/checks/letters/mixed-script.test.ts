import { expect, test } from 'vitest';
import { mixedScript } from '../../../../../shared/checks/letters/mixed-script';
import { apply, findIn, makeRow } from '../rows';
import { expectToGrowWithSize } from '../../../growth-of-time';

const c = { a: 'a', c: 'c', o: 'o', y: 'y', A: 'A', B: 'B' } as const;

const mended = [
  { language: 'ru', text: `С${c.a}молёт ${c.c}ел`, right: 'Самолёт сел' },
  { language: 'ru', text: `Это ${c.c} нами`, right: 'Это с нами' },
  { language: 'ru', text: `Об этом пишет ${c.B}ладимир`, right: 'Об этом пишет Владимир' },
  { language: 'ru', text: `O'Хейген`, right: "О'Хейген" },
  { language: 'ru', text: 'В ХIX веке', right: 'В XIX веке' },
  { language: 'ru', text: 'Купил iPhonе и IТ-курс', right: 'Купил iPhone и IT-курс' },
  { language: 'ru', text: 'Пришлите е-mail', right: 'Пришлите e-mail' },
  { language: 'ru', text: 'зáмок', right: 'за\u0301мок' },
  { language: 'ky', text: `Б${c.y}лар к${c.y}ндөр`, right: 'Булар күндөр' },
  { language: 'ky', text: `Жеңилбе${c.c} келди`, right: 'Жеңилбес келди' },
  { language: 'ky', text: `öтк${c.o}н`, right: 'öткон' },
  { language: 'en', text: 'Тhe road is open', right: 'The road is open' },
  { language: 'en', text: 'This is а road', right: 'This is a road' },
] as const;

test.each(mended)('mends "$text"', ({ language, text, right }) => {
  const rows = [makeRow('a', { [language]: text })];
  expect(apply(rows, findIn(mixedScript, rows))[language]).toEqual([right]);
});

test.each([
  ['ru', 'IT-компания и COVID-19, PDF-файл, витамин C, группа A и 3D-модель'],
  ['ru', 'Вариант a) и вариант b), МегаCom, НТВPlus, «Ё»'],
  ['ky', "IT-компания, COVID-19дун, iPhone'дун, UNESCOнун, PACEге, NATOсу, Migosго, Netflixтин, 3D-модель"],
  ['ky', 'Бул Nestléдин иши, CNN-ге билдирди'],
  ['en', 'The newspaper “Правда” wrote about it, a road, O’Hagan'],
] as const)('is quiet about honest mixtures in %s: %s', (language, text) => {
  expect(findIn(mixedScript, [makeRow('a', { [language]: text })])).toEqual([]);
});

test('names the word and the letters, and says which alphabet was meant', () => {
  const [finding] = findIn(mixedScript, [makeRow('a', { ru: `Это ${c.c}амо${c.c}вал` })]);
  expect(finding).toMatchObject({
    check: 'mixedScript',
    message: 'notCyrillic',
    params: { word: `${c.c}амо${c.c}вал`, letters: 'c' },
    spans: [{ start: 4, end: 12 }],
  });
  expect(finding?.fixes).toHaveLength(2);
});

test('offers no fix where a letter may stand for two', () => {
  const [finding] = findIn(mixedScript, [makeRow('a', { ky: `Ол к${c.y}кты` })]);
  expect(finding?.fixes).toHaveLength(1);
  const [unknown] = findIn(mixedScript, [makeRow('a', { ky: `Ал к${c.y}рд` })]);
  expect(unknown).toMatchObject({ message: 'notCyrillic', fixes: [] });
});

test('takes time in proportion to the length of the text', () => {
  expectToGrowWithSize(
    (n) => findIn(mixedScript, [makeRow('a', { ru: 'aб'.repeat(n), en: 'а'.repeat(2 * n) })]),
    6_000,
  );
});
