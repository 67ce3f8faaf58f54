// Prints how long comparing two texts of 2,000 words takes, beside `diffWords` of the package `diff`.
// Run with: node scripts/bench/diff.mjs
import { diffWords } from 'diff';
import { runnerImport } from 'vite';

const WORDS = 2000;
const ROUNDS = 5;

const { module } = await runnerImport('/shared/diff/diff-words.ts');
const { diffTexts } = module;

/** Numbers from 0 to 1, the same in every run (linear congruential generator). */
function makeRandom(seed) {
  let state = seed;
  return () => (state = (state * 1664525 + 1013904223) >>> 0) / 2 ** 32;
}

function median(run) {
  const times = Array.from({ length: ROUNDS }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)].toFixed(1);
}

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

for (const [name, words] of Object.entries(cases)) {
  const [before, after] = [base.join(' '), words.join(' ')];
  const ours = median(() => diffTexts(before, after));
  // `diffWords` takes minutes on the hard cases: one round, given up after ten seconds.
  const started = performance.now();
  const theirs = diffWords(before, after, { timeout: 10_000 });
  const time = theirs ? `${(performance.now() - started).toFixed(1)} ms` : 'given up after 10 s';
  console.log(`${name}: diffTexts ${ours} ms, diffWords ${time}`);
}
