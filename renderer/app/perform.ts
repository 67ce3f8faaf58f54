import type { ActionId } from '../../shared/contract/actions';
import type { FlagSpan } from '../../shared/model/flag';
import type { Project } from '../../shared/model/project';
import type { Row, Status } from '../../shared/model/row';
import { assertNever } from '../../shared/model/assert-never';
import { bridge } from '../bridge';
import { activeEditor } from '../store/active-editor';
import { findHits, type ShownRow } from '../store/derived';
import { edit, selectRow, stepLanguage, stepRow } from '../store/navigation';
import { clearNotice, showFailure, showNews } from '../store/notice-store';
import { closeSnapshot, openSnapshot } from '../store/open-snapshot';
import { redo, send, undo, useProjectStore } from '../store/project-store';
import { indexFlags, needsAttention, passesFilter } from '../store/row-filters';
import { changeSettings, useSettingsStore, visibleColumns } from '../store/settings-store';
import { stepHit } from '../store/step-hit';
import { select, setView, useViewStore, type Selected } from '../store/view-store';

const PAGE_ROWS = 8;
const TEXT_SIZES = [0.8, 0.9, 1, 1.15, 1.3, 1.5, 1.75, 2] as const;

/** Where a person is: the project, the row and the cell. */
interface Here {
  readonly project: Project;
  readonly row: Row;
  readonly index: number;
  readonly selected: Selected;
}

/** Carries out an action, wherever it was asked for: menu, key, palette or button. */
export async function perform(action: ActionId): Promise<void> {
  clearNotice();
  switch (action) {
    case 'import':
      return chooseFiles();
    case 'paste':
      return setView({ dialog: 'paste' });
    case 'open':
      await activeEditor()?.flush();
      openSnapshot(await bridge.request('project/choose', null));
      return;
    case 'openSample':
      await activeEditor()?.flush();
      openSnapshot(await bridge.request('project/openSample', null));
      return;
    case 'saveCopy':
      return saveCopy();
    case 'export':
      return whenOpen(() => setView({ dialog: 'export' }));
    case 'exportFlags':
      return exportFlags();
    case 'author':
      return setView({ dialog: 'author' });
    case 'close':
      await activeEditor()?.flush();
      await bridge.request('project/close', null);
      return closeSnapshot();
    case 'undo':
      return stepBack('undo');
    case 'redo':
      return stepBack('redo');
    case 'find':
      return whenOpen(openFind);
    case 'findNext':
      return goToHit(1);
    case 'findPrevious':
      return goToHit(-1);
    case 'editCell':
      return whenHere(editHere);
    case 'editDone':
    case 'nextRow':
      return go(1);
    case 'previousRow':
      return go(-1);
    case 'firstRow':
      return go(-Infinity);
    case 'lastRow':
      return go(Infinity);
    case 'nextPage':
      return go(PAGE_ROWS);
    case 'previousPage':
      return go(-PAGE_ROWS);
    case 'nextLanguage':
      return whenHere(({ row, selected }) => void stepLanguage(row, selected, columns(), 1));
    case 'previousLanguage':
      return whenHere(({ row, selected }) => void stepLanguage(row, selected, columns(), -1));
    case 'nextParagraph':
      return whenHere((here) => stepParagraph(here, 1));
    case 'previousParagraph':
      return whenHere((here) => stepParagraph(here, -1));
    case 'mergeRows':
      return whenHere(({ row }) => sendQuietly({ type: 'mergeRows', rowId: row.id }));
    case 'splitRow':
      return whenHere(splitHere);
    case 'moveUp':
      return whenHere((here) => moveHere(here, -1));
    case 'moveDown':
      return whenHere((here) => moveHere(here, 1));
    case 'insertRow':
      return whenHere(async ({ row, selected }) => {
        const rowId = crypto.randomUUID();
        const added = await send({ type: 'insertRow', rowId, afterRowId: row.id });
        if (added) select({ rowId, language: selected.language, paragraphId: null });
      });
    case 'removeRow':
      return whenHere(async (here) => {
        const empty = Object.values(here.row.cells).every((cell) => cell.paragraphs.length === 0);
        if (!empty) return showNews('news.rowNotEmpty');
        if (here.project.rows.length > 1) go(here.index === here.project.rows.length - 1 ? -1 : 1);
        await send({ type: 'removeRow', rowId: here.row.id });
      });
    case 'confirmRow':
      return whenHere(async ({ row }) => {
        await send({ type: 'confirmRows', rowIds: [row.id], confirmed: !row.confirmed });
      });
    case 'realign':
      return realign();
    case 'flag':
      return whenHere(flagHere);
    case 'flagAddSpan':
      return whenHere(addSpanHere);
    case 'agree':
      return whenHere(async (here) => {
        const { status } = here.row.cells[here.selected.language];
        await setStatus(here, status === 'agreed' ? 'translated' : 'agreed', [here.selected.language]);
      });
    case 'agreeRow':
      return whenHere(agreeRow);
    case 'statusDraft':
      return whenHere((here) => setStatus(here, 'draft', [here.selected.language]));
    case 'statusTranslated':
      return whenHere((here) => setStatus(here, 'translated', [here.selected.language]));
    case 'statusReviewed':
      return whenHere((here) => setStatus(here, 'reviewed', [here.selected.language]));
    case 'nextAttention':
      return goToAttention(1);
    case 'previousAttention':
      return goToAttention(-1);
    case 'viewClean':
      return changeSettings({ textView: 'clean' });
    case 'viewChanges':
      return changeSettings({ textView: 'changes' });
    case 'viewOriginal':
      setView({ editing: null });
      return changeSettings({ textView: 'original' });
    case 'toggleOutline':
      return changeSettings({ outlineOpen: !settings().outlineOpen });
    case 'toggleInspector':
      return changeSettings({ inspectorOpen: !settings().inspectorOpen });
    case 'largerText':
      return resizeText(1);
    case 'smallerText':
      return resizeText(-1);
    case 'normalText':
      return changeSettings({ textSize: 1 });
    case 'themeSystem':
      return changeSettings({ theme: 'system' });
    case 'themeLight':
      return changeSettings({ theme: 'light' });
    case 'themeDark':
      return changeSettings({ theme: 'dark' });
    case 'uiRu':
      return changeSettings({ uiLanguage: 'ru' });
    case 'uiKy':
      return changeSettings({ uiLanguage: 'ky' });
    case 'uiEn':
      return changeSettings({ uiLanguage: 'en' });
    case 'palette':
      return setView({ dialog: 'palette' });
    case 'shortcuts':
      return setView({ dialog: 'shortcuts' });
    default:
      return assertNever(action);
  }
}

