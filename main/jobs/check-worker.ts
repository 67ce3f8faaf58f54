import { ALL_CHECKS } from '../../shared/checks/all-checks';
import { describeError } from '../log/describe-error';
import { loadSpelling } from '../spelling/load-spelling';
import type { CheckAnswer, CheckMessage } from './check-messages';
import { followProject } from './follow-project';

/** So long a burst of changes may go on arriving before they are looked at. */
const BURST_MS = 8;

// A process of its own: neither the window nor what keeps the project ever waits for a check.
const port = process.parentPort;
const say = (answer: CheckAnswer) => port.postMessage(answer);

// A bug is told, with what the process was at before; who hears of it ends the process.
process.on('uncaughtException', (error) => say({ type: 'failed', error: describeError(error) }));

const hear = followProject(ALL_CHECKS, say, (work) => setTimeout(work, BURST_MS), loadSpelling);

port.on('message', ({ data }: { data: CheckMessage }) => hear(data));
