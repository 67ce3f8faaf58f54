import { createInstance, type TFunction } from 'i18next';
import en from '../../locales/en.json';
import ky from '../../locales/ky.json';
import ru from '../../locales/ru.json';
import { teachNumbers } from '../../shared/contract/format-number';
import { failureSentence } from '../../shared/contract/failure-sentence';
import type { Failure } from '../../shared/model/failure';
import { LANGUAGES, type Language } from '../../shared/model/language';
import { teachKyrgyzPlurals } from '../../shared/text/kyrgyz-plurals';

const instance = createInstance();

void instance.init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en }, ru: { translation: ru }, ky: { translation: ky } },
  interpolation: { escapeValue: false },
  initAsync: false,
});

teachKyrgyzPlurals(instance.services.pluralResolver);
teachNumbers(instance.services.formatter);

/** Strings of the main process (menus, dialogs, command line) in one of the three languages. */
export function translator(language: Language): TFunction {
  return instance.getFixedT(language);
}

/** The sentence that tells a person of a failure, in one of the three languages. */
export function failureIn(language: Language, failure: Failure): string {
  const t = translator(language);
  return failureSentence(failure, (key, params) => t(key, { ...params }));
}

/** The first of the preferred locales ("ky-KG") that is one of the three languages, else English. */
export function chooseLanguage(preferred: readonly string[]): Language {
  for (const locale of preferred) {
    const language = LANGUAGES.find((known) => locale.toLowerCase().startsWith(known));
    if (language) return language;
  }
  return 'en';
}
