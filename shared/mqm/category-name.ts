import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '../interface/languages';
import { dimensionOf, typeOf, type Typology } from './typology';

/** i18next's translate function, as far as it is needed here. */
type Translate = (key: string, options: { readonly defaultValue: string }) => string;

/**
 * What people call a category: its type where it names one, else its dimension. The newsroom's own name in the
 * language of the interface comes first, then its name in any other, then that of Triptych, then the bare id.
 */
export function categoryName(
  category: string,
  typology: Typology,
  language: InterfaceLanguage,
  t: Translate,
): string {
  const [dimension = '', type] = category.split('/');
  const names = (type === undefined ? dimensionOf(typology, category) : typeOf(typology, category))?.names;
  const own =
    names?.[language] ?? INTERFACE_LANGUAGES.map((each) => names?.[each]).find((name) => name !== undefined);
  if (own !== undefined) return own;
  return type === undefined
    ? t(`mqm.dimension.${dimension}`, { defaultValue: dimension })
    : t(`mqm.type.${dimension}.${type}`, { defaultValue: type });
}
