import { assertNever } from '../../shared/model/assert-never';
import { markAttribute } from '../../shared/model/mark';
import type { Block, RichText } from '../../shared/model/paragraph';
import { tableGrid, type GridCell, type GridRow } from '../../shared/model/table-grid';
import { SMALL_CAPS_CSS, STYLE_TAGS } from '../../shared/text/element-styles';
import type { ExportDocument } from './export-document';
import { addressesOf } from './pictures/export-pictures';
import { groupBlocks, type BlockGroup } from './group-blocks';
import { nestMarks, type Inline } from './nest-marks';

const STYLE = `
body { margin: 2rem auto; max-width: 42rem; padding: 0 1rem; font: 1.125rem/1.6 Georgia, 'PT Serif', serif; color: #1d1b18; background: #fff; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; break-after: avoid; }
blockquote { margin-inline: 1.5rem; font-style: italic; }
figure { margin: 1.5rem 0; font-size: 0.9em; color: #4a4640; }
img { max-width: 100%; height: auto; }
table { border-collapse: collapse; }
td, th { border: 1px solid #8a847b; padding: 0.3rem 0.6rem; vertical-align: top; text-align: start; }
th { background: #f3efe8; }
ul.labelled { list-style: none; }
.footnote { font-size: 0.9em; }
.remarks { border: 1px solid #8a847b; padding: 0 1rem; font-family: sans-serif; font-size: 0.9em; }
@media print { body { margin: 0; max-width: none; } a { color: inherit; } }
`;

/**
 * Writes a version as one page: no scripts, nothing to load but its pictures, which lie beside it (`filesBeside`). What HTML has no word for is kept
 * in classes and `data-label`, so that the page reads back as it was: the title is `h1.title`, markers that a
 * numbered list cannot print ("а)") stand in the text, remarks are an `aside` before the article.
 */
export function writeHtml(document: ExportDocument): string {
  const remarks = document.remarks.map((remark) => `<p>${escapeHtml(remark)}</p>\n`).join('');
  return `<!doctype html>
<html lang="${document.language}">
<head>
<meta charset="utf-8">
<meta name="generator" content="Triptych">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(document.title)}</title>
<style>${STYLE}</style>
</head>
<body>
${remarks && `<aside class="remarks">\n${remarks}</aside>\n`}<main>
${new PageWriter(addressesOf(document)).write(document.blocks)}
</main>
</body>
</html>
`;
}

/** Tells the address a picture is written with; empty where it has none. */
type AddressOf = (block: Block) => string;

class PageWriter {
  constructor(private readonly addressOf: AddressOf) {}

  /** A picture and the caption that follows it are one figure. */
  write(blocks: readonly Block[]): string {
    const groups = groupBlocks(blocks);
    return groups
      .map((group, n) => {
        const [block] = group.blocks;
        const next = groups[n + 1];
        if (group.role === 'picture')
          return next?.role === 'caption'
            ? `<figure>${writePicture(block, this.addressOf)}\n<figcaption>${writeInline(next.blocks[0])}</figcaption></figure>`
            : `<figure>${writePicture(block, this.addressOf)}</figure>`;
        return group.role === 'caption' && groups[n - 1]?.role === 'picture'
          ? null
          : writeGroup(group, this.addressOf);
      })
      .filter((html) => html !== null)
      .join('\n');
  }
}

function writePicture(block: Block, addressOf: AddressOf): string {
  const address = addressOf(block);
  const { across } = block.picture ?? {};
  const source = address === '' ? '' : ` src="${escapeHtml(address)}"`;
  return `<img${source} alt="${escapeHtml(block.text)}"${across === undefined ? '' : ` width="${across}"`}>`;
}

function writeGroup({ role, blocks }: BlockGroup, addressOf: AddressOf): string {
  const [block] = blocks;
  switch (role) {
    case 'title':
      return `<h1 class="title">${writeInline(block)}</h1>`;
    case 'heading1':
    case 'heading2':
    case 'heading3':
    case 'heading4':
    case 'heading5':
    case 'heading6':
      return `<h${role.slice(-1)}>${writeInline(block)}</h${role.slice(-1)}>`;
    case 'paragraph':
      return writeParagraph(block);
    case 'listItem':
      return writeList(blocks, 0);
    case 'quotation':
      return `<blockquote>\n${blocks.map(writeParagraph).join('\n')}\n</blockquote>`;
    case 'caption':
      return `<figure><figcaption>${writeInline(block)}</figcaption></figure>`;
    case 'footnote':
      return writeFootnote(block);
    case 'tableCell':
      return writeTable(blocks, addressOf);
    case 'picture':
      return writePicture(block, addressOf);
    default:
      return assertNever(role);
  }
}

function writeParagraph(block: Block): string {
  return `<p>${writeInline(block)}</p>`;
}

function writeFootnote(block: Block): string {
  const label = escapeHtml(block.label);
  const start = `<p class="footnote" role="doc-footnote" id="${noteId(block.label)}" data-label="${label}">`;
  return `${start}${printLabel(label)} ${writeInline(block)}</p>`;
}

/** A label in the text, for readers; importing drops it again, as the element around it names it too. */
function printLabel(label: string): string {
  return `<span class="printed-label">${label}</span>`;
}

