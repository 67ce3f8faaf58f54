import { fail, type Result } from '../../shared/model/failure';
import type { Job } from './job';

/** Work in short steps; after each it says how far it is, from 0 to 1. */
export type Steps<T> = Generator<number, T, void>;

/** So long steps follow each other before whatever else waits has its turn, in ms. */
const TURN_MS = 8;

/** Takes all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * Takes the steps in turn with everything else this process has to do. When it is cancelled, what the steps hold they
 * let go of in their `finally`, and the result is `jobCancelled`.
 */
export function takeTurns<T>(steps: Steps<Result<T>>, onProgress: (share: number) => void): Job<T> {
  let cancel = () => {};
  const result = new Promise<Result<T>>((resolve, reject) => {
    let next: NodeJS.Immediate;
    const takeTurn = () => {
      const until = performance.now() + TURN_MS;
      try {
        do {
          const step = steps.next();
          if (step.done) return resolve(step.value);
          onProgress(step.value);
        } while (performance.now() < until);
        next = setImmediate(takeTurn);
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    next = setImmediate(takeTurn);
    cancel = () => {
      clearImmediate(next);
      resolve(steps.return(fail('jobCancelled')).value as Result<T>);
    };
  });
  return { result, cancel: () => cancel() };
}
