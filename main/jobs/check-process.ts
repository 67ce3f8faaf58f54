import type { CheckAnswer, CheckMessage } from './check-messages';
import type { CheckProcess, Ended } from './checking';
import { CHECKS_MOST_MB } from './memory-watch';
import { startWatchedProcess } from './watched-process';

/** So many rows are handed over at a time: copying all of a long article would keep main from everything else. */
const ROWS_AT_ONCE = 500;

/** Starts the process that checks. */
export function startCheckProcess(
  hear: (answer: CheckAnswer) => void,
  ended: (ended: Ended) => void,
): CheckProcess {
  let kind: Ended['kind'] = 'exit';
  const worker = startWatchedProcess('check-worker.cjs', 'Triptych checks', CHECKS_MOST_MB, () => {
    kind = 'memory';
  });
  worker.on('message', hear);
  worker.once('exit', (code) => ended({ kind, code }));
  /** What is to be handed over, in order. */
  const waiting: CheckMessage[] = [];
  const handOver = () => {
    const next = waiting.shift();
    if (!next) return;
    worker.postMessage(next);
    if (waiting.length > 0) setImmediate(handOver);
  };
  return {
    post: (message) => {
      const isUnderWay = waiting.length > 0;
      waiting.push(...inParts(message));
      if (!isUnderWay) handOver();
    },
    kill: () => {
      waiting.length = 0;
      worker.kill();
    },
  };
}

/** The rows of a project that is opened go ahead of it. */
function inParts(message: CheckMessage): readonly CheckMessage[] {
  if (message.type !== 'open') return [message];
  const { rows } = message;
  const parts = Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, n): CheckMessage => {
    const start = n * ROWS_AT_ONCE;
    return { type: 'rows', rows: rows.slice(start, start + ROWS_AT_ONCE) };
  });
  return [...parts, { ...message, rows: [] }];
}
