import { useDeferredValue, useMemo } from 'react';
import { useStore } from 'zustand';
import { cutText } from '../../shared/model/cut-text';
import { LANGUAGES, type Language } from '../../shared/model/language';
import { headingLevel } from '../../shared/model/paragraph';
import type { Row } from '../../shared/model/row';
import { showHidden } from '../../shared/text/hidden-characters';
import { selectRow } from '../session/place/navigation';
import { rememberRows } from '../session/rows/remember-rows';
import { columnsNow, settingsStore, visibleColumns } from '../session/settings/settings-store';
import { setView, viewStore } from '../session/place/view-store';
import { useProject } from './use-project';

const NO_ROWS: readonly Row[] = [];

export interface Heading {
  readonly row: Row;
  /** The position of its row, from 0. */
  readonly index: number;
  /** 0 for a title, else 1 to 6. */
  readonly level: number;
  readonly text: string;
  readonly language: Language;
}

interface Headings {
  /** In the order of the article. */
  readonly headings: readonly Heading[];
  /** The row of the heading a person is under. */
  readonly here: string | undefined;
  /** Whether all rows were looked through. */
  readonly complete: boolean;
}

/** The headings of the article, each in the language of the interface where that has one. */
export function useHeadings(): Headings {
  const { rows: present } = useProject();
  // Looking through a long article takes a moment: its rows are shown first.
  const rows = useDeferredValue(present, NO_ROWS);
  const { settings, uiLanguage } = useStore(settingsStore);
  const selectedRowId = useStore(viewStore, (state) => state.selected?.rowId);
  const columns = useMemo(() => visibleColumns(settings), [settings]);
  const list = useMemo(() => {
    const preferred = [...LANGUAGES.filter((each) => each === uiLanguage), ...columns];
    return rememberRows((row) => headingOf(row, preferred));
  }, [columns, uiLanguage]);
  const headings = useMemo(
    () => list(rows).flatMap((heading, index) => (heading ? [{ ...heading, index }] : [])),
    [list, rows],
  );
  const here = useMemo(() => {
    const at = rows.findIndex((row) => row.id === selectedRowId);
    return headings.findLast((heading) => heading.index <= at)?.row.id;
  }, [rows, selectedRowId, headings]);
  return { headings, here, complete: rows === present };
}

/** Goes to a heading, among all rows. */
export function goToHeading({ row, language }: Heading): void {
  setView({ filter: 'all' });
  selectRow(row, viewStore.getState().selected?.language ?? columnsNow()[0] ?? language);
}

/** The heading a row shows in the outline, in the first of the preferred languages that has one. */
function headingOf(row: Row, preferred: readonly Language[]): Omit<Heading, 'index'> | null {
  for (const language of preferred) {
    for (const paragraph of row.cells[language].paragraphs) {
      const level = paragraph.role === 'title' ? 0 : headingLevel(paragraph.role);
      if (level !== null && paragraph.text !== '')
        return { row, level, text: showHidden(cutText(paragraph.text)), language };
    }
  }
  return null;
}
