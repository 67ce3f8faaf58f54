import type { UtilityProcess } from 'electron';
import { fail, ok, type Result } from '../../shared/model/failure';
import { perLanguage } from '../../shared/model/language';
import type { Job } from '../system/job';
import { log, logDescribed } from '../system/log/log';
import type { Task, TaskResults, WorkerMessage } from './task';
import { startWatchedProcess } from './watched-process';

/** What takes longer than this is given up: no honest article needs it. */
const TIME_LIMIT_MS = {
  import: 60_000,
  paste: 30_000,
  recover: 120_000,
  merge: 300_000,
  planMerge: 300_000,
  compare: 60_000,
  align: 600_000,
  original: 60_000,
  report: 120_000,
  said: 120_000,
} as const;

const MEMORY_LIMIT_MB = 2048;

/** A worker that has aligned waits so long for the next time: it has its lexicon ready and runs twice as fast. */
const REST_MS = 120_000;

let resting: { readonly worker: UtilityProcess; readonly clock: NodeJS.Timeout } | null = null;

/** What is to be done when a worker is about to be ended for the memory it takes. */
const outgrown = new WeakMap<UtilityProcess, () => void>();

/**
 * Does a task in a process of its own. The result is `jobCancelled`, `jobTimedOut`, `jobTooLarge`, `jobBroken` (a bug, which
 * is logged) or `jobFailed` (it ended without a word, which is logged too) when the process was ended before it was done.
 * Only aligning may use a process again: what has read a stranger's file never does anything else.
 */
export function runJob<T extends Task>(
  task: T,
  onProgress: (share: number) => void,
): Job<TaskResults[T['kind']]> {
  const worker = (task.kind === 'align' && takeResting()) || startWorker();
  const tooLarge = () => {
    ending = fail('jobTooLarge');
  };
  outgrown.set(worker, tooLarge);
  /** Why it is ended; null as long as nobody has asked for that. */
  let ending: Result<never> | null = null;
  const end = (failure: Result<never>) => {
    ending = failure;
    worker.kill();
  };
  const result = new Promise<Result<TaskResults[T['kind']]>>((resolve) => {
    const clock = setTimeout(() => end(fail('jobTimedOut')), TIME_LIMIT_MS[task.kind]);
    const settle = (settled: Result<TaskResults[T['kind']]>) => {
      clearTimeout(clock);
      worker.removeListener('message', hear);
      worker.removeListener('exit', hearExit);
      resolve(settled);
    };
    const hear = (message: WorkerMessage) => {
      if (message.type === 'progress') return onProgress(message.share);
      if (message.type === 'failed') {
        logDescribed('bug', message.error, { job: task.kind });
        return end(fail('jobBroken'));
      }
      settle(ok(message.value as TaskResults[T['kind']]));
      if (task.kind === 'align') rest(worker);
      else worker.kill();
    };
    const hearExit = (code: number) => {
      if (!ending) log('process ended', { job: task.kind, code });
      settle(ending ?? fail('jobFailed'));
    };
    worker.on('message', hear);
    worker.on('exit', hearExit);
  });
  worker.postMessage(task);
  return { result, cancel: () => end(fail('jobCancelled')) };
}

/** Has a worker ready for the alignment that is likely to come: starting one takes longer than aligning an article. */
export function readyAligner(): void {
  if (resting) return;
  const words = { role: 'paragraph', text: 'Ош', label: '' } as const;
  const stretch = perLanguage(() => [words]);
  void runJob({ kind: 'align', stretches: [stretch], known: {} }, () => undefined).result;
}

function startWorker(): UtilityProcess {
  const worker: UtilityProcess = startWatchedProcess('worker.cjs', 'Triptych worker', MEMORY_LIMIT_MB, () =>
    outgrown.get(worker)?.(),
  );
  worker.once('exit', (code) => {
    if (resting?.worker !== worker) return;
    takeResting();
    log('process ended', { job: 'rest', code });
  });
  return worker;
}

function takeResting(): UtilityProcess | null {
  if (!resting) return null;
  const { worker, clock } = resting;
  clearTimeout(clock);
  resting = null;
  return worker;
}

function rest(worker: UtilityProcess): void {
  if (resting) {
    worker.kill();
    return;
  }
  resting = { worker, clock: setTimeout(() => takeResting()?.kill(), REST_MS) };
}
