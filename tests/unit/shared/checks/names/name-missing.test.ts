import { expect, test } from 'vitest';
import { nameMissing } from '../../../../../shared/checks/names/name-missing';
import type { PerLanguage } from '../../../../../shared/model/language';
import { findIn, makeRow, quotes } from '../rows';

type Texts = Partial<PerLanguage<string | readonly string[]>>;

const rowsOf = (texts: readonly Texts[]) => texts.map((each, n) => makeRow(`row-${n}`, each));

test.each<[string, Texts, string, readonly string[]]>([
  [
    'en',
    {
      ru: 'Вчера Атамбаев встретился с Путиным в Кремле.',
      ky: 'Кечээ Атамбаев Кремлде Путин менен жолугушту.',
      en: 'Yesterday Atambayev had a meeting in the Kremlin.',
    },
    'Путиным',
    ['en: ', 'ru: Путиным', 'ky: Путин'],
  ],
  [
    'ky',
    {
      ru: 'Самолёт Сооронбая Жээнбекова сел в Канте.',
      ky: 'Президенттин учагы Кантка конду.',
      en: 'The plane of Sooronbay Jeenbekov landed in Kant.',
    },
    'Sooronbay Jeenbekov',
    ['ky: ', 'ru: Сооронбая', 'en: Sooronbay', 'ru: Жээнбекова', 'en: Jeenbekov'],
  ],
  [
    'ru',
    {
      ru: 'Погибли люди на индонезийском острове.',
      ky: 'Индонезиянын Сулавеси аралында адамдар каза тапты.',
      en: 'People died on the Indonesian island of Sulawesi.',
    },
    'Sulawesi',
    ['ru: ', 'ky: Сулавеси', 'en: Sulawesi'],
  ],
])('says which names %s lacks', (language, texts, names, places) => {
  const rows = rowsOf([texts]);
  const [finding, ...more] = findIn(nameMissing, rows);
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ check: 'nameMissing', message: 'missing', params: { language, names } });
  expect(finding && quotes(rows, finding)).toEqual(places);
});

test.each<[string, readonly Texts[]]>([
  [
    'every name is there, in whatever case and alphabet',
    [
      {
        ru: 'Встреча Жээнбекова с Макроном в Иссык-Куле.',
        ky: 'Жээнбековдун Макрон менен Ысык-Көлдөгү жолугушуусу.',
        en: 'The meeting of Zheenbekov and Macron in Issyk-Kul.',
      },
    ],
  ],
  [
    'a name is a derived word or within another',
    [
      {
        ru: 'Американская и южноафриканская пресса.',
        ky: 'Анда Америка менен Африканын басма сөзү.',
        en: 'The press of America and South Africa.',
      },
    ],
  ],
  [
    'a country has another name in one language, or an abbreviation is translated',
    [
      {
        ru: 'Посол ООН был в Китае и в Венгрии, в составе США.',
        ky: 'БУУнун элчиси Кытайда жана Венгрияда, АКШда болгон.',
        en: 'The UN envoy was in China, Hungary and the USA.',
      },
    ],
  ],
  [
    'another name stands in its place',
    [
      {
        ru: 'Он жил в Силиконе недалеко отсюда.',
        ky: 'Ал Силикондо ушул жерге жакын жашачу.',
        en: 'He lived in Bluewater not far from here.',
      },
    ],
  ],
  [
    'one version always calls it something else',
    [
      {
        ru: 'Потом Лутеция приняла гостей.',
        ky: 'Андан кийин Лутеция конокторду тосту.',
        en: 'Then the city received guests.',
      },
      {
        ru: 'Там Лутеция и стоит.',
        ky: 'Ошол жерде Лутеция турат.',
        en: 'That is where the city stands.',
      },
    ],
  ],
  [
    'the name moved to the row beside',
    [
      { ru: 'Говорил Бабанов долго.', ky: 'Көпкө Бабанов сүйлөдү.', en: 'There was a long speech.' },
      { ru: 'Потом он ушёл.', ky: 'Анан ал кетти.', en: 'Then the speaker Babanov left.' },
    ],
  ],
  [
    'the word is no name',
    [
      {
        ru: 'Там Ураган стих. Этот ураган был долгим.',
        ky: 'Ал жакта Ураган басылды.',
        en: 'There the storm calmed down.',
      },
    ],
  ],
  [
    'the whole sentence is missing, which is told as such',
    [
      {
        ru: 'Дорогу закрыли на весь день из-за снега. Об этом рассказал водитель Асылбек Жумалиев, который ждал там шесть часов.',
        ky: 'Жол кардан улам күн бою жабылды. Бул тууралуу ал жерде алты саат күткөн айдоочу Асылбек Жумалиев айтып берди.',
        en: 'The road was closed the whole day because of the snow.',
      },
    ],
  ],
  ['only two versions are there', [{ ru: 'Там Атамбаев был.', en: 'He was there.' }]],
])('is quiet where %s', (_, texts) => {
  expect(findIn(nameMissing, rowsOf(texts))).toEqual([]);
});

test('takes a first word for a name where it has a capital within a sentence too', () => {
  const first = { ru: 'Бабанов ушёл.', ky: 'Бабанов кетти.', en: 'The man left.' };
  expect(findIn(nameMissing, rowsOf([first]))).toEqual([]);
  const elsewhere = { ru: 'Ушёл Бабанов.', ky: 'Азыр Бабанов кетти.', en: 'So Babanov left.' };
  const filler = { ru: 'Да.', ky: 'Ооба.', en: 'Yes.' };
  const found = findIn(nameMissing, rowsOf([first, filler, elsewhere]));
  expect(found.map(({ rowId }) => rowId)).toEqual(['row-0']);
});

