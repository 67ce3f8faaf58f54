import { applyCommand, type Command } from '../../../shared/commands/command';
import type { Project } from '../../../shared/model/project';
import { bridge } from '../bridge';
import { criteriaNow } from '../rows/criteria';
import { showNewsOfState, noticeStore } from '../notices/notice-store';
import { send, projectStore } from './project-store';
import { needsAlignmentCheck } from '../rows/row-filters';
import { tellUndoable } from '../notices/tell-undoable';

/**
 * After a row was corrected, looks whether the unconfirmed rows below would now align better, and offers that where it
 * leaves less to check. Nothing changes unless the person says so, and only as long as the project is as it was looked at.
 */
export function proposeBelow(rowId: string): Promise<void> {
  return propose(rowId, 'below');
}

/** The same after a row was split off: what belongs to it may stand in the row below. */
export function proposeFrom(rowId: string): Promise<void> {
  return propose(rowId, 'here');
}

async function propose(rowId: string, from: 'here' | 'below'): Promise<void> {
  const { state, project } = projectStore.getState();
  const proposal = await bridge.request('align/propose', { rowId, from });
  const { notice } = noticeStore.getState();
  // By now there may be another change, or something else to tell.
  if (!project || !proposal || projectStore.getState().state !== state) return;
  if (notice && !(notice.kind === 'news' && notice.state === state && notice.named.length === 0)) return;
  if (!isBetter(project, proposal.command)) return;
  const apply = { key: 'news.apply', perform: () => void align(proposal.command) };
  const others = notice?.kind === 'news' ? notice.acts : [];
  showNewsOfState(state, 'news.betterBelow', { count: proposal.rows }, [apply, ...others]);
}

/**
 * Whether less is left to check after a new alignment: fewer rows that ask to be looked at, or as many with fewer gaps. The
 * aligner may be surer of its own rows and still take apart what a person sees to belong together.
 */
function isBetter(project: Project, command: Command): boolean {
  const after = applyCommand(project, command, { author: '', time: 0 });
  if (!after.ok) return false;
  const [now, then] = [toCheck(project), toCheck(after.value)];
  return then.rows < now.rows || (then.rows === now.rows && then.gaps < now.gaps);
}

/** How many rows ask to be looked at, and how many of their cells are empty. */
function toCheck(project: Project): { readonly rows: number; readonly gaps: number } {
  const criteria = criteriaNow(project);
  const rows = project.rows.filter((row) => needsAlignmentCheck(row, criteria));
  const gaps = rows.flatMap(({ cells }) =>
    criteria.languages.filter((language) => cells[language].paragraphs.length === 0),
  );
  return { rows: rows.length, gaps: gaps.length };
}

async function align(command: Command): Promise<void> {
  if (await send(command)) tellUndoable('news.realigned', {});
}
