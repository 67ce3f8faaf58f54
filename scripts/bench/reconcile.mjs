import { runnerImport } from 'vite';
import { writeArticle } from './article.mjs';
import { inMs, quantile } from './figures.mjs';
import { makeRandom } from './random.mjs';

/**
 * @typedef {typeof import('../../shared/reconcile/match-paragraphs')} Matcher
 * @typedef {typeof import('../../shared/reconcile/merge-versions')} Merger
 */

const PARAGRAPHS = 3000;
const ROUNDS = 5;

/** @param {() => void} run */
function time(run) {
  const started = performance.now();
  run();
  return performance.now() - started;
}

/** @param {string} text */
function toBlock(text) {
  return /** @type {const} */ ({ role: 'paragraph', text, marks: [], label: '', depth: 0, cell: null });
}

/**
 * How long finding the paragraphs of a newer draft and merging it takes.
 * @returns {Promise<readonly import('./figures.mjs').Table[]>}
 */
export async function measureReconcile() {
  const { module: matcher } = /** @type {{ module: Matcher }} */ (
    await runnerImport('/shared/reconcile/match-paragraphs.ts')
  );
  const { module: merger } = /** @type {{ module: Merger }} */ (
    await runnerImport('/shared/reconcile/merge-versions.ts')
  );
  const random = makeRandom(2);
  const base = writeArticle(PARAGRAPHS).ru;
  const third = Math.floor(base.length / 3);
  /**
   * @param {string} text
   * @param {number} share of the words
   */
  const edit = (text, share) =>
    text
      .split(' ')
      .map((word) => (random() < share ? `иначе${Math.floor(random() * 900)}` : word))
      .join(' ');
  const cases = {
    'same text': base,
    '5% of the paragraphs edited': base.map((text) => (random() < 0.05 ? edit(text, 0.2) : text)),
    'every paragraph edited': base.map((text) => edit(text, 0.2)),
    'every paragraph edited, thirds turned round': [
      ...base.slice(2 * third),
      ...base.slice(third, 2 * third),
      ...base.slice(0, third),
    ].map((text) => edit(text, 0.2)),
    'every paragraph cut in two': base.flatMap((text) => {
      const at = text.indexOf('. ') + 1;
      return at > 0 ? [text.slice(0, at), text.slice(at + 1)] : [text];
    }),
    'another article': base.map((_, i) => `Абзац${i} другой${i} статьи${i} ни${i} о${i} чём${i} общем${i}.`),
  };
  const known = base.map((text, i) => ({ id: `p${i}`, ...toBlock(text) }));
  const rows = Object.entries(cases).map(([name, texts]) => {
    const draft = texts.map(toBlock);
    const matching = Array.from({ length: ROUNDS }, () =>
      time(() => void matcher.matchParagraphs(known, draft)),
    );
    const merging = Array.from({ length: ROUNDS }, () =>
      time(() => void merger.mergeVersions(known, known, draft)),
    );
    return [name, inMs(quantile(matching, 0.5)), inMs(quantile(merging, 0.5))];
  });
  return [
    {
      title: `Reconciling a draft of ${PARAGRAPHS.toLocaleString('en')} paragraphs (median of ${ROUNDS})`,
      head: ['', '`matchParagraphs`', '`mergeVersions`'],
      rows,
    },
  ];
}
