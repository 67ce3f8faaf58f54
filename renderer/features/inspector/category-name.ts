import type { TFunction } from 'i18next';

/** The name of an MQM category: its type where it has one, else its dimension. */
export function categoryName(category: string, t: TFunction): string {
  const [dimension = '', type] = category.split('/');
  return type ? t(`mqm.type.${dimension}.${type}`) : t(`mqm.dimension.${dimension}`);
}
