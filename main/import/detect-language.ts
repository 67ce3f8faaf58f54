import { franc } from 'franc';
import type { Language } from '../../shared/model/language';

/** More tells nothing more. */
const SAMPLE_LENGTH = 20_000;

/** Fewer letters without a telling word tell nothing. */
const FEWEST_LETTERS = 10;

/** From so many words on, running text of a language holds its small words. */
const RUNNING_TEXT = 40;

/** Words that run through every text of a language and are no words of the two others or their neighbours. */
const SMALL_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  ru: new Set(
    (
      'и в не на что с по как из для от за это о к но был была были его её их при до или также уже об после без под над ' +
      'кто где когда так если который которая которые я мы он она они все чтобы только между'
    ).split(' '),
  ),
  ky: new Set(
    (
      'жана менен үчүн бул деп эле эмес болгон боюнча кийин анын ошол дагы тууралуу керек жок бир эки ал алар ким ' +
      'эмне кандай чейин өз ар болуп турган экенин бирок ошондой андан'
    ).split(' '),
  ),
  en: new Set(
    (
      'the of and to that with which from has have had are this will for not by it as its their they been who would ' +
      'but after about than when what'
    ).split(' '),
  ),
};

/** The share of small words running text has at the least. */
const LEAST_SHARE: Readonly<Record<Language, number>> = { ru: 0.06, ky: 0.02, en: 0.08 };

/**
 * The language a text is in, or null when it is none of the three or too little to tell. Small words decide,
 * then the letters ң ө ү, then trigrams (franc); letters of neither alphabet (Kazakh ә ғ қ ұ і һ, Ukrainian ї є)
 * rule Russian and Kyrgyz out.
 */
export function detectLanguage(text: string): Language | null {
  const sample = text.slice(0, SAMPLE_LENGTH).toLowerCase();
  const words = sample.match(/\p{L}+/gu) ?? [];
  const count = (pattern: RegExp): number => sample.match(pattern)?.length ?? 0;
  const small = (language: Language): number =>
    words.filter((word) => SMALL_WORDS[language].has(word)).length;
  const has = (language: Language): boolean =>
    small(language) >= Math.max(1, LEAST_SHARE[language] * words.length);

  const cyrillic = count(/\p{Script=Cyrillic}/gu);
  if (count(/\p{Script=Latin}/gu) > cyrillic) return has('en') ? 'en' : null;
  if (cyrillic === 0 || count(/[әғқұіһїєґўјљњђћџҳҷӣӯ]/gu) > cyrillic / 100) return null;
  if (small('ru') !== small('ky')) {
    const likelier = small('ru') > small('ky') ? 'ru' : 'ky';
    return has(likelier) ? likelier : null;
  }
  if (words.length >= RUNNING_TEXT) return null;
  if (count(/[ңөү]/gu) > 0) return 'ky';
  if (cyrillic < FEWEST_LETTERS) return null;
  return franc(sample, { only: ['rus', 'kir', 'kaz'], minLength: FEWEST_LETTERS }) === 'rus' ? 'ru' : 'ky';
}
