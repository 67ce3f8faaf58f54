import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useFilterCounts } from '../../hooks/use-filter-counts';
import { goToHeading, useHeadings } from '../../hooks/use-headings';
import { performHere } from '../../session/acts/perform';
import { ROW_FILTERS } from '../../session/rows/row-filters';
import { changeSettings, settingsStore } from '../../session/settings/settings-store';
import { chooseFilter } from '../../session/rows/shown-rows';
import { viewStore } from '../../session/place/view-store';
import { LongList } from '../../ui/long-list';

/** The headings of the article, and what the rows can be narrowed to. */
export function Outline() {
  const { t } = useTranslation();
  const { headings, here, complete } = useHeadings();
  const counts = useFilterCounts();
  const filter = useStore(viewStore, (state) => state.filter);
  return (
    <nav className="outline" aria-label={t('outline.label')}>
      <section>
        <h2>{t('outline.headings')}</h2>
        {headings.length === 0 && complete && <p className="quiet">{t('outline.none')}</p>}
        <LongList entries={headings} keyOf={({ row }) => row.id}>
          {(heading) => {
            const { row, level, text, language } = heading;
            return (
              <button
                type="button"
                className={row.id === here ? 'entry on' : 'entry'}
                aria-current={row.id === here ? 'true' : undefined}
                style={{ paddingInlineStart: `${0.5 + Math.max(0, level - 1) * 0.75}rem` }}
                lang={language}
                title={text}
                onClick={() => goToHeading(heading)}
              >
                <span>{text}</span>
              </button>
            );
          }}
        </LongList>
      </section>
      <section>
        <h2>{t('outline.show')}</h2>
        {ROW_FILTERS.map((each) => (
          <button
            key={each}
            type="button"
            className={each === filter ? 'entry on' : 'entry'}
            aria-pressed={each === filter}
            data-testid={`filter-${each}`}
            onClick={() => chooseFilter(each)}
          >
            <span>{t(`filter.${each}`)}</span>
            <span className="count">{counts[each]}</span>
          </button>
        ))}
        {filter === 'alignment' && <CheckBelow />}
      </section>
    </nav>
  );
}

/** How sure the aligner has to be for a row not to be offered for checking. */
function CheckBelow() {
  const { t } = useTranslation();
  const checkBelow = useStore(settingsStore, (state) => state.settings.checkBelow);
  const percent = Math.round(checkBelow * 100);
  return (
    <div className="check-below">
      <label>
        <span>{t('outline.checkBelow', { percent })}</span>
        <input
          type="range"
          min={0}
          max={100}
          step={5}
          value={percent}
          data-testid="check-below"
          onChange={(event) => changeSettings({ checkBelow: Number(event.target.value) / 100 })}
        />
      </label>
      <button type="button" className="button small" onClick={() => performHere('realign')}>
        {t('act.realign')}
      </button>
    </div>
  );
}
