import { fork } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CheckAnswer } from '../jobs/check-messages';
import type { StartCheckProcess } from '../jobs/checking';

/** How a process ends that its own guard, V8 or the system took for too large. */
const TOO_LARGE: ReadonlySet<NodeJS.Signals | null> = new Set(['SIGKILL', 'SIGABRT']);

/** Starts the process in which the command line checks; it lies beside the program. */
export const startCheckProcess: StartCheckProcess = (hear, ended) => {
  const program = realpathSync(process.argv[1] ?? '');
  const child = fork(join(dirname(program), 'cli-check-worker.cjs'), [String(process.pid)], {
    serialization: 'advanced',
    // What went wrong is told in an answer.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.on('message', (answer: CheckAnswer) => hear(answer));
  child.once('error', () => ended({ kind: 'exit', code: null }));
  child.once('exit', (code, signal) =>
    ended({ kind: TOO_LARGE.has(signal) ? 'memory' : 'exit', code: code ?? signal }),
  );
  return { post: (message) => child.send(message), kill: () => void child.kill('SIGKILL') };
};
