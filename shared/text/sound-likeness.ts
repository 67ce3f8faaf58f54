/** Letters and groups of letters by the sound a reader of the other alphabet would write; longest first. */
const SOUNDS: Readonly<Record<string, string>> = {
  shch: 'x',
  sch: 'x',
  tch: 'c',
  dzh: 'j',
  dj: 'j',
  zh: 'j',
  kh: 'h',
  ph: 'f',
  th: 't',
  ck: 'k',
  ch: 'c',
  sh: 'x',
  ts: 'c',
  tz: 'c',
  qu: 'kv',
  c: 'k',
  x: 'ks',
  w: 'v',
  q: 'k',
  y: 'i',
  č: 'c',
  ć: 'c',
  ç: 'c',
  š: 'x',
  ş: 'x',
  ș: 'x',
  ž: 'j',
  ı: 'i',
  ø: 'o',
  ł: 'l',
  ß: 's',
  æ: 'e',
  дж: 'j',
  ...Object.fromEntries(
    Array.from('абвгдежзийклмнопрстуфхыэөүңғқёцчшщюя', (letter, n) => [
      letter,
      'abvgdejziiklmnoprstufhieoungkoccxxua'.charAt(n),
    ]),
  ),
  ъ: '',
  ь: '',
};

const SOUND = new RegExp(Object.keys(SOUNDS).join('|'), 'gu');

/** What is longer is nobody's name, and would take long to compare. */
const LONGEST = 24;

/** A word as it sounds. */
export interface Phones {
  /** A Latin letter for each sound. */
  readonly sounds: string;
  /** The same as numbers, from 0 for `a`. */
  readonly codes: readonly number[];
  /** Lengths of what is left of it without what may be an ending; not the whole. */
  readonly stems: readonly number[];
  /** The consonants it begins with, a bit for each. */
  readonly opening: number;
}

const V = '[aeiou]';

/** Endings of Russian and Kyrgyz nouns and adjectives, as they sound. */
const CYRILLIC_ENDING = new RegExp(
  `^(?:(?:n?sk)?(?:${V}{1,2}(?:[ivmh]|mi|go|mu)?)?|(?:[ldt]${V}r)?(?:${V}?m|${V}?[bn]${V}z|s?[iu]n?)?(?:[ldt][iu]k)?(?:[ndt][iu]n|[gkndt]${V}|[ndt]${V}n|nd${V}n?)?(?:[gk][iu])?(?:c[iu])?)$`,
);

/** English ones: Ukrainian, Indonesian, Danish. */
const LATIN_ENDING = /^(?:i?ans?|n|i|ix|ese|e?s)$/;

const LONGEST_ENDING = 8;

/** How a word sounds, so that words of both alphabets can be compared. Expects NFC. */
export function phonesOf(word: string): Phones {
  const sounds = word
    .slice(0, LONGEST)
    .toLowerCase()
    .replace(/^wr/, 'r')
    .replace(/gh(?=t|$)/g, '')
    .replace(/c(?=[eiy])/g, 's')
    .replace(SOUND, (letters) => SOUNDS[letters] ?? letters)
    .replace(/[\u00c0-\u024f]/g, (letter) => letter.normalize('NFD').charAt(0))
    .replace(/[^a-z]/g, '')
    .replace(/(.)\1+/g, '$1');
  const ending = /\p{Script=Cyrillic}/u.test(word) ? CYRILLIC_ENDING : LATIN_ENDING;
  const stems: number[] = [];
  for (let size = Math.max(2, sounds.length - LONGEST_ENDING); size < sounds.length; size += 1)
    if (2 * size >= sounds.length && ending.test(sounds.slice(size))) stems.push(size);
  const codes = Array.from(sounds, (sound) => sound.charCodeAt(0) - FIRST);
  const consonants = codes.filter((code) => !isVowel(code)).slice(0, OPENING);
  return { sounds, codes, stems, opening: consonants.reduce((bits, code) => bits | (1 << code), 0) };
}

const FIRST = 'a'.charCodeAt(0);

const SOUND_COUNT = 26;

/** So many consonants at the beginning of two words are looked at first: with none in common, the words are not alike. */
const OPENING = 2;

function isVowel(code: number): boolean {
  return VOWELS.includes(String.fromCharCode(FIRST + code));
}

const VOWELS = 'aeiou';

/** Consonants that stand for each other between spellings: Juncker and Юнкер, Chicago and Чикаго, Hitler and Гитлер. */
const NEAR = new Set(
  'bp dt gk zs vf hg hk jx jz jg cx cs cz ck ch hj vu vb ji sx xk tc lv'
    .split(' ')
    .flatMap(([a = '', b = '']) => [a + b, b + a]),
);

