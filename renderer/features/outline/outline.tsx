import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { LANGUAGES, type Language } from '../../../shared/model/language';
import { headingLevel } from '../../../shared/model/paragraph';
import type { Row } from '../../../shared/model/row';
import { cutText } from '../../../shared/model/cut-text';
import { showHidden } from '../../../shared/text/hidden-characters';
import { chooseFilter } from '../../session/shown-rows';
import { useRowCriteria } from '../../hooks/use-row-criteria';
import { findingsStore } from '../../session/findings-store';
import { selectRow } from '../../session/navigation';
import { useProject } from '../../hooks/use-project';
import { rememberRows } from '../../session/remember-rows';
import { countRows, passedFilters, rememberJudged, ROW_FILTERS } from '../../session/row-filters';
import { changeSettings, settingsStore, visibleColumns } from '../../session/settings-store';
import { setView, viewStore } from '../../session/view-store';
import { performHere } from '../../session/acts/perform';
import { LongList } from '../../ui/long-list';

const NO_ROWS: readonly Row[] = [];

const filtersOf = rememberJudged(passedFilters);

interface Heading {
  readonly row: Row;
  readonly level: number;
  readonly text: string;
  readonly language: Language;
}

/** The headings of the article, and what the rows can be narrowed to. */
export function Outline() {
  const { t } = useTranslation();
  const { rows: present } = useProject();
  // Looking through a long article takes a moment: its rows are shown first.
  const rows = useDeferredValue(present, NO_ROWS);
  const { settings, uiLanguage } = useStore(settingsStore);
  const { selected, filter } = useStore(viewStore);
  const criteria = useRowCriteria();
  const columns = useMemo(() => visibleColumns(settings), [settings]);
  const headings = useMemo(() => {
    const preferred = [...LANGUAGES.filter((each) => each === uiLanguage), ...columns];
    return rememberRows((row) => headingOf(row, preferred));
  }, [columns, uiLanguage]);
  const entries = useMemo(
    () => headings(rows).flatMap((heading, index) => (heading ? [{ ...heading, index }] : [])),
    [headings, rows],
  );
  const found = useStore(findingsStore, (state) => state.open);
  const counts = useMemo(() => countRows(filtersOf(rows, criteria), found), [rows, criteria, found]);
  const here = useMemo(() => {
    const at = rows.findIndex((row) => row.id === selected?.rowId);
    return entries.findLast((entry) => entry.index <= at)?.row.id;
  }, [rows, selected, entries]);
  return (
    <nav className="outline" aria-label={t('outline.label')}>
      <section>
        <h2>{t('outline.headings')}</h2>
        {entries.length === 0 && rows === present && <p className="quiet">{t('outline.none')}</p>}
        <LongList entries={entries} keyOf={({ row }) => row.id}>
          {({ row, level, text, language }) => (
            <button
              type="button"
              className={row.id === here ? 'entry on' : 'entry'}
              aria-current={row.id === here ? 'true' : undefined}
              style={{ paddingInlineStart: `${0.5 + Math.max(0, level - 1) * 0.75}rem` }}
              lang={language}
              title={text}
              onClick={() => {
                setView({ filter: 'all' });
                selectRow(row, selected?.language ?? columns[0] ?? language);
              }}
            >
              <span>{text}</span>
            </button>
          )}
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

/** The heading a row shows in the outline, in the first of the preferred languages that has one. */
function headingOf(row: Row, preferred: readonly Language[]): Heading | null {
  for (const language of preferred) {
    for (const paragraph of row.cells[language].paragraphs) {
      const level = paragraph.role === 'title' ? 0 : headingLevel(paragraph.role);
      if (level !== null && paragraph.text !== '')
        return { row, level, text: showHidden(cutText(paragraph.text)), language };
    }
  }
  return null;
}
