import type { Finding } from '../../shared/checks/engine/finding';
import { perform } from '../session/acts/perform';
import { dismissFinding } from '../session/matters/findings';
import type { Matter } from '../session/matters/matter';
import { targetOf } from '../session/matters/place-of-matter';
import { dealWith } from '../session/matters/show-matter';
import type { FindingActs } from '../ui/finding-view';

/** What can be done about a finding, in a card and in a list alike; from one that is shown it goes on to the next. */
export function findingActs(finding: Finding): FindingActs {
  const { rowId, key } = finding;
  const matter: Matter = { kind: 'finding', rowId, key };
  const ask = (act: Parameters<typeof perform>[0]) => void perform(act, targetOf(matter));
  return {
    onFix: () => ask('fixFinding'),
    onChoose: (choice) => void perform('fixFinding', { ...targetOf(matter), choice }),
    onDismiss: (reason) => ask(DISMISSALS[reason]),
    onDismissFor: (note) => void dealWith(matter, () => dismissFinding(finding, 'other', note)),
    onRaise: () => ask('flagFinding'),
    onAddWord: () => ask('addWord'),
  };
}

/** The acts that say why a finding is none. */
const DISMISSALS = {
  right: 'dismissRight',
  intended: 'dismissIntended',
  notWorth: 'dismissNotWorth',
} as const;
