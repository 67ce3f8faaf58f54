import { assertNever } from '../../shared/model/assert-never';
import { headingLevel, type Block, type RichText } from '../../shared/model/paragraph';
import { tableGrid } from '../../shared/model/table-grid';
import { LABEL_SPACE } from '../import/md/read-md';
import type { ExportDocument } from './export-document';
import { groupBlocks, type BlockGroup } from './group-blocks';
import { writeTable as writeHtmlTable } from './html';
import { escapeMdText, noteName, writeMdInline } from './md-inline';
import { addressesOf } from './pictures/export-pictures';

/**
 * Writes a version as Markdown that editors can read as it stands and that reads back as it was. Where Markdown
 * has no form of its own:
 * - the title is "# Title"; a first-level heading, which is no title, is closed: "# Heading #";
 * - a picture lies in a file beside it (`filesBeside`), and its alternative text in its brackets;
 * - a caption is a picture without a file: "![Caption]()";
 * - list items with markers other than "•", "1." and "1)" are "+ а) Text", with an en space after the marker;
 * - underline, highlight, small capitals, superscript and subscript, and marks that begin or end inside a word, are HTML tags:
 *   <u>, <mark>, <span>, <sup>, <sub>, <strong>, <em>, <s>; a line break is <br>;
 * - paragraphs of one table cell are parted by <br><br>; a table with merged cells is one of HTML;
 * - remarks are a comment at the top.
 */
export function writeMd(document: ExportDocument): string {
  const labels = document.blocks.filter(({ role }) => role === 'footnote').map(({ label }) => label);
  const notes = new Set(labels);
  const groups = groupBlocks(document.blocks);
  const addressOf = addressesOf(document);
  const parts = groups.map((group, n) =>
    goesOn(group, groups[n - 1])
      ? `    ${writeLine(group.blocks[0], notes)}`
      : writeGroup(group, notes, addressOf),
  );
  // Two hyphens would end the comment.
  const remarks = document.remarks.map((remark) => remark.replaceAll('--', '- -')).join('\n');
  return `${[...(remarks ? [`<!--\n${remarks}\n-->`] : []), ...parts].join('\n\n')}\n`;
}

/** Whether a paragraph is a further one of the footnote before it: written as a note of its own it would be another. */
function goesOn({ role, blocks }: BlockGroup, before: BlockGroup | undefined): boolean {
  return role === 'footnote' && before?.role === 'footnote' && before.blocks[0].label === blocks[0].label;
}

/** Tells the address a picture is written with; empty where it has none. */
type AddressOf = (block: Block) => string;

function writePicture(block: Block, addressOf: AddressOf): string {
  // One without an address would read back as a caption.
  return `![${writeMdInline(block, { notes: new Set(), inBrackets: true })}](${addressOf(block) || '#'})`;
}

function writeGroup({ role, blocks }: BlockGroup, notes: ReadonlySet<string>, addressOf: AddressOf): string {
  const [block] = blocks;
  switch (role) {
    case 'title':
      return `# ${writeHeadingText(block, notes)}`;
    case 'heading1':
      return `# ${writeHeadingText(block, notes)} #`;
    case 'heading2':
    case 'heading3':
    case 'heading4':
    case 'heading5':
    case 'heading6':
      return `${'#'.repeat(headingLevel(role) ?? 0)} ${writeHeadingText(block, notes)}`;
    case 'paragraph':
      return writeLine(block, notes);
    case 'listItem':
      return writeList(blocks, notes);
    case 'quotation':
      return blocks.map((quotation) => `> ${writeLine(quotation, notes)}`).join('\n>\n');
    case 'caption':
      return `![${writeMdInline(block, { notes, inBrackets: true })}]()`;
    case 'footnote':
      return `[^${noteName(block.label)}]: ${writeLine(block, notes)}`;
    case 'tableCell':
      return writeTable(blocks, notes, addressOf);
    case 'picture':
      return writePicture(block, addressOf);
    default:
      return assertNever(role);
  }
}

/** A text on one line, kept from looking like the start of another kind of block. */
export function writeLine(block: RichText, notes: ReadonlySet<string>): string {
  return writeMdInline(block, { notes, inBrackets: false })
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^(#|>|\+(?=\s|$)|-(?=[\s-]|$)|=|~(?=~~))/, '\\$1')
    .replace(/^(\[(?:\\.|[^\]\\])*\]):/, '$1\\:');
}

export function writeHeadingText(block: RichText, notes: ReadonlySet<string>): string {
  // Signs at the end would be taken for the heading's closing sequence.
  // The look behind keeps signs in the middle from being tried one by one.
  return writeMdInline(block, { notes, inBrackets: false }).replace(/(?<!#)#+$/, (signs) =>
    '\\#'.repeat(signs.length),
  );
}

/**
 * A table with merged cells, or with more at its head than its first row, is written as in HTML, which Markdown may hold. Notes
 * cannot be referred to from there: where there are any, the text of a merged cell stands in its first place.
 */
function writeTable(cells: readonly Block[], notes: ReadonlySet<string>, addressOf: AddressOf): string {
  const grid = tableGrid(cells);
  const isPlain = grid.every(
    ({ isHeader, places }, row) =>
      (row === 0 || !isHeader) &&
      places.every((cell) => cell !== null && cell.rowSpan === 1 && cell.columnSpan === 1),
  );
  const refers = cells.some(({ marks }) => marks.some(({ type }) => type === 'footnoteReference'));
  if (!isPlain && !refers) return writeHtmlTable(cells, addressOf);
  const rows = grid.map(({ places }) => {
    const texts = places.map((cell) =>
      (cell?.blocks ?? [])
        .map((block) =>
          block.picture ? writePicture(block, addressOf) : writeMdInline(block, { notes, inBrackets: false }),
        )
        .join('<br><br>')
        .replaceAll('|', '\\|'),
    );
    return `| ${texts.join(' | ')} |`;
  });
  const width = grid[0]?.places.length ?? 0;
  return rows.toSpliced(1, 0, `|${' --- |'.repeat(width)}`).join('\n');
}

function writeList(items: readonly Block[], notes: ReadonlySet<string>): string {
  const lines: string[] = [];
  /** The columns where the texts of the open items begin, outermost first. */
  let columns: readonly number[] = [];
  for (const item of items) {
    const isNested = item.depth >= columns.length && columns.length > 0;
    let open = columns.slice(0, item.depth);
    let line = ' '.repeat(open.at(-1) ?? 0);
    // An item that skips a level stands in an item without text.
    const markers = [...Array<string>(item.depth - open.length).fill('- '), writeMarker(item.label)];
    for (const marker of markers) {
      line += marker;
      open = [...open, line.length];
    }
    // Right below a line of text only 1 may begin a list.
    if (isNested && /^\s*\d/.test(line)) lines.push('');
    lines.push(line + writeItemText(item, notes));
    columns = open;
  }
  return lines.join('\n');
}

function writeMarker(label: string): string {
  if (label === '•') return '- ';
  return /^\d{1,9}[.)]$/.test(label) ? `${label} ` : '+ ';
}

function writeItemText(item: Block, notes: ReadonlySet<string>): string {
  if (writeMarker(item.label) !== '+ ') return writeLine(item, notes);
  return `${escapeMdText(item.label)}${LABEL_SPACE}${writeMdInline(item, { notes, inBrackets: false })}`;
}
