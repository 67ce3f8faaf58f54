import { expect, test } from 'vitest';
import { date } from '../../../../../shared/checks/numbers/date';
import { number } from '../../../../../shared/checks/numbers/number';
import type { PerLanguage } from '../../../../../shared/model/language';
import { findIn, makeRow, quotes } from '../rows';

type Texts = Partial<PerLanguage<string>>;

test('says which version has another month than the two others, and offers theirs in its own form', () => {
  const rows = [
    makeRow('a', { ru: 'Это было 24 июля.', ky: 'Бул 24-апрелде болду.', en: 'It was July 24.' }),
  ];
  const [finding, ...more] = findIn(date, rows);
  expect(more).toEqual([]);
  expect(finding).toMatchObject({
    message: 'month',
    params: { language: 'ky', date: '24-апрелде', said: 'ru 24 июля\nen July 24' },
    fixes: [{ language: 'ky', text: 'июлда' }],
  });
  expect(finding && quotes(rows, finding)).toEqual(['ky: 24-апрелде', 'ru: 24 июля', 'en: July 24']);
});

test.each<[string, Texts, string, string | null]>([
  ['a day', { ru: '24 июля 2019', ky: '2019-жылдын 24-июлу', en: 'July 94, 2019' }, 'day', '24'],
  ['a year', { ru: '24 июля 2019', ky: '2019-жылдын 24-июлу', en: 'July 24, 4019' }, 'year', '2019'],
  ['a month alone', { ru: 'вышел в июне', ky: 'июнь айында чыкты', en: 'out in April' }, 'month', 'June'],
  ['a month in digits', { ru: '24.08.2019', ky: '24-июль 2019-жыл', en: '24 July 2019' }, 'month', '07'],
  ['a weekday', { ru: 'в пятницу', ky: 'ишемби күнү', en: 'on Saturday' }, 'weekday', 'субботу'],
  ['a time', { ru: 'в 14:30', ky: 'саат 14:30да', en: 'at 15:30' }, 'time', '14:30'],
  ['two versions', { ru: '24 июля', en: '24 June' }, 'month', null],
  ['a missing date', { ru: 'умер 24 июля', ky: '24-июлда өлдү', en: 'died' }, 'missing', null],
  ['a day no month has', { en: 'on 31 June' }, 'noSuchDay', null],
  ['a weekday behind a Kyrgyz ending', { ky: 'Жыйын 24.07.2019да (жума) болот' }, 'wrongWeekday', null],
  ['a weekday that does not fit', { en: 'Friday, July 24, 2019' }, 'wrongWeekday', null],
])('reports %s', (_, texts, message, fix) => {
  const found = findIn(date, [makeRow('a', texts)]);
  expect(found.map((finding) => [finding.message, finding.fixes[0]?.text ?? null])).toEqual([[message, fix]]);
});

test.each<[string, Texts]>([
  ['a dotted range', { ru: '07.03–09.03.2021', ky: '2021-жылдын 7–9-мартында', en: '7–9 March 2021' }],
  ['forms', { ru: '24.07.2019', ky: '2019-жылдын 24-июлунда', en: '24 July 2019' }],
  ['ranges', { ru: '24–25 июля', ky: '24-25-июль', en: 'July 24-25' }],
  ['clocks', { ru: 'в 19:00', ky: 'кечки саат жетиде', en: 'at 7 p.m.' }],
  ['years apart', { ru: '24 июля 2019 года', ky: '2019-жыл. 24-июль', en: 'in 2019, on July 24' }],
  ['names', { ru: 'газета Sunday Times', ky: 'Сандей Таймс', en: 'the Sunday Times' }],
  ['words like months', { ru: 'Марта ушла', ky: 'май жеди', en: 'he may march' }],
  ['months left to the context', { ru: 'в июле', ky: 'ошондо', en: 'that summer' }],
  ['a weekday that fits', { en: 'Wednesday, July 24, 2019' }],
])('is quiet about %s', (_, texts) => {
  expect(findIn(date, [makeRow('a', texts)])).toEqual([]);
});

test('puts each odd date together with the one that has most in common with it', () => {
  const rows = [
    makeRow('a', {
      ru: '5 июня, потом 7 октября',
      ky: '7-апрелге чейин, 5-февралдан кийин',
      en: 'June 5, then October 7',
    }),
  ];
  const found = findIn(date, rows);
  expect(found.map((finding) => [quotes(rows, finding)[0], finding.fixes[0]?.text])).toEqual([
    ['ky: 5-февралдан', 'июндан'],
    ['ky: 7-апрелге', 'октябрга'],
  ]);
});

test('what it reports is not reported again as a number', () => {
  const rows = [makeRow('a', { ru: '24 июля 2019', ky: '2019-жылдын 24-июлу', en: 'July 23, 2018' })];
  expect(findIn(date, rows).length).toBe(2);
  expect(findIn(number, rows)).toEqual([]);
});
