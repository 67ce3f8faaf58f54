'use strict';

// Loaded into Electron with `-r`: writes to standard output when the window shows what BENCH_READY looks for
// (an expression evaluated in the page) and, a second later, how much memory the app takes. Then it ends the app.

const { once } = require('node:events');
const { setTimeout: wait } = require('node:timers/promises');
const { app } = require('electron');

const SETTLE_MS = 1000;

// Two frames: the first is drawn with what was found, the second begins when that one is on its way.
const look = `new Promise((found) => {
  const look = () => (${process.env.BENCH_READY})
    ? requestAnimationFrame(() => requestAnimationFrame(found))
    : requestAnimationFrame(look);
  look();
}).then(() => true)`;

app.on('browser-window-created', (_event, window) => {
  window.webContents.once('dom-ready', async () => {
    await window.webContents.executeJavaScript(look);
    if (!window.isVisible()) await once(window, 'show');
    const time = Date.now();
    await wait(SETTLE_MS);
    const memory = app.getAppMetrics().reduce((sum, each) => sum + each.memory.workingSetSize, 0);
    process.stdout.write(`${JSON.stringify({ time, memory })}\n`, () => app.exit());
  });
});
