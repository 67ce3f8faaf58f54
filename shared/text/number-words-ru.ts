import type { NumberPlace, NumberWord } from './number-word';

/** Cardinals in all their cases, by place; the first form is the nominative. */
const CARDINALS: readonly (readonly [number, NumberPlace, string])[] = [
  [2, 'unit', 'два две двух двум двумя'],
  [3, 'unit', 'три трех трем тремя'],
  [4, 'unit', 'четыре четырех четырем четырьмя'],
  [5, 'unit', 'пять пяти пятью'],
  [6, 'unit', 'шесть шести шестью'],
  [7, 'unit', 'семь семи'],
  [8, 'unit', 'восемь восьми восемью восьмью'],
  [9, 'unit', 'девять девяти девятью'],
  [10, 'teen', 'десять десяти десятью'],
  ...'один две три четыр пят шест сем восем девят'
    .split(' ')
    .map((stem, n): [number, NumberPlace, string] => [
      n + 11,
      'teen',
      ['ь', 'и', 'ью'].map((ending) => `${stem}надцат${ending}`).join(' '),
    ]),
  [20, 'ten', 'двадцать двадцати двадцатью'],
  [30, 'ten', 'тридцать тридцати тридцатью'],
  [40, 'ten', 'сорок сорока'],
  [50, 'ten', 'пятьдесят пятидесяти пятьюдесятью'],
  [60, 'ten', 'шестьдесят шестидесяти шестьюдесятью'],
  [70, 'ten', 'семьдесят семидесяти семьюдесятью'],
  [80, 'ten', 'восемьдесят восьмидесяти восемьюдесятью'],
  [90, 'ten', 'девяносто девяноста'],
  [100, 'hundred', 'сто ста'],
  [200, 'hundred', 'двести двухсот двумстам двумястами двухстах'],
  [300, 'hundred', 'триста трехсот тремстам тремястами трехстах'],
  [400, 'hundred', 'четыреста четырехсот четыремстам четырьмястами четырехстах'],
  ...'пять шесть семь восемь девять'.split(' ').map((nominative, n): [number, NumberPlace, string] => {
    const genitive = nominative === 'восемь' ? 'восьми' : `${nominative.slice(0, -1)}и`;
    const forms = [`${nominative}сот`, `${genitive}сот`, `${genitive}стам`, `${genitive}стах`];
    return [100 * (n + 5), 'hundred', [...forms, `${nominative}юстами`].join(' ')];
  }),
];

/** Nouns that multiply, by stem and the endings they take. */
const TIMES: readonly (readonly [number, string, string])[] = [
  [1e3, 'тысяч', ' а и у е ей ью ам ами ах'],
  [1e3, 'тыс', ''],
  [1e6, 'миллион', ' а у ом е ы ов ам ами ах'],
  [1e6, 'млн', ''],
  [1e9, 'миллиард', ' а у ом е ы ов ам ами ах'],
  [1e9, 'млрд', ''],
  [1e12, 'триллион', ' а у ом е ы ов ам ами ах'],
  [1e12, 'трлн', ''],
  [12, 'дюжин', ' а ы у е ой ам ами ах'],
  [10, 'десят', 'ок ка ку ком ке ки ков кам ками ках'],
  [100, 'сотн', 'я и ю е ей ям ями ях'],
  [100, 'сотен', ''],
];

/** Nothing certain: "тысячи людей", "сотни" without a number before. */
const MANY = /^(?:тысячи|тысячам|тысячами|тысячах|миллион[ыа]|миллиард[ыа]|десятк[иа]|десятков|сотни|сотен)$/;

const ORDINALS: readonly (readonly [number, NumberPlace, string])[] = [
  ...['перв', 'втор', 'трет', 'четверт', 'пят', 'шест', 'седьм', 'восьм', 'девят'].map(
    (stem, n): [number, NumberPlace, string] => [n + 1, 'unit', stem],
  ),
  [10, 'teen', 'десят'],
  ...'один две три четыр пят шест сем восем девят'
    .split(' ')
    .map((stem, n): [number, NumberPlace, string] => [n + 11, 'teen', `${stem}надцат`]),
  [20, 'ten', 'двадцат'],
  [30, 'ten', 'тридцат'],
  [40, 'ten', 'сороков'],
  [50, 'ten', 'пятидесят'],
  [60, 'ten', 'шестидесят'],
  [70, 'ten', 'семидесят'],
  [80, 'ten', 'восьмидесят'],
  [90, 'ten', 'девяност'],
  [100, 'hundred', 'сот'],
  [200, 'hundred', 'двухсот'],
  [300, 'hundred', 'трехсот'],
  [500, 'hundred', 'пятисот'],
  [1e3, 'times', 'тысячн'],
  [1e6, 'times', 'миллионн'],
];

const ADJECTIVE = 'ый ой ая ое ого ому ым ом ую ые ых ыми'.split(' ');
const SOFT = 'ий ья ье ьего ьему ьим ьем ьей ью ьи ьих ьими'.split(' ');

/** First parts of words: "двухлетний", "пятиэтажный", "трёхсотый". */
const FIRST_PARTS = new Map<string, number>();

