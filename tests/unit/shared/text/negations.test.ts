import { expect, test } from 'vitest';
import type { Language } from '../../../../shared/model/language';
import { negationsIn } from '../../../../shared/text/negations';
import { expectToGrowWithSize } from '../../growth-of-time';

function certain(text: string, language: Language): readonly string[] {
  return negationsIn(text, language)
    .filter((negation) => negation.certain)
    .map(({ start, end }) => text.slice(start, end));
}

test.each<[Language, string, readonly string[]]>([
  ['ru', 'Он не придёт, и нет никого, кто пойдёт без него.', ['не', 'нет', 'никого', 'без']],
  [
    'en',
    'She didn’t come, cannot come, and will never go without him.',
    ['didn’t', 'cannot', 'never', 'without'],
  ],
  [
    'ky',
    'Ал барбайт, келбеген, болбоду, айткан эмес, акча жок.',
    ['барбайт', 'келбеген', 'болбоду', 'эмес', 'жок'],
  ],
  ['ky', 'Алар көрбөстөн, айтпаса да, иштебей жатышат.', ['көрбөстөн', 'айтпаса', 'иштебей']],
  ['ky', 'Ал келбеши мүмкүн, жүзбашы болбошу керек.', ['келбеши', 'болбошу']],
  ['ky', 'Кетпөө керек, анын себеби белгилүү эмес.', ['Кетпөө', 'эмес']],
])('finds what denies in %s: %s', (language, text, expected) => {
  expect(certain(text, language)).toEqual(expected);
});

test.each<[Language, string]>([
  ['ru', 'Не только цены, но и зарплаты; тем не менее спрос растёт, чуть не вдвое.'],
  ['en', 'Not only prices; no longer, no doubt, whether or not; No. 5.'],
  ['ky', 'Баа гана эмес, долбоор, тайпа, себептер, көбөйтүү, пропаганда, экспедиция, байлык.'],
  ['ky', 'Ал келер-келбесин, иш болорун же болбосун айтты.'],
  ['ru', 'Неделя началась, небо ясное, нефть дорожает, несмотря на прогноз.'],
])('finds nothing certain in %s: %s', (language, text) => {
  expect(certain(text, language)).toEqual([]);
});

test.each(['баб', 'не ', 'негоже'])('takes time in proportion to the length of a text of "%s"', (part) => {
  for (const language of ['ru', 'ky', 'en'] as const)
    expectToGrowWithSize((n) => negationsIn(part.repeat(n), language), 12_000);
});
