import { expect, test } from 'vitest';
import { readCommand, runCommand } from '../../../../scripts/setup/command.mjs';

const runNode = (script: string) => runCommand(process.execPath, ['-e', script]);

test('gives the exit code of a program', async () => {
  expect(await runNode('')).toBe(0);
  expect(await runNode('process.exit(7)')).toBe(7);
});

test('gives the code of a shell for a program ended by a signal', async () => {
  expect(await runNode('process.kill(process.pid, "SIGTERM"); setInterval(() => {}, 1000)')).toBe(128 + 15);
});

test('reads what a program writes', async () => {
  const script = 'console.log("ң"); console.error("problem"); process.exit(3)';
  expect(await readCommand(process.execPath, ['-e', script])).toEqual({
    code: 3,
    output: 'ң\n',
    errors: 'problem\n',
  });
});

test('fails for a program that is not there', async () => {
  await expect(runCommand('no-such-program', [])).rejects.toThrow('ENOENT');
});
