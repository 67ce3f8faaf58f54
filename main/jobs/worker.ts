import { describeError } from '../system/log/describe-error';
import { tellBugs } from '../system/log/tell-bugs';
import { perform } from './perform';
import type { Task, WorkerMessage } from './task';

// A process of its own: whatever a hostile file does to it, it can be killed and the window never waits for it.
const port = process.parentPort;
const say = (message: WorkerMessage) => port.postMessage(message);

tellBugs((error) => say({ type: 'failed', error }));

port.on('message', ({ data }: { data: Task }) => {
  void perform(
    data,
    throttle((share) => say({ type: 'progress', share })),
  ).then(
    (value) => say({ type: 'done', value }),
    (error: unknown) => say({ type: 'failed', error: describeError(error) }),
  );
});

/** Passes on at most 50 calls a second, and always the last step. */
function throttle(pass: (share: number) => void): (share: number) => void {
  let last = 0;
  return (share) => {
    const now = Date.now();
    if (share < 1 && now - last < 20) return;
    last = now;
    pass(share);
  };
}
