import type { Language } from '../model/language';

/** A month or a weekday as it stands in a text; what else the word may be makes it loose. */
export interface CalendarWord {
  /** A month 1 to 12, a weekday 1 (Monday) to 7. */
  readonly value: number;
  /** Which of the forms of the language it is, for writing another in the same one. */
  readonly form: string;
  /** May mean something else where no day, year or preposition stands beside it: "May", "среда", "жума". */
  readonly loose: boolean;
}

const EN_MONTHS =
  'January February March April May June July August September October November December'.split(' ');
const RU_MONTHS = 'январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр'.split(' ');
const KY_MONTHS = 'январ феврал март апрел май июн июл август сентябр октябр ноябр декабр'.split(' ');

const EN_DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const RU_DAYS = 'понедельник вторник сред четверг пятниц суббот воскресен'.split(' ');
const KY_DAYS = 'дүйшөмбү шейшемби шаршемби бейшемби жума ишемби жекшемби'.split(' ');

/** Endings of months by form: those in ь, those in a consonant, and май. */
const RU_MONTH_ENDINGS: Readonly<Record<string, readonly [string, string, string]>> = {
  nominative: ['ь', '', 'й'],
  genitive: ['я', 'а', 'я'],
  dative: ['ю', 'у', 'ю'],
  instrumental: ['ем', 'ом', 'ем'],
  prepositional: ['е', 'е', 'е'],
};

/** Endings of weekdays by form: masculine, feminine in -а, воскресенье. */
const RU_DAY_ENDINGS: Readonly<Record<string, readonly [string, string, string]>> = {
  nominative: ['', 'а', 'ье'],
  genitive: ['а', 'ы', 'ья'],
  dative: ['у', 'е', 'ью'],
  accusative: ['', 'у', 'ье'],
  instrumental: ['ом', 'ой', 'ьем'],
  prepositional: ['е', 'е', 'ье'],
  plural: ['и', 'ы', 'ья'],
  dativePlural: ['ам', 'ам', 'ьям'],
};

function russianMonthClass(month: number): 0 | 1 | 2 {
  return month === 5 ? 2 : month === 3 || month === 8 ? 1 : 0;
}

function russianDayClass(day: number): 0 | 1 | 2 {
  return day === 7 ? 2 : day === 3 || day === 5 || day === 6 ? 1 : 0;
}

/** What a Russian feminine in -ица takes for ы is still ы; "вторник" takes и: only the first class differs. */
function russianForm(kind: 'month' | 'weekday', value: number, form: string): string | null {
  if (kind === 'month') {
    const endings = RU_MONTH_ENDINGS[form];
    return endings ? (RU_MONTHS[value - 1] ?? '') + endings[russianMonthClass(value)] : null;
  }
  const endings = RU_DAY_ENDINGS[form];
  return endings ? (RU_DAYS[value - 1] ?? '') + endings[russianDayClass(value)] : null;
}

const NUMBERS = { month: 12, weekday: 7 } as const;

const RUSSIAN = { month: russianWords('month'), weekday: russianWords('weekday') };

function russianWords(kind: 'month' | 'weekday'): ReadonlyMap<string, CalendarWord> {
  const words = new Map<string, CalendarWord>();
  for (let value = 1; value <= NUMBERS[kind]; value += 1)
    for (const form of Object.keys(kind === 'month' ? RU_MONTH_ENDINGS : RU_DAY_ENDINGS)) {
      const word = russianForm(kind, value, form) ?? '';
      const loose = kind === 'weekday' && value === 3;
      // "во вторник" is written like the nominative, "в пятницу" is not.
      if (!words.has(word)) words.set(word, { value, form, loose });
    }
  if (kind === 'month')
    ['янв', 'фев', 'мар', 'апр', '', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'].forEach((word, n) => {
      if (word) words.set(word, { value: n + 1, form: 'short', loose: true });
    });
  return words;
}

const ADJECTIVES: readonly (readonly [RegExp, number])[] = [
  [/^четвергов/, 4],
  [/^пятничн/, 5],
  [/^субботн/, 6],
  [/^воскресн/, 7],
];

const KY_ENDING =
  /^ь?(?:[лдт][аеоө]р)?(?:с?[ыиуү])?(?:н?[ыиуү]н|[ндт][ыиуү]н?|н?[гкдтн]?[аеоө]н?|н?[дт][аеоө]г[ыиуү]|[кг][ыиуү]|л[ыиуү]к)?$/;

