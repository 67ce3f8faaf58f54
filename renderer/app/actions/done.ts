import type { ActionId } from '../../../shared/contract/actions';
import { showNewsOfState } from '../../store/notice-store';
import { useProjectStore } from '../../store/project-store';
import type { Target } from '../../store/target';
import { stepBack } from './text';

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
  const rows = useProjectStore.getState().project?.rows ?? [];
  const number = rows.findIndex(({ id }) => id === place?.rowId) + 1;
  return () => {
    const { state, history, project } = useProjectStore.getState();
    if (!history.undo) return;
    const undo = { key: 'action.undo', perform: () => void stepBack('undo') };
    const row = project?.rows.find(({ id }) => id === place?.rowId);
    const isStatus = history.undo === 'setStatus' && place !== null && row !== undefined;
    if (action === 'realign') return showNewsOfState(state, 'news.realigned', {}, [undo]);
    if (!isStatus) return showNewsOfState(state, 'news.done', { number, command: history.undo }, [undo]);
    const { language } = place;
    const { status } = row.cells[language];
    showNewsOfState(state, 'news.doneStatus', { number, language, status }, [undo]);
  };
}
