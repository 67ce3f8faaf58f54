import { baselineRuleNow, firstChange } from '../baseline';
import { criteriaNow } from '../criteria';
import { findHits } from '../search-hits';
import { shownRowsNow } from '../shown-rows';
import { goToFinding, openFindingsInOrder, stepFinding } from '../finding-acts';
import { findingsStore } from '../findings-store';
import { selectRow, stepRow } from '../navigation';
import { showNews } from '../notice-store';
import { page } from '../page';
import { projectStore } from '../project-store';
import { needsAttention } from '../row-filters';
import { stepHit } from '../step-hit';
import { select, setView, viewStore } from '../view-store';
import { columns, type Here } from './here';

export function go(by: number): void {
  stepRow(shownRowsNow(), viewStore.getState().selected, by, columns()[0] ?? 'ru');
}

export function goToAttention(by: 1 | -1): void {
  const { project } = projectStore.getState();
  const { selected } = viewStore.getState();
  if (!project) return;
  const criteria = criteriaNow(project);
  const { open } = findingsStore.getState();
  const { rows } = project;
  const start = rows.findIndex((row) => row.id === selected?.rowId);
  for (let step = 1; step <= rows.length; step += 1) {
    const row = rows[(start + by * step + rows.length * 2) % rows.length];
    if (row && needsAttention(row, criteria, open)) {
      setView({ filter: 'all' });
      return selectRow(row, selected?.language ?? columns()[0] ?? 'ru');
    }
  }
  showNews('news.nothingNeedsAttention');
}

export function goToFindings(by: 1 | -1): void {
  stepFinding(openFindingsInOrder(), by, 'open');
}

/** Opens the card of what is found in the selected text, or else in its row, and goes into it. */
export function openFindingHere({ row, selected }: Here): void {
  const { finding: shown } = viewStore.getState();
  const found = findingsStore.getState().open.get(row.id) ?? [];
  const finding =
    found.find(({ key }) => key === shown?.key) ??
    found.find(({ spans: [first] }) => first?.paragraphId === selected.paragraphId) ??
    found.find(({ spans: [first] }) => first?.language === selected.language) ??
    found[0];
  if (!finding) return showNews('news.noFindingsHere');
  if (finding.key !== shown?.key) goToFinding(finding, 'focus');
  else setView({ finding: { rowId: row.id, key: finding.key, card: 'focus' } });
}

/** Goes to the next row with a change against the baseline or a suggestion, on the changed paragraph. */
export function goToChange(by: 1 | -1): void {
  const { project } = projectStore.getState();
  const { selected } = viewStore.getState();
  if (!project) return;
  const rule = baselineRuleNow();
  const { rows } = project;
  const start = rows.findIndex((row) => row.id === selected?.rowId);
  for (let step = 1; step <= rows.length; step += 1) {
    const row = rows[(start + by * step + rows.length * 2) % rows.length];
    const change = row && firstChange(row, columns(), rule);
    if (row && change) {
      setView({ filter: 'all' });
      return select({ rowId: row.id, ...change });
    }
  }
  showNews('news.nothingChanged');
}

export function stepParagraph({ row, selected }: Here, by: 1 | -1): void {
  const { paragraphs } = row.cells[selected.language];
  const at = paragraphs.findIndex((paragraph) => paragraph.id === selected.paragraphId);
  const next = paragraphs[at + by];
  if (next) select({ ...selected, paragraphId: next.id });
}

export function openFind(): void {
  const { find, textSelection } = viewStore.getState();
  const query = textSelection?.quote ?? find?.query ?? '';
  setView({ find: { query, matchCase: false, wholeWord: false, ...find, index: 0 } });
  page().selectSearch();
}

export function goToHit(by: 1 | -1): void {
  const { project } = projectStore.getState();
  const { find } = viewStore.getState();
  if (!project || !find) return openFind();
  stepHit(findHits(project, find, columns()), find, by);
}
