import type { Language } from '../model/language';

const V = '[аеёоөыиуүэюя]';

/** Endings of Kyrgyz nouns in their order: plural, whose, -лык, case, -гы, -чы. */
const KY_ENDING = new RegExp(
  `^(?:[лдт]${V}р)?(?:${V}?[мң]|${V}?[бң]${V}з|[сш]?[ыиуү]н?)?(?:[лдт][ыиуү]к)?(?:[ндт][ыиуү]н|[нгкдт]${V}|[ндт]${V}н|н[дт]${V}н?)?(?:[гк][ыиуү])?(?:ч[ыиуү])?$`,
  'u',
);

/** Endings of Russian nouns and adjectives in all cases. */
const RU_ENDING =
  /^(?:(?:ск)?(?:[аяуюыиеоьй]|[оеёю]й|ы[йе]|[оеёыи]м|[оеё]в|[аяыи]х|[аяыи]ми|[ое]ю|[ао][яе]|[уюыи]ю|яя|ее|[оие]го|[оие]му|и[яеий])|ие[йм]|ия[мх]|иями)$/u;

const EN_ENDING = /^s$/;

const ENDINGS: Readonly<Record<Language, RegExp>> = { ru: RU_ENDING, ky: KY_ENDING, en: EN_ENDING };

/** So many letters a name has at least, and its endings at most. */
const SHORTEST = 3;
const LONGEST_ENDING = 10;

/** What a name may be a form of, itself first: Жээнбековдун is Жээнбековду, Жээнбеков, ... and Solid-дин is Solid. */
export function nameStems(word: string, language: Language): readonly string[] {
  const stems = [word];
  const hyphen = word.search(/-\p{Ll}+$/u);
  const shortest = Math.max(SHORTEST, word.length - LONGEST_ENDING, hyphen);
  for (let size = word.length - 1; size >= shortest; size -= 1) {
    const ending = word.slice(size);
    if (
      ending.startsWith('-')
        ? ENDINGS[language].test(ending.slice(1))
        : hyphen < 0 && ENDINGS[language].test(ending)
    )
      stems.push(word.slice(0, size));
  }
  return stems;
}

/** Whether two words may be forms of one, of hyphenated ones part by part: Бернерса-Ли, Бернерс-Ли. */
export function mayBeSameName(a: string, b: string, language: Language): boolean {
  const [x, y] = [a.split('-'), b.split('-')];
  if (x.length !== y.length) return shareStem(a, b, language);
  return x.every((part, n) => shareStem(part, y[n] ?? '', language));
}

function shareStem(a: string, b: string, language: Language): boolean {
  const stems = nameStems(a, language);
  return nameStems(b, language).some((stem) => stems.includes(stem));
}
