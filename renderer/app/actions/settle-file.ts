import type { StandingChoice } from '../../../shared/contract/channels';
import { bridge } from '../../bridge';
import { showFailure, showNews } from '../../store/notice-store';
import { openSnapshot } from '../../store/open-snapshot';
import { mirrorSnapshot } from '../../store/project-store';
import { setView } from '../../store/view-store';
import { receiveProject } from '../../store/receive-project';
import { mirrorStanding, useStandingStore } from '../../store/standing-store';
import { forgetTexts, keepAll, mayLeave } from '../../store/unkept-store';

/** What leads to the flags that ask to decide. */
export const SHOW_FLAGS = { key: 'news.showFlags', perform: () => setView({ tab: 'flags' }) };

/** Does what the person chose about a file that was replaced or is gone, and tells what came of it. */
export async function settleFile(choice: StandingChoice): Promise<void> {
  // What could not be kept of ours would be tried again in theirs.
  if (choice !== 'theirs') await keepAll();
  else if (!(await mayLeave())) return;
  const { standing } = useStandingStore.getState();
  const settled = await bridge.request('project/settle', { choice });
  if (!settled.ok) return showFailure(settled.failure);
  if (!settled.value) return;
  const { path, told } = settled.value;
  if (choice === 'theirs') {
    forgetTexts();
    await openSnapshot(settled);
    const mine = 'mine' in standing ? (standing.mine ?? standing.planned) : null;
    if (mine !== null) showNews('standing.news.theirs', { path: mine });
    return;
  }
  // The project itself may be the one that is shown already.
  const received = await receiveProject(settled.value.project);
  if (!received.ok) return showFailure(received.failure);
  mirrorSnapshot(settled.value, received.value);
  mirrorStanding(settled.value.standing);
  if (told === 0) return showNews(`standing.news.${choice}`, { path });
  showNews('standing.news.mergeDecide', { path, count: told }, SHOW_FLAGS);
}
