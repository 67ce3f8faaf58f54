import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { MemoryWatch } from '../../../../main/jobs/memory-watch';

const GREEDY = resolve(import.meta.dirname, '../../../hostile/greedy.cjs');

test.each(['heap', 'buffers', 'wasm'])('ends a process that takes too much memory: %s', async (kind) => {
  const child = fork(GREEDY, [kind]);
  const watch = new MemoryWatch(() => {
    const told = execFileSync('ps', ['-eo', 'pid=,rss='], { encoding: 'utf8' }).trim().split('\n');
    return told.map((line) => {
      const [pid = 0, workingSetSize = 0] = line.trim().split(/\s+/).map(Number);
      return { pid, memory: { workingSetSize } };
    });
  });
  let past = 0;
  watch.watch(child, 400, () => (past += 1));
  const [code, signal] = (await once(child, 'exit')) as unknown[];
  watch.leave(child);
  expect([past, code, signal]).toEqual([1, null, 'SIGTERM']);
});
