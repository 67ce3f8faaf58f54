import type { TFunction } from 'i18next';
import type { Language } from '../../shared/model/language';
import { categoryName } from '../../shared/mqm/category-name';
import type { Typology } from '../../shared/mqm/typology';

/** What people call the categories of a typology; `t` has the strings of `language`. */
export function categoryNames(
  typology: Typology,
  language: Language,
  t: TFunction,
): (category: string) => string {
  return (category) => categoryName(category, typology, language, (key, options) => t(key, options));
}
