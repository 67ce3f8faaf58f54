import { assertNever } from '../../shared/model/assert-never';
import { normaliseMarks } from '../../shared/model/mark';
import { isThere, type Block } from '../../shared/model/paragraph';
import { tableGrid, type GridCell, type GridRow } from '../../shared/model/table-grid';
import { ListPlan } from './docx/list-plan';
import { planNotes } from './docx/note-plan';
import type { ExportDocument } from './export-document';
import { groupBlocks } from './group-blocks';
import { OdtInline } from './odt/inline';
import { writeListStyles } from './odt/list-styles';
import { odtRoot, TABLE_STYLES, writeManifest, writeMeta, writeStyles } from './odt/parts';
import { OdtPictures } from './odt/pictures';
import { escapeXml } from './original/docx/escape-xml';
import { makeArchive } from './original/rewrite-archive';
import { picturesBytes, wordsInstead } from './pictures/export-pictures';

/** LibreOffice knows no wider tables. */
const MOST_COLUMNS = 63;

/** How wide a table is, and what stays free at both sides of what stands in a cell, in 1/96 inch. */
const ACROSS = 604;
const CELL_SIDE = 8;

const MIMETYPE = 'application/vnd.oasis.opendocument.text';

/**
 * Writes a version as an OpenDocument text that LibreOffice, Word and Google Docs open as one of their own: styles, lists that are
 * counted, footnotes, tables, pictures, and the language of the text. Remarks stand in the header of the first page and in the
 * description, as in a .docx file.
 */
export function writeOdt(document: ExportDocument): Uint8Array {
  const { blocks, language, title, remarks } = document;
  const lists = new ListPlan();
  const inline = new OdtInline(planNotes(blocks));
  const pictures = new OdtPictures((picture) => picturesBytes(document, picture));
  const body = writeBody(blocks, lists, { inline, pictures });
  const styles = writeListStyles(lists.definitions()) + inline.styles() + TABLE_STYLES;
  const content = odtRoot(
    'document-content',
    `<office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body>`,
  );
  const parts = {
    mimetype: MIMETYPE,
    'content.xml': content,
    'styles.xml': writeStyles(language, remarks),
    'meta.xml': writeMeta(title, language, remarks),
    'META-INF/manifest.xml': writeManifest(MIMETYPE, pictures.parts()),
  };
  const bytes = new Map<string, Uint8Array>(
    Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)]),
  );
  for (const part of pictures.parts()) bytes.set(part.name, part.bytes);
  // What the file is stands at its beginning, for whoever looks at its first bytes.
  return makeArchive(bytes, new Set(['mimetype']));
}

/** What writes what stands in a paragraph. */
interface Writers {
  readonly inline: OdtInline;
  readonly pictures: OdtPictures;
}

function writeBody(blocks: readonly Block[], lists: ListPlan, writers: Writers): string {
  const { inline } = writers;
  const shown = blocks.filter(
    (block) => isThere(block) && (block.role !== 'footnote' || !inline.isNote(block.label)),
  );
  const items = new ListItems(lists, inline);
  const groups = groupBlocks(shown).map(({ role, blocks: group }) => {
    if (role === 'tableCell') return `${writeTable(group, writers)}<text:p text:style-name="Standard"/>`;
    return group
      .map((block) => (role === 'listItem' ? items.write(block) : writeParagraph(block, writers)))
      .join('');
  });
  return groups.join('');
}

function writeParagraph(block: Block, writers: Writers): string {
  const { role, label } = block;
  const level = /^heading([1-6])$/.exec(role)?.[1];
  const words = writeContent(block, writers);
  if (level !== undefined)
    return `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">${words}</text:h>`;
  // A note that nothing refers to stands where it is, its label set off by a tab.
  const mark = role === 'footnote' && label !== '' ? `${escapeXml(label)}<text:tab/>` : '';
  return `<text:p text:style-name="${styleOf(role)}">${mark}${words}</text:p>`;
}