const COST = { vowel: 0.15, extraVowel: 0.2, firstVowel: 0.4, near: 0.35, h: 0.35, consonant: 1, extra: 1.1 };

const WEIGHT = { vowel: 0.4, consonant: 1 };

const LETTERS = Array.from({ length: SOUND_COUNT }, (_, code) => String.fromCharCode(FIRST + code));

/** What it costs to put one sound for another, a row for each. */
const CHANGE = LETTERS.flatMap((a) =>
  LETTERS.map((b) => {
    if (a === b) return 0;
    if (VOWELS.includes(a) && VOWELS.includes(b)) return COST.vowel;
    return NEAR.has(a + b) ? COST.near : COST.consonant;
  }),
);

/** What it costs to leave out a sound. */
const EXTRA = LETTERS.map((sound) => {
  if (sound === 'h') return COST.h;
  return VOWELS.includes(sound) ? COST.extraVowel : COST.extra;
});

const WEIGHTS = LETTERS.map((sound) => (VOWELS.includes(sound) ? WEIGHT.vowel : WEIGHT.consonant));

/** For the consonants two words begin with, those that may stand for them. */
const ALIKE = LETTERS.map((a, code) =>
  LETTERS.reduce((bits, b, other) => (NEAR.has(a + b) ? bits | (1 << other) : bits), 1 << code),
);

/** What a sound of an ending costs. */
const ENDING = 0.06;

/** Where both words end in something else, differences before it count so many times. */
const DOUBT = 2;

/** A name has at least so many sounds before its ending, unless they are exactly the same. */
const FEWEST = 4;

/** Costs of the beginnings of the second word, for the last two beginnings of the first; kept, as making them takes time. */
let row = new Float64Array(LONGEST * 2 + 1);
let next = new Float64Array(LONGEST * 2 + 1);

/**
 * How alike two words sound, 0 to 1: 1 for the same sounds, with consonants telling much and vowels little. An
 * edit distance over sounds with the costs of what transliteration does to them (in the manner of Kondrak 2000);
 * endings are nearly free.
 */
export function soundLikeness(a: Phones, b: Phones): number {
  const [x, y] = [a.codes, b.codes];
  if (x.length === 0 || y.length === 0) return 0;
  if (a.sounds === b.sounds) return 1;
  if (!openAlike(a, b)) return 0;
  let best = 0;
  row[0] = 0;
  y.forEach((code, j) => {
    row[j + 1] = (row[j] ?? 0) + (j === 0 ? firstExtra(code) : (EXTRA[code] ?? 0));
  });
  let weight = 0;
  for (let i = 1; i <= x.length; i += 1) {
    const code = x[i - 1] ?? 0;
    const extra = i === 1 ? firstExtra(code) : (EXTRA[code] ?? 0);
    weight += WEIGHTS[code] ?? 0;
    next[0] = (row[0] ?? 0) + extra;
    for (let j = 1; j <= y.length; j += 1) {
      const other = y[j - 1] ?? 0;
      const changed = (row[j - 1] ?? 0) + (CHANGE[code * SOUND_COUNT + other] ?? 0);
      const without = (row[j] ?? 0) + extra;
      const inserted = (next[j - 1] ?? 0) + (j === 1 ? firstExtra(other) : (EXTRA[other] ?? 0));
      next[j] = changed < without ? Math.min(changed, inserted) : Math.min(without, inserted);
    }
    [row, next] = [next, row];
    if (i < x.length && !a.stems.includes(i)) continue;
    let otherWeight = 0;
    for (let j = 1; j <= y.length; j += 1) {
      otherWeight += WEIGHTS[y[j - 1] ?? 0] ?? 0;
      if (j < y.length && !b.stems.includes(j)) continue;
      const cost = row[j] ?? 0;
      const left = Math.max(x.length - i, y.length - j);
      if (left > 0 && cost > 0 && Math.min(i, j) < FEWEST) continue;
      const doubt = i < x.length && j < y.length ? DOUBT : 1;
      best = Math.max(best, 1 - (2 * (doubt * cost + left * ENDING)) / (weight + otherWeight));
    }
  }
  return best;
}

/** Whether of the first consonants of two words any may be the same. */
function openAlike(a: Phones, b: Phones): boolean {
  if (a.opening === 0 || b.opening === 0) return true;
  for (let code = 0, bits = a.opening; bits !== 0; code += 1, bits >>>= 1)
    if ((bits & 1) === 1 && ((ALIKE[code] ?? 0) & b.opening) !== 0) return true;
  return false;
}

function firstExtra(code: number): number {
  return isVowel(code) ? COST.firstVowel : (EXTRA[code] ?? 0);
}
