import en from '../../locales/en.json' with { type: 'json' };
import ky from '../../locales/ky.json' with { type: 'json' };
import ru from '../../locales/ru.json' with { type: 'json' };

/** What there is to know of a language of the interface. */
interface LanguageOfInterface {
  /** What the language calls itself. */
  readonly name: string;
  /** A language that writes numbers and counts (`one`, `few`, …) in the same way, and that every Electron has data for. */
  readonly numbersAs: 'en' | 'ru';
  readonly countsAs: 'en' | 'ru';
  readonly strings: { readonly act: object };
}

/**
 * The languages the interface speaks, in the order in which they are offered. They have nothing to do with the
 * languages of an article: another one is a file in `locales` and a line here.
 */
const INTERFACE = {
  ru: { name: 'Русский', numbersAs: 'ru', countsAs: 'ru', strings: ru },
  ky: { name: 'Кыргызча', numbersAs: 'ru', countsAs: 'en', strings: ky },
  en: { name: 'English', numbersAs: 'en', countsAs: 'en', strings: en },
} as const satisfies Readonly<Record<string, LanguageOfInterface>>;

/** The code of a language of the interface, as `html lang` has it. */
export type InterfaceLanguage = keyof typeof INTERFACE;

/** The codes, in the order in which the languages are offered. */
export const INTERFACE_LANGUAGES = Object.keys(INTERFACE) as readonly InterfaceLanguage[];

/** What is known of a language of the interface. */
export function aboutLanguage(language: InterfaceLanguage): LanguageOfInterface {
  return INTERFACE[language];
}

/** The language of the interface with this code, if there is one. */
export function languageOfInterface(code: string | undefined): InterfaceLanguage | null {
  return INTERFACE_LANGUAGES.find((language) => language === code) ?? null;
}
