import { ALL_CHECKS } from '../../shared/checks/all-checks';
import { loadSpelling } from '../spelling/load-spelling';
import type { CheckMessage } from './check-messages';
import { followProject } from './follow-project';

/** So long a burst of changes may go on arriving before they are looked at. */
const BURST_MS = 8;

// A process of its own: neither the window nor what keeps the project ever waits for a check.
const port = process.parentPort;
const hear = followProject(
  ALL_CHECKS,
  (answer) => port.postMessage(answer),
  (work) => setTimeout(work, BURST_MS),
  loadSpelling,
);

port.on('message', ({ data }: { data: CheckMessage }) => hear(data));
