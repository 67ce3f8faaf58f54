import type { Language } from '../model/language';

/** What is counted or measured, by a code: a currency by ISO 4217, a unit by its symbol. */
export interface Unit {
  readonly code: string;
  /** Units of one family can be converted by `factor`; null for currencies. */
  readonly family: string | null;
  readonly factor: number;
}

const FAMILIES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  length: { km: 1000, m: 1, cm: 0.01, mm: 0.001, mi: 1609.344, ft: 0.3048, in: 0.0254, yd: 0.9144 },
  mass: { t: 1000, centner: 100, kg: 1, g: 0.001, lb: 0.45359237, oz: 0.028349523 },
  area: { km2: 1e6, ha: 10_000, acre: 4046.856, m2: 1, ft2: 0.0929, mi2: 2_589_988 },
  volume: { km3: 1e12, m3: 1000, l: 1, ml: 0.001, gal: 3.785, barrel: 158.987, ft3: 28.317 },
  share: { percent: 1, point: 1 },
  power: { mW: 0.001, W: 1, kW: 1e3, MW: 1e6, GW: 1e9 },
  energy: { Wh: 1, kWh: 1e3, MWh: 1e6, GWh: 1e9, TWh: 1e12 },
  time: { year: 365.25, month: 30.44, week: 7, day: 1, h: 1 / 24, min: 1 / 1440, s: 1 / 86_400 },
};

const SIGNS: Readonly<Record<string, string>> = {
  ...{ $: 'USD', '€': 'EUR', '£': 'GBP', '₽': 'RUB', '₸': 'KZT', '¥': 'JPY', '₺': 'TRY', '₴': 'UAH' },
};

/** Words by code; those that end in * stand for all that begin so. */
const WORDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  ru: {
    cent: 'тыйын* цент цента центов копейка копейки копеек копейку',
    KGS: 'сом сома сомов сому сомам сомами сомах kgs',
    USD: 'доллар* долл usd',
    EUR: 'евро eur',
    RUB: 'рубль рубля рублей рублю рублям рублями рублях руб rub',
    KZT: 'тенге kzt',
    UZS: 'сум сума сумов uzs',
    GBP: 'фунт* gbp',
    CNY: 'юань юаня юаней cny',
    km: 'километр* км',
    m: 'метр метра метров метрам метрами метрах метре м метровый метровая метровой метрового метровых метровые',
    cm: 'сантиметр* см',
    mm: 'миллиметр* мм',
    mi: 'миля мили миль милю милям милях',
    ft: 'фут фута футов футах',
    in: 'дюйм*',
    yd: 'ярд*',
    t: 'тонна тонны тонн тонну тоннам тоннами т',
    centner: 'центнер* ц',
    kg: 'килограмм* кг',
    g: 'грамм*',
    ha: 'гектар* га',
    acre: 'акр акра акров',
    m3: 'кубометр* кубов',
    l: 'литр* л',
    barrel: 'баррел*',
    W: 'ватт ватта ваттов вт',
    kW: 'киловатт* квт',
    MW: 'мегаватт* мвт',
    GW: 'гигаватт* гвт',
    kWh: 'квтч',
    year: 'год года лет годам годами летие летия летний летняя летнего летней летнему летним летнюю летние летних',
    month: 'месяц* месячн*',
    week: 'недел*',
    day: 'день дня дней дням днями дневн* сутки суток',
    h: 'час часа часов часам ч часовой часовая часового',
    min: 'минут* мин',
    s: 'секунд*',
  },
  ky: {
    cent: 'тыйын* цент центтен центке копейка*',
    KGS: 'сом* kgs',
    USD: 'доллар* usd',
    EUR: 'евро* eur',
    RUB: 'рубл* rub',
    KZT: 'тенге* теңге* kzt',
    UZS: 'сум* uzs',
    GBP: 'фунт* gbp',
    CNY: 'юань* юан* cny',
    km: 'километр* км чакырым*',
    m: 'метр* м',
    cm: 'сантиметр* см',
    mm: 'миллиметр* мм',
    mi: 'миль миля* милдик мили*',
    ft: 'фут футтан футка футтук',
    in: 'дюйм* дюм*',
    yd: 'ярд*',
    t: 'тонна* т',
    centner: 'центнер* ц',
    kg: 'килограмм* кг',
    g: 'грамм*',
    ha: 'гектар* га',
    acre: 'акр*',
    m3: 'кубометр*',
    l: 'литр* л',
    barrel: 'баррел*',
    W: 'ватт* вт',
    kW: 'киловатт* квт',
    MW: 'мегаватт* мвт',
    GW: 'гигаватт* гвт',
    kWh: 'квтч',
    year: 'жыл*',
    month: 'ай айдан айга айдын айлык',
    week: 'жума жумадан жуманын жумага жумалык апта*',
    day: 'күн күндүн күнгө күндөн күндүк күндө сутка*',
    h: 'саат*',
    min: 'мүнөт* минут*',
    s: 'секунд*',
  },
  en: {
    cent: 'cent cents tyiyn* tiyin* kopeck* kopek*',
    KGS: 'som soms kgs',
    USD: 'dollar dollars usd',
    EUR: 'euro euros eur',
    RUB: 'ruble rubles rouble roubles rub',
    KZT: 'tenge kzt',
    UZS: 'uzs',
    GBP: 'gbp',
    CNY: 'yuan cny',
    km: 'kilometer* kilometre* km kms',
    m: 'meter meters metre metres m',
    cm: 'centimeter* centimetre* cm',
    mm: 'millimeter* millimetre* mm',
    mi: 'mile miles mi mph',
    ft: 'foot feet ft',
    in: 'inch inches',
    yd: 'yard yards yd',
    t: 'ton tons tonne tonnes',
    centner: 'centner* quintal*',
    kg: 'kilogram* kilo kilos kg',
    g: 'gram grams',
    lb: 'lb lbs',
    ha: 'hectare* ha',
    acre: 'acre acres',
    l: 'liter* litre*',
    gal: 'gallon*',
    barrel: 'barrel*',
    W: 'watt watts',
    kW: 'kilowatt* kw',
    MW: 'megawatt* mw',
    GW: 'gigawatt* gw',
    Wh: 'wh',
    kWh: 'kwh',
    MWh: 'mwh',
    GWh: 'gwh',
    TWh: 'twh',
    year: 'year years',
    month: 'month months',
    week: 'week weeks',
    day: 'day days',
    h: 'hour hours',
    min: 'minute minutes',
    s: 'second seconds',
  },
};

