import { createInstance, type TFunction } from 'i18next';
import { failureSentence } from '../../shared/contract/failure-sentence';
import { i18nOptions, teachLanguages } from '../../shared/interface/i18n-options';
import { languageOfInterface, type InterfaceLanguage } from '../../shared/interface/languages';
import type { Failure } from '../../shared/model/failure';

const instance = createInstance();

void instance.init(i18nOptions('en'));
teachLanguages(instance.services);

/** Strings of the main process (menus, dialogs, command line) in a language of the interface. */
export function translator(language: InterfaceLanguage): TFunction {
  return instance.getFixedT(language);
}

/** The sentence that tells a person of a failure, in a language of the interface. */
export function failureIn(language: InterfaceLanguage, failure: Failure): string {
  const t = translator(language);
  return failureSentence(failure, (key, params) => t(key, { ...params }));
}

/** The first of the preferred locales ("ky-KG", "ky_KG.UTF-8") that the interface speaks, else English. */
export function chooseLanguage(preferred: readonly string[]): InterfaceLanguage {
  for (const locale of preferred) {
    const [code] = locale.toLowerCase().split(/[-_.@]/, 1);
    const language = languageOfInterface(code);
    if (language) return language;
  }
  return 'en';
}
