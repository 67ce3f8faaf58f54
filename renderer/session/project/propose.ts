import { bridge } from '../bridge';
import { showNewsOfState, noticeStore } from '../notices/notice-store';
import { send, projectStore } from './project-store';

/**
 * After a row was corrected, looks whether the unconfirmed rows below would now align better, and offers that.
 * Nothing changes unless the person says so, and only as long as the project is as it was looked at.
 */
export async function proposeBelow(rowId: string): Promise<void> {
  const { state } = projectStore.getState();
  const proposal = await bridge.request('align/propose', { rowId });
  const { notice } = noticeStore.getState();
  // By now there may be another change, or something else to tell.
  if (!proposal || projectStore.getState().state !== state) return;
  if (notice && !(notice.kind === 'news' && notice.state === state)) return;
  const apply = { key: 'news.apply', perform: () => void send(proposal.command) };
  const others = notice?.kind === 'news' ? notice.acts : [];
  showNewsOfState(state, 'news.betterBelow', { count: proposal.rows }, [apply, ...others]);
}
