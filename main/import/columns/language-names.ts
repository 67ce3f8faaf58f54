import { LANGUAGES, type Language } from '../../../shared/model/language';

/** What heads of tables call the languages: codes, and names in the three and in any form. */
const NAMES: Readonly<Record<Language, RegExp>> = {
  ru: /^(ru|rus|russian|рус|русск\p{L}*|орус|орусча\p{L}*)$/u,
  ky: /^(ky|kg|kir|kyr|kgz|kyrgyz\p{L}*|kirghiz|кырг|кыргыз|кыргызча\p{L}*|кыргызск\p{L}*|киргизск\p{L}*)$/u,
  en: /^(en|eng|english|англ|английск\p{L}*|англис|англисче\p{L}*)$/u,
};

/** A head says no more: a longer text with the name of a language in it is a text about it. */
const LONGEST_HEAD = 60;

/** What a cell would mean as the head of a column. */
export interface NamedLanguage {
  readonly language: Language;
  /** Whether it says nothing but the language ("Русский", "ky-KG"). */
  readonly isAll: boolean;
}

/** The one language a cell names ("Текст на русском", "EN (final)"); null where it names none or several. */
export function languageNamed(text: string): NamedLanguage | null {
  if (text.length > LONGEST_HEAD) return null;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const named = LANGUAGES.filter((language) => words.some((word) => NAMES[language].test(word)));
  const [language] = named;
  if (named.length !== 1 || !language) return null;
  return {
    language,
    isAll: words.every((word) => NAMES[language].test(word) || /^(тил\p{L}*|язык|language)$/u.test(word)),
  };
}
