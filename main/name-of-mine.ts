import { LANGUAGES, type Language } from '../shared/model/language';
import { translator } from './translate';

/**
 * The name of a person's version beside another file, without the extension: "article" -> "article (mine)". One that
 * has such a name already, in whatever language, with or without a number, does not get it twice: "article (моя версия)
 * 2" -> "article (mine)". The caller looks whether it is free.
 *
 * @param language of the interface now
 */
export function nameOfMine(stem: string, language: Language): string {
  return nameIn(language, withoutEndings(stem));
}

function nameIn(language: Language, stem: string): string {
  return translator(language)('standing.nameOfMine', { stem });
}

function withoutEndings(stem: string): string {
  const shorter = LANGUAGES.map((language) => {
    const ending = nameIn(language, '');
    const name = stem.replace(/ \d+$/, '');
    return [stem, name].find((each) => each.endsWith(ending))?.slice(0, -ending.length);
  }).find((found) => found !== undefined && found !== '');
  return shorter === undefined ? stem : withoutEndings(shorter);
}