/** A small letter makes a thousandth of what a capital makes a million of. */
const MILLIWATT = /^(?:мВт|mW)$/u;

const UNITS = new Map<string, Unit>();
for (const [family, units] of Object.entries(FAMILIES))
  for (const [code, factor] of Object.entries(units)) UNITS.set(code, { code, family, factor });

interface Lexicon {
  readonly exact: ReadonlyMap<string, Unit>;
  readonly beginnings: ReadonlyMap<string, Unit>;
  readonly lengths: readonly number[];
}

const LEXICONS: Readonly<Record<Language, Lexicon>> = {
  ru: lexiconOf(WORDS.ru),
  ky: lexiconOf(WORDS.ky),
  en: lexiconOf(WORDS.en),
};

/** A unit or currency by its code; a code that is in no family is a currency. */
export function unitOf(code: string): Unit {
  return UNITS.get(code) ?? { code, family: null, factor: 1 };
}

/** The unit or currency a word stands for, whatever its ending; `plain` is the word in lower case. */
export function readUnitWord(text: string, plain: string, language: Language): Unit | null {
  if (MILLIWATT.test(text)) return unitOf('mW');
  const { exact, beginnings, lengths } = LEXICONS[language];
  const known = exact.get(plain);
  if (known) return known;
  for (const length of lengths) {
    const unit = plain.length >= length ? beginnings.get(plain.slice(0, length)) : undefined;
    if (unit) return unit;
  }
  return null;
}

/** Watts over hours are energy: what "кВт" is before "·ч" and "kilowatt" before "-hours". */
export function overHours({ code, family }: Unit): Unit | null {
  return family === 'power' ? (UNITS.get(`${code}h`) ?? null) : null;
}

/** The unit of area or volume that a length becomes: square kilometres, cubic metres. */
export function raised({ code }: Unit, power: 2 | 3): Unit | null {
  return UNITS.get(`${code}${power}`) ?? null;
}

/** Whether it is a currency as banks write it, which may stand before its amount. */
export function isCurrencyCode(text: string): boolean {
  return /^(?:KGS|USD|EUR|RUB|KZT|UZS|GBP|CNY)$/.test(text);
}

/** The currency of a sign: "$". */
export function readCurrencySign(sign: string): Unit | null {
  const code = SIGNS[sign];
  return code === undefined ? null : unitOf(code);
}

function lexiconOf(words: Readonly<Record<string, string>>): Lexicon {
  const exact = new Map<string, Unit>();
  const beginnings = new Map<string, Unit>();
  for (const [code, list] of Object.entries(words))
    for (const word of list.split(' ')) {
      if (word.endsWith('*')) beginnings.set(word.slice(0, -1), unitOf(code));
      else exact.set(word, unitOf(code));
    }
  const lengths = [...new Set([...beginnings.keys()].map(({ length }) => length))].sort((a, b) => b - a);
  return { exact, beginnings, lengths };
}
