import { expect, test } from 'vitest';
import { negation } from '../../../../../shared/checks/sentences/negation';
import { findIn, makeRow, quotes } from '../rows';

const NOT = {
  ru: 'Министр сказал, что дорога не откроется в понедельник.',
  ky: 'Министр жол дүйшөмбүдө ачылбайт деп айтты.',
  en: 'The minister said the road would not open on Monday.',
};

const YES = {
  ru: 'Министр сказал, что дорога откроется в понедельник.',
  ky: 'Министр жол дүйшөмбүдө ачылат деп айтты.',
  en: 'The minister said the road would open on Monday.',
};

test.each(['ru', 'ky', 'en'] as const)('finds the negation that %s has lost', (language) => {
  const rows = [makeRow('a', { ...NOT, [language]: YES[language] })];
  const [finding, ...more] = findIn(negation, rows);
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ message: 'lost', severity: 'minor', params: { language } });
  expect(finding && quotes(rows, finding)[0]).toBe(`${language}: ${YES[language]}`);
});

test.each([
  ['ru', 'не'],
  ['ky', 'ачылбайт'],
  ['en', 'not'],
] as const)('finds the negation that only %s has', (language, word) => {
  const rows = [makeRow('a', { ...YES, [language]: NOT[language] })];
  const [finding] = findIn(negation, rows);
  expect(finding).toMatchObject({ message: 'added', params: { language } });
  expect(finding && quotes(rows, finding)).toEqual([
    `${language}: ${word}`,
    ...(['ru', 'ky', 'en'] as const)
      .filter((other) => other !== language)
      .map((other) => `${other}: ${YES[other]}`),
  ]);
});

test.each([
  ['all deny', NOT],
  ['none denies', YES],
  ['one refuses', { ...NOT, en: 'The minister refused to open the road on Monday.' }],
  ['one puts it with a negative word', { ...YES, ru: 'Дорога не закрыта.', en: 'The road is unblocked.' }],
  [
    'one is not translated',
    { ...NOT, ky: 'Министр отметил, что дорога не откроется до самого понедельника.' },
  ],
  [
    'one calls it outside or waits for it',
    {
      ru: 'Вне зоны связи помощи ещё ждут.',
      ky: 'Байланыш жок жерде жардам келе элек, бул жакшы эмес.',
      en: 'Where there is no signal, help has not come.',
    },
  ],
  ['two versions differ and there is no third', { ru: NOT.ru, en: YES.en }],
  [
    'one says not only',
    {
      ru: 'Он не только строит дороги, но и чинит мосты.',
      ky: 'Ал жол салат жана көпүрөлөрдү оңдойт.',
      en: 'He builds roads and mends bridges.',
    },
  ],
])('is quiet where %s', (_, texts) => {
  expect(findIn(negation, [makeRow('a', texts)])).toEqual([]);
});
