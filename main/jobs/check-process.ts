import type { CheckAnswer } from './check-messages';
import type { CheckProcess } from './checking';
import { CHECKS_MOST_MB } from './memory-watch';
import { startWatchedProcess } from './watched-process';

/** Starts the process that checks. */
export function startCheckProcess(
  hear: (answer: CheckAnswer) => void,
  ended: (reason: 'memory' | 'exit') => void,
): CheckProcess {
  let reason: 'memory' | 'exit' = 'exit';
  const worker = startWatchedProcess('check-worker.cjs', 'Triptych checks', CHECKS_MOST_MB, () => {
    reason = 'memory';
  });
  worker.on('message', hear);
  worker.once('exit', () => ended(reason));
  return { post: (message) => worker.postMessage(message), kill: () => void worker.kill() };
}
