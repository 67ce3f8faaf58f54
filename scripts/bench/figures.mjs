/**
 * @typedef {object} Table
 * @property {string} title
 * @property {readonly string[]} head the first column names what was measured, the others hold figures
 * @property {readonly (readonly string[])[]} rows
 */

/**
 * The value that this share of the values does not exceed (nearest rank).
 * @param {readonly number[]} values
 * @param {number} share from 0 to 1
 */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

/** @param {number} ms */
export function inMs(ms) {
  return `${ms < 10 ? ms.toFixed(1) : ms.toFixed(0)} ms`;
}

/** @param {number} ms */
export function inSeconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** @param {number} kilobytes */
export function inMegabytes(kilobytes) {
  return `${(kilobytes / 1024).toFixed(0)} MB`;
}

/**
 * A table as Markdown, laid out as Prettier does, so that it reads well in a terminal too.
 * @param {Table} table
 */
export function renderTable({ title, head, rows }) {
  const widths = head.map((_, i) => Math.max(3, ...[head, ...rows].map((row) => (row[i] ?? '').length)));
  const line = (/** @type {readonly string[]} */ cells) =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [`### ${title}`, '', line(head), line(rule), ...rows.map(line)].join('\n');
}
