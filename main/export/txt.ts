import type { Block } from '../../shared/model/paragraph';
import { withoutStruck } from '../../shared/text/counted-text';
import { NO_ITEM, readListLine } from '../import/txt/list-line';
import type { ExportDocument } from './export-document';

/**
 * Writes a version as plain text: blank lines between paragraphs, list items with their markers in lines of their
 * own, footnotes and the references to them as "[1]", line breaks as they are; words that are struck out are left out, as they
 * could not be told from others; all other roles and marks are lost, and so are pictures, whose alternative text is no text of
 * the article. Remarks are lines "=== remark ===" at the top. A paragraph, or a line of one, that would read as a list item gets an
 * invisible word joiner first.
 */
export function writeTxt(document: ExportDocument): string {
  const remarks = document.remarks.map((remark) => `=== ${remark} ===`).join('\n');
  let text = remarks && `${remarks}\n\n`;
  const blocks = document.blocks
    .filter(({ picture }) => !picture)
    .map((block) => ({ ...block, ...withoutStruck(block) }))
    .filter((block) => block.text !== '');
  blocks.forEach((block, i) => {
    const before = blocks[i - 1];
    if (before) text += isItemLine(before) && isItemLine(block) ? '\n' : '\n\n';
    text += writeBlock(block);
  });
  return `${text}\n`;
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
