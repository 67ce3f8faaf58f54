import { join } from 'node:path';
import { app, utilityProcess } from 'electron';
import { fail, ok, type Result } from '../../shared/model/failure';
import type { Task, TaskResults, WorkerMessage } from './task';

/** An import that takes longer than this is given up: no honest article needs it. */
const TIME_LIMIT_MS = { import: 60_000, paste: 30_000, align: 600_000 } as const;

const MEMORY_LIMIT_MB = 2048;

export interface Job<T> {
  readonly result: Promise<Result<T>>;
  cancel(): void;
}

/**
 * Does a task in a process of its own. The result is `jobCancelled`, `jobTimedOut` or `jobFailed` when the
 * process was ended before it was done.
 */
export function runJob<T extends Task>(
  task: T,
  onProgress: (share: number) => void,
): Job<TaskResults[T['kind']]> {
  const worker = utilityProcess.fork(join(app.getAppPath(), 'out', 'main', 'worker.cjs'), [], {
    serviceName: `Triptych ${task.kind}`,
    execArgv: [`--max-old-space-size=${MEMORY_LIMIT_MB}`],
  });
  let ending: Result<never> = fail('jobFailed');
  const end = (failure: Result<never>) => {
    ending = failure;
    worker.kill();
  };
  const result = new Promise<Result<TaskResults[T['kind']]>>((resolve) => {
    const clock = setTimeout(() => end(fail('jobTimedOut')), TIME_LIMIT_MS[task.kind]);
    worker.on('message', (message: WorkerMessage) => {
      if (message.type === 'progress') return onProgress(message.share);
      clearTimeout(clock);
      resolve(ok(message.value as TaskResults[T['kind']]));
      worker.kill();
    });
    worker.once('exit', () => {
      clearTimeout(clock);
      resolve(ending);
    });
  });
  worker.postMessage(task);
  return { result, cancel: () => end(fail('jobCancelled')) };
}
