import type { Language } from '../model/language';

/** Words that turn a sentence round; no change of one is a matter of spelling. */
const NEGATIONS = new Set('не ни нет нельзя без жок эмес not no nor never none without cannot'.split(' '));

/** Beginnings of words that differ like a misspelling and are two words. */
const PARONYMS = [
  'компани кампани',
  'преступ приступ',
  'преда прида',
  'предел придел',
  'предан придан',
  'освещ освящ',
  'посвещ посвящ',
  'пребыва прибыва',
  'преемн приемн',
  'преклон приклон',
  'претвор притвор',
  'презр призр',
  'примир пример',
  'сторожил старожил',
  'умал умол',
  'развив развев',
  'предостав представ',
  'подстав постав',
  'подстро постро',
  'прошен прощен',
  'адаптир адоптир',
  'compliment complement',
  'stationar stationer',
  'martial marital',
  'desert dessert',
  'latter later',
  'dinner diner',
  'planned planed',
  'hopping hoping',
  'personal personnel',
  'conscious conscience',
  'principal principle',
  'perspective prospective',
  'confirm conform',
  'tortuous torturous',
  'interment internment',
  'discreet discrete',
].map((pair) => pair.split(' ') as [string, string]);

/** Letters taken for each other in Russian: unstressed vowels, voiced and voiceless consonants. */
const CONFUSED: Readonly<Record<Language, readonly string[]>> = {
  ru: ['ао', 'еи', 'ея', 'иы', 'бп', 'дт', 'зс', 'гк', 'вф', 'ьъ'],
  ky: [],
  en: ['ae', 'ei', 'ai', 'ao', 'eo'],
};

/** Vowels of one suffix after different stems (vowel harmony), and consonants (assimilation). */
const HARMONY = [/[аеоө]/gu, /[ыиуү]/gu, /[дт]/gu, /[гк]/gu] as const;

/** Endings that can only be the singular, and those that can only be the plural, of nouns and adjectives. */
const RU_SINGULAR = /^(?:ом|ем|ой|ою|ею|е|у|ю|ого|его|ому|ему|ую|юю|ая|яя|ое|ее|ый)$/u;
const RU_PLURAL = /^(?:ов|ам|ям|ами|ями|ах|ях|ых|ые|ыми)$/u;
/** Past tense by gender: он решил, она решила. */
const RU_PAST = /^(?:л|ла|ло|лся|лась|лось)$/u;
/** Kyrgyz genitive and accusative, which are taken for each other: мектептин, мектепти. */
const KY_OBJECT = /^[ндт][ыиуү]н?$/u;

/** Forms that only agree with the number of a subject. */
const EN_AGREEMENT = ['is are', 'was were', 'has have', 'does do'].map((pair) => pair.split(' '));

/**
 * Whether two words are one, spelled or bent in another way. There is no dictionary to tell a misspelling from
 * another word (reparation, reputation), so only the commonest slips of the pen count, in words so long that
 * another word is not likely to be one slip away, never in the first letter, and `PARONYMS` are kept apart:
 *
 * - a doubled letter (милион → миллион) or two neighbours in the wrong order (recieve → receive);
 * - a letter taken for another: by ear in Russian and English (карова, seperate), by keyboard in Kyrgyz (озгоруу →
 *   өзгөрүү), or by vowel harmony and assimilation in its suffixes (китептар → китептер);
 * - in Russian and English a letter left out or too many, in words of nine letters; in Kyrgyz a letter more is
 *   often another suffix (келет, келбет);
 * - British and American spelling (colour, organize).
 *
 * A change of ending is grammar only where it cannot say anything new. Russian: one case or gender for another when
 * both endings can only be the singular or only the plural (реформе → реформой; after в and на the verb tells which
 * is right), the gender of a past tense (решил → решила); not endings that may be either (реформа → реформы), nor
 * tense or person. Kyrgyz: genitive for accusative; other cases say where Russian has prepositions. English: a possessive, agreement (is → are); plural
 * and tense change meaning.
 *
 * @param isName whether it is a name: then spelled otherwise is another one (Жапаров, Жабаров)
 */
