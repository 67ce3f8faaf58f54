import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import { categoryName } from '../../shared/mqm/category-name';
import { CORE_TYPOLOGY, type Typology } from '../../shared/mqm/typology';
import { useSettingsStore } from './settings-store';

/** The categories, weights and pass mark in use on this computer. */
export const useTypologyStore = create<{ readonly typology: Typology }>()(() => ({
  typology: CORE_TYPOLOGY,
}));

/** Names categories in the language of the interface. */
export function useCategoryName(): (category: string) => string {
  const { t } = useTranslation();
  const { typology } = useTypologyStore();
  const language = useSettingsStore((state) => state.uiLanguage);
  return (category) => categoryName(category, typology, language, (key, options) => t(key, options));
}