/** A table with its merged cells; the rows at its head are one, as far as no cell reaches out of it. */
export function writeTable(cells: readonly Block[], addressOf: AddressOf): string {
  const grid = tableGrid(cells);
  const first = grid.findIndex(({ isHeader }) => !isHeader);
  const head = first === -1 ? 0 : first;
  const reachesOut = grid
    .slice(0, head)
    .some(({ places }, row) => places.some((cell) => cell !== null && row + cell.rowSpan > head));
  const at = reachesOut ? 0 : head;
  const parts = [
    { tag: 'thead', rows: grid.slice(0, at) },
    { tag: 'tbody', rows: grid.slice(at) },
  ].filter(({ rows }) => rows.length > 0);
  const written = parts.map(
    ({ tag, rows }) => `<${tag}>\n${rows.map((row) => writeRow(row, addressOf)).join('\n')}\n</${tag}>`,
  );
  return `<table>\n${written.join('\n')}\n</table>`;
}

function writeRow({ isHeader, places }: GridRow<Block>, addressOf: AddressOf): string {
  const tag = isHeader ? 'th' : 'td';
  return `<tr>${places.map((cell) => (cell ? writeCell(cell, tag, addressOf) : '')).join('')}</tr>`;
}

function writeCell(
  { blocks, rowSpan, columnSpan }: GridCell<Block>,
  tag: 'td' | 'th',
  addressOf: AddressOf,
): string {
  const spans = `${columnSpan > 1 ? ` colspan="${columnSpan}"` : ''}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}`;
  const write = blocks.length > 1 ? writeParagraph : writeInline;
  const written = blocks.map((block) => (block.picture ? writePicture(block, addressOf) : write(block)));
  return `<${tag}${spans}>${written.join('')}</${tag}>`;
}

type ListKind = 'bullets' | 'numbers' | 'labels';

/** Items of at least the given depth; those that skip a level get an item without text around them. */
function writeList(items: readonly Block[], depth: number): string {
  const lists: { readonly kind: ListKind; readonly lines: string[] }[] = [];
  let next = 0;
  for (const [i, item] of items.entries()) {
    if (i < next) continue;
    next = endOfDeeper(items, i + 1, depth);
    const skipsLevel = item.depth > depth;
    const nested = items.slice(skipsLevel ? i : i + 1, next);
    const children = nested.length > 0 ? `\n${writeList(nested, depth + 1)}\n` : '';
    const kind = skipsLevel ? 'labels' : listKind(item.label);
    const line = skipsLevel ? `<li>${children}</li>` : writeItem(item, kind, children);
    const open = lists.at(-1);
    if (open?.kind === kind) open.lines.push(line);
    else lists.push({ kind, lines: [line] });
  }
  return lists.map(({ kind, lines }) => wrapList(kind, lines)).join('\n');
}

function endOfDeeper(items: readonly Block[], from: number, depth: number): number {
  let end = from;
  while ((items[end]?.depth ?? depth) > depth) end += 1;
  return end;
}

function listKind(label: string): ListKind {
  if (label === '•') return 'bullets';
  return /^(0|[1-9]\d{0,8})\.$/.test(label) ? 'numbers' : 'labels';
}

function wrapList(kind: ListKind, lines: readonly string[]): string {
  const tag = kind === 'numbers' ? 'ol' : 'ul';
  return `<${tag}${kind === 'labels' ? ' class="labelled"' : ''}>\n${lines.join('\n')}\n</${tag}>`;
}

function writeItem(item: Block, kind: ListKind, children: string): string {
  const text = `${writeInline(item)}${children}`;
  if (kind === 'bullets') return `<li>${text}</li>`;
  if (kind === 'numbers') return `<li value="${item.label.slice(0, -1)}">${text}</li>`;
  const label = escapeHtml(item.label);
  return `<li data-label="${label}">${printLabel(label)} ${text}</li>`;
}

/** A text with its marks. */
export function writeInline(rich: RichText): string {
  return writeNodes(nestMarks(rich));
}

/** A text without marks, its line breaks as elements. */
export function writeLines(text: string): string {
  return escapeHtml(text).replaceAll('\n', '<br>');
}

function writeNodes(nodes: readonly Inline[]): string {
  return nodes.map((node) => ('text' in node ? writeLines(node.text) : writeMarked(node))).join('');
}

function writeMarked({ mark, children }: Extract<Inline, { readonly mark: unknown }>): string {
  const inside = writeNodes(children);
  const value = escapeHtml(markAttribute(mark));
  switch (mark.type) {
    case 'smallCaps':
      return `<span style="${SMALL_CAPS_CSS}">${inside}</span>`;
    case 'link':
      return `<a href="${value}">${inside}</a>`;
    case 'footnoteReference':
      return `<sup><a role="doc-noteref" href="#${noteId(mark.label)}" data-label="${value}">${inside}</a></sup>`;
    default: {
      const tag = STYLE_TAGS[mark.type];
      return `<${tag}>${inside}</${tag}>`;
    }
  }
}

function noteId(label: string): string {
  return `note-${encodeURIComponent(label)}`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}