function settings() {
  return useSettingsStore.getState().settings;
}

function columns() {
  return visibleColumns(settings());
}

function whenOpen(act: () => void): void {
  if (useProjectStore.getState().project) act();
}

async function whenHere(act: (here: Here) => void | Promise<void>): Promise<void> {
  const { project } = useProjectStore.getState();
  const { selected } = useViewStore.getState();
  const index = project?.rows.findIndex((row) => row.id === selected?.rowId) ?? -1;
  const row = project?.rows[index];
  if (project && row && selected) return act({ project, row, index, selected });
}

/** Sends a command whose only possible refusal is that there is nothing to do. */
async function sendQuietly(command: Parameters<typeof send>[0]): Promise<void> {
  const answer = await bridge.request('project/command', { command, group: null });
  if (!answer.ok && answer.failure.code !== 'commandRefused') showFailure(answer.failure);
  if (!answer.ok && answer.failure.code === 'commandRefused') showNews('news.nothingToDo');
}

async function chooseFiles(): Promise<void> {
  const read = await bridge.request('import/choose', null);
  if (read.length > 0) setView({ importing: [...(useViewStore.getState().importing ?? []), ...read] });
}

async function saveCopy(): Promise<void> {
  await activeEditor()?.flush();
  const saved = await bridge.request('project/saveCopy', null);
  if (!saved.ok) showFailure(saved.failure);
  else if (saved.value) showNews('news.copySaved', { path: saved.value });
}

