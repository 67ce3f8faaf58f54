import { fork } from 'node:child_process';
import { resolve } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { CheckAnswer } from '../../../../main/jobs/check-messages';
import { Checking, type StartCheckProcess } from '../../../../main/jobs/checking';
import type { Events } from '../../../../shared/contract/channels';
import { makeRow } from '../../shared/checks/rows';

const SCRIPT = resolve(import.meta.dirname, '../../../hostile/failing-checks.cjs');

let checking: Checking | null = null;

afterEach(() => checking?.end());

/** Checks rows of these ids in real processes until something is found, or the checks stop. */
async function check(ids: readonly string[]) {
  const troubles: string[] = [];
  const start: StartCheckProcess = (hear, ended) => {
    const child = fork(SCRIPT);
    child.on('message', (answer: CheckAnswer) => hear(answer));
    child.once('exit', (code) => ended({ kind: 'exit', code }));
    return { post: (message) => child.send(message), kill: () => void child.kill('SIGKILL') };
  };
  const rows = ids.map((id) => makeRow(id, { en: 'A road.' }));
  const outcome = await new Promise<Events['checks/found'] | 'stopped'>((done) => {
    checking = new Checking(
      {
        project: () => ({ rows, state: 1 }),
        known: () => ({ context: { glossary: '' }, words: [] }),
        found: done,
        trouble: (trouble) => troubles.push('code' in trouble ? `exit ${trouble.code}` : trouble.kind),
        stopped: () => done('stopped'),
      },
      start,
      { lookMs: 100, looks: 40 },
    );
    checking.begin();
  });
  return { outcome, troubles };
}

test.each([
  ['hang', 'silence'],
  ['crash', 'exit 1'],
  ['bug', 'bug'],
])('a check that goes wrong (%s) is left out and told, and the rest goes on', async (id, trouble) => {
  const { outcome, troubles } = await check(['a', id, 'b']);
  expect(outcome).toMatchObject({ count: 3, leftOut: [{ check: 'spelling', rowId: id }] });
  // Once for the row, once for the step in it.
  expect(troubles).toEqual([trouble, trouble]);
  expect(checking?.notChecked()).toEqual([{ check: 'spelling', rowId: id }]);
});

test('does not start for ever what goes wrong again and again', async () => {
  const child: StartCheckProcess = (_, ended) => {
    setTimeout(() => ended({ kind: 'exit', code: 1 }), 1);
    return { post: () => undefined, kill: () => undefined };
  };
  let stopped = 0;
  let started = 0;
  await new Promise<void>((done) => {
    checking = new Checking(
      {
        project: () => ({ rows: [], state: 1 }),
        known: () => ({ context: { glossary: '' }, words: [] }),
        found: () => undefined,
        trouble: () => undefined,
        stopped: () => {
          stopped += 1;
          done();
        },
      },
      (hear, ended) => {
        started += 1;
        return child(hear, ended);
      },
    );
    checking.begin();
  });
  expect([started, stopped]).toEqual([9, 1]);
});
