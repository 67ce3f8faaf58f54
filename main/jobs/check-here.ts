import { ALL_CHECKS } from '../../shared/checks/all-checks';
import { tellBugs } from '../system/log/tell-bugs';
import { loadSpelling } from '../checking/load-spelling';
import type { CheckAnswer, CheckMessage } from './check-messages';
import { followProject } from './follow-project';

/** So long a burst of changes may go on arriving before they are looked at. */
const BURST_MS = 8;

/**
 * Makes this process the one that checks. A bug is told, with what the process was at before; who hears of it ends the
 * process.
 */
export function checkHere(say: (answer: CheckAnswer) => void): (message: CheckMessage) => void {
  tellBugs((error) => say({ type: 'failed', error }));
  return followProject(ALL_CHECKS, say, (work) => setTimeout(work, BURST_MS), loadSpelling);
}
