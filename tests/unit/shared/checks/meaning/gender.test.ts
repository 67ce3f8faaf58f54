import { expect, test } from 'vitest';
import { gender } from '../../../../../shared/checks/meaning/gender';
import type { PerLanguage } from '../../../../../shared/model/language';
import { findIn, makeRow, quotes } from '../rows';

type Texts = PerLanguage<string>;

function check(texts: Texts) {
  const rows = [makeRow('a', texts)];
  return findIn(gender, rows).map((finding) => quotes(rows, finding));
}

test.each<[string, Texts, readonly string[]]>([
  [
    'an English pronoun',
    {
      ru: 'Назира Бектурова сказала, что её уволили.',
      ky: 'Назира Бектурова аны иштен алышканын айтты.',
      en: 'Nazira Bekturova said he had been dismissed.',
    },
    ['en: he', 'ru: её'],
  ],
  [
    'a Russian pronoun',
    {
      ru: 'Эрмек Талипов и её сын судятся.',
      ky: 'Эрмек Талипов менен анын уулу соттошууда.',
      en: 'Ermek Talipov and his son are in court.',
    },
    ['ru: её', 'en: his'],
  ],
  [
    'a Russian verb',
    {
      ru: 'Учёный Чинара Мамбетова открыл музей.',
      ky: 'Окумуштуу Чынара Мамбетова музей ачты.',
      en: 'The scientist Chinara Mambetova has opened a museum.',
    },
    ['ru: открыл', 'en: Mambetova'],
  ],
  [
    'a Russian verb, of a man',
    {
      ru: 'Учёный Бакыт Омуров открыла музей.',
      ky: 'Окумуштуу Бакыт Омуров музей ачты.',
      en: 'The scientist Bakyt Omurov has opened a museum.',
    },
    ['ru: открыла', 'en: Omurov'],
  ],
  ...(
    [
      ['Анна Заславская', 'сказала, что её', 'Anna Zaslavskaya said he', 'en: he', 'ru: её'],
      ['Айжан Асанкызы', 'сказала, что её', 'Aijan Asankyzy said he', 'en: he', 'ru: её'],
      ['Азат Асануулу', 'сказал, что его', 'Azat Asanuulu said she', 'en: she', 'ru: его'],
      ['Пётр Заславский', 'сказал, что его', 'Pyotr Zaslavsky said she', 'en: she', 'ru: его'],
      ['Пётр Заславский', 'сказал, что его', 'Pyotr Zaslavskiy said she', 'en: she', 'ru: его'],
    ] as const
  ).map(([name, said, en, odd, other]): [string, Texts, readonly string[]] => [
    `a pronoun behind ${en.slice(0, en.indexOf(' said'))}`,
    {
      ru: `${name} ${said} уволили.`,
      ky: `${name} аны иштен алышканын айтты.`,
      en: `${en} had been dismissed.`,
    },
    [odd, other],
  ]),
])('finds the other gender of %s', (_, texts, places) => {
  expect(check(texts)).toEqual([places]);
});

test.each<[string, Texts]>([
  [
    'all agree',
    {
      ru: 'Назира Бектурова сказала, что её уволили.',
      ky: 'Назира Бектурова аны иштен алышканын айтты.',
      en: 'Nazira Bekturova said she had been dismissed.',
    },
  ],
  [
    'a verb stands behind the name of whom it is done for',
    {
      ru: 'Адвокат Бакыта Омурова подал жалобу.',
      ky: 'Бакыт Омуровдун адвокаты арыз берди.',
      en: 'The lawyer of Bakyt Omurov has lodged a complaint.',
    },
  ],
  [
    'a man and a woman are named',
    {
      ru: 'Каримова ждала, пока он придёт.',
      ky: 'Каримова аны күттү.',
      en: 'Karimova and Asanov waited for her.',
    },
  ],
  [
    'the verb is about another than the woman who is named',
    {
      ru: 'Учёный Чинара Мамбетова открыл музей.',
      ky: 'Окумуштуу Чынара Мамбетова музей ачты.',
      en: 'The scientist has opened a museum, Aida Karimova said.',
    },
  ],
  [
    'nobody is named',
    {
      ru: 'Комиссия уехала: она всё видела.',
      ky: 'Комиссия кетти.',
      en: 'The inspector left: he had seen it all.',
    },
  ],
])('is quiet where %s', (_, texts) => {
  expect(check(texts)).toEqual([]);
});

test('tells by the rest of the article who a pronoun is about, where no surname says it', () => {
  const rows = [
    makeRow('a', {
      ru: 'Бригадир Смит пришла первой, и она открыла ворота.',
      ky: 'Бригадир Смит биринчи келип, дарбазаны ачты.',
      en: 'Foreman Smith came first, and she opened the gate.',
    }),
    makeRow('b', {
      ru: 'Потом он позвал остальных.',
      ky: 'Анан калгандарын чакырды.',
      en: 'Then she called the others.',
    }),
  ];
  expect(findIn(gender, rows).map((finding) => quotes(rows, finding))).toEqual([['ru: он', 'en: she']]);
});

test('points at the verb beside a name that the rest of the article gives the other gender', () => {
  const rows = [
    makeRow('a', {
      ru: 'Компанию возглавляет Хелен Брукс.',
      ky: 'Компанияны Хелен Брукс башкарат.',
      en: 'The company is led by Helen Brooks.',
    }),
    makeRow('b', {
      ru: '«Работы хватит всем», — сказал Брукс.',
      ky: '«Жумуш баарына жетет», — деди Брукс.',
      en: '“There is work for everyone,” said Brooks.',
    }),
  ];
  expect(findIn(gender, rows).map((finding) => quotes(rows, finding))).toEqual([['ru: сказал', 'en: Helen']]);
});

test.each<[string, Texts]>([
  [
    'a child is he in Russian',
    {
      ru: 'Ребёнок спал: он устал с дороги.',
      ky: 'Бала уктап жатты: ал жолдон чарчаган.',
      en: 'The child was asleep: she was tired from the journey.',
    },
  ],
  [
    'the pronouns may be two people’s',
    {
      ru: 'После ссоры её письма Нил сжёг и вымыл руки.',
      ky: 'Чатактан кийин Нил каттарды өрттөп, колун жууду.',
      en: 'After the quarrel Neal burned the letters and washed his hands.',
    },
  ],
])('does not take it for another gender where %s', (_, texts) => {
  expect(check(texts)).toEqual([]);
});
