import type { TFunction } from 'i18next';
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '../../shared/interface/languages';
import { translator } from '../system/translate';

/** What is added to the name of a project for a file that is made of it. */
const ENDINGS = {
  mine: (t: TFunction, stem: string) => t('standing.nameOfMine', { stem }),
  copy: (t: TFunction, stem: string) => `${stem} ${t('dialog.copySuffix')}`,
  recovered: (t: TFunction, stem: string) => `${stem} ${t('recover.suffix')}`,
} as const;

/**
 * A name with what it is at its end, without the extension: "article" -> "article (mine)". One that says so already, in
 * whatever language, with or without a number, does not say it twice: "article (моя версия) 2" -> "article (mine)". The
 * caller looks whether it is free.
 *
 * @param language of the interface now
 */
export function nameWithEnding(
  stem: string,
  ending: keyof typeof ENDINGS,
  language: InterfaceLanguage,
): string {
  const name = ENDINGS[ending];
  return name(translator(language), withoutEndings(stem, name));
}

function withoutEndings(stem: string, name: (t: TFunction, stem: string) => string): string {
  const endings = INTERFACE_LANGUAGES.map((language) => name(translator(language), ''));
  const unnumbered = stem.replace(/ \d+$/, '');
  for (const each of [stem, unnumbered]) {
    const ending = endings.find((known) => each.length > known.length && each.endsWith(known));
    if (ending !== undefined) return withoutEndings(each.slice(0, -ending.length), name);
  }
  return stem;
}
