import type { StandingChoice } from '../../../shared/contract/channels';
import { bridge } from '../../bridge';
import { activeEditor } from '../../store/active-editor';
import { showFailure, showNews } from '../../store/notice-store';
import { openSnapshot } from '../../store/open-snapshot';
import { mirrorSnapshot } from '../../store/project-store';
import { mirrorStanding, useStandingStore } from '../../store/standing-store';

/** Does what the person chose about a file that was replaced or is gone, and tells what came of it. */
export async function settleFile(choice: StandingChoice): Promise<void> {
  await activeEditor()?.flush();
  const { standing } = useStandingStore.getState();
  const settled = await bridge.request('project/settle', { choice });
  if (!settled.ok) return showFailure(settled.failure);
  const snapshot = settled.value;
  if (!snapshot) return;
  const { path } = snapshot;
  if (choice === 'theirs') {
    openSnapshot(settled);
    const mine = 'mine' in standing ? (standing.mine ?? standing.planned) : null;
    if (mine !== null) showNews('standing.news.theirs', { path: mine });
    return;
  }
  // The project itself is the one that is shown already.
  mirrorSnapshot(snapshot);
  mirrorStanding(snapshot.standing);
  showNews(`standing.news.${choice}`, { path });
}
