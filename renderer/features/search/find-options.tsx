import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { askedSchema } from '../../../shared/search/asked';
import { setView, viewStore, type Find } from '../../session/place/view-store';
import { settingsStore, visibleColumns } from '../../session/settings/settings-store';

const WAYS = askedSchema.unwrap().shape.by.options;

/** How and where is searched. */
export function FindOptions({ find }: { readonly find: Find }) {
  const { t } = useTranslation();
  const settings = useStore(settingsStore, (state) => state.settings);
  const filter = useStore(viewStore, (state) => state.filter);
  const columns = useMemo(() => visibleColumns(settings), [settings]);
  const change = (part: Partial<Find>) => setView({ find: { ...find, index: 0, ...part } });
  return (
    <>
      <select
        aria-label={t('find.within')}
        value={find.within ?? ''}
        data-testid="find-within"
        onChange={(event) =>
          change({ within: columns.find((language) => language === event.target.value) ?? null })
        }
      >
        <option value="">{t('find.everywhere')}</option>
        {columns.map((language) => (
          <option key={language} value={language}>
            {t(`language.${language}`)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('find.by')}
        title={t(`find.${find.by}Hint`)}
        value={find.by}
        data-testid="find-by"
        onChange={(event) => change({ by: WAYS.find((way) => way === event.target.value) ?? 'letters' })}
      >
        {WAYS.map((way) => (
          <option key={way} value={way}>
            {t(`find.${way}`)}
          </option>
        ))}
      </select>
      <Tick
        label={t('find.matchCase')}
        isTicked={find.matchCase}
        isIdle={find.by === 'forms' && find.replacement === null}
        onTick={(matchCase) => change({ matchCase })}
      />
      <Tick
        label={t('find.wholeWord')}
        isTicked={find.wholeWord}
        isIdle={find.by === 'forms'}
        onTick={(wholeWord) => change({ wholeWord })}
      />
      <Tick
        label={t('find.looseMarks')}
        hint={t('find.looseMarksHint')}
        isTicked={!find.exactMarks}
        isIdle={find.by === 'forms'}
        onTick={(isLoose) => change({ exactMarks: !isLoose })}
      />
      <Tick label={t('find.notes')} isTicked={find.notes} onTick={(notes) => change({ notes })} />
      {(filter !== 'all' || find.filtered) && (
        <Tick
          label={t('find.filtered')}
          hint={t('find.filteredHint', { filter: t(`filter.${filter}`) })}
          isTicked={find.filtered}
          onTick={(filtered) => change({ filtered })}
        />
      )}
      <Tick
        label={t('find.listed')}
        isTicked={find.listed}
        onTick={(listed) => setView({ find: { ...find, listed } })}
      />
    </>
  );
}

function Tick({
  label,
  hint,
  isTicked,
  isIdle = false,
  onTick,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly isTicked: boolean;
  /** Whether it makes no difference now. */
  readonly isIdle?: boolean;
  readonly onTick: (isTicked: boolean) => void;
}) {
  return (
    <label title={hint}>
      <input
        type="checkbox"
        checked={isTicked}
        disabled={isIdle}
        onChange={(event) => onTick(event.target.checked)}
      />
      {label}
    </label>
  );
}
