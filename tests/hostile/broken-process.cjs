'use strict';

// Runs the file of a process that TRIPTYCH_RUN names; with the first thing it is told it goes wrong as TRIPTYCH_BREAKS says.

const bug = () => {
  throw new TypeError('invented');
};

const { map } = Array.prototype;

const BREAKS = {
  /** In the midst of the work. */
  work: () => {
    Array.prototype.map = function () {
      Array.prototype.map = map;
      bug();
    };
  },
  /** Where nobody waits for it. */
  promise: () => setImmediate(() => void Promise.resolve().then(bug)),
  /** Without a word. */
  exit: () => process.exit(7),
};

process.parentPort.once('message', BREAKS[process.env.TRIPTYCH_BREAKS]);
if (process.env.TRIPTYCH_BREAKS === 'load') bug();
require(process.env.TRIPTYCH_RUN);
