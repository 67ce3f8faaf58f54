import type { TFunction } from 'i18next';
import type { Finding } from '../../shared/checks/engine/finding';
import { addWord } from '../session/settings/dictionary-words';
import { dismissFinding, fixFindings, putInOrder, raiseFinding } from '../session/matters/findings';
import { allChecked } from '../session/matters/findings-store';
import type { Matter } from '../session/matters/matter';
import { dealWith } from '../session/matters/show-matter';
import type { FindingActs } from '../ui/finding-view';

/** What can be done about a finding, in a card and in a list alike; from one that is shown it goes on to the next. */
export function findingActs(finding: Finding, t: TFunction): FindingActs {
  const { rowId, key } = finding;
  const matter: Matter = { kind: 'finding', rowId, key };
  return {
    onFix: () => void dealWith(matter, () => fixFindings([finding]), allChecked),
    onOrder: () => void dealWith(matter, () => putInOrder(finding), allChecked),
    onDismiss: (reason, note) => void dealWith(matter, () => dismissFinding(finding, reason, note)),
    onRaise: () => void raiseFinding(finding, t),
    onAddWord: () =>
      void dealWith(
        matter,
        () => {
          addWord(finding);
          return Promise.resolve(true);
        },
        allChecked,
      ),
  };
}
