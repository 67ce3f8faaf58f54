import { plainImport, type ImportedBlock } from '../../../shared/model/imported-document';
import { plainBlock, type Block } from '../../../shared/model/paragraph';
import { isFurniture } from '../../../shared/text/page-furniture';
import { normaliseRich } from '../../../shared/text/normalise-rich';
import type { ReadBlocks } from '../read-blocks';
import { NO_ITEM, readListLine, type ListLine } from './list-line';
import { areTableLines } from './table-lines';

/** The first lines of a text of our own that is not agreed yet: "=== 2 open critical flags ===". */
const REMARK = /^=== .* ===$/;

const LONGEST_TITLE = 200;

/**
 * Reads plain text. Blank lines part paragraphs, and lines within one are joined; a text without any blank line
 * has a paragraph in each line. Lines of a list are items, lines with tabs between texts the rows of a table. A first short paragraph that does not end like a
 * sentence is the title; other headings cannot be told and stay paragraphs.
 */
export function readTxt(source: string): ReadBlocks {
  const chunks = splitChunks(source.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/));
  const isParted = chunks.length > 1;
  let tables = -1;
  const blocks = chunks.flatMap((chunk, i) => {
    if (i === 0 && chunk.every((line) => REMARK.test(line.trim())))
      return chunk.map((line) => plainImport(plainBlock(clean(line)), false));
    if (areTableLines(chunk)) return readTable(chunk, (tables += 1)).map((block) => plainImport(block, true));
    const read = isParted ? readChunk(chunk) : readLines(chunk);
    return read
      .filter(({ text }) => text !== '')
      .map((block) => plainImport(block, block.cell !== null || !isFurniture(block.text)));
  });
  return { blocks: isParted ? entitle(blocks) : blocks, notices: [] };
}

function splitChunks(lines: readonly string[]): readonly (readonly string[])[] {
  const chunks: string[][] = [];
  let open: string[] | null = null;
  for (const line of lines) {
    if (line.trim() === '') open = null;
    else if (open) open.push(line);
    else chunks.push((open = [line]));
  }
  return chunks;
}

function clean(text: string): string {
  return normaliseRich(text, []).text;
}

/** More stand in the last one: what has more tabs is no table anybody made. */
const LAST_COLUMN = 99;

/** The cells of a table that have text. */
function readTable(lines: readonly string[], table: number): readonly Block[] {
  return lines.flatMap((line, row) =>
    line.split('\t').flatMap((text, at) => {
      const column = Math.min(at, LAST_COLUMN);
      const cell: Block = { ...plainBlock(clean(text), 'tableCell'), cell: { table, row, column } };
      return cell.text === '' ? [] : [cell];
    }),
  );
}

/** One paragraph of a text parted by blank lines, or one list; a list may follow right below a line that ends in ":". */
function readChunk(lines: readonly string[]): readonly Block[] {
  const items = lines.map(readListLine);
  const dashes = items.filter((item) => item?.isDash).length;
  const isItem = (i: number): boolean => {
    const item = items[i];
    return item != null && (!item.isDash || dashes > 1);
  };
  const first = !isItem(0) && lines[0]?.trimEnd().endsWith(':') && isItem(1) ? 1 : 0;
  if (!isItem(first)) return [paragraph(lines.map(unguarded).join(' '))];
  const list: { line: ListLine; text: string }[] = [];
  for (const [i, line] of lines.entries()) {
    const item = items[i];
    const last = list.at(-1);
    if (i >= first && item && isItem(i)) list.push({ line: item, text: item.text });
    else if (last) last.text += ` ${unguarded(line)}`;
  }
  const depthOf = makeDepthCounter();
  return [
    ...lines.slice(0, first).map(paragraph),
    ...list.map(({ line, text }) => item(line.label, text, depthOf(line.indent))),
  ];
}

/** A text without blank lines: a paragraph in each line. Dashes then are as likely a dialogue as a list. */
function readLines(lines: readonly string[]): readonly Block[] {
  let depthOf = makeDepthCounter();
  return lines.map((line) => {
    const found = readListLine(line);
    if (found && !found.isDash) return item(found.label, found.text, depthOf(found.indent));
    depthOf = makeDepthCounter();
    return paragraph(line);
  });
}

function paragraph(text: string): Block {
  return plainBlock(clean(unguarded(text)));
}

/** A line without what kept it from being read as an item. */
function unguarded(line: string): string {
  const start = line.trimStart();
  return start.startsWith(NO_ITEM) ? start.slice(NO_ITEM.length) : start;
}

function item(label: string, text: string, depth: number): Block {
  return { ...plainBlock(clean(text), 'listItem'), label, depth };
}

/** Tells line by line how deep a list is nested, from how far it is indented: 0 3 3 0 -> 0 1 1 0 */
function makeDepthCounter(): (indent: number) => number {
  const open: number[] = [];
  return (indent) => {
    while (open.length > 0 && indent < (open.at(-1) ?? 0)) open.pop();
    if (indent > (open.at(-1) ?? -1)) open.push(indent);
    return open.length - 1;
  };
}

function entitle(blocks: readonly ImportedBlock[]): readonly ImportedBlock[] {
  const first = blocks.findIndex(({ included }) => included);
  const found = blocks[first];
  if (!found || first === blocks.length - 1) return blocks;
  const { role, text } = found.block;
  if (role !== 'paragraph' || text.length >= LONGEST_TITLE || /[.,;:…]["'»”’)]*$/.test(text)) return blocks;
  return blocks.with(first, { ...found, block: { ...found.block, role: 'title' } });
}
