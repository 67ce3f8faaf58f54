import { describe, expect, it } from 'vitest';
import type { Language } from '../../../../shared/model/language';
import { changesMeaning } from '../../../../shared/reconcile/meaning';

/** Pairs that say the same, and pairs that do not. */
const examples: Readonly<
  Record<Language, { readonly same: readonly string[]; readonly other: readonly string[] }>
> = {
  ru: {
    same: [
      'Он сказал: "Да". | Он сказал: «Да».',
      'Бишкек - столица. | Бишкек — столица.',
      'Он пришёл и ушёл. | Он пришел, и ушел.',
      'В ПАРЛАМЕНТЕ СПОРЯТ | В парламенте спорят',
      'ООН ПОМОЖЕТ | ООН поможет',
      'Президент ушёл. | президент ушёл',
      'Кто то пришёл. | Кто-то пришёл.',
      'Не смотря на дождь | Несмотря на дождь',
      'Собрали 1 200 сомов. | Собрали 1200 сомов.',
      'Рост на 2,5 процента | Рост на 2.5 процента',
      'милион сомов | миллион сомов',
      'Колличество школ | Количество школ',
      'учавствовать в выборах | участвовать в выборах',
      'превычные меры | привычные меры',
      'прозьба жителей | просьба жителей',
      'Он он ушёл | Он ушёл',
      'Cегодня выборы | Сегодня выборы',
      'о реформе | о реформой',
      'новый школа | новая школа',
      'комиссия решил | комиссия решила',
      'Всё… | Всё...',
      'чуства граждан | чувства граждан',
      'при Акаеву | при Акаеве',
    ],
    other: [
      'Доход увеличил на треть | Доход уменьшил на треть',
      'Цены выше | Цены ниже',
      'Он не согласен | Он согласен',
      'Ни один не пришёл | Один не пришёл',
      '300 миллионов | 320 миллионов',
      '300 миллионов | 300 миллиардов',
      'Рост 5% | Рост 5',
      'Было -5 градусов | Было 5 градусов',
      'реформа идёт | реформы идут',
      'решил | решит',
      'компания началась | кампания началась',
      'предоставить отчёт | представить отчёт',
      'преступить к делу | приступить к делу',
      'изменение климата | измерение климата',
      'поднять вопрос | понять вопрос',
      'резидент страны | президент страны',
      'министр образования | министр обороны',
      'Реформа провалилась. | Реформа провалилась?',
      'до выборов | после выборов',
      'вчера он уехал | он уехал',
      'собака укусила человека | человека укусила собака',
      '12 мая | 1 2 мая',
      'поставка оружия | подставка оружия',
      'встретил Жапарова | встретил Жабарова',
      'сам Токаев | сам Тогаев',
    ],
  },
  ky: {
    same: [
      'Ал келген жoк. | Ал келген жок.',
      'Ѳзгѳртүү кирди | Өзгөртүү кирди',
      'ɵлкɵ | өлкө',
      'озгоруу болду | өзгөрүү болду',
      'Жаны жыл башталды, деди ал | жаны жыл башталды деди ал',
      'китептар келди | китептер келди',
      'мектепде окуйт | мектепте окуйт',
      'мектептин курду | мектепти курду',
      '«Ала-Тоо» аянты | "Ала Тоо" аянты',
      'Президент  Ошко барды | Президент Ошко барды.',
      'Кыргызстандын | кыргызстандын',
      '2,5 пайыз | 2.5 пайыз',
    ],
    other: [
      'Ал келет | Ал келбет',
      'Ал келди | Ал келбеди',
      'Мыйзам кабыл алынды | Мыйзам кабыл алынбады',
      'суу бар | суу жок',
      'туура эмес | туура',
      'Бишкекке барды | Бишкектен барды',
      '12 мектеп | 14 мектеп',
      '2019-жылы | 2020-жылы',
      'баа өстү | баа түштү',
      'алды | алат',
      'тоо жолу | төө жолу',
      'мугалим келди | мугалимдер келди',
      'жабды | жабылды',
    ],
  },
  en: {
    same: [
      'He said "yes". | He said “yes.”',
      'The president left. | President left',
      'we recieve aid | we receive aid',
      'a seperately paid bill | a separately paid bill',
      'the colour of money | the color of money',
      'they organised a vote | they organized a vote',
      'the centre of Osh | the center of Osh',
      'goverment offices | government offices',
      'the commitee met | the committee met',
      'the the vote | the vote',
      '1,200 soms | 1200 soms',
      'a list of names were read | a list of names was read',
      'presidents decree | president’s decree',
      'long-term plans | long term plans',
      'Jeenbekov’s party | Jeenbekov party',
      "He didn't go | He didn’t go",
    ],
    other: [
      'reparation losses | reputation losses',
      'The talks ended | The talks needed',
      'five charges | six charges',
      'He is guilty | He is not guilty',
      'He can go | He can’t go',
      "They did vote | They didn't vote",
      'help US | help us',
      '5% of voters | 5 of voters',
      'cost $5 | cost €5',
      'one charge | one charges',
      'prices fell | prices rose',
      'former minister | farmer minister',
      'the country won | the county won',
      'a contract with China | a contact with China',
      'martial law | marital law',
      'the vote ended | the vote ends',
      'He won. | He won?',
      'legal act | illegal act',
      'no water | now water',
      'he confirmed it | he conformed it',
    ],
  },
};

describe('changesMeaning', () => {
  for (const [language, { same, other }] of Object.entries(examples) as [
    Language,
    (typeof examples)['ru'],
  ][]) {
    it.each(same)(`${language} says the same: %s`, (example) => {
      const [before = '', after = ''] = example.split(' | ');
      expect(changesMeaning(before, after, language)).toBe(false);
      expect(changesMeaning(after, before, language)).toBe(false);
    });

    it.each(other)(`${language} says something else: %s`, (example) => {
      const [before = '', after = ''] = example.split(' | ');
      expect(changesMeaning(before, after, language)).toBe(true);
      expect(changesMeaning(after, before, language)).toBe(true);
    });
  }
});
