/** @param {number} started milliseconds, as of `performance.now()` */
function formatTime(started) {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}

/**
 * Runs stages one after another and prints what came of them, the numbers last.
 * @param {readonly import('./steps.mjs').Stage[]} stages
 * @returns {Promise<number>} an exit code
 */
export async function runStages(stages) {
  const started = performance.now();
  /** @type {string[]} */
  const summary = [];
  /** @type {string[]} */
  const complaints = [];
  /** @type {string[]} */
  const remarks = [];
  let passed = 0;
  let failed = 0;
  const runLane = async (/** @type {readonly import('./steps.mjs').Step[]} */ steps) => {
    for (const step of steps) {
      console.log(`\n== ${step.title}`);
      const begun = performance.now();
      const tally = await step.run();
      passed += tally.passed;
      failed += tally.failed;
      complaints.push(...(tally.complaints ?? []));
      remarks.push(...(tally.remarks ?? []));
      summary.push(`${tally.failed === 0 ? 'ok    ' : 'FAILED'} ${step.title} (${formatTime(begun)})`);
    }
  };
  for (const lanes of stages) await Promise.all(lanes.map(runLane));
  // Once more at the very end: of a long log often only the end is kept.
  if (complaints.length > 0) console.log(`\n== What failed\n${complaints.join('\n')}`);
  console.log(
    `\n== Summary, ${formatTime(started)}\n${[...summary, ...remarks].join('\n')}\n\n${passed} passed, ${failed} failed`,
  );
  return failed === 0 ? 0 : 1;
}
