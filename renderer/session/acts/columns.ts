import type { Settings } from '../../../shared/contract/settings';
import type { Language } from '../../../shared/model/language';
import { changeSettings, settingsStore, visibleColumns } from '../settings/settings-store';
import { act, ifOpen, type Act } from './act';
import type { Answer } from './why';

/** How much wider or narrower a column becomes at a time, and between which shares it stays. */
const STEP = 1.15;
const LEAST = 0.3;
const MOST = 3;

/** Where the columns stand, how wide they are, and which are shown. */
export const COLUMN_ACTS = [
  act({
    id: 'columnLeft',
    keys: [],
    when: ifColumn((language, shown) => (shown[0] === language ? 'firstColumn' : 'yes')),
    run: atColumn((language) => moveColumn(language, -1)),
  }),
  act({
    id: 'columnRight',
    keys: [],
    when: ifColumn((language, shown) => (shown.at(-1) === language ? 'lastColumn' : 'yes')),
    run: atColumn((language) => moveColumn(language, 1)),
  }),
  act({
    id: 'columnWider',
    keys: [],
    when: ifColumn((_, shown) => (shown.length > 1 ? 'yes' : 'onlyColumn')),
    run: atColumn((language) => resizeBy(language, STEP)),
  }),
  act({
    id: 'columnNarrower',
    keys: [],
    when: ifColumn((_, shown) => (shown.length > 1 ? 'yes' : 'onlyColumn')),
    run: atColumn((language) => resizeBy(language, 1 / STEP)),
  }),
  act({
    id: 'hideColumn',
    keys: [],
    when: ifColumn((_, shown) => (shown.length > 1 ? 'yes' : 'onlyColumn')),
    run: atColumn((language) => hide([...columnsNow().hidden, language])),
  }),
  act({
    id: 'showColumns',
    keys: [],
    when: ifOpen(({ settings }) => (settings.columns.hidden.length > 0 ? 'yes' : 'allShown')),
    // The one that is meant, or else all.
    run: ({ place }) => {
      const { hidden } = columnsNow();
      const others = hidden.filter((each) => each !== place?.language);
      hide(others.length < hidden.length ? others : []);
    },
  }),
] as const;

/** Makes columns as wide as these shares of all of them. */
export function setColumnWidths(widths: Partial<Record<Language, number>>): void {
  const columns = columnsNow();
  changeSettings({ columns: { ...columns, widths: { ...columns.widths, ...widths } } });
}

function ifColumn(more: (language: Language, shown: readonly Language[]) => Answer): Act['when'] {
  return ifOpen(({ settings }, { place }) => {
    const shown = visibleColumns(settings);
    return place && shown.includes(place.language) ? more(place.language, shown) : 'noRow';
  });
}

function atColumn(run: (language: Language) => void): Act['run'] {
  return ({ place }) => (place ? run(place.language) : undefined);
}

function columnsNow(): Settings['columns'] {
  return settingsStore.getState().settings.columns;
}

function hide(hidden: readonly Language[]): void {
  changeSettings({ columns: { ...columnsNow(), hidden: [...hidden] } });
}

function resizeBy(language: Language, factor: number): void {
  const width = columnsNow().widths[language] * factor;
  setColumnWidths({ [language]: Math.max(LEAST, Math.min(MOST, width)) });
}

/** Changes places with the next column that is shown. */
function moveColumn(language: Language, by: 1 | -1): void {
  const columns = columnsNow();
  const shown = visibleColumns(settingsStore.getState().settings);
  const other = shown[shown.indexOf(language) + by];
  if (!other) return;
  const order = columns.order.map((each) => (each === language ? other : each === other ? language : each));
  changeSettings({ columns: { ...columns, order } });
}
