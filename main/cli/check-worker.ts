import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { checkHere } from '../jobs/check-here';
import type { CheckMessage } from '../jobs/check-messages';

// The process in which the command line checks; the argument is the id of the one that waits for it. A thread watches it, since
// it may be stuck itself.
const parent = Number(process.argv[2]);
new Worker(join(import.meta.dirname, 'cli-check-guard.cjs'), { workerData: parent }).unref();

const hear = checkHere((answer) => process.send?.(answer));

process.on('message', (message: CheckMessage) => hear(message));
