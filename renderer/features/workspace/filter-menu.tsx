import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { formatNumber } from '../../../shared/interface/format-number';
import { useFilterCounts } from '../../hooks/use-filter-counts';
import { ROW_FILTERS } from '../../session/rows/row-filters';
import { settingsStore } from '../../session/settings/settings-store';
import { chooseFilter } from '../../session/rows/shown-rows';
import { viewStore } from '../../session/place/view-store';
import { Icon } from '../../ui/icon';
import { MenuButton } from '../../ui/menu-button';

/** What the rows are narrowed to, above their numbers. */
export function FilterMenu() {
  const { t } = useTranslation();
  const counts = useFilterCounts();
  const filter = useStore(viewStore, (state) => state.filter);
  const uiLanguage = useStore(settingsStore, (state) => state.uiLanguage);
  return (
    <MenuButton
      label={t('outline.filtered', { filter: t(`filter.${filter}`) })}
      entries={() =>
        ROW_FILTERS.map((each) => ({
          label: t(`filter.${each}`),
          note: `${each === filter ? '✓ ' : ''}${formatNumber(counts[each], uiLanguage)}`,
          choose: () => chooseFilter(each),
        }))
      }
      className={filter === 'all' ? 'filter-menu' : 'filter-menu on'}
    >
      <Icon name="funnel" /> ▾
    </MenuButton>
  );
}
