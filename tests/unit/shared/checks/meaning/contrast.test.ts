import { expect, test } from 'vitest';
import { contrast } from '../../../../../shared/checks/meaning/contrast';
import { valuesIn } from '../../../../../shared/checks/meaning/read-contrasts';
import type { PerLanguage } from '../../../../../shared/model/language';
import { findIn, makeRow, quotes } from '../rows';

type Texts = PerLanguage<string>;

function check(texts: Partial<Texts>) {
  const rows = [makeRow('a', texts)];
  return findIn(contrast, rows).map((finding) => ({ ...finding, quotes: quotes(rows, finding) }));
}

test('says which version has another word of a set than the two others', () => {
  const [finding, ...more] = check({
    ru: 'Завод построят на юге города.',
    ky: 'Завод шаардын түштүгүндө курулат.',
    en: 'The plant will be built in the north of the city.',
  });
  expect(more).toEqual([]);
  expect(finding).toMatchObject({
    message: 'changed',
    severity: 'major',
    params: { language: 'en', word: 'north', said: 'ru юге\nky түштүгүндө' },
    quotes: ['en: north', 'ru: юге', 'ky: түштүгүндө'],
  });
});

test.each<[string, Texts, string]>([
  [
    'a court',
    {
      ru: 'Городской суд отложил дело.',
      ky: 'Шаардык сот ишти жылдырды.',
      en: 'The Supreme Court put off the case.',
    },
    'en: Supreme Court',
  ],
  [
    'a side in court',
    { ru: 'Адвокат молчал.', ky: 'Прокурор унчукпады.', en: 'The lawyer was silent.' },
    'ky: Прокурор',
  ],
  [
    'kin by marriage',
    { ru: 'Дом записан на тёщу.', ky: 'Үй кайненесине катталган.', en: 'The house is his father-in-law’s.' },
    'en: father-in-law’s',
  ],
  [
    'a continent',
    { ru: 'Груз идёт в Африку.', ky: 'Жүк Европага баратат.', en: 'The cargo is bound for Africa.' },
    'ky: Европага',
  ],
  [
    'a place of business',
    { ru: 'Сгорела аптека.', ky: 'Дарыкана күйүп кетти.', en: 'The warehouse burnt down.' },
    'en: warehouse',
  ],
  [
    'an illness',
    { ru: 'Он перенёс инсульт.', ky: 'Ал инфаркт болгон.', en: 'He had a stroke.' },
    'ky: инфаркт',
  ],
  [
    'who is for it',
    {
      ru: 'Собрались сторонники налога.',
      ky: 'Салыктын тарапташтары чогулду.',
      en: 'Critics of the tax gathered.',
    },
    'en: Critics',
  ],
  [
    'guilt',
    { ru: 'Водитель отрицал это.', ky: 'Айдоочу муну танды.', en: 'The driver admitted it.' },
    'en: admitted',
  ],
  [
    'kin',
    { ru: 'Приехала сестра певца.', ky: 'Ырчынын эжеси келди.', en: 'The singer’s brother came.' },
    'en: brother',
  ],
  [
    'a country',
    {
      ru: 'Рейсы в Казахстан отменены.',
      ky: 'Өзбекстанга каттамдар токтотулду.',
      en: 'Flights to Kazakhstan are off.',
    },
    'ky: Өзбекстанга',
  ],
  [
    'a duty',
    {
      ru: 'Школы вправе закрыть классы.',
      ky: 'Мектептер класстарды жабууга милдеттүү.',
      en: 'Schools are obliged to shut classes.',
    },
    'ru: вправе',
  ],
  [
    'last year',
    {
      ru: 'Мост закрыли в прошлом году.',
      ky: 'Көпүрө былтыр жабылган.',
      en: 'The bridge was closed this year.',
    },
    'en: this year',
  ],
  [
    'least and most',
    {
      ru: 'Строят не менее трёх домов.',
      ky: 'Кеминде үч үй курулат.',
      en: 'They are building at most three houses.',
    },
    'en: at most',
  ],
  [
    'how often',
    {
      ru: 'Вода здесь редко бывает чистой.',
      ky: 'Бул жерде суу дайыма таза.',
      en: 'The water is rarely clean here.',
    },
    'ky: дайыма',
  ],
  [
    'a longer form than the word in it',
    { ru: 'Он поднял левую руку.', ky: 'Ал сол колун көтөрдү.', en: 'He raised his right hand.' },
    'en: right hand',
  ],
  [
    'a prime minister, who is no minister',
    {
      ru: 'Министр уехал в Ош.',
      ky: 'Министр Ошко кетти.',
      en: 'The prime minister has left for Osh.',
    },
    'en: prime minister',
  ],
  [
    'a word with ё',
    {
      ru: 'Экспорт растёт второй год.',
      ky: 'Экспорт экинчи жыл төмөндөдү.',
      en: 'Exports have fallen for the second year.',
    },
    'ru: растёт',
  ],
])('reports %s', (_, texts, first) => {
  expect(check(texts).map((finding) => [finding.message, finding.quotes[0]])).toEqual([['changed', first]]);
});

test.each<[string, Texts, string]>([
  ['hearsay', { ru: 'Он якобы взял деньги.', ky: 'Ал акча алган имиш.', en: 'He took the money.' }, 'en'],
  [
    'a source',
    {
      ru: 'По данным следствия, касса пуста.',
      ky: 'Касса бош.',
      en: 'According to investigators, the till is empty.',
    },
    'ky',
  ],
  [
    'only',
    {
      ru: 'Билеты есть на вторник.',
      ky: 'Билеттер шейшембиге гана бар.',
      en: 'There are tickets for Tuesday only.',
    },
    'ru',
  ],
])('reports that %s is lost, at the end of the sentence that lacks it', (_, texts, language) => {
  const found = check(texts);
  expect(found).toMatchObject([{ message: 'lost', severity: 'minor', params: { language } }]);
  const [place] = found[0]?.spans ?? [];
  const { length } = texts[place?.language ?? 'en'];
  expect(place).toMatchObject({ language, start: length, end: length });
});

