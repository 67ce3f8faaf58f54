import {
  AlignmentType,
  BuilderElement,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IContext,
  type IParagraphOptions,
  type IXmlableObject,
} from 'docx';
import { assertNever } from '../../shared/model/assert-never';
import type { Block } from '../../shared/model/paragraph';
import { tableGrid } from '../../shared/model/table-grid';
import { ListPlan } from './docx/list-plan';
import { PictureWriter } from './docx/pictures';
import { planNotes, type PlannedNote } from './docx/note-plan';
import { NOTE_MARK_STYLE, RunWriter } from './docx/runs';
import { BODY_STYLE, makeStyles, QUOTE_STYLE, REMARK_STYLE } from './docx/styles';
import { toXmlText } from './docx/xml-text';
import type { ExportDocument } from './export-document';
import { groupBlocks } from './group-blocks';

/** A4 with margins of 25 mm, in twentieths of a point. */
const PAGE = { width: 11906, height: 16838, margin: 1417 } as const;

/** What stays free at both sides of what stands in a cell, in twentieths of a point. */
const CELL_SIDE = 110;

/** Word knows no wider tables, and does not open a file with one. */
const MOST_COLUMNS = 63;

/**
 * Writes a version as a .docx file that Word and LibreOffice open as one of their own: real styles, lists they
 * count themselves, real footnotes, tables, and the language of every run.
 *
 * Remarks stand in the header of the first page and in the file's description: seen by whoever opens it, and
 * no part of the text when the file is read back.
 */
export async function writeDocx(document: ExportDocument): Promise<Uint8Array> {
  const notes = planNotes(document.blocks);
  const lists = new ListPlan();
  const runs = new RunWriter(document.language, notes);
  const pictures = new PictureWriter(document, runs);
  const children = writeBody(document.blocks, notes, lists, { runs, pictures });
  const remarks = document.remarks.map(toXmlText);
  const counted = [...notes.values()].filter((note) => note.counted);
  const file = new Document({
    creator: 'Triptych',
    lastModifiedBy: 'Triptych',
    title: toXmlText(document.title),
    ...(remarks.length > 0 ? { description: remarks.join('\n') } : {}),
    styles: makeStyles(document.language),
    numbering: { config: lists.definitions() },
    footnotes: Object.fromEntries(counted.map((note) => [note.id, { children: writeNote(note, runs) }])),
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin },
          },
        },
        headers: { first: new Header({ children: remarks.map(writeRemark) }) },
        footers: { first: pageFooter(), default: pageFooter() },
        children,
      },
    ],
  });
  // `docx` puts a counted number before every note of its own; these have a mark instead.
  for (const note of notes.values())
    if (!note.counted) file.FootNotes.View.addChildElement(writeMarkedNote(note, runs));
  for (const type of pictures.contentTypes) file.ContentTypes.addChildElement(type);
  return Packer.toBuffer(file);
}

/** What writes what stands in a paragraph. */
interface Writers {
  readonly runs: RunWriter;
  readonly pictures: PictureWriter;
}

function writeBody(
  blocks: readonly Block[],
  notes: ReadonlyMap<string, PlannedNote>,
  lists: ListPlan,
  writers: Writers,
): (Paragraph | Table)[] {
  const inBody = blocks.filter((block) => block.role !== 'footnote' || !notes.has(block.label));
  return groupBlocks(inBody).flatMap((group, at, groups) =>
    group.role === 'tableCell'
      ? // Without something between them Word makes one table of two, and it wants a paragraph after the last.
        [
          writeTable(group.blocks, writers),
          ...(groups[at + 1]?.role === 'tableCell' || at === groups.length - 1
            ? [new Paragraph({ style: BODY_STYLE })]
            : []),
        ]
      : group.blocks.map((block) => writeParagraph(block, lists, writers)),
  );
}

