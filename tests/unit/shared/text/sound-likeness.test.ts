import { expect, test } from 'vitest';
import { phonesOf, soundLikeness } from '../../../../shared/text/sound-likeness';
import { expectToGrowWithSize } from '../../growth-of-time';

const likeness = (a: string, b: string): number => soundLikeness(phonesOf(a), phonesOf(b));

test.each([
  ['Жээнбековдун', 'Jeenbekov'],
  ['Жээнбекову', 'Zheenbekov'],
  ['Атамбаевым', 'Atambayev'],
  ['Бишкекте', 'Bishkek'],
  ['Ысык-Көлдө', 'Issyk-Kul'],
  ['Иссык-Куля', 'Ысык-Көлдүн'],
  ['Вашингтондо', 'Washington'],
  ['Уильям', 'William'],
  ['Бернерс-Ли', 'Berners-Lee'],
  ['Феникске', 'Phoenix'],
  ['Гугл', 'Google'],
  ['Иерусалим', 'Jerusalem'],
  ['Гитлерге', 'Hitler'],
  ['Чикаго', 'Chicago'],
  ['Кавано', 'Kavanaugh'],
  ['Испания', 'Spain'],
  ['Украинский', 'Ukrainian'],
  ['Белфастским', 'Белфастта'],
  ['Шрёдер', 'Schröder'],
  ['Ош', 'Osh'],
])('%s is %s', (a, b) => {
  expect(likeness(a, b)).toBeGreaterThanOrEqual(0.78);
  expect(likeness(b, a)).toBe(likeness(a, b));
});

test.each([
  ['Иран', 'Ирак'],
  ['Иранда', 'Iraq'],
  ['Австрия', 'Australia'],
  ['Австралия', 'Austria'],
  ['Владимир', 'Валентин'],
  ['Кытай', 'China'],
  ['АКШ', 'USA'],
  ['Теннесси', 'Дональд'],
  ['Атамбаев', 'Babanov'],
  ['Хаммел', 'him'],
  ['Ким', 'Камбаратадан'],
])('%s is not %s', (a, b) => {
  expect(likeness(a, b)).toBeLessThan(0.78);
});

test('hears nothing in what is no word', () => {
  expect(likeness('2024', 'Osh')).toBe(0);
  expect(likeness('', '')).toBe(0);
});

test.each(['а', 'дз', 'z', 'é'])('takes time in proportion to the length of a word of "%s"', (part) => {
  expectToGrowWithSize((n) => likeness(part.repeat(n), part.repeat(n)), 30_000);
});
