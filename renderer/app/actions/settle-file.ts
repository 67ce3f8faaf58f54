import type { StandingChoice } from '../../../shared/contract/channels';
import { bridge } from '../../bridge';
import { activeEditor } from '../../store/active-editor';
import { showFailure, showNews } from '../../store/notice-store';
import { openSnapshot } from '../../store/open-snapshot';
import { mirrorSnapshot } from '../../store/project-store';
import { receiveProject } from '../../store/receive-project';
import { mirrorStanding, useStandingStore } from '../../store/standing-store';

/** Does what the person chose about a file that was replaced or is gone, and tells what came of it. */
export async function settleFile(choice: StandingChoice): Promise<void> {
  await activeEditor()?.flush();
  const { standing } = useStandingStore.getState();
  const settled = await bridge.request('project/settle', { choice });
  if (!settled.ok) return showFailure(settled.failure);
  const { path } = settled.value;
  if (choice === 'theirs') {
    await openSnapshot(settled);
    const mine = 'mine' in standing ? standing.mine : null;
    if (mine !== null) showNews('standing.news.theirs', { path: mine });
    return;
  }
  // The project itself may be the one that is shown already.
  const received = await receiveProject(settled.value.project);
  if (!received.ok) return showFailure(received.failure);
  mirrorSnapshot(settled.value, received.value);
  mirrorStanding(settled.value.standing);
  showNews(`standing.news.${choice}`, { path });
}
