import type { Language } from '../../../shared/model/language';
import { LONGEST_AT_ONCE } from '../../../shared/model/limits';
import type { Row } from '../../../shared/model/row';
import type { ShownRow } from '../rows/shown-rows';
import { awaitEditor } from '../typing/held-keys';
import { showNews } from '../notices/notice-store';
import { changeSettings, settingsStore } from '../settings/settings-store';
import { textOf } from '../project/text-of';
import { select, setView } from './view-store';
import type { Selected } from './selected';

/** Selects the cell of a row, on its first paragraph, in the language a person is already in. */
export function selectRow(row: Row, language: Language): void {
  select({ rowId: row.id, language, paragraphId: row.cells[language].paragraphs[0]?.id ?? null });
}

/** Selects the row `by` rows further on among those shown. */
export function stepRow(
  shown: readonly ShownRow[],
  selected: Selected | null,
  by: number,
  fallback: Language,
): void {
  const at = shown.findIndex(({ row }) => row.id === selected?.rowId);
  const to = shown[at === -1 ? 0 : Math.max(0, Math.min(shown.length - 1, at + by))];
  if (to) selectRow(to.row, selected?.language ?? fallback);
}

/** Selects the next or previous language of the same row, going round. */
export function stepLanguage(
  row: Row,
  selected: Selected,
  columns: readonly Language[],
  by: 1 | -1,
): Language {
  const at = columns.indexOf(selected.language);
  const language = columns[(at + by + columns.length) % columns.length] ?? selected.language;
  selectRow(row, language);
  return language;
}

/** Whether a paragraph can be opened as a whole. */
export function isEditable(paragraphId: string): boolean {
  return textOf(paragraphId).length <= LONGEST_AT_ONCE;
}

/** Opens a paragraph for editing; the caret goes to `caret`, or what is from there to `end` is marked. */
export function edit(
  rowId: string,
  language: Language,
  paragraphId: string,
  caret: number,
  end = caret,
): void {
  const { length } = textOf(paragraphId);
  if (length > LONGEST_AT_ONCE) {
    setView({ selected: { rowId, language, paragraphId }, editing: null });
    return showNews('news.tooLongToEdit', { count: length }, { key: 'button.understood', perform: () => {} });
  }
  // What is typed shows only in the present text.
  const { textView } = settingsStore.getState().settings;
  if (textView === 'original') changeSettings({ textView: 'changes' });
  setView({
    selected: { rowId, language, paragraphId },
    editing: { paragraphId, caret, end },
    textSelection: null,
  });
  awaitEditor(paragraphId);
}
