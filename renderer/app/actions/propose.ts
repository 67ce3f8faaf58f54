import { bridge } from '../../bridge';
import { showNews, useNoticeStore } from '../../store/notice-store';
import { send } from '../../store/project-store';

let asked = 0;

/**
 * After a row was corrected, looks whether the unconfirmed rows below would now align better, and offers that.
 * Nothing changes unless the person says so.
 */
export async function proposeBelow(rowId: string): Promise<void> {
  asked += 1;
  const mine = asked;
  const proposal = await bridge.request('align/propose', { rowId });
  // By now there may be something newer to tell, or another correction.
  if (!proposal || mine !== asked || useNoticeStore.getState().notice) return;
  const apply = () => void send(proposal.command);
  showNews('news.betterBelow', { count: proposal.rows }, { key: 'news.apply', perform: apply });
}
