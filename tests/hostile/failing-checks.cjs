'use strict';

// Speaks as the process that checks does, and goes wrong in rows whose ids say how, unless that is left out.

const WRONG = {
  hang: () => {
    for (;;);
  },
  crash: () => process.exit(1),
  bug: () => process.send({ type: 'failed', error: { name: 'TypeError', message: 'invented', frames: [] } }),
};

process.on('message', ({ type, rows, leftOut, slowly, state }) => {
  if (type !== 'open') return;
  for (const { id } of rows) {
    if (leftOut.some(({ rowId }) => rowId === id)) continue;
    process.send({ type: 'at', at: { check: slowly ? 'spelling' : null, rowId: id } });
    if (id in WRONG) return setTimeout(WRONG[id], 10);
  }
  process.send({
    type: 'found',
    found: { state, checks: null, rows: [], count: rows.length, leftOut },
    all: true,
  });
  process.send({ type: 'at', at: null });
});
