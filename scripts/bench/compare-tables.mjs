import { quantile } from './figures.mjs';

/** @typedef {import('./figures.mjs').Table} Table */

/**
 * The tables in what a benchmark printed; see `renderTable`.
 * @param {string} output
 * @returns {readonly Table[]}
 */
export function readTables(output) {
  return output
    .split(/^### /m)
    .slice(1)
    .map((part) => {
      const [title = '', ...lines] = part.split('\n');
      const [head = [], , ...rows] = lines.filter((line) => line.startsWith('|')).map(cellsOf);
      return { title, head, rows };
    });
}

/** @param {string} line */
function cellsOf(line) {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

/**
 * One table of each that both states have: in every cell the middle value before, the one now, and their ratio. Rows and
 * columns are found by their names; what only one state has is left out.
 * @param {readonly (readonly Table[])[]} before the tables of each turn
 * @param {readonly (readonly Table[])[]} now
 * @returns {readonly Table[]}
 */
export function compareTables(before, now) {
  return (now[0] ?? []).flatMap(({ title, head, rows }) => {
    const compared = rows.flatMap(([name = '']) => {
      const cells = head.slice(1).map((column) => {
        const place = { title, name, column };
        return compareCells(
          before.map((tables) => cellAt(tables, place)),
          now.map((tables) => cellAt(tables, place)),
        );
      });
      return cells.some((cell) => cell !== '') ? [[name, ...cells]] : [];
    });
    return compared.length > 0 ? [{ title: `${title}: before → now (ratio)`, head, rows: compared }] : [];
  });
}

/**
 * @param {readonly Table[]} tables
 * @param {{ title: string, name: string, column: string }} place
 */
function cellAt(tables, { title, name, column }) {
  const table = tables.find((each) => each.title === title);
  const row = table?.rows.find(([first]) => first === name);
  return row?.[table?.head.indexOf(column) ?? -1] ?? '';
}

/**
 * @param {readonly string[]} before
 * @param {readonly string[]} now
 */
function compareCells(before, now) {
  const [old, present] = [middleOf(before), middleOf(now)];
  if (!old || !present) return '';
  return `${old.text} → ${present.text} (${(present.value / old.value).toFixed(2)})`;
}

/**
 * The cell with the middle value; null where one holds no figure.
 * @param {readonly string[]} cells
 */
function middleOf(cells) {
  const figures = cells.map((text) => ({ text, value: parseFloat(text.replaceAll(',', '')) }));
  const middle = quantile(
    figures.map(({ value }) => value),
    0.5,
  );
  return figures.every(({ value }) => value > 0) ? figures.find(({ value }) => value === middle) : undefined;
}
