import type { Put } from '../../../shared/commands/put-words';
import { planReplacement, type Replacement } from '../../../shared/search/plan-replacement';
import type { Hit } from '../../../shared/search/search-rows';
import { tellUndoable } from '../notices/tell-undoable';
import { select, setView, viewStore, type Find } from '../place/view-store';
import { projectStore, send } from '../project/project-store';
import { textOf } from '../project/text-of';
import { settingsStore } from '../settings/settings-store';
import { presentHit } from './present-hit';
import { allHits, searched } from './search-store';

/** What is to stand at each place that is found now, in their order; nothing while nothing is to be replaced. */
export function planReplacements(): readonly Replacement[] {
  const { find } = viewStore.getState();
  return find ? allHits().map((hit) => plan(hit, find)) : [];
}

function plan(hit: Hit, find: Find): Replacement {
  return planReplacement(hit, textOf(hit.paragraphId), find, find.replacement ?? '');
}

/** Puts the replacement in place of the present hit, and goes to the next one. */
export async function replacePresent(): Promise<void> {
  const { find } = viewStore.getState();
  const hit = presentHit();
  if (!find || !hit) return;
  const { put, isSure } = plan(hit, find);
  const index = allHits().indexOf(hit);
  if (!(await send({ type: 'replaceWords', puts: [put], suggest: isSuggesting() }))) return;
  await searched();
  const hits = allHits();
  // The words that were put in may be found again; they are not to be replaced again.
  const again = hits.filter((each) => isWithin(each, put)).length;
  const next = hits[(index + again) % Math.max(1, hits.length)];
  const now = viewStore.getState().find;
  if (now) setView({ find: { ...now, index: next ? hits.indexOf(next) : 0 } });
  if (next) select({ rowId: next.rowId, language: next.language, paragraphId: next.paragraphId });
  if (isSure) tellUndoable(isSuggesting() ? 'news.doneReplacedSuggested' : 'news.doneReplaced', { count: 1 });
  else tellUndoable('news.doneReplacedUnsure', { words: put.text });
}

/**
 * Carries out what was planned, in one step of undo, and tells how many places that were; where one of the texts is another by now, nothing is
 * done.
 */
export async function replacePlanned(planned: readonly Replacement[]): Promise<void> {
  const suggest = isSuggesting();
  const puts = planned.map(({ put }) => put);
  if (puts.length === 0 || !(await send({ type: 'replaceWords', puts, suggest }))) return;
  tellUndoable(suggest ? 'news.doneReplacedSuggested' : 'news.doneReplaced', { count: puts.length });
}

/** How many texts that are agreed or reviewed would be open again. */
export function reopenedBy(planned: readonly Replacement[]): number {
  if (isSuggesting()) return 0;
  const { project } = projectStore.getState();
  const rows = new Map(project?.rows.map((row) => [row.id, row]));
  const settled = planned.filter(({ rowId, put: { language } }) =>
    ['agreed', 'reviewed'].includes(rows.get(rowId)?.cells[language].status ?? ''),
  );
  return new Set(settled.map(({ rowId, put: { language } }) => `${rowId} ${language}`)).size;
}

/** Whether a hit is in what was put in. */
function isWithin({ paragraphId, start, end }: Hit, put: Put): boolean {
  return paragraphId === put.paragraphId && start >= put.start && end <= put.start + put.text.length;
}

function isSuggesting(): boolean {
  return settingsStore.getState().settings.mode === 'suggesting';
}
