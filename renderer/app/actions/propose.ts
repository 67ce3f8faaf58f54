import { bridge } from '../../session/bridge';
import { showNewsOfState, useNoticeStore } from '../../session/notice-store';
import { send, useProjectStore } from '../../session/project-store';

/**
 * After a row was corrected, looks whether the unconfirmed rows below would now align better, and offers that.
 * Nothing changes unless the person says so, and only as long as the project is as it was looked at.
 */
export async function proposeBelow(rowId: string): Promise<void> {
  const { state } = useProjectStore.getState();
  const proposal = await bridge.request('align/propose', { rowId });
  const { notice } = useNoticeStore.getState();
  // By now there may be another change, or something else to tell.
  if (!proposal || useProjectStore.getState().state !== state) return;
  if (notice && !(notice.kind === 'news' && notice.state === state)) return;
  const apply = { key: 'news.apply', perform: () => void send(proposal.command) };
  const others = notice?.kind === 'news' ? notice.acts : [];
  showNewsOfState(state, 'news.betterBelow', { count: proposal.rows }, [apply, ...others]);
}
