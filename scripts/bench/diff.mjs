import { diffWords } from 'diff';
import { diff as rawDiff } from 'fast-myers-diff';
import { runnerImport } from 'vite';
import { inMs, quantile } from './figures.mjs';
import { makeRandom } from './random.mjs';

const WORDS = 2000;
const ROUNDS = 5;
const QUICK_ROUNDS = 101;

/** @typedef {import('../../shared/text/tokens').Token} Token */

/** @param {() => void} run */
function time(run) {
  const started = performance.now();
  run();
  return performance.now() - started;
}

/**
 * How long comparing two texts takes, beside `diffWords` of the package `diff`; and how much of it is the search,
 * beside the search of `fast-myers-diff`, the fastest at hand.
 * @returns {Promise<readonly import('./figures.mjs').Table[]>}
 */
export async function measureDiff() {
  /** @type {{ module: typeof import('../../shared/diff/diff-words') }} */
  const { module } = await runnerImport('/shared/diff/diff-words.ts');
  /** @type {{ module: typeof import('../../shared/text/tokens') }} */
  const { module: tokens } = await runnerImport('/shared/text/tokens.ts');
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
    {
      title: `Comparing them anew after an edit, 5% changed (${QUICK_ROUNDS} rounds, in turn)`,
      head: ['', 'fastest', 'median', 'of `fast-myers-diff`'],
      rows: measureParts(module, tokens, base.join(' '), cases['5% changed'].join(' ')),
    },
  ];
}

/**
 * The parts of a comparison and the search of `fast-myers-diff` on the same tokens, each once in every round, so
 * that what else the machine does falls on all alike.
 * @param {typeof import('../../shared/diff/diff-words')} diff
 * @param {typeof import('../../shared/text/tokens')} tokens
 * @param {string} before
 * @param {string} after
 */
function measureParts({ compareTokens, diffTexts }, { tokenise }, before, after) {
  const [a, b] = [tokenise(before), tokenise(after)];
  const wordsOf = (/** @type {readonly Token[]} */ list) =>
    list.filter(({ kind }) => kind !== 'space').map(({ text }) => text);
  const [words, otherWords] = [wordsOf(a), wordsOf(b)];
  /** @type {Readonly<Record<string, () => void>>} */
  const parts = {
    // It gives its result bit by bit: it has to be asked for.
    '`fast-myers-diff` on the words': () => [...rawDiff(words, otherWords)],
    '`compareTokens`: search, clean-ups, runs': () => compareTokens(before, after, a, b),
    'cutting both texts into tokens': () => [tokenise(before), tokenise(after)],
    '`diffTexts`: all of it': () => diffTexts(before, after),
  };
  /** @type {Readonly<Record<string, number[]>>} */
  const times = Object.fromEntries(Object.keys(parts).map((name) => [name, []]));
  for (let round = 0; round < QUICK_ROUNDS; round += 1) {
    for (const [name, run] of Object.entries(parts)) times[name]?.push(time(run));
  }
  const figures = Object.entries(times).map(([name, all]) => ({
    name,
    fastest: Math.min(...all),
    median: quantile(all, 0.5),
  }));
  const raw = figures[0]?.median ?? NaN;
  return figures.map(({ name, fastest, median }) => [
    name,
    inMs(fastest),
    inMs(median),
    `${(median / raw).toFixed(1)} x`,
  ]);
}
