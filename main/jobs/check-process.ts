import type { CheckAnswer } from './check-messages';
import type { CheckProcess } from './checking';
import { startWatchedProcess } from './watched-process';

/** Chosen to leave room for dictionaries and a long article; what it really takes is not known yet. */
const MOST_MB = 1536;

/** Starts the process that checks. */
export function startCheckProcess(
  hear: (answer: CheckAnswer) => void,
  ended: (reason: 'memory' | 'exit') => void,
): CheckProcess {
  let reason: 'memory' | 'exit' = 'exit';
  const worker = startWatchedProcess('check-worker.cjs', 'Triptych checks', MOST_MB, () => {
    reason = 'memory';
  });
  worker.on('message', hear);
  worker.once('exit', () => ended(reason));
  return { post: (message) => worker.postMessage(message), kill: () => void worker.kill() };
}
