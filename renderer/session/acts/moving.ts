import type { Project } from '../../../shared/model/project';
import { baselineRuleNow, firstChange } from '../matters/baseline';
import { criteriaNow } from '../rows/criteria';
import { findingsStore } from '../matters/findings-store';
import { selectRow, stepLanguage, stepRow } from '../place/navigation';
import { showNews } from '../notices/notice-store';
import { page } from '../page';
import { needsAttention } from '../rows/row-filters';
import { sentencesOf } from '../rows/sentence-links';
import { columnsNow } from '../settings/settings-store';
import { shownRowsNow } from '../rows/shown-rows';
import type { Target } from '../place/target';
import { select, setView, viewStore } from '../place/view-store';
import { act, hasText, here, ifHere, ifOpen, open, type Act, type Here } from './act';

/** So many rows a page goes. */
const PAGE_ROWS = 8;

/** Going about in the article. */
export const MOVING_ACTS = [
  rowStep('nextRow', ['ArrowDown', 'J'], 1),
  rowStep('previousRow', ['ArrowUp', 'K'], -1),
  rowStep('firstRow', ['Home'], -Infinity),
  rowStep('lastRow', ['End'], Infinity),
  rowStep('nextPage', ['PageDown'], PAGE_ROWS),
  rowStep('previousPage', ['PageUp'], -PAGE_ROWS),
  act({
    id: 'nextLanguage',
    keys: ['Tab', 'ArrowRight'],
    when: ifHere(),
    run: here(({ row, place }) => void stepLanguage(row, place, columnsNow(), 1)),
  }),
  act({
    id: 'previousLanguage',
    keys: ['Shift+Tab', 'ArrowLeft'],
    when: ifHere(),
    run: here(({ row, place }) => void stepLanguage(row, place, columnsNow(), -1)),
  }),
  act({
    id: 'nextParagraph',
    keys: ['Shift+ArrowDown'],
    when: ifHere(hasText),
    run: here((at) => stepParagraph(at, 1)),
  }),
  act({
    id: 'previousParagraph',
    keys: ['Shift+ArrowUp'],
    when: ifHere(hasText),
    run: here((at) => stepParagraph(at, -1)),
  }),
  act({
    id: 'nextSentence',
    keys: ['N'],
    when: ifHere(hasText),
    run: here((at) => stepSentence(at, 1)),
  }),
  act({
    id: 'previousSentence',
    keys: ['P'],
    when: ifHere(hasText),
    run: here((at) => stepSentence(at, -1)),
  }),
  act({
    id: 'nextAttention',
    keys: ['BracketRight'],
    when: ifOpen(),
    run: open((project, target) => goToAttention(project, target, 1)),
  }),
  act({
    id: 'previousAttention',
    keys: ['BracketLeft'],
    when: ifOpen(),
    run: open((project, target) => goToAttention(project, target, -1)),
  }),
  act({
    id: 'nextChange',
    keys: ['Period'],
    when: ifOpen(),
    run: open((project, target) => goToChange(project, target, 1)),
  }),
  act({
    id: 'previousChange',
    keys: ['Comma'],
    when: ifOpen(),
    run: open((project, target) => goToChange(project, target, -1)),
  }),
  act({
    id: 'selectText',
    keys: ['Mod+A'],
    overWords: true,
    when: ifHere(hasText),
    run: here(async ({ place, paragraph }) => {
      if (!paragraph) return;
      const { editing } = viewStore.getState();
      if (editing?.paragraphId !== paragraph.id) select({ ...place, paragraphId: paragraph.id });
      await page().painted();
      page().markText(paragraph.id);
    }),
  }),
  act({
    id: 'unpick',
    keys: ['Escape'],
    overWords: true,
    when: ifOpen(),
    run: () => {
      page().unmark();
      setView({ picked: [], textSelection: null, over: null });
    },
  }),
] as const;

function rowStep<const Id extends string>(id: Id, keys: readonly string[], by: number): Act<Id> {
  return act({
    id,
    keys,
    when: ifOpen(),
    run: ({ place }) => stepRow(shownRowsNow(), place, by, columnsNow()[0] ?? 'ru'),
  });
}

function stepParagraph({ paragraphs, place }: Here, by: 1 | -1): void {
  const at = paragraphs.findIndex(({ id }) => id === place.paragraphId);
  const next = paragraphs[at + by];
  if (next) select({ ...place, paragraphId: next.id });
}

/** Goes to the next or previous sentence of the cell; its counterparts light up. */
function stepSentence({ row, place, paragraphs, sentence }: Here, by: 1 | -1): void {
  const sentences = sentencesOf(row);
  const all = paragraphs.flatMap(({ id: paragraphId }) =>
    (sentences.get(paragraphId) ?? []).map(({ start }) => ({ paragraphId, start })),
  );
  const at = all.findIndex(
    ({ paragraphId, start }) => paragraphId === sentence?.paragraphId && start === sentence.start,
  );
  const next = all[at === -1 && by === -1 ? all.length - 1 : at + by];
  if (!next) return;
  select({ ...place, paragraphId: next.paragraphId });
  setView({ sentence: next });
}

/** Goes round the rows, from the one after the place; true where a row was what is looked for, and gone to. */
function goRound({ rows }: Project, { place }: Target, by: 1 | -1, goTo: (at: number) => boolean): boolean {
  const start = rows.findIndex(({ id }) => id === place?.rowId);
  for (let step = 1; step <= rows.length; step += 1)
    if (goTo((start + by * step + rows.length * 2) % rows.length)) return true;
  return false;
}

function goToAttention(project: Project, target: Target, by: 1 | -1): void {
  const criteria = criteriaNow(project);
  const { open: found } = findingsStore.getState();
  const gone = goRound(project, target, by, (at) => {
    const row = project.rows[at];
    if (!row || !needsAttention(row, criteria, found)) return false;
    setView({ filter: 'all' });
    selectRow(row, target.place?.language ?? columnsNow()[0] ?? 'ru');
    return true;
  });
  if (!gone) showNews('news.nothingNeedsAttention');
}

/** Goes to the next row with a change against the baseline or a suggestion, on the changed paragraph. */
function goToChange(project: Project, target: Target, by: 1 | -1): void {
  const rule = baselineRuleNow();
  const columns = columnsNow();
  const gone = goRound(project, target, by, (at) => {
    const row = project.rows[at];
    const change = row && firstChange(row, columns, rule);
    if (!row || !change) return false;
    setView({ filter: 'all' });
    select({ rowId: row.id, ...change });
    return true;
  });
  if (!gone) showNews('news.nothingChanged');
}
