import type { ActionId } from '../../../shared/contract/actions';
import type { Language } from '../../../shared/model/language';
import { rowOfParagraph, type Row } from '../../../shared/model/row';
import { showNewsOfState, type Notice } from '../notice-store';
import { projectStore } from '../project-store';
import type { Target } from '../target';
import { viewStore } from '../view-store';
import { stepBack } from './texts';

/** What changes rows or statuses: no text of its own tells a person that it happened. */
export const CHANGES_ROWS: ReadonlySet<ActionId> = new Set([
  'mergeRows',
  'splitRow',
  'splitSentence',
  'moveUp',
  'moveDown',
  'insertRow',
  'removeRow',
  'group',
  'confirmRow',
  'realign',
  'agree',
  'agreeRow',
  'statusDraft',
  'statusTranslated',
  'statusReviewed',
  'acceptSuggestions',
  'rejectSuggestions',
  'stillRight',
  'doubt',
]);

/** What is about the texts as they are, typing included. */
export const ON_PROJECT: ReadonlySet<ActionId> = new Set([
  ...CHANGES_ROWS,
  'adapted',
  'flag',
  'flagAddSpan',
  'report',
  'score',
  'takeSnapshot',
  'compareSnapshots',
  'baselineSession',
]);

/** Notes where an act is going to happen; what comes back tells that it did, with a way to take it back. */
export function whatIsDone(action: ActionId, { place }: Target): () => void {
  const rows = projectStore.getState().project?.rows ?? [];
  const before = rows.findIndex(({ id }) => id === place?.rowId) + 1;
  const [picked] = viewStore.getState().picked;
  return () => {
    const { state, history, project } = projectStore.getState();
    if (!history.undo || !project) return;
    const undo = { key: 'action.undo', perform: () => void stepBack('undo') };
    const row = project.rows.find(({ id }) => id === place?.rowId);
    const language = place?.language ?? null;
    // What is put into one row is not always in the row a person is in.
    const number = action === 'group' && picked ? rowOfParagraph(project.rows, picked) + 1 : before;
    const told = tellDone(action, row, language, number, history.undo);
    showNewsOfState(state, told.key, told.params, [undo]);
  };
}

type Told = Pick<Extract<Notice, { kind: 'news' }>, 'key' | 'params'>;

/** Says what was done: what came of it where the name of the last change does not tell that. */
function tellDone(
  action: ActionId,
  row: Row | undefined,
  language: Language | null,
  number: number,
  command: string,
): Told {
  if (action === 'realign') return { key: 'news.realigned', params: {} };
  if (number === 0) return { key: 'news.doneSomewhere', params: { command } };
  if (action === 'agreeRow') return { key: 'news.doneAgreedRow', params: { number } };
  if (action === 'confirmRow' && row)
    return { key: row.confirmed ? 'news.doneConfirmed' : 'news.doneUnconfirmed', params: { number } };
  if (action === 'doubt' && language) return { key: 'news.doneDoubted', params: { number, language } };
  if (command !== 'setStatus' || !row || !language) return { key: 'news.done', params: { number, command } };
  return { key: 'news.doneStatus', params: { number, language, status: row.cells[language].status } };
}