/** A text, or a picture; where its bytes are not there, what is said of it. */
function writeContent(block: Block, { inline, pictures }: Writers, widest?: number): string {
  const { text, picture } = block;
  if (!picture) return inline.write(block);
  const said = wordsInstead(text, picture);
  const inItalics = {
    text: said,
    marks: normaliseMarks([{ type: 'emphasis', start: 0, end: said.length }], said.length),
  };
  return pictures.write(text, picture, widest) ?? inline.write(inItalics);
}

function styleOf(role: Block['role']): string {
  switch (role) {
    case 'title':
      return 'Title';
    case 'quotation':
      return 'Quotations';
    case 'caption':
      return 'Caption';
    case 'footnote':
      return 'Footnote';
    case 'listItem':
      return 'List_20_Contents';
    case 'paragraph':
    case 'picture':
    case 'tableCell':
    case 'heading1':
    case 'heading2':
    case 'heading3':
    case 'heading4':
    case 'heading5':
    case 'heading6':
      return 'Text_20_body';
    default:
      return assertNever(role);
  }
}

/** Writes each item as a list of its own, which goes on from the one it counts with. */
class ListItems {
  private readonly begun = new Set<string>();

  constructor(
    private readonly lists: ListPlan,
    private readonly inline: OdtInline,
  ) {}

  write(block: Block): string {
    const { reference, level } = this.lists.place(block.label, block.depth);
    const isNew = !this.begun.has(reference);
    this.begun.add(reference);
    const which = isNew ? ` xml:id="${reference}"` : ` text:continue-list="${reference}"`;
    const paragraph = `<text:p text:style-name="${styleOf('listItem')}">${this.inline.write(block)}</text:p>`;
    const open = '<text:list><text:list-item>'.repeat(level);
    const close = '</text:list-item></text:list>'.repeat(level);
    return `<text:list${which} text:style-name="${reference}"><text:list-item>${open}${paragraph}${close}</text:list-item></text:list>`;
  }
}

function writeTable(cells: readonly Block[], writers: Writers): string {
  const grid = tableGrid(cells, MOST_COLUMNS);
  // An empty row is no head by itself, but does not end one either.
  const first = grid.findIndex(
    ({ isHeader, places }) => !isHeader && places.some((cell) => cell !== null && cell.blocks.length > 0),
  );
  const head =
    grid.slice(0, first === -1 ? grid.length : first).findLastIndex(({ isHeader }) => isHeader) + 1;
  const width = ACROSS / (grid[0]?.places.length ?? 1);
  const rows = grid.map((row) => writeRow(row, writers, width));
  const heads = rows.slice(0, head).join('');
  const columns = `<table:table-column table:number-columns-repeated="${grid[0]?.places.length ?? 1}"/>`;
  const written = `${heads && `<table:table-header-rows>${heads}</table:table-header-rows>`}${rows.slice(head).join('')}`;
  return `<table:table table:style-name="Table">${columns}${written}</table:table>`;
}

function writeRow({ places }: GridRow<Block>, writers: Writers, width: number): string {
  const cells = places.map((cell) =>
    cell ? writeCell(cell, writers, width) : '<table:covered-table-cell/>',
  );
  return `<table:table-row>${cells.join('')}</table:table-row>`;
}

function writeCell(
  { blocks, rowSpan, columnSpan }: GridCell<Block>,
  writers: Writers,
  width: number,
): string {
  const widest = Math.max(width * columnSpan - 2 * CELL_SIDE, CELL_SIDE);
  const paragraphs = blocks.map(
    (block) => `<text:p text:style-name="Table_20_Contents">${writeContent(block, writers, widest)}</text:p>`,
  );
  const spans =
    rowSpan > 1 || columnSpan > 1
      ? ` table:number-columns-spanned="${columnSpan}" table:number-rows-spanned="${rowSpan}"`
      : '';
  return `<table:table-cell table:style-name="Cell"${spans} office:value-type="string">${paragraphs.join('') || '<text:p text:style-name="Table_20_Contents"/>'}</table:table-cell>`;
}
