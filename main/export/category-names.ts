import type { TFunction } from 'i18next';
import type { InterfaceLanguage } from '../../shared/interface/languages';
import { categoryName } from '../../shared/mqm/category-name';
import type { Typology } from '../../shared/mqm/typology';

/** What people call the categories of a typology; `t` has the strings of `language`. */
export function categoryNames(
  typology: Typology,
  language: InterfaceLanguage,
  t: TFunction,
): (category: string) => string {
  return (category) => categoryName(category, typology, language, (key, options) => t(key, options));
}