function writeParagraph(block: Block, lists: ListPlan, { runs, pictures }: Writers): Paragraph {
  const children = block.picture ? pictures.write(block, block.picture) : runs.write(block);
  const options = paragraphOptions(block, lists);
  if (block.role !== 'footnote' || block.label === '') return new Paragraph({ ...options, children });
  // A note that nothing refers to stands where it is, its label set off by a tab.
  const label = runs.run({ text: toXmlText(block.label), style: NOTE_MARK_STYLE });
  return new Paragraph({
    ...options,
    children: [label, new TextRun({ children: [new Tab()] }), ...children],
  });
}

function paragraphOptions({ role, label, depth }: Block, lists: ListPlan): IParagraphOptions {
  switch (role) {
    case 'title':
      return { style: 'Title' };
    case 'heading1':
    case 'heading2':
    case 'heading3':
    case 'heading4':
    case 'heading5':
    case 'heading6':
      return { style: role.replace('h', 'H') };
    case 'quotation':
      return { style: QUOTE_STYLE };
    case 'caption':
      return { style: 'Caption' };
    case 'listItem':
      return { style: 'ListParagraph', numbering: lists.place(label, depth) };
    case 'footnote':
      return { style: 'FootnoteText' };
    case 'paragraph':
    case 'tableCell':
    case 'picture':
      return { style: BODY_STYLE };
    default:
      return assertNever(role);
  }
}

function writeTable(cells: readonly Block[], { runs, pictures }: Writers): Table {
  const rows = tableGrid(cells, MOST_COLUMNS);
  const columns = rows[0]?.places.length ?? 1;
  const width = Math.floor((PAGE.width - 2 * PAGE.margin) / columns);
  const empty = new EmptyCell({ children: [new Paragraph({})] });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: Array.from({ length: columns }, () => width),
    margins: { top: 60, bottom: 60, left: CELL_SIDE, right: CELL_SIDE },
    rows: rows.map(
      ({ isHeader, places }) =>
        new TableRow({
          cantSplit: true,
          ...(isHeader && { tableHeader: true }),
          // Where a cell reaches over from above, the library writes what Word wants there.
          children: places.flatMap((cell) => {
            if (!cell) return [];
            const { blocks, rowSpan, columnSpan } = cell;
            if (blocks.length === 0) return [empty];
            const paragraphs = blocks.map(
              (block) =>
                new Paragraph({
                  children: block.picture
                    ? pictures.write(
                        block,
                        block.picture,
                        Math.max(width * columnSpan - 2 * CELL_SIDE, CELL_SIDE),
                      )
                    : runs.write(block),
                }),
            );
            return [
              new TableCell({
                ...(rowSpan > 1 && { rowSpan }),
                ...(columnSpan > 1 && { columnSpan }),
                children: paragraphs,
              }),
            ];
          }),
        }),
    ),
  });
}

/** Stands in every empty place of a table, all of which look alike, and is turned into XML once for all of them. */
class EmptyCell extends TableCell {
  private xml: IXmlableObject | undefined;

  override prepForXml(context: IContext): IXmlableObject | undefined {
    this.xml ??= super.prepForXml(context);
    return this.xml;
  }
}

function writeNote(note: PlannedNote, runs: RunWriter): Paragraph[] {
  return note.blocks.map((block, i) => {
    const space = i === 0 ? [runs.run({ text: ' ' })] : [];
    return new Paragraph({ style: 'FootnoteText', children: [...space, ...runs.write(block)] });
  });
}

function writeMarkedNote(note: PlannedNote, runs: RunWriter): BuilderElement<{ id: number }> {
  const mark = runs.run({ text: toXmlText(note.label), style: NOTE_MARK_STYLE });
  const paragraphs = note.blocks.map((block, i) => {
    const before = i === 0 ? [mark, runs.run({ text: ' ' })] : [];
    return new Paragraph({ style: 'FootnoteText', children: [...before, ...runs.write(block)] });
  });
  return new BuilderElement({
    name: 'w:footnote',
    attributes: { id: { key: 'w:id', value: note.id } },
    children: paragraphs,
  });
}

function writeRemark(text: string): Paragraph {
  return new Paragraph({ style: REMARK_STYLE, text });
}

function pageFooter(): Footer {
  const number = new TextRun({ children: [PageNumber.CURRENT], size: 20 });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] });
}
