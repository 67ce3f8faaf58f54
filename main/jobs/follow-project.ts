import type { Check, CheckContext } from '../../shared/checks/check';
import { makeChecker, type Checker } from '../../shared/checks/check-rows';
import { makeLedger } from '../../shared/checks/ledger';
import { foundBetween, groupByRow, type FindingsByRow } from '../../shared/checks/found-between';
import { applyPatch } from '../../shared/commands/patch';
import { perLanguage } from '../../shared/model/language';
import type { Project } from '../../shared/model/project';
import { NOTHING_KNOWN } from '../check-context';
import type { CheckAnswer, CheckMessage } from './check-messages';

/** Checks need the rows of a project and nothing else of it. */
const NO_ROWS: Project = {
  id: 'checked',
  title: '',
  created: 0,
  origins: perLanguage(() => null),
  rows: [],
  flags: [],
};

/**
 * Makes a function that hears of a project and its changes and says what the checks find in it: everything at first,
 * then what is different. Checking waits until `soon` calls back, so that a burst of changes is checked once, in its
 * last state.
 */
export function followProject(
  checks: readonly Check[],
  say: (answer: CheckAnswer) => void,
  soon: (work: () => void) => void,
): (message: CheckMessage) => void {
  let project = NO_ROWS;
  let state = 0;
  let context: CheckContext = NOTHING_KNOWN;
  let checker: Checker | null = null;
  let known: FindingsByRow = new Map();
  let fresh = true;
  let due = false;

  const look = () => {
    due = false;
    if (!checker) return;
    const findings = checker(project.rows);
    const now = groupByRow(findings);
    const rows = foundBetween(fresh ? new Map() : known, now);
    known = now;
    const described = checks.map(({ id, severity, category }) => ({ id, severity, category }));
    say({ type: 'found', found: { state, checks: fresh ? described : null, rows, count: findings.length } });
    fresh = false;
  };

  return (message) => {
    switch (message.type) {
      case 'open':
        project = { ...NO_ROWS, rows: message.rows };
        state = message.state;
        context = message.known;
        checker = makeChecker(checks, context);
        fresh = true;
        break;
      case 'change':
        project = message.patches.reduce(applyPatch, project);
        state = message.state;
        break;
      case 'known':
        context = message.known;
        checker = makeChecker(checks, context);
        break;
      case 'ledger':
        say({ type: 'ledger', entries: makeLedger(project.rows, context) });
        return;
    }
    if (due) return;
    due = true;
    soon(look);
  };
}
