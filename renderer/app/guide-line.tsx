import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { formatNumber } from '../../shared/interface/format-number';
import { useProject } from '../hooks/use-project';
import { settingsStore } from '../session/settings/settings-store';
import { chooseFilter } from '../session/rows/shown-rows';
import { viewStore } from '../session/place/view-store';
import { KeysOn } from './keys-on';
import { NextLine } from './next-line';

/** The line under the header: what comes next, and where one is. */
export function GuideLine() {
  const { t } = useTranslation();
  const { rows } = useProject();
  const uiLanguage = useStore(settingsStore, (state) => state.uiLanguage);
  const filter = useStore(viewStore, (state) => state.filter);
  const selectedRowId = useStore(viewStore, (state) => state.selected?.rowId);
  const at = rows.findIndex((row) => row.id === selectedRowId) + 1;
  const number = (value: number) => formatNumber(value, uiLanguage);
  return (
    <section className="guide-line" aria-label={t('guide.label')}>
      <NextLine />
      <span className="grow" />
      {filter !== 'all' && (
        <button
          type="button"
          className="filter-chip"
          title={t('empty.showAll')}
          data-testid="filter-chip"
          onClick={() => chooseFilter('all')}
        >
          {t(`filter.${filter}`)} <span aria-hidden="true">✕</span>
          <span className="visually-hidden">{t('empty.showAll')}</span>
        </button>
      )}
      <span className="position" data-testid="position">
        {at === 0
          ? t('status.rows', { count: rows.length })
          : t('status.position', { at: number(at), of: number(rows.length) })}
      </span>
      <KeysOn />
    </section>
  );
}
