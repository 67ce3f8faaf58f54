import type { Language, PerLanguage } from '../model/language';

/** Longest first among those that end alike; three letters must be left. */
const RU_ENDINGS =
  /(?<=\p{L}{3})(?:ившись|ывшись|авшись|ованный|ируют|ирует|ировал[аи]?|ировать|ирован[аоы]?|уют|ует|овал[аои]?|овать|ивал[аои]?|ывал[аои]?|ивать|ывать|ивают|ывают|ивает|ывает|ейш\p{L}{2}|ями|ами|ыми|ими|ого|его|ому|ему|ает|яет|ают|яют|еет|еют|ишь|ешь|ите|ете|ать|ять|еть|ить|уть|нут|нет|ала|али|ало|яла|яли|яло|ела|ели|ело|ила|или|ило|нул[аи]?|ыла|ыло|ыли|ать|ах|ях|ов|ев|ей|ам|ям|ом|ем|ым|им|ых|их|ый|ий|ой|ая|яя|ое|ее|ые|ие|ую|юю|ою|ею|ию|ия|ии|ью|ут|ют|ат|ят|ит|ет|ал|ял|ел|ил|ла|ло|ли|(?<!с)ть|а|я|о|е|и|ы|у|ю|ь|й|л)$/u;

/** The vowel that other forms of the word lack: беженец and беженцев, рынок and рынка, окон and окно. */
const RU_FLEETING = /(?<=\p{L}[бвгджзклмнпрстфхчшщь])[еёо](?=[кцнр]$)/u;

const EN_ENDINGS = /(?:ies|ied|ing|ed|es|s|e|y)$/;

const V = '[аеёоөыиуүэюя]';

/** Endings of Kyrgyz in their order of frequency hardly matter: any chain of them may follow a stem. */
const KY_ENDINGS = new RegExp(
  `^(?:[лдт]${V}р|[ндт]${V}н|[ндтгк]?${V}|[сч]${V}|[нмңпйрлштк]|${V}[нмңптрлшк]|${V}?[бң]${V}з|[лдт]${V}к|[лдт]${V}{2}|с${V}з|[дт]${V}г${V}|н${V}к${V}|[гк]${V}н|${V}{2}|[бпм]${V}[йс]?|[дт]${V}р|с${V}ң|м${V}н|[гк]${V}[чн]|м${V}к|д${V}ш)*$`,
  'u',
);

/** Also bounds the time the pattern can take. */
const LONGEST_ENDING = 11;

/** The stem of a word as dictionaries give it. */
export function stemOf(word: string, language: Language): string {
  return STEM[language](word);
}

const STEM: PerLanguage<(word: string) => string> = { ru: stemRussian, ky: harden, en: stemEnglish };

/**
 * What a word may be a form of, the longest first. Russian and English words lose their ending; a Kyrgyz word is
 * every beginning that endings may follow, since only a lexicon can tell which it is: `китептердин` is `китептер`,
 * `китеп` and shorter ones. Voiced and voiceless last letters (китеби, китеп) come out the same.
 */
export function stemsOf(word: string, language: Language): readonly string[] {
  const stems = [stemOf(word, language)];
  if (language !== 'ky') return stems;
  for (let size = word.length - 1; size > 1 && word.length - size <= LONGEST_ENDING; size -= 1) {
    if (KY_ENDINGS.test(word.slice(size))) stems.push(harden(word.slice(0, size)));
  }
  return stems;
}

function stemRussian(word: string): string {
  let stem = word.replaceAll('ё', 'е').replace(/(?<=\p{L}{4})(?:ся|сь)$/u, '');
  // Until nothing is left to take away: `самолетами` is `самолет`, but so `самол`, as in `самолет` alone.
  for (;;) {
    const bare = stem.replace(RU_ENDINGS, '');
    if (bare === stem) return stem.replace(RU_FLEETING, '');
    stem = bare;
  }
}

function stemEnglish(word: string): string {
  const plain = word.replace(/[’']s?$/u, '').replaceAll('’', "'");
  const bare = plain.replace(EN_ENDINGS, '');
  return bare.length < 3 ? plain : bare.replace(/([bdgklmnprt])\1$/, '$1').replace(/i$/, '');
}

function harden(stem: string): string {
  return stem.replace(/г$/u, 'к').replace(/б$/u, 'п');
}
