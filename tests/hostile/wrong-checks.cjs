'use strict';

// Loaded before the program, or with the file of a process to be run: the check for doubled words goes wrong in a
// text that says how, really so. With TRIPTYCH_NO_WORDS the dictionaries cannot be read. With TRIPTYCH_WRONG_GUARD the thread that
// watches the process meets a bug while the dictionaries are being read. With TRIPTYCH_IMPATIENT looks come
// four times as fast, so that what hangs is not waited for so long.

const fs = require('node:fs');
const { isMainThread } = require('node:worker_threads');

const WRONG = {
  'It hangs.': () => {
    for (;;);
  },
  'It crashes.': () => process.kill(process.pid, 'SIGSEGV'),
  'It throws.': () => {
    throw new TypeError('invented');
  },
  'It hoards.': () => {
    for (const kept = []; ;) kept.push(Buffer.alloc(10e6, 1));
  },
};

/** What is found by this is two words with a space between them. */
const DOUBLED = String.raw`(\s+)(?=(\p{L}`;

const { matchAll } = String.prototype;
String.prototype.matchAll = function (pattern) {
  if (pattern instanceof RegExp && pattern.source.includes(DOUBLED)) WRONG[String(this)]?.();
  return matchAll.call(this, pattern);
};

const { setInterval: everySoOften } = globalThis;
if (process.env.TRIPTYCH_IMPATIENT)
  globalThis.setInterval = (work, ms, ...rest) => everySoOften(work, ms === 1000 ? ms / 4 : ms, ...rest);

const { readFile } = fs.promises;
const instead = (words) => {
  fs.promises.readFile = (path, ...rest) =>
    String(path).endsWith('.dic') ? words() : readFile(path, ...rest);
};
if (process.env.TRIPTYCH_NO_WORDS) instead(() => Promise.reject(new Error('invented')));
if (process.env.TRIPTYCH_WRONG_GUARD && isMainThread) instead(() => new Promise(() => {}));
if (process.env.TRIPTYCH_WRONG_GUARD && !isMainThread)
  process.memoryUsage.rss = () => {
    throw new RangeError('invented');
  };

if (process.env.TRIPTYCH_RUN) require(process.env.TRIPTYCH_RUN);