export function isSameWord(before: string, after: string, language: Language, isName: boolean): boolean {
  if (before === after) return true;
  if (/\P{L}/u.test((before + after).replaceAll("'", ''))) return false;
  if (/\p{Lu}/u.test(before + after) || NEGATIONS.has(before) || NEGATIONS.has(after)) return false;
  const [one, other] = [before, after].map((word) => word.replaceAll("'", ''));
  if (one === undefined || other === undefined) return false;
  // In a contraction the letters after the apostrophe are a word: can, can't.
  if (one === other) return true;
  if (isSameForm(before, after, language)) return true;
  return !isName && !areParonyms(one, other) && isSpelling(one, other, language);
}

function areParonyms(one: string, other: string): boolean {
  return PARONYMS.some(
    ([a, b]) => (one.startsWith(a) && other.startsWith(b)) || (one.startsWith(b) && other.startsWith(a)),
  );
}

function isSameForm(before: string, after: string, language: Language): boolean {
  if (language === 'en') {
    const [a, b] = [before, after].map((word) => word.replace(/(?<=\p{L}{4})'s$|(?<=\p{L}{3}s)'$/u, ''));
    return a === b || EN_AGREEMENT.some((forms) => forms.includes(before) && forms.includes(after));
  }
  const classes = language === 'ru' ? [RU_SINGULAR, RU_PLURAL, RU_PAST] : [KY_OBJECT];
  const shared = commonStart(before, after);
  for (let stem = shared; stem >= 3 && stem > shared - 3; stem -= 1) {
    const [a, b] = [before.slice(stem), after.slice(stem)];
    if (classes.some((endings) => endings.test(a) && endings.test(b))) return true;
  }
  return false;
}

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

function isSpelling(one: string, other: string, language: Language): boolean {
  if (one[0] !== other[0] && language !== 'ky') return false;
  const length = Math.min(one.length, other.length);
  if (language === 'ky') return isKyrgyzSpelling(one, other, length);
  if (length >= 5 && squeeze(one) === squeeze(other)) return true;
  if (language === 'en' && british(one) === british(other)) return true;
  const at = commonStart(one, other);
  const inside = at > 0 && at < Math.max(one.length, other.length) - 2;
  if (one.length === other.length) {
    if (isSwapped(one, other, at))
      return length >= 7 || (length >= 5 && /ie|ei/u.test(one.slice(at, at + 2)));
    const isOne = one.slice(at + 1) === other.slice(at + 1);
    const letters = [one[at] ?? '', other[at] ?? ''];
    const isConfused = CONFUSED[language].some((pair) => letters.every((letter) => pair.includes(letter)));
    return isOne && isConfused && inside && length >= (language === 'ru' ? 6 : 8);
  }
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  const isOne = longer.length === shorter.length + 1 && longer.slice(at + 1) === shorter.slice(at);
  // Letters that are not heard: подьезд, чуство, извесный.
  const isSilent = /^(?:[ьъ]|вств|тн)/u.test(longer.slice(at));
  return isOne && inside && (longer.length >= 9 || (isSilent && longer.length >= 6));
}

function isKyrgyzSpelling(one: string, other: string, length: number): boolean {
  if (length >= 5 && onRussianKeys(one) === onRussianKeys(other)) return true;
  if (length >= 7 && squeeze(one) === squeeze(other)) return true;
  if (one.length !== other.length || length < 6) return false;
  const at = commonStart(one, other);
  if (length >= 7 && isSwapped(one, other, at)) return true;
  return at >= 3 && harmonised(one) === harmonised(other);
}

function isSwapped(one: string, other: string, at: number): boolean {
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}

/** Every doubled letter once. */
function squeeze(word: string): string {
  return word.replaceAll(/(\p{L})\1+/gu, '$1');
}

/** As written where the keyboard has no ө, ү and ң. */
function onRussianKeys(word: string): string {
  return word.replaceAll('ө', 'о').replaceAll('ү', 'у').replaceAll('ң', 'н');
}

function harmonised(word: string): string {
  return HARMONY.reduce((letters, sounds, i) => letters.replaceAll(sounds, `${i}`), word);
}

function british(word: string): string {
  if (word.length < 5) return word;
  return word
    .replace(/(?<=\p{L}{3})our/u, 'or')
    .replace(/(?<=[bct])re$/u, 'er')
    .replace(/(?<=\p{L}{2})is(?=(?:e|es|ed|ing|ation|ations)$)/u, 'iz')
    .replace(/ence$/u, 'ense')
    .replace(/ogue$/u, 'og')
    .replace(/(?<=m)me$/u, '');
}
