import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from '../../locales/en.json';
import ky from '../../locales/ky.json';
import ru from '../../locales/ru.json';
import { teachNumbers } from '../../shared/contract/format-number';
import type { Language } from '../../shared/model/language';
import { keyNames } from '../session/key-label';
import { keyboardStore } from '../session/keyboard-store';
import { teachKyrgyzPlurals } from '../../shared/text/kyrgyz-plurals';

/** What keys are called, for strings that name one: "press {{keys.flag}}". */
const keys: Record<string, string> = {};

/** Starts the interface in a language. */
export function startI18n(language: Language): void {
  const nameKeys = () => Object.assign(keys, keyNames(keyboardStore.getState()));
  nameKeys();
  keyboardStore.subscribe(nameKeys);
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en }, ru: { translation: ru }, ky: { translation: ky } },
    interpolation: { escapeValue: false, defaultVariables: { keys } },
    initAsync: false,
  });
  teachKyrgyzPlurals(i18next.services.pluralResolver);
  teachNumbers(i18next.services.formatter);
  speak(language);
}

/** Switches the interface to another language at once. */
export function speak(language: Language): void {
  document.documentElement.lang = language;
  if (i18next.language !== language) void i18next.changeLanguage(language);
}