async function exportFlags(): Promise<void> {
  const written = await bridge.request('export/flags', null);
  if (!written.ok) showFailure(written.failure);
  else if (written.value) showNews('news.flagsExported', { path: written.value });
}

async function stepBack(direction: 'undo' | 'redo'): Promise<void> {
  await activeEditor()?.flush();
  const label = await (direction === 'undo' ? undo() : redo());
  showNews(label ? `news.${direction}` : `news.nothingTo${direction === 'undo' ? 'Undo' : 'Redo'}`, {
    command: label ?? '',
  });
}

function shownRows(): readonly ShownRow[] {
  const { project } = useProjectStore.getState();
  const { filter, selected } = useViewStore.getState();
  if (!project) return [];
  const flagIndex = indexFlags(project.flags);
  return project.rows
    .map((row, index) => ({ row, index }))
    .filter(({ row }) => row.id === selected?.rowId || passesFilter(row, filter, flagIndex));
}

function go(by: number): void {
  stepRow(shownRows(), useViewStore.getState().selected, by, columns()[0] ?? 'ru');
}

function goToAttention(by: 1 | -1): void {
  const { project } = useProjectStore.getState();
  const { selected } = useViewStore.getState();
  if (!project) return;
  const flagIndex = indexFlags(project.flags);
  const { rows } = project;
  const start = rows.findIndex((row) => row.id === selected?.rowId);
  for (let step = 1; step <= rows.length; step += 1) {
    const row = rows[(start + by * step + rows.length * 2) % rows.length];
    if (row && needsAttention(row, flagIndex)) {
      setView({ filter: 'all' });
      return selectRow(row, selected?.language ?? columns()[0] ?? 'ru');
    }
  }
  showNews('news.nothingNeedsAttention');
}

function editHere({ row, selected }: Here): void {
  if (useProjectStore.getState().readOnly) return showNews('news.readOnly');
  const { paragraphs } = row.cells[selected.language];
  const paragraph = paragraphs.find((each) => each.id === selected.paragraphId) ?? paragraphs[0];
  if (paragraph) return edit(row.id, selected.language, paragraph.id, paragraph.text.length);
  document
    .querySelector<HTMLElement>(
      `[data-row="${row.id}"] [data-testid="cell-${selected.language}"] .link-button`,
    )
    ?.click();
}

function stepParagraph({ row, selected }: Here, by: 1 | -1): void {
  const { paragraphs } = row.cells[selected.language];
  const at = paragraphs.findIndex((paragraph) => paragraph.id === selected.paragraphId);
  const next = paragraphs[at + by];
  if (next) select({ ...selected, paragraphId: next.id });
}

/** Splits before the selected paragraph; before the second one when the first is selected and there are more. */
async function splitHere({ row, selected }: Here): Promise<void> {
  const { paragraphs } = row.cells[selected.language];
  const at = paragraphs.findIndex((paragraph) => paragraph.id === selected.paragraphId);
  const cut = paragraphs[at > 0 ? at : paragraphs.length > 1 ? 1 : 0];
  if (cut) await sendQuietly({ type: 'splitRow', paragraphId: cut.id, newRowId: crypto.randomUUID() });
}

async function moveHere({ project, row, index, selected }: Here, by: 1 | -1): Promise<void> {
  const target = project.rows[index + by];
  const { paragraphs } = row.cells[selected.language];
  // Without a choice among several, the one nearest to where it goes moves.
  const fallback = by === -1 ? paragraphs[0] : paragraphs.at(-1);
  const paragraph = paragraphs.find((each) => each.id === selected.paragraphId) ?? fallback;
  if (!target || !paragraph) return showNews('news.nothingToDo');
  await sendQuietly({ type: 'moveParagraph', paragraphId: paragraph.id, toRowId: target.id });
  select({ rowId: target.id, language: selected.language, paragraphId: paragraph.id });
}

