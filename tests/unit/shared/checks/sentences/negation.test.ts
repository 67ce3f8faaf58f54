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
  expect(finding).toMatchObject({ message: 'lost', severity: 'major', params: { language } });
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
  [
    'a ban',
    'en',
    {
      ru: 'Устав не запрещает забастовки.',
      ky: 'Жобо иш таштоого тыюу салбайт.',
      en: 'The charter bans strikes.',
    },
  ],
  [
    'not yet',
    'en',
    { ru: 'Школу ещё не сдали.', ky: 'Мектепти тапшыра элек.', en: 'The school has been handed over.' },
  ],
  ['an order', 'ru', { ru: 'Трогайте провода!', ky: 'Зымдарды кармабаңыз!', en: 'Do not touch the wires!' }],
  [
    'a farm',
    'ky',
    { ru: 'Хозяйство не платит долг.', ky: 'Чарба карызын төлөйт.', en: 'The farm does not pay its debt.' },
  ],
  [
    'a verb with a suffix',
    'ru',
    { ru: 'Это увеличит расходы.', ky: 'Бул чыгымды көбөйтпөйт.', en: 'This will not raise costs.' },
  ],
] as const)('finds the negation lost of %s', (_, language, texts) => {
  expect(findIn(negation, [makeRow('a', texts)])).toMatchObject([{ message: 'lost', params: { language } }]);
});

test.each([
  [
    'one keeps silent',
    { ru: 'Мэр отмолчался, потом промолчал.', ky: 'Мэр эч нерсе деген жок.', en: 'The mayor said nothing.' },
  ],
  [
    'one has a number',
    { ru: 'Автобус № 12 стоит.', ky: '12-автобус турат.', en: 'Bus No.\u00a012 is standing.' },
  ],
  ['one is not new', { ru: 'Спор не новый.', ky: 'Талаш эски.', en: 'The dispute is an old one.' }],
  ['a farm is named', { ru: 'Хозяйство растёт.', ky: 'Чарба өсүүдө.', en: 'The farm is growing.' }],
  ['current is named', { ru: 'Ток дали.', ky: 'Электр берилди.', en: 'Power is back.' }],
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
  [
    'one denies the contrary',
    {
      ru: 'После заседания интерес к делу отнюдь не ослаб.',
      ky: 'Жыйындан кийин ишке кызыгуу күч бойдон калды.',
      en: 'Interest in the case remained strong after the session.',
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
