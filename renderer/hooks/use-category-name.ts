import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { categoryName } from '../../shared/mqm/category-name';
import { settingsStore } from '../session/settings/settings-store';
import { typologyStore } from '../session/settings/typology-store';

/** Names categories in the language of the interface. */
export function useCategoryName(): (category: string) => string {
  const { t } = useTranslation();
  const { typology } = useStore(typologyStore);
  const language = useStore(settingsStore, (state) => state.uiLanguage);
  return (category) => categoryName(category, typology, language, (key, options) => t(key, options));
}
