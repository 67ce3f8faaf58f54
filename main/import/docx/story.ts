import type { TablePlace } from '../../../shared/model/paragraph';
import type { Archive } from './archive';
import { OpenChoices, OpenFallbacks, type Forms } from './choices';
import { noteKey, ParagraphReader, type Findings, type NoteKind, type RawParagraph } from './paragraphs';
import { readRelationships } from './relationships';
import { RevisionsAround } from './revisions';
import type { Styles } from './styles';
import { child, childNumber, childSwitch, childValue, readXml, type XmlElement } from './xml';

/** A paragraph of the body, with its place if it stands in a table; `table` counts all tables of the file. */
export interface PlacedParagraph extends RawParagraph {
  readonly place: TablePlace | null;
}

/** How the notes of one kind are counted. */
export interface NoteNumbers {
  /** A `w:numFmt`. */
  readonly format: string;
  readonly start: number;
}

export interface Body {
  readonly paragraphs: readonly PlacedParagraph[];
  readonly footnotes: NoteNumbers;
  readonly endnotes: NoteNumbers;
}

/** Reads the text of the main part, a paragraph in memory at a time. */
export async function readBody(
  archive: Archive,
  part: string,
  chunks: AsyncIterable<Uint8Array>,
  styles: Styles,
  findings: Findings,
): Promise<Body> {
  const keepsPictures = findings.reading > 2;
  const reader = new ParagraphReader(styles, await readRelationships(archive, part), findings, keepsPictures);
  const paragraphs: PlacedParagraph[] = [];
  const sections: XmlElement[] = [];
  const tables = new TablePlaces();
  const around = new RevisionsAround();
  const choices: Forms = findings.reading > 1 ? new OpenChoices() : new OpenFallbacks();
  await readXml(chunks, {
    units: ['w:p', 'w:sectPr', 'w:tcPr', 'w:trPr', 'w:altChunk'],
    enter: (name, attributes) => {
      tables.enter(name);
      around.enter(name, attributes);
      if (!choices.isHidden) reader.pass({ name, attributes });
      choices.enter(name, attributes);
    },
    leave: (name) => {
      tables.leave(name);
      around.leave(name);
      choices.leave(name);
    },
    unit: (element) => {
      tables.describe(element);
      around.describe(element);
      const section = element.name === 'w:sectPr' ? element : child(child(element, 'w:pPr'), 'w:sectPr');
      if (section) sections.push(section);
      const chunk = element.name === 'w:altChunk' ? reader.readChunk(element) : null;
      if (chunk && !choices.isHidden) paragraphs.push({ ...chunk, place: tables.place });
      if (element.name === 'w:p' && !choices.isHidden)
        for (const paragraph of reader.read(element, around.revisions))
          paragraphs.push({ ...paragraph, place: tables.place });
    },
  });
  return {
    paragraphs,
    footnotes: noteNumbers(sections, 'w:footnotePr', 'decimal'),
    endnotes: noteNumbers(sections, 'w:endnotePr', 'lowerRoman'),
  };
}

/** Sections may differ, but an article has one manner of notes: the first that is told. */
function noteNumbers(sections: readonly XmlElement[], name: string, usual: string): NoteNumbers {
  const all = sections.map((section) => child(section, name));
  const format = all.map((one) => childValue(one, 'w:numFmt')).find((value) => value !== undefined);
  const start = all.map((one) => childNumber(one, 'w:numStart')).find((value) => value !== null);
  return { format: format ?? usual, start: start ?? 1 };
}

/** Word has no more columns; what claims to stand further right is put into the last. */
const LAST_COLUMN = 62;

/** A cell as it is read: how far down it reaches is known when the rows below it were. */
interface OpenCell {
  readonly table: number;
  readonly row: number;
  readonly column: number;
  rowSpan?: number;
  columnSpan?: number;
  header?: true;
}

/** Follows the tables of the body. A table inside a cell belongs to that cell. */
class TablePlaces {
  private depth = 0;
  private table = -1;
  private row = -1;
  private nextColumn = 0;
  private isHeader = false;
  private cell: OpenCell | null = null;
  /** The merged cells that go on in the next row, by their first column. */
  private reaching = new Map<number, OpenCell>();
  private reachingOn = new Map<number, OpenCell>();

  /** Only to be looked into when all of the body was read. */
  get place(): TablePlace | null {
    return this.depth === 0 ? null : this.cell;
  }

  enter(name: string): void {
    if (name === 'w:tbl') {
      this.depth += 1;
      if (this.depth > 1) return;
      this.table += 1;
      this.row = -1;
      this.reachingOn = new Map();
    } else if (this.depth === 1 && name === 'w:tr') {
      this.row += 1;
      this.nextColumn = 0;
      this.isHeader = false;
      this.reaching = this.reachingOn;
      this.reachingOn = new Map();
    } else if (this.depth === 1 && name === 'w:tc') {
      this.cell = this.openCell();
      this.nextColumn += 1;
    }
  }

  private openCell(): OpenCell {
    return {
      table: this.table,
      row: Math.max(0, this.row),
      column: Math.min(this.nextColumn, LAST_COLUMN),
      ...(this.isHeader && { header: true as const }),
    };
  }

  /** Cells that span several columns, and rows that begin further right, keep the columns in line. */
  describe(element: XmlElement): void {
    if (this.depth !== 1) return;
    if (element.name === 'w:trPr') {
      this.nextColumn = childNumber(element, 'w:gridBefore') ?? 0;
      this.isHeader = childSwitch(element, 'w:tblHeader') ?? false;
    }
    if (element.name !== 'w:tcPr' || !this.cell) return;
    const { cell } = this;
    const columnSpan = Math.min(childNumber(element, 'w:gridSpan') || 1, LAST_COLUMN + 1 - cell.column);
    if (columnSpan > 1) cell.columnSpan = columnSpan;
    this.nextColumn += columnSpan - 1;
    if (!child(element, 'w:vMerge')) return;
    const isFirst = childValue(element, 'w:vMerge') === 'restart';
    const above = isFirst ? undefined : this.reaching.get(cell.column);
    if (above) above.rowSpan = cell.row - above.row + 1;
    this.reachingOn.set(cell.column, above ?? cell);
  }

  leave(name: string): void {
    if (name === 'w:tbl') this.depth -= 1;
  }
}

/** The paragraphs of notes by their key (see `noteKey`). */
export type NotesByKey = ReadonlyMap<string, readonly PlacedParagraph[]>;

/** Reads a part of notes; none where the file has no such part. */
export async function readNotes(
  archive: Archive,
  part: string,
  kind: NoteKind,
  styles: Styles,
  findings: Findings,
): Promise<NotesByKey> {
  const notes = new Map<string, PlacedParagraph[]>();
  const chunks = archive.read(part);
  if (!chunks) return notes;
  const reader = new ParagraphReader(styles, await readRelationships(archive, part), findings);
  let current: PlacedParagraph[] = [];
  await readXml(chunks, {
    units: ['w:p'],
    enter: (name, attributes) => {
      if (name !== `w:${kind}`) return;
      current = [];
      notes.set(noteKey(kind, attributes), current);
    },
    unit: (element) => {
      for (const paragraph of reader.read(element)) current.push({ ...paragraph, place: null });
    },
  });
  return notes;
}
