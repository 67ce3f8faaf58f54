import { fail, ok, type Result } from '../../../shared/model/failure';
import type { Mark, Style } from '../../../shared/model/mark';
import type { RichText } from '../../../shared/model/paragraph';
import { openArchive, type Archive } from '../docx/archive';
import { readRelationships, targetOf } from '../docx/relationships';
import { Unreadable } from '../docx/unreadable';
import { child, childElements, readXml, toSwitch, toWholeNumber, type XmlElement } from '../docx/xml';
import type { ReadBlocks } from '../read-blocks';
import { MOST_COLUMNS, sheetBlocks, type Sheet, type SheetCell } from './sheet';
import { NO_STYLE, readStyles, stylesOf, type CellStyle } from './cell-styles';

/** A spreadsheet has fewer sheets that anybody looks into. */
const MOST_SHEETS = 200;

/**
 * Reads a workbook (ECMA-376, transitional or strict): the texts of its sheets, what formulas came to when it was saved, and numbers and dates as
 * they are shown. Hidden sheets are left out unless there are no others. Only the parts needed are unpacked; nothing is worked out, fetched or run.
 *
 * @param file only named in failures
 * @returns or `fileDamaged`, `fileUnsafe`, `fileTooDeep`, `fileTooManyParts`, `fileUnpacksTooLarge`, `fileNoColumns`
 */
export async function readXlsx(bytes: Uint8Array, file: string): Promise<Result<ReadBlocks>> {
  try {
    const read = sheetBlocks(await readSheets(await openArchive(bytes)));
    return read ? ok(read) : fail('fileNoColumns', { file });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return fail(error.failure.code, { file, ...error.failure.params });
  }
}

/** All cells together may say so much, in UTF-16 units: a text is kept once, and any number of cells may show it. */
const MOST_TEXT = 20 * 2 ** 20;

/** What cells refer to. */
interface Known {
  readonly strings: readonly RichText[];
  readonly styles: readonly CellStyle[];
  /** How much the cells read so far say. */
  said: number;
}

interface Workbook {
  /** In their order. */
  readonly sheets: readonly { readonly name: string; readonly id: string; readonly isHidden: boolean }[];
  /** Whether its dates count from 1904. */
  readonly from1904: boolean;
}

async function readSheets(archive: Archive): Promise<readonly Sheet[]> {
  const part = targetOf(await readRelationships(archive, ''), 'officeDocument') ?? 'xl/workbook.xml';
  const { sheets, from1904 } = await readWorkbook(archive, part);
  const parts = await readRelationships(archive, part);
  const known: Known = {
    strings: await readStrings(archive, targetOf(parts, 'sharedStrings')),
    styles: await readStyles(archive, targetOf(parts, 'styles'), from1904),
    said: 0,
  };
  const shown = sheets.filter(({ isHidden }) => !isHidden);
  const read: Sheet[] = [];
  for (const { name, id } of shown.length > 0 ? shown : sheets) {
    const target = parts.get(id);
    const chunks =
      target && !target.isOutside && target.type === 'worksheet' ? archive.read(target.target) : null;
    if (chunks) read.push({ name, cells: await readCells(chunks, known) });
  }
  return read;
}

async function readWorkbook(archive: Archive, part: string): Promise<Workbook> {
  const sheets: Workbook['sheets'][number][] = [];
  let from1904 = false;
  const chunks = archive.read(part);
  if (!chunks) throw new Unreadable('fileDamaged');
  await readXml(chunks, {
    units: ['x:sheet', 'x:workbookPr'],
    unit: ({ name, attributes }) => {
      if (name === 'x:workbookPr') from1904 = toSwitch(attributes['date1904'] ?? '0');
      else if (sheets.length >= MOST_SHEETS) throw new Unreadable('fileTooManyParts', { limit: MOST_SHEETS });
      else
        sheets.push({
          name: attributes['name'] ?? '',
          id: attributes['r:id'] ?? '',
          isHidden: (attributes['state'] ?? 'visible') !== 'visible',
        });
    },
  });
  return { sheets, from1904 };
}

