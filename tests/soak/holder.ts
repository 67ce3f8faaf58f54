import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Session } from './child';
import type { Kind } from './keeper';

/** A process of its own that works on a project without a pause, and what it has said so far. */
export interface Holder {
  readonly said: readonly string[];
  /** When each line was heard, as `performance.now()`. */
  readonly heard: readonly number[];
  /** Until so many lines more were said, or it has ended. */
  readonly hear: (lines: number) => Promise<void>;
  readonly kill: () => Promise<void>;
  /** Has it close the project. */
  readonly close: () => Promise<void>;
}

/** @param base the folder for working copies */
export function hold(
  { script, env }: Session,
  task: { readonly path: string; readonly kind: Kind; readonly seed: number; readonly base: string },
): Holder {
  const { path, kind, seed, base } = task;
  // One that works in the file itself fails as soon as that is gone, which is what it is there to show.
  const errors = kind === 'inPlace' ? 'ignore' : 'inherit';
  const child = spawn(process.execPath, [script, 'hold', path, kind, String(seed), base], {
    stdio: ['pipe', 'pipe', errors],
    env,
  });
  const { stdin, stdout } = child;
  if (!stdin || !stdout) throw new Error('no pipes');
  stdin.on('error', () => undefined);
  const said: string[] = [];
  const heard: number[] = [];
  const lines = createInterface({ input: stdout });
  lines.on('line', (line) => {
    said.push(line);
    heard.push(performance.now());
  });
  let hasEnded = false;
  const ended = Promise.all([once(child, 'exit'), once(lines, 'close')]).then(() => {
    hasEnded = true;
  });
  return {
    said,
    heard,
    hear: async (more) => {
      const wanted = said.length + more;
      while (said.length < wanted && !hasEnded) await Promise.race([once(lines, 'line'), ended]);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    close: async () => {
      stdin.end('close');
      await ended;
    },
  };
}
