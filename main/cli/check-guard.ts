import { workerData } from 'node:worker_threads';
import { z } from 'zod';
import { CHECKS_MOST_MB, MemoryWatch } from '../jobs/memory-watch';
import { isRunning } from '../system/is-running';

/** How often it is looked whether somebody still waits for the checks. */
const LOOK_MS = 1000;

// A thread of the process in which the command line checks. There is no app that could watch it from outside: it is
// ended from within when it takes too much memory, or when the program that started it is gone and it is too busy to notice.
const end = () => process.kill(process.pid, 'SIGKILL');
const parent = z.int().positive().parse(workerData);

new MemoryWatch(() => [
  { pid: process.pid, memory: { workingSetSize: process.memoryUsage.rss() / 1024 } },
]).watch({ pid: process.pid, kill: end }, CHECKS_MOST_MB, () => undefined);

setInterval(() => isRunning(parent) || end(), LOOK_MS);