async function readStrings(archive: Archive, part: string | undefined): Promise<readonly RichText[]> {
  const chunks = part === undefined ? null : archive.read(part);
  const strings: RichText[] = [];
  if (chunks) await readXml(chunks, { units: ['x:si'], unit: (element) => strings.push(readRich(element)) });
  return strings;
}

/** A text, in runs or whole; how it is spoken (`rPh`) is no part of it. */
function readRich(element: XmlElement): RichText {
  let text = '';
  const marks: Mark[] = [];
  for (const each of childElements(element)) {
    if (each.name === 'x:t') text += plainText(each);
    if (each.name !== 'x:r') continue;
    const start = text.length;
    text += plainText(child(each, 'x:t'));
    for (const type of stylesOf(child(each, 'x:rPr'))) marks.push({ type, start, end: text.length });
  }
  return { text, marks: marks.filter(({ start, end }) => start < end) };
}

/** The text of an element, with what XML cannot hold written out as "_x000A_". */
function plainText(element: XmlElement | undefined): string {
  const text = (element?.children ?? []).filter((each) => typeof each === 'string').join('');
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

async function readCells(chunks: AsyncIterable<Uint8Array>, known: Known): Promise<readonly SheetCell[]> {
  const cells: SheetCell[] = [];
  let row = 0;
  await readXml(chunks, {
    units: ['x:row'],
    unit: (element) => {
      let next = 0;
      const before = cells.length;
      for (const cell of childElements(element)) {
        if (cell.name !== 'x:c') continue;
        const column = columnOf(cell.attributes['r']) ?? next;
        next = column + 1;
        const held = heldIn(cell, known);
        if (held === null) continue;
        if (column >= MOST_COLUMNS) throw new Unreadable('fileTooManyParts', { limit: MOST_COLUMNS });
        if ('text' in held) known.said += held.text.length;
        if (known.said > MOST_TEXT)
          throw new Unreadable('fileUnpacksTooLarge', { limit: MOST_TEXT / 2 ** 20 });
        cells.push({ row, column, held });
      }
      if (cells.length > before) row += 1;
    },
  });
  return cells;
}

/** "C12" -> 2; null where no such place is told. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d/.exec(reference ?? '')?.[1];
  return letters ? [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1 : null;
}

/** What a cell shows; null where that is nothing. */
function heldIn(cell: XmlElement, { strings, styles }: Known): SheetCell['held'] | null {
  const { t: type = 'n', s: style } = cell.attributes;
  const { marks, code, shift } = styles[toWholeNumber(style) ?? 0] ?? NO_STYLE;
  const value = plainText(child(cell, 'x:v'));
  if (type === 'n') {
    const number = value.trim() === '' ? NaN : Number(value);
    return Number.isFinite(number) ? { value: number + shift, code } : null;
  }
  if (type === 'd') {
    const days = Date.parse(/T|Z/.test(value) ? `${value.replace(/Z$/, '')}Z` : value) / 86_400_000;
    return Number.isFinite(days) ? { value: days + FROM_1900_TO_1970, code } : null;
  }
  const rich =
    type === 's'
      ? strings[toWholeNumber(value) ?? -1]
      : type === 'inlineStr'
        ? readRich(child(cell, 'x:is') ?? cell)
        : { text: type === 'b' ? (value === '1' ? 'TRUE' : 'FALSE') : value, marks: [] };
  return rich && rich.text.trim() !== '' ? styled(rich, marks) : null;
}

const FROM_1900_TO_1970 = 25_569;

/** A text with what its cell has all of it look like. */
function styled({ text, marks }: RichText, styles: readonly Style[]): RichText {
  const own = new Set(marks.map(({ type }) => type));
  const whole = styles.filter((type) => !own.has(type)).map((type) => ({ type, start: 0, end: text.length }));
  return { text, marks: [...marks, ...whole] };
}
