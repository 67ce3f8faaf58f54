import type { StandingChoice } from '../../../shared/contract/channels';
import { bridge } from '../bridge';
import { showFailure, showNews } from '../notices/notice-store';
import { openInstead } from './open-snapshot';
import { mirrorSnapshot } from './project-store';
import { showTab } from '../place/view-store';
import { changeSettings } from '../settings/settings-store';
import { receiveProject } from './receive-project';
import { mirrorStanding, standingStore } from './standing-store';
import { forgetTexts, keepAll } from '../typing/unkept-store';

/** What leads to the flags that ask to decide. */
export const SHOW_FLAGS = {
  key: 'news.showFlags',
  perform: () => {
    changeSettings({ inspectorOpen: true });
    showTab('flags');
  },
};

/** Does what the person chose about a file that was replaced or is gone, and tells what came of it. */
export async function settleFile(choice: StandingChoice): Promise<void> {
  if (choice === 'theirs') return openTheirs();
  await keepAll();
  const settled = await bridge.request('project/settle', { choice });
  if (!settled.ok) return showFailure(settled.failure);
  if (!settled.value) return;
  const { path, told } = settled.value;
  // The project itself may be the one that is shown already.
  const received = await receiveProject(settled.value.project);
  if (!received.ok) return showFailure(received.failure);
  mirrorSnapshot(settled.value, received.value);
  mirrorStanding(settled.value.standing);
  if (told === 0) return showNews(`standing.news.${choice}`, { path });
  showNews('standing.news.mergeDecide', { path, count: told }, SHOW_FLAGS);
}

async function openTheirs(): Promise<void> {
  const { standing } = standingStore.getState();
  const opened = await openInstead(async () => {
    const settled = await bridge.request('project/settle', { choice: 'theirs' });
    // What waited was meant for ours. Theirs has its name, and may have its paragraphs.
    if (settled.ok) forgetTexts();
    return settled;
  });
  const mine = 'mine' in standing ? (standing.mine ?? standing.planned) : null;
  if (!opened || mine === null) return;
  // Who stops the opening of theirs goes on with ours, in its own file.
  showNews(opened.path === mine ? 'standing.news.mine' : 'standing.news.theirs', { path: mine });
}