test.each([
  ['lacks twice', 'Then the man left.', ['row-0', 'row-2']],
  ['has another for', 'Then Bluewater left.', ['row-0', 'row-2']],
])('tells of a name a version %s, where it has it elsewhere', (_, en, told) => {
  const without = { ru: 'Потом Бабанов ушёл.', ky: 'Анан Бабанов кетти.', en };
  const filler = { ru: 'Да.', ky: 'Ооба.', en: 'Yes.' };
  const elsewhere = { ru: 'Ушёл Бабанов.', ky: 'Азыр Бабанов кетти.', en: 'So Babanov left.' };
  const tell = (...texts: readonly Texts[]) => findIn(nameMissing, rowsOf(texts)).map(({ rowId }) => rowId);
  expect(tell(without, filler, without, filler, elsewhere)).toEqual(told);
  expect(tell(without, filler, without, filler)).toEqual([]);
});

test.each([
  [
    'one letter of a surname',
    { ru: 'Выступил Азамат Жолдубаев.', ky: 'Азамат Жолдубаев сүйлөдү.', en: 'Azamat Joldumaev spoke.' },
    ['en: Joldumaev', 'ru: Жолдубаев', 'ky: Жолдубаев'],
  ],
  [
    'another surname',
    { ru: 'Школу строил Мамытов.', ky: 'Мектепти Сатаров курган.', en: 'The school was built by Mamytov.' },
    ['ky: Сатаров', 'ru: Мамытов', 'en: Mamytov'],
  ],
  [
    'a name repeated instead',
    {
      ru: 'Пришли Нурлан Садыков и Бакыт Омуров.',
      ky: 'Нурлан Садыков менен Бакыт Омуров келди.',
      en: 'Nurlan Sadykov and Bakyt Sadykov came.',
    },
    ['en: Sadykov', 'ru: Омуров', 'ky: Омуров'],
  ],
  [
    'one letter of a name from abroad, in Kyrgyz',
    {
      ru: 'Награду вручил Томас Брандер.',
      ky: 'Сыйлыкты Томас Брандел тапшырды.',
      en: 'Thomas Brander handed over the award.',
    },
    ['ky: Брандел', 'ru: Брандер', 'en: Brander'],
  ],
  [
    'one vowel of a name from abroad, in Russian',
    {
      ru: 'Здесь тренировался Марко Валденти.',
      ky: 'Бул жерде Марко Валдонти машыккан.',
      en: 'Marco Valdonti trained here.',
    },
    ['ru: Валденти', 'ky: Валдонти', 'en: Valdonti'],
  ],
  [
    'one letter of a name from abroad, in English',
    { ru: 'Приехал Оскар Гартман.', ky: 'Оскар Гартман келди.', en: 'Oskar Garlman came.' },
    ['en: Garlman', 'ru: Гартман', 'ky: Гартман'],
  ],
  [
    'another given name before the same surname, and a month beside',
    {
      ru: 'В мае школу возглавил Нурбек Токоев.',
      ky: 'Майда мектепти Нурбек Токоев жетектеди.',
      en: 'In May the school was taken over by Tilek Tokoev.',
    },
    ['en: Tilek', 'ru: Нурбек', 'ky: Нурбек'],
  ],
  [
    'two letters of two names in one sentence',
    {
      ru: 'Спорили Азамат Жолдубаев и Мирбек Осмонкулов.',
      ky: 'Азамат Жолдубаев менен Мирбек Осмонкулов талашты.',
      en: 'Azamat Joldubaev and Mirbek Osmonkunov argued.',
    },
    ['en: Osmonkunov', 'ru: Осмонкулов', 'ky: Осмонкулов'],
  ],
])('points at the name that stands in the place of another: %s', (_, texts, places) => {
  const rows = [makeRow('a', texts)];
  const found = findIn(nameMissing, rows);
  expect(found.map(({ message }) => message)).toEqual(['other']);
  expect(found[0] && quotes(rows, found[0])).toEqual(places);
});

test.each([
  [
    'spelled as it is romanised',
    { ru: 'Жээнбекова и Хрущёв', ky: 'Жээнбекова менен Хрущёв', en: 'Zheenbekova and Khrushchev' },
  ],
  [
    'that is translated',
    {
      ru: 'Он живёт в Кремниевой долине.',
      ky: 'Ал Силикон өрөөнүндө жашайт.',
      en: 'He lives in Silicon Valley.',
    },
  ],
  [
    'from abroad that the alphabets write by sound',
    {
      ru: 'Пьесу поставили Камерон Холл и Бернар Дюваль.',
      ky: 'Пьесаны Кэмерон Халл менен Бернард Дювал койду.',
      en: 'The play was staged by Cameron Hall and Bernard Duval.',
    },
  ],
  [
    'that the sentence says twice, once as a title',
    {
      ru: 'Либби Харт приехала. Либби Харт ждали.',
      ky: 'Либби Харт келди. Либби Хартты күтүшкөн.',
      en: 'The Scottish Paralympian Libby Hart came. Everybody waited for her.',
    },
  ],
])('says nothing of a name %s', (_, texts) => {
  expect(findIn(nameMissing, [makeRow('a', texts)]).filter(({ message }) => message === 'other')).toEqual([]);
});
