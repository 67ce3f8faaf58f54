import type { Block } from '../../shared/model/paragraph';
import { withoutStruck } from '../../shared/text/counted-text';
import { NO_ITEM, readListLine } from '../import/txt/list-line';
import { areTableLines } from '../import/txt/table-lines';
import { tableGrid } from '../../shared/model/table-grid';
import type { ExportDocument } from './export-document';
import { groupBlocks } from './group-blocks';

/**
 * Writes a version as plain text: blank lines between paragraphs, list items with their markers in lines of their
 * own, footnotes and the references to them as "[1]", a table in lines with tabs between its cells, line breaks as they are, but
 * as spaces in a table; words that are struck out are left out, as they could not be told from others; all other roles and
 * marks are lost, and so are pictures, whose alternative text is no text of the article. Remarks are lines "=== remark ===" at
 * the top. A paragraph, or a line of one, that would read as a list item gets an
 * invisible word joiner first.
 */
export function writeTxt(document: ExportDocument): string {
  const remarks = document.remarks.map((remark) => `=== ${remark} ===`).join('\n');
  let text = remarks && `${remarks}\n\n`;
  const shown = document.blocks
    .filter(({ picture }) => !picture)
    .map((block) => ({ ...block, ...withoutStruck(block) }))
    .filter((block) => block.text !== '');
  groupBlocks(shown)
    .flatMap(({ role, blocks }) => {
      const table = role === 'tableCell' ? writeTable(blocks) : null;
      if (table !== null) return [{ written: table, isItem: false }];
      return blocks.map((block) => ({ written: writeBlock(block), isItem: isItemLine(block) }));
    })
    .forEach(({ written, isItem }, i, all) => {
      if (i > 0) text += isItem && all[i - 1]?.isItem ? '\n' : '\n\n';
      text += written;
    });
  return `${text}\n`;
}

/** A line for each row of a table, with tabs between its cells, as spreadsheets take it; null for what would not look like one. */
function writeTable(cells: readonly Block[]): string | null {
  const lines = tableGrid(cells)
    .map(({ places }) =>
      places
        .map((cell) => (cell?.blocks ?? []).map(writeReferences).join(' ').replaceAll('\n', ' '))
        .join('\t')
        .trimEnd(),
    )
    .filter((line) => line !== '');
  return areTableLines(lines) && !/^===/.test(lines[0] ?? '') ? lines.join('\n') : null;
}

function isItemLine(block: Block): boolean {
  return block.role === 'listItem' && readListLine(`${block.label} ${block.text}`)?.label === block.label;
}

function writeBlock(block: Block): string {
  const [first = '', ...others] = writeReferences(block).split('\n');
  return [writeFirstLine(block, first), ...others.map(guard)].join('\n');
}

function writeFirstLine({ role, depth, label }: Block, line: string): string {
  if (role === 'listItem') return `${'  '.repeat(depth)}${label} ${line}`;
  return role === 'footnote' ? `[${label}] ${line}` : guard(line);
}

/** A line that would read as a list item or a remark, made one that does not. */
function guard(line: string): string {
  return readListLine(line) || /^===/.test(line) ? `${NO_ITEM}${line}` : line;
}

/** "meeting1" -> "meeting[1]", where 1 refers to a footnote */
function writeReferences({ text, marks }: Block): string {
  let written = '';
  let at = 0;
  for (const mark of marks) {
    if (mark.type !== 'footnoteReference' || mark.start < at) continue;
    const marker = text.slice(mark.start, mark.end);
    written += text.slice(at, mark.start) + (/^[[(]/.test(marker) ? marker : `[${marker}]`);
    at = mark.end;
  }
  return written + text.slice(at);
}
