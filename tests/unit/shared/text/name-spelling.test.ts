import { expect, test } from 'vitest';
import type { Language } from '../../../../shared/model/language';
import { nameKey } from '../../../../shared/text/name-key';
import { slipBetween } from '../../../../shared/text/name-slip';
import { mayBeSameName, nameStems } from '../../../../shared/text/name-stems';
import { expectToGrowWithSize } from '../../growth-of-time';

test.each([
  ['Жээнбеков', 'Жеенбеков', 'Jeenbekov', 'Zheenbekov', 'Djeenbekov'],
  ['Атамбаев', 'Atambayev', 'Atambaev', 'Atambaiev'],
  ['Сооронбай', 'Sooronbay', 'Soronbai'],
  ['Наталья', 'Natalya', 'Nataliya', 'Natalia'],
  ['Хрущёв', 'Khrushchev', 'Хрущев'],
  ['Дмитрий', 'Dmitry', 'Dmitriy', 'Dmitrii'],
  ['Елена', 'Yelena', 'Elena'],
  ['Ысык-Көл', 'Ysyk-Kol', 'Ysyk-Köl'],
])('%s and its other spellings are one', (...names) => {
  expect(new Set(names.map(nameKey)).size).toBe(1);
});

test.each([
  ['Osmonov', 'Usmanov'],
  ['Осмонов', 'Усманов'],
  ['Иран', 'Ирак'],
  ['Iran', 'Iraq'],
  ['Austria', 'Australia'],
  ['Maria', 'Mara'],
  ['Асанов', 'Асанова'],
  ['Bakiev', 'Babanov'],
])('%s and %s are two', (a, b) => {
  expect(nameKey(a)).not.toBe(nameKey(b));
});

test.each([
  ['трапма', 'трампа', 'swap'],
  ['belfsat', 'belfast', 'swap'],
  ['атабаев', 'атамбаев', 'letter'],
  ['атамббаев', 'атамбаев', 'letter'],
  ['минска', 'минск', null],
  ['american', 'america', null],
  ['hrump', 'trump', null],
  ['rtump', 'trump', null],
  ['иран', 'ирак', null],
  ['трамп', 'трамп', null],
  ['', 'т', null],
])('from %s to %s: %s', (a, b, slip) => {
  expect(slipBetween(a, b)).toBe(slip);
  expect(slipBetween(b, a)).toBe(slip);
});

test.each<[Language, string, string]>([
  ['ky', 'Жээнбековдун', 'Жээнбеков'],
  ['ky', 'Бишкектегилер', 'Бишкектегилер'],
  ['ky', 'Кыргызстандык', 'Кыргызстан'],
  ['ky', 'Ысык-Көлдөгү', 'Ысык-Көл'],
  ['ky', 'Solid-дин', 'Solid'],
  ['ru', 'Атамбаевым', 'Атамбаев'],
  ['ru', 'Белфастским', 'Белфаст'],
  ['ru', 'Западной', 'Западн'],
  ['en', 'Catalans', 'Catalan'],
])('%s: %s may be a form of %s', (language, word, stem) => {
  expect(nameStems(word, language)).toContain(stem);
});

test.each<[Language, string, string, boolean]>([
  ['ru', 'Асели', 'Асель', true],
  ['ru', 'Бернерса-Ли', 'Бернерс-Ли', true],
  ['ru', 'Корей', 'Кореи', true],
  ['ky', 'Атамбаевге', 'Атамбаевдин', true],
  ['ky', 'Атамбаевге', 'Атабаевге', false],
  ['en', 'Jeenbekov', 'Zheenbekov', false],
])('%s: whether %s and %s may be forms of one: %s', (language, a, b, same) => {
  expect(mayBeSameName(a, b, language)).toBe(same);
});

test.each(['а', 'на', 'а-', 'i'])('takes time in proportion to the length of a word of "%s"', (part) => {
  expectToGrowWithSize((n) => nameKey(part.repeat(n)), 20_000);
  for (const language of ['ru', 'ky', 'en'] as const)
    expectToGrowWithSize((n) => nameStems(part.repeat(n), language), 20_000);
});
