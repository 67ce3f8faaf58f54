'use strict';

const { readFileSync, writeSync } = require('node:fs');

/** The most memory this program had, in KB. Linux counts in `maxRSS` what the parent had when it forked. */
function peakMemory() {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS;
  return Number(/VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'latin1'))?.[1]);
}

/** What the process has cost until now: ms it was busy, and KB. */
function cost() {
  const { user, system } = process.cpuUsage();
  return { busy: (user + system) / 1000, peak: peakMemory() };
}

module.exports = { cost };

// Loaded with --require it tells at the end, to descriptor 3.
if (process.env.TRIPTYCH_TELL_COST) process.on('exit', () => writeSync(3, JSON.stringify(cost())));