const IMPLIED: Readonly<Record<string, readonly number[]>> = {
  ...{
    один: [1],
    одна: [1],
    одно: [1],
    одни: [1],
    одного: [1],
    одной: [1],
    одному: [1],
    одним: [1],
    одном: [1],
  },
  ...{ одну: [1], одними: [1], одних: [1], ноль: [0], нуль: [0], нуля: [0], семью: [7] },
  ...{ оба: [2], обе: [2], обоих: [2], обеих: [2], обоим: [2], обеим: [2], обоими: [2], обеими: [2] },
  ...{ пара: [2], пары: [2], пару: [2], паре: [2], парой: [2], дважды: [2], вдвое: [2], вдвоем: [2] },
  ...{ трижды: [3], втрое: [3], втроем: [3], вчетверо: [4], вчетвером: [4], впятеро: [5], раз: [1] },
  ...{ двое: [2], двоих: [2], двоим: [2], двоими: [2], тройка: [3], четверка: [4], пятерка: [5] },
  ...{
    десятилетие: [10],
    десятилетия: [10],
    десятилетий: [10],

    двадцатка: [20],
    двадцатки: [20],
  },
  ...{ век: [100], века: [100], веков: [100], столетие: [100], столетия: [100], столетий: [100] },
  ...{ сутки: [24, 1], суток: [24, 1], неделю: [7, 1], полтора: [1.5], полторы: [1.5], полутора: [1.5] },
  ...{ полгода: [0.5, 6], полугода: [0.5, 6], полчаса: [0.5, 30], получаса: [0.5, 30], полвека: [0.5, 50] },
  ...{
    полмиллиона: [5e5],
    полмиллиарда: [5e8],
    полтысячи: [500],
    полсотни: [50],
    полторы: [1.5],
    пол: [0.5],
  },
  ...{
    половина: [0.5, 50],
    половины: [0.5, 50],
    половине: [0.5, 50],
    половину: [0.5, 50],
    половиной: [0.5, 50],
  },
  ...{ сотки: [100], миллениум: [1000], тысячелетие: [1000], тысячелетия: [1000], тысячелетий: [1000] },
};

/** Groups of people: "трое", "пятерых". */
const COLLECTIVES = [
  [3, 'тро', 'е их им ими'],
  [4, 'четвер', 'о ых ым ыми'],
  [5, 'пятер', 'о ых ым ыми'],
  [6, 'шестер', 'о ых ым ыми'],
  [7, 'семер', 'о ых ым ыми'],
] as const;

const DENOMINATORS: Readonly<Record<string, number>> = {
  ...{ треть: 3, трети: 3, третью: 3, третей: 3, третям: 3, третями: 3 },
  ...{ четверть: 4, четверти: 4, четвертью: 4, четвертей: 4, четвертям: 4, четвертями: 4 },
};

const WORDS = buildWords();

/** Words that begin otherwise need not be looked at further. */
const BEGINNINGS = new Set([...FIRST_PARTS.keys()].map((part) => part.slice(0, 3)));

function buildWords(): ReadonlyMap<string, NumberWord> {
  const words = new Map<string, NumberWord>();
  for (const [value, place, stem] of ORDINALS)
    for (const ending of value === 3 ? SOFT : ADJECTIVE) {
      const isDecade = place === 'ten' && /^ы[ехм]/.test(ending);
      words.set(stem + ending, {
        value,
        place,
        ordinal: true,
        closed: true,
        ...(value <= 3 && { loose: true as const }),
        ...(isDecade && { decade: true as const, others: [1900 + value] }),
        ...(/^(?:ая|ую|ой|ых|ые|ыми)$/.test(ending) && value > 3 && value <= 1000 && { denominator: value }),
      });
    }
  for (const [value, place, forms] of CARDINALS) {
    for (const form of forms.split(' ')) words.set(form, { value, place });
    // "двухлетний", "пятиэтажный"; but "девяностолетний", "столетний".
    const [first = '', second = '', third = ''] = forms.split(' ');
    FIRST_PARTS.set(value === 2 ? third : value === 90 || value === 100 ? first : second, value);
  }
  for (const [word, value] of Object.entries({ дву: 2, трое: 3, одно: 1, тысяче: 1000, тысячи: 1000 }))
    FIRST_PARTS.set(word, value);
  for (const [value, stem, endings] of TIMES)
    for (const ending of endings.split(' '))
      words.set(stem + ending, {
        value,
        place: 'times',
        ...(MANY.test(stem + ending) && { loose: true as const }),
      });
  for (const [value, stem, endings] of COLLECTIVES)
    for (const ending of endings.split(' ')) words.set(stem + ending, { value, place: null });
  for (const [word, [value = 0, ...others]] of Object.entries(IMPLIED))
    words.set(word, { value, place: /^(?:од|семью)/.test(word) ? 'unit' : null, loose: true, others });
  for (const [word, denominator] of Object.entries(DENOMINATORS))
    words.set(word, {
      value: 1 / denominator,
      place: null,
      loose: true,
      denominator,
      others: denominator === 4 ? [25, 15, 4] : [3],
    });
  return words;
}

export function readRussianNumber(word: string): NumberWord | null {
  const known = WORDS.get(word);
  if (known) return known;
  if (word.length < 6 || !BEGINNINGS.has(word.slice(0, 3))) return null;
  for (let length = Math.min(word.length - 3, 13); length > 2; length -= 1) {
    const value = FIRST_PARTS.get(word.slice(0, length));
    if (value !== undefined) return { value, place: null, loose: true };
  }
  return null;
}
