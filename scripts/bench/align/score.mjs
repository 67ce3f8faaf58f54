import { LANGUAGES } from './documents.mjs';

/**
 * @typedef {import('../figures.mjs').Table} Table
 *
 * @typedef {object} Scored a document with the rows found for it
 * @property {import('./documents.mjs').AlignedDocument} document
 * @property {readonly import('../../../shared/align/alignment').AlignedRow[]} rows
 */

/** What is counted right: a link of two languages, or a whole row. */
const PROJECTIONS = { 'ru-en': [0, 2], 'ru-ky': [0, 1], 'ky-en': [1, 2], rows: [0, 1, 2] };

/**
 * Strict F1: a link counts only when both of its sides are exactly right; what has but one side is left out.
 * @param {readonly Scored[]} scored
 * @returns {readonly Table[]} by level and by source, for paragraphs and sentences
 */
export function tabulateScores(scored) {
  return /** @type {const} */ (['paragraphs', 'sentences']).map((unit) => {
    const ofUnit = scored.filter(({ document }) => document.unit === unit);
    const levels = groupsOf(ofUnit, ({ document }) => document.level);
    const sources = groupsOf(ofUnit, ({ document }) => document.source);
    return {
      title: `F1 of ${unit}`,
      head: ['', 'documents', ...Object.keys(PROJECTIONS)],
      rows: [...levels, ...sources, /** @type {const} */ (['all', ofUnit])].map(([name, group]) => [
        name,
        String(group.length),
        ...Object.values(PROJECTIONS).map((axes) => scoreLinks(group, axes).toFixed(3)),
      ]),
    };
  });
}

/**
 * Of rows given some confidence, how many are right.
 * @param {readonly Scored[]} scored
 * @returns {Table}
 */
export function tabulateReliability(scored) {
  const rows = scored.flatMap(({ document, rows: found }) => {
    const gold = new Set(document.gold.map((row) => JSON.stringify(row)));
    return found.map((row) => ({ said: row.confidence, right: gold.has(JSON.stringify(cellsOf(row))) }));
  });
  const bounds = [0, 0.2, 0.4, 0.6, 0.8, 0.9, 0.99, 1.01];
  return {
    title: 'Reliability of the confidence, over the rows of all documents',
    head: ['confidence', 'rows', 'mean', 'right'],
    rows: bounds.slice(1).map((to, n) => {
      const from = bounds[n] ?? 0;
      const within = rows.filter(({ said }) => said >= from && said < to);
      const mean = within.reduce((sum, { said }) => sum + said, 0) / within.length;
      const right = within.filter((row) => row.right).length / within.length;
      return [`${from} to ${Math.min(1, to)}`, String(within.length), mean.toFixed(3), right.toFixed(3)];
    }),
  };
}

/**
 * @param {readonly Scored[]} scored
 * @param {(one: Scored) => string} nameOf
 */
function groupsOf(scored, nameOf) {
  const names = [...new Set(scored.map(nameOf))].sort();
  return names.map((name) => /** @type {const} */ ([name, scored.filter((one) => nameOf(one) === name)]));
}

/**
 * @param {readonly Scored[]} scored
 * @param {readonly number[]} axes
 */
function scoreLinks(scored, axes) {
  let right = 0;
  let found = 0;
  let gold = 0;
  for (const { document, rows } of scored) {
    const expected = linksOf(document.gold, axes);
    const links = linksOf(rows.map(cellsOf), axes);
    right += [...links].filter((link) => expected.has(link)).length;
    found += links.size;
    gold += expected.size;
  }
  return (2 * right) / (found + gold);
}

/**
 * @param {readonly (readonly (readonly number[])[])[]} rows
 * @param {readonly number[]} axes
 */
function linksOf(rows, axes) {
  const links = rows.map((row) => axes.map((axis) => row[axis] ?? []));
  return new Set(
    links
      .filter((sides) => sides.filter((side) => side.length > 0).length > 1)
      .map((sides) => JSON.stringify(sides)),
  );
}

/** @param {import('../../../shared/align/alignment').AlignedRow} row */
function cellsOf(row) {
  return LANGUAGES.map((language) => row[language]);
}
