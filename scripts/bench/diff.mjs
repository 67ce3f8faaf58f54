import { diffWords } from 'diff';
import { runnerImport } from 'vite';
import { inMs, quantile } from './figures.mjs';
import { makeRandom } from './random.mjs';

const WORDS = 2000;
const ROUNDS = 5;

/** @param {() => void} run */
function time(run) {
  const started = performance.now();
  run();
  return performance.now() - started;
}

/**
 * How long comparing two texts takes, beside `diffWords` of the package `diff`.
 * @returns {Promise<readonly import('./figures.mjs').Table[]>}
 */
export async function measureDiff() {
  /** @type {{ module: { diffTexts: (before: string, after: string) => unknown } }} */
  const { module } = await runnerImport('/shared/diff/diff-words.ts');
  const random = makeRandom(1);
  // Squared, so that some words are common and most are rare, as in a text.
  const pick = () => `слово${Math.floor(random() ** 2 * 600)}`;
  const base = Array.from({ length: WORDS }, pick);
  const cases = {
    '5% changed': base.map((word) => (random() < 0.05 ? pick() : word)),
    'half changed': base.map((word) => (random() < 0.5 ? pick() : word)),
    'halves swapped': [...base.slice(WORDS / 2), ...base.slice(0, WORDS / 2)],
    shuffled: [...base].sort(() => random() - 0.5),
    'all different': base.map((_, i) => `другое${i}`),
  };
  const rows = Object.entries(cases).map(([name, words]) => {
    const [before, after] = [base.join(' '), words.join(' ')];
    const ours = Array.from({ length: ROUNDS }, () => time(() => module.diffTexts(before, after)));
    // `diffWords` takes minutes on the hard cases: one round, given up after ten seconds.
    let given;
    const theirs = time(() => (given = diffWords(before, after, { timeout: 10_000 })));
    return [name, inMs(quantile(ours, 0.5)), given ? inMs(theirs) : 'given up after 10 s'];
  });
  return [
    {
      title: `Comparing two texts of ${WORDS.toLocaleString('en')} words (median of ${ROUNDS})`,
      head: ['', '`diffTexts`', '`diffWords` of the package `diff`'],
      rows,
    },
  ];
}
