import type { Language } from '../model/language';

/** What is put before words freely, so that no dictionary has all of them. */
const PREFIXES: Readonly<Record<'ru' | 'en', RegExp>> = {
  ru: /^(?:пост|анти|супер|мега|экс|авто|кибер|гипер|псевдо|само|много|мало|одно|двух|тр[её]х|четыр[её]х|вице|микро|макро|мульти|нейро|теле|радио|видео|фото|био|эко|гео|агро|гос|спец|проф|полит|меж|над|под|вне|сверх|транс|ультра|контр|квази|полу|нано|интер|недо|пере|пре|пред|про|все|обще|со|не|ре|де|по|за|вы|от|на|до|при|раз|рас)/u,
  en: /^(?:un|re|non|anti|pre|post|over|under|multi|co|sub|inter|super|micro|cyber|de|mis|out|counter|pro|semi|mid|self|bio|eco|geo|neuro|hyper|mega|ultra|trans|pan|fore|up|in|im|dis)/,
};

const BRITISH: readonly (readonly [RegExp, string])[] = [
  [/([iy])s(?=e|ing|ation|able)/, '$1z'],
  [/our/, 'or'],
  [/ll(?=ed|ing|er|or)/, 'l'],
  [/pp(?=ed|ing|er)/, 'p'],
  [/l(?=ment|ful)/, 'll'],
  [/tre/, 'ter'],
  [/tr(?=ed|es|ing)/, 'ter'],
  [/nce/, 'nse'],
  [/[ao]e/, 'e'],
  [/ogue/, 'og'],
  [/mme/, 'm'],
  [/dge(?=ment)/, 'dg'],
  [/gei(?=ng)/, 'gi'],
  [/grey/, 'gray'],
  [/arte(?=fact)/, 'arti'],
  [/ough/, 'ow'],
];

/**
 * Simpler words of which a word that is in no dictionary may be made: "соведущий" of "ведущий", "livestream" of "live"
 * and "stream", "organise" as "organize" in a dictionary of American English.
 *
 * @returns lists of words; the word is made of any list of which all words are known
 */
export function partsOfWord(word: string, language: Exclude<Language, 'ky'>): readonly (readonly string[])[] {
  const bare = word.replace(PREFIXES[language], '');
  const parts: (readonly string[])[] = bare.length >= 4 && bare !== word ? [[bare]] : [];
  if (language === 'ru') return parts;
  for (const [british, american] of BRITISH) {
    if (british.test(word)) parts.push([word.replace(british, american)]);
  }
  for (let at = 4; at <= word.length - 4; at += 1) parts.push([word.slice(0, at), word.slice(at)]);
  return parts;
}
