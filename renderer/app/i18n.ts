import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { i18nOptions, teachLanguages } from '../../shared/interface/i18n-options';
import type { InterfaceLanguage } from '../../shared/interface/languages';
import { keyNames } from '../session/keyboard/key-label';
import { keyboardStore } from '../session/keyboard/keyboard-store';

/** What keys are called, for strings that name one: "press {{keys.flag}}". */
const keys: Record<string, string> = {};

/** Starts the interface in a language. */
export function startI18n(language: InterfaceLanguage): void {
  const nameKeys = () => Object.assign(keys, keyNames(keyboardStore.getState()));
  nameKeys();
  keyboardStore.subscribe(nameKeys);
  void i18next.use(initReactI18next).init(i18nOptions(language, { keys }));
  teachLanguages(i18next.services);
  speak(language);
}

/** Switches the interface to another language at once. */
export function speak(language: InterfaceLanguage): void {
  document.documentElement.lang = language;
  if (i18next.language !== language) void i18next.changeLanguage(language);
}
