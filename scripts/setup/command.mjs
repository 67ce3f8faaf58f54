import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The folder of the repository. */
export const root = path.resolve(import.meta.dirname, '../..');

/** @type {readonly NodeJS.Signals[]} */
const passedSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** A failure whose message tells a person what to do; `runScript` prints it without a stack trace. */
export class SetupError extends Error {}

/**
 * Runs a program to its end and returns its exit code, for one ended by a signal the shell's: 128 and the
 * signal's number. Signals to this process are passed on, so that ending a script ends what it started.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, shell?: boolean }} [options]
 * @returns {Promise<number>}
 */
export function runCommand(file, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: root, stdio: 'inherit', ...options });
    const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    for (const signal of passedSignals) process.on(signal, pass);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      for (const passed of passedSignals) process.off(passed, pass);
      resolve(code ?? 128 + (signal === null ? 0 : os.constants.signals[signal]));
    });
  });
}

/**
 * Runs a program silently and returns what it wrote.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, shell?: boolean, timeout?: number }} [options] the timeout in ms
 * @returns {Promise<{ code: number, output: string, errors: string }>}
 */
export function readCommand(file, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: root, ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (errors += chunk));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output, errors }));
  });
}

/**
 * How to call the npm that started this script, or else the one on the path (a batch file on Windows, so
 * only through a shell).
 * @param {readonly string[]} args
 * @returns {{ file: string, args: readonly string[], shell: boolean }}
 */
export function npmCommand(args) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('npm-cli.js')) return { file: process.execPath, args: [cli, ...args], shell: false };
  return { file: 'npm', args, shell: process.platform === 'win32' };
}

/**
 * Runs the command line tool of an installed package with this Node, so that no shell or PATH is needed.
 * @param {string} packageName for example `typescript`
 * @param {string} tool its name in the package's `bin`, for example `tsc`
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>} its exit code
 */
export function runTool(packageName, tool, args, env = process.env) {
  const folder = path.join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const entry = typeof bin === 'string' ? bin : bin[tool];
  return runCommand(process.execPath, [path.join(folder, entry), ...args], { env });
}

/**
 * Runs a script's main function and turns its exit code, or its failure, into that of the process.
 * @param {() => Promise<number>} main
 */
export async function runScript(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  }
}