/** Words that begin otherwise need not be looked at further. */
const BEGINNINGS = {
  month: new Set([...RU_MONTHS, ...KY_MONTHS].map((word) => word.slice(0, 2))),
  weekday: new Set([...RU_DAYS, ...KY_DAYS].map((word) => word.slice(0, 2))),
};

/** The month or weekday a word names; the word as it stands, for its capital. */
export function readCalendarWord(
  word: string,
  kind: 'month' | 'weekday',
  language: Language,
): CalendarWord | null {
  const english = readEnglish(word, kind);
  // A name in another alphabet is that of a paper or a programme.
  if (english || language === 'en')
    return english && { ...english, loose: english.loose || language !== 'en' };
  const lower = word.toLowerCase();
  if (!BEGINNINGS[kind].has(lower.slice(0, 2))) return null;
  const isCapital = lower !== word;
  if (language === 'ru') {
    const known = RUSSIAN[kind].get(lower);
    if (known) return { ...known, loose: known.loose || isCapital };
    const adjective = kind === 'weekday' ? ADJECTIVES.find(([form]) => form.test(lower)) : undefined;
    return adjective ? { value: adjective[1], form: 'adjective', loose: true } : null;
  }
  const plain = lower.replace('жекшенби', 'жекшемби');
  const roots = kind === 'month' ? KY_MONTHS : KY_DAYS;
  const at = roots.findIndex((root) => plain.startsWith(root) && KY_ENDING.test(plain.slice(root.length)));
  if (at < 0) return null;
  const root = roots[at] ?? '';
  return {
    value: at + 1,
    form: plain.slice(root.length),
    loose: isCapital || root === 'май' || root === 'жума',
  };
}

function readEnglish(word: string, kind: 'month' | 'weekday'): CalendarWord | null {
  if (!/^[A-Z]/.test(word)) return null;
  const names = kind === 'month' ? EN_MONTHS : EN_DAYS;
  const full = word.charAt(0) + word.slice(1).toLowerCase();
  const singular = full.endsWith('s') && kind === 'weekday' ? full.slice(0, -1) : full;
  const at = names.indexOf(singular);
  if (at >= 0)
    return {
      value: at + 1,
      form: singular === full ? 'full' : 'plural',
      loose: kind === 'month' && (at === 2 || at === 4),
    };
  if (kind === 'weekday' || !/^(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$/.test(full)) return null;
  return { value: names.findIndex((name) => name.startsWith(full)) + 1, form: 'short', loose: true };
}

/** Another month or weekday in the same form; null where the form is not certain. */
export function writeCalendarWord(
  value: number,
  like: CalendarWord & { readonly text: string },
  kind: 'month' | 'weekday',
  language: Language,
): string | null {
  if (like.form === 'short' || like.form === 'adjective') return null;
  if (language === 'en') {
    const name = (kind === 'month' ? EN_MONTHS : EN_DAYS)[value - 1] ?? '';
    return like.form === 'plural' ? `${name}s` : name;
  }
  if (language === 'ru') return russianForm(kind, value, like.form);
  const root = (kind === 'month' ? KY_MONTHS : KY_DAYS)[value - 1] ?? '';
  const ending = like.form.replace(/^ь/, '');
  if (ending === '') return root + (like.form === 'ь' && /[лнр]$/.test(root) ? 'ь' : '');
  return root + harmonise(ending, root);
}

const VOWELS: Readonly<Record<string, readonly [string, string]>> = {
  ...{ а: ['а', 'ы'], ы: ['а', 'ы'], я: ['а', 'ы'], у: ['а', 'у'], ю: ['а', 'у'], о: ['о', 'у'] },
  ...{ е: ['е', 'и'], и: ['е', 'и'], э: ['е', 'и'], ө: ['ө', 'ү'], ү: ['ө', 'ү'] },
};

/** Kyrgyz vowel harmony: the ending of "июлунда" behind "апрел" is that of "апрелинде". */
function harmonise(ending: string, root: string): string {
  let [wide, narrow] = ['а', 'ы'];
  const follow = (vowel: string): void => {
    [wide, narrow] = VOWELS[vowel] ?? [wide, narrow];
  };
  for (const letter of root) if (letter in VOWELS) follow(letter);
  let before = root.at(-1) ?? '';
  return Array.from(ending, (letter) => {
    const isHard = /[ктпсшчф]/.test(before);
    const made = /[аеоө]/.test(letter)
      ? wide
      : /[ыиуү]/.test(letter)
        ? narrow
        : /[дт]/.test(letter)
          ? isHard
            ? 'т'
            : 'д'
          : letter;
    follow(made);
    before = made;
    return made;
  }).join('');
}
