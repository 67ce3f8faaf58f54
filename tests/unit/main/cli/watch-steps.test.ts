import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { watchSteps } from '../../../../main/cli/watch-steps';

test('ends a program whose checks do not go on, and says where', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'triptych-watch-'));
  const said = join(folder, 'said');
  const stuck = spawn(process.execPath, ['-e', 'for (;;);']);
  const watch = watchSteps(
    ['a', 'b'],
    { inRow: (check, row) => `${check} in row ${row}`, inArticle: (check) => `${check} in the article` },
    { looks: 5, lookMs: 20, pid: stuck.pid ?? 0, output: openSync(said, 'w') },
  );
  watch.begins({ check: 'omission', rowId: null });
  watch.begins({ check: 'spelling', rowId: 'b' });
  expect(await once(stuck, 'exit')).toEqual([null, 'SIGKILL']);
  watch.end();
  expect(readFileSync(said, 'utf8').split('\n')[0]).toBe('triptych: spelling in row 2');
  rmSync(folder, { recursive: true });
});