test.each<[string, Partial<Texts>]>([
  [
    'two names of one thing',
    { ru: 'Парламент молчит.', ky: 'Жогорку Кеңеш унчукпайт.', en: 'Jogorku Kenesh is silent.' },
  ],
  ['a compound direction', { ru: 'на северо-западе', ky: 'түндүк-батышта', en: 'in the northwest' }],
  [
    'an attorney general',
    { ru: 'Генпрокурор ушёл.', ky: 'Башкы прокурор кетти.', en: 'The Attorney General has left.' },
  ],
  [
    'a village administration',
    { ru: 'Управа просит денег.', ky: 'Айыл өкмөтү акча сурайт.', en: 'The village council asks for money.' },
  ],
  ['a denied word', { ru: 'Цены не упали.', ky: 'Баа төмөндөгөн жок.', en: 'Prices have risen.' }],
  [
    'a hedge said otherwise',
    { ru: 'По слухам, банк продан.', ky: 'Банк сатылган имиш.', en: 'It is claimed that the bank is sold.' },
  ],
  [
    'a word of another sense that the others have too',
    {
      ru: 'Продажи выросли, хотя судьи отказались дать деньги.',
      ky: 'Калыстар акча берүүдөн баш тартса да, соода өстү.',
      en: 'Sales improved though the panel declined to give money.',
    },
  ],
  [
    'a tariff beside a tax',
    {
      ru: 'Товары обложены налогом по тарифам соседей.',
      ky: 'Товарларга кошуналардын тарифи боюнча салык салынган.',
      en: 'The goods fall under the tariffs of the neighbours.',
    },
  ],
  [
    'not only, said by a converb',
    {
      ru: 'Это не только строит дороги, но и чинит мосты.',
      ky: 'Бул жол гана салбастан, көпүрө да оңдойт.',
      en: 'This not only builds roads but mends bridges.',
    },
  ],
  [
    'they',
    {
      ru: 'Директор должен встретиться с рабочими.',
      ky: 'Директор алар менен жолугат.',
      en: 'The director must meet the workers.',
    },
  ],
  [
    'a version that says both',
    {
      ru: 'Завод построят на юге города.',
      ky: 'Завод шаардын түштүгүндө курулат.',
      en: 'The plant will be built in the north or the south of the city.',
    },
  ],
  [
    'a limit said with "not"',
    {
      ru: 'Билеты есть только на вторник.',
      ky: 'Билеттер шейшембиге гана бар.',
      en: 'There are tickets for Tuesday and for no other day.',
    },
  ],
  [
    'sentences that do not belong together',
    {
      ru: 'Завод построят на юге города. Дождь идёт.',
      ky: 'Шаардын түштүгүндө завод курулат. Жаан жаап жатат.',
      en: 'Prices of sugar grew. The president flew to the north on Monday. Nobody waits.',
    },
  ],
  ['two versions only', { ru: 'на юге', en: 'in the north' }],
  [
    'a Kyrgyz word of a list that denies by its ending',
    {
      ru: 'Супруги отрицают вину.',
      ky: 'Түгөйлөр күнөөсүн мойнуна албай жатышат.',
      en: 'The couple deny their guilt.',
    },
  ],
  [
    'a hedge in other words',
    { ru: 'Мост могут закрыть.', ky: 'Көпүрө жабылышы мүмкүн.', en: 'The bridge could be closed.' },
  ],
  ['three different words', { ru: 'судья', ky: 'прокурор', en: 'lawyer' }],
])('says nothing of %s', (_, texts) => {
  expect(check(texts)).toEqual([]);
});

test.each<[string, Texts, string]>([
  [
    'what is only believed',
    {
      ru: 'Считается, что крепость построили купцы.',
      ky: 'Чепти соодагерлер курган деп эсептелет.',
      en: 'Merchants built the fortress.',
    },
    'en',
  ],
  [
    'what is only reported',
    {
      ru: 'Завод, как сообщается, продан.',
      ky: 'Завод сатылган.',
      en: 'The plant has reportedly been sold.',
    },
    'ky',
  ],
])('tells a version that lost a word for %s', (_, texts, language) => {
  const [finding, ...more] = check(texts);
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ message: 'lost', params: { language } });
});

test('takes time in proportion to the length of a hostile text', () => {
  const looked = (length: number) => valuesIn('премьер министров судов '.repeat(length), 'ru').length;
  expect(looked(400)).toBe(4 * looked(100));
});

test('tells two versions that exclude each other where the third says neither', () => {
  const [finding, ...more] = check({
    ru: 'Мост закрыли за неделю до паводка: открыт объезд на севере.',
    ky: 'Көпүрө суу ташкындан бир жума мурун токтотулуп, айланма жол бар.',
    en: 'The bridge was shut a week before the flood, with a detour in the south.',
  });
  expect(more).toEqual([]);
  expect(finding).toMatchObject({
    message: 'differ',
    severity: 'minor',
    params: { word: 'south', said: 'ru севере' },
    quotes: ['en: south', 'ru: севере'],
  });
});

test('asks for two versions that agree where words of a set may be said of one thing', () => {
  expect(
    check({
      ru: 'Приговор обжаловали.',
      ky: 'Чечимге даттанышты.',
      en: 'A motion was lodged against it.',
    }),
  ).toEqual([]);
});
