import type { Archive } from './archive';
import { OpenChoices, OpenFallbacks, type Forms } from './choices';
import { noteKey, ParagraphReader, type Findings, type NoteKind, type RawParagraph } from './paragraphs';
import { readRelationships } from './relationships';
import { RevisionsAround } from './revisions';
import type { Styles } from './styles';
import { child, childNumber, childValue, readXml, type XmlElement } from './xml';

/** A paragraph of the body, with its place if it stands in a table; `table` counts all tables of the file. */
export interface PlacedParagraph extends RawParagraph {
  readonly place: { readonly table: number; readonly row: number; readonly column: number } | null;
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
    units: ['w:p', 'w:sectPr', 'w:tcPr', 'w:trPr'],
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

/** Follows the tables of the body. A table inside a cell belongs to that cell. */
class TablePlaces {
  private depth = 0;
  private table = -1;
  private row = -1;
  private column = 0;
  private nextColumn = 0;

  get place(): PlacedParagraph['place'] {
    return this.depth === 0
      ? null
      : { table: this.table, row: this.row, column: Math.min(this.column, LAST_COLUMN) };
  }

  enter(name: string): void {
    if (name === 'w:tbl') {
      this.depth += 1;
      if (this.depth > 1) return;
      this.table += 1;
      this.row = -1;
    } else if (this.depth === 1 && name === 'w:tr') {
      this.row += 1;
      this.nextColumn = 0;
    } else if (this.depth === 1 && name === 'w:tc') {
      this.column = this.nextColumn;
      this.nextColumn += 1;
    }
  }

  /** Cells that span several columns, and rows that begin further right, keep the columns in line. */
  describe(element: XmlElement): void {
    if (this.depth !== 1) return;
    if (element.name === 'w:trPr') this.nextColumn = childNumber(element, 'w:gridBefore') ?? 0;
    if (element.name === 'w:tcPr') this.nextColumn = this.column + (childNumber(element, 'w:gridSpan') || 1);
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
