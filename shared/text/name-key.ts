/** What romanisations of one Cyrillic spelling differ in, and Cyrillic letters, by the plainest Latin ones; longest first. */
const FOLDED: Readonly<Record<string, string>> = {
  shch: 'w',
  tch: 'q',
  dzh: 'j',
  dj: 'j',
  zh: 'j',
  kh: 'h',
  ch: 'q',
  sh: 'w',
  ts: 'c',
  tz: 'c',
  x: 'ks',
  y: 'i',
  дж: 'j',
  ...Object.fromEntries(
    Array.from('абвгдежзийклмнопрстуфхыэөүңғқ', (letter, n) => [
      letter,
      'abvgdejziiklmnoprstufhieoungk'.charAt(n),
    ]),
  ),
  ё: 'e',
  ц: 'c',
  ч: 'q',
  ш: 'w',
  щ: 'w',
  ю: 'iu',
  я: 'ia',
  ъ: '',
  ь: '',
};

const FOLD = new RegExp(Object.keys(FOLDED).join('|'), 'gu');

const MARKS = /\p{M}/gu;

/** й apart, as it is not и with a mark to anybody. */
const DECOMPOSED = /[\u00c0-\u024f]/gu;

/**
 * The same for all ways in which newsrooms spell one Central Asian or Russian name in either alphabet: Жээнбеков,
 * Жеенбеков, Jeenbekov and Zheenbekov are `jenbekov`, Наталья and Nataliya `natalia`; Osmonov and Usmanov, Иран and
 * Ирак differ. Names out of other languages are written in Cyrillic by sound, and do not meet here: see
 * `soundLikeness`. Expects NFC.
 */
export function nameKey(word: string): string {
  return (
    word
      .toLowerCase()
      .replace(DECOMPOSED, (letter) => letter.normalize('NFD').replace(MARKS, ''))
      .replace(FOLD, (letters) => FOLDED[letters] ?? letters)
      .replace(/[^a-z]/g, '')
      // Атамбаев, Atambayev, Atambaiev; Елена, Yelena.
      .replace(/(?<=^|[aeou])i+(?=e)/g, '')
      .replace(/(.)\1+/g, '$1')
  );
}
