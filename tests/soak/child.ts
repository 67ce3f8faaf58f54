import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Kind } from './keeper';

/** How to start the bundled `session.ts` with Node. */
export interface Session {
  readonly script: string;
  readonly env: NodeJS.ProcessEnv;
}

/** When a session is killed: after so many lines and then so many ms, or so many ms after its start. */
export type Moment = { readonly lines: number; readonly ms: number } | { readonly msFromStart: number };

/** Runs a session until it is killed, and gives every line it said. */
export async function killed(
  { script, env }: Session,
  task: { readonly mode: 'edit' | 'make'; readonly path: string; readonly kind: Kind; readonly seed: number },
  moment: Moment,
): Promise<readonly string[]> {
  const child = spawn(process.execPath, [script, task.mode, task.path, task.kind, String(task.seed)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env,
  });
  const ended = once(child, 'exit');
  const kill = () => child.kill('SIGKILL');
  if ('msFromStart' in moment) setTimeout(kill, moment.msFromStart);
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    if (!('lines' in moment) || said.length !== moment.lines) continue;
    if (moment.ms === 0) kill();
    else setTimeout(kill, moment.ms);
  }
  await ended;
  const { exitCode: code } = child;
  if (code !== null) throw new Error(`the session ended by itself with ${code}`);
  return said;
}