async function realign(): Promise<void> {
  await activeEditor()?.flush();
  const done = await bridge.request('align/realign', null);
  if (!done.ok) return showFailure(done.failure);
  const { project } = useProjectStore.getState();
  const { selected } = useViewStore.getState();
  // The selected row may have been replaced: stay with its paragraph.
  const row = project?.rows.find((each) =>
    Object.values(each.cells).some((cell) => cell.paragraphs.some(({ id }) => id === selected?.paragraphId)),
  );
  if (row && selected) select({ ...selected, rowId: row.id });
  showNews('news.realigned');
}

async function setStatus(
  { row }: Here,
  status: Status,
  languages: readonly Selected['language'][],
): Promise<void> {
  const cells = languages
    .filter((language) => row.cells[language].paragraphs.length > 0)
    .map((language) => ({ rowId: row.id, language }));
  if (cells.length > 0) await send({ type: 'setStatus', cells, status });
}

/** Agrees every text of the row, and with it that they belong together. */
async function agreeRow(here: Here): Promise<void> {
  await setStatus(here, 'agreed', columns());
  if (!here.row.confirmed) await send({ type: 'confirmRows', rowIds: [here.row.id], confirmed: true });
}

/** What a flag raised now would point at: the marked words, the caret, the whole paragraph, or the gap. */
function spanHere({ row, selected }: Here): FlagSpan {
  const { textSelection, editing } = useViewStore.getState();
  const editor = activeEditor();
  const { paragraphs } = row.cells[selected.language];
  const text = (id: string) => paragraphs.find((paragraph) => paragraph.id === id)?.text ?? '';
  if (editing && editor) {
    const { start, end } = editor.selection();
    const quote = text(editor.paragraphId).slice(start, end);
    return textSpan(selected.language, editor.paragraphId, start, end, quote);
  }
  if (textSelection) {
    const { language, paragraphId, start, end, quote } = textSelection;
    return textSpan(language, paragraphId, start, end, quote);
  }
  const paragraph = paragraphs.find((each) => each.id === selected.paragraphId) ?? paragraphs[0];
  if (!paragraph) return { at: 'gap', language: selected.language, rowId: row.id };
  return textSpan(selected.language, paragraph.id, 0, paragraph.text.length, paragraph.text);
}

function textSpan(
  language: Selected['language'],
  paragraphId: string,
  start: number,
  end: number,
  quote: string,
): FlagSpan {
  return { at: 'text', language, paragraphId, start, end, quote, orphaned: false, fix: null };
}

async function flagHere(here: Here): Promise<void> {
  if (useProjectStore.getState().readOnly) return showNews('news.readOnly');
  if (useViewStore.getState().flagDraft) return addSpanHere(here);
  await activeEditor()?.flush();
  const span = spanHere(here);
  const nothing = span.at === 'gap' || span.start === span.end;
  changeSettings({ inspectorOpen: true });
  setView({
    flagDraft: {
      flagId: null,
      spans: [span],
      category: nothing ? 'accuracy/omission' : 'accuracy/mistranslation',
      severity: 'major',
      note: '',
    },
  });
}

/** Adds a place to the flag being written; a language that is there already is replaced. */
async function addSpanHere(here: Here): Promise<void> {
  const draft = useViewStore.getState().flagDraft;
  if (!draft) return flagHere(here);
  await activeEditor()?.flush();
  const span = spanHere(here);
  const others = draft.spans.filter((each) => each.language !== span.language);
  setView({ flagDraft: { ...draft, spans: [...others, span] } });
}

function openFind(): void {
  const { find, textSelection } = useViewStore.getState();
  const query = textSelection?.quote ?? find?.query ?? '';
  setView({ find: { query, matchCase: false, wholeWord: false, ...find, index: 0 } });
  document.querySelector<HTMLInputElement>('.find-bar input[type=search]')?.select();
}

function goToHit(by: 1 | -1): void {
  const { project } = useProjectStore.getState();
  const { find } = useViewStore.getState();
  if (!project || !find) return openFind();
  stepHit(findHits(project, find, columns()), find, by);
}

function resizeText(by: 1 | -1): void {
  const now = TEXT_SIZES.findIndex((size) => size >= settings().textSize);
  const next = TEXT_SIZES[Math.max(0, Math.min(TEXT_SIZES.length - 1, now + by))];
  if (next) changeSettings({ textSize: next });
}
