import { LevelFormat, type ILevelsOptions } from 'docx';
import { formatNumber } from '../../import/docx/number-format';
import { toXmlText } from './xml-text';

/** Where a paragraph stands in a list Word counts. */
export interface ListPosition {
  readonly reference: string;
  readonly level: number;
}

/** One list of the file: its levels as Word is to number them. */
export interface ListDefinition {
  readonly reference: string;
  readonly levels: readonly ILevelsOptions[];
}

/** How labels of one level are made: what stands before and after the number, and where counting starts. */
interface Numbering {
  readonly format: ILevelsOptions['format'];
  readonly before: string;
  readonly after: string;
  readonly start: number;
}

interface Level {
  readonly numbering: Numbering;
  /** The number the next item gets. */
  next: number;
}

/** Word knows nine levels. */
const DEEPEST = 8;

/** Twentieths of a point: a level's indent, and the room for its label. */
const INDENT = 425;

/**
 * Turns labels as printed into lists that Word itself counts, so that an editor can go on adding items. An item
 * joins the list before it when that list would count on to its label ("2." after "1.", even with paragraphs
 * between); else it starts a new one there.
 */
export class ListPlan {
  private readonly lists: Map<number, Level>[] = [];

  /** To be asked for every list item in order. */
  place(label: string, depth: number): ListPosition {
    const text = toXmlText(label);
    const level = Math.min(depth, DEEPEST);
    const list = this.lists.at(-1);
    if (!list || !goesOn(list, text, level)) {
      const fresh = new Map<number, Level>();
      const numbering = parseLabel(text);
      const home = list && !list.has(level) && level > Math.max(...list.keys()) ? list : fresh;
      home.set(level, { numbering, next: numbering.start + 1 });
      if (home === fresh) this.lists.push(fresh);
    }
    return { reference: `list-${this.lists.length}`, level };
  }

  /** The definitions of all lists placed so far. */
  definitions(): readonly ListDefinition[] {
    return this.lists.map((list, i) => ({
      reference: `list-${i + 1}`,
      levels: [...list].map(([level, { numbering }]) => describeLevel(level, numbering)),
    }));
  }
}

/** Counts on if the label is the next one; deeper levels then start again. */
function goesOn(list: Map<number, Level>, label: string, level: number): boolean {
  const own = list.get(level);
  if (!own || printLabel(own.numbering, own.next) !== label) return false;
  own.next += 1;
  for (const [deeper, { numbering }] of list)
    if (deeper > level) list.set(deeper, { numbering, next: numbering.start });
  return true;
}

function printLabel({ format, before, after }: Numbering, value: number): string {
  const number =
    format === LevelFormat.NONE || format === LevelFormat.BULLET ? '' : formatNumber(value, format ?? '');
  return before + number + after;
}

const LETTERS = [
  LevelFormat.LOWER_LETTER,
  LevelFormat.UPPER_LETTER,
  LevelFormat.RUSSIAN_LOWER,
  LevelFormat.RUSSIAN_UPPER,
];

const ROMANS = [LevelFormat.LOWER_ROMAN, LevelFormat.UPPER_ROMAN];

/** Longer lists than this are not lettered. */
const HIGHEST = 200;

function parseLabel(label: string): Numbering {
  if (label === '•') return { format: LevelFormat.BULLET, before: label, after: '', start: 1 };
  const [, before = '', core = '', after = ''] =
    /^([^\p{L}\p{N}]*)([\p{L}\p{N}]+)([^\p{L}\p{N}]*)$/u.exec(label) ?? [];
  if (/^[1-9]\d{0,5}$/.test(core)) return { format: LevelFormat.DECIMAL, before, after, start: Number(core) };
  // "i" begins Roman numbers, any other single letter is counted in the alphabet.
  const letters = core.length === 1 && core.toLowerCase() !== 'i';
  for (const format of letters ? [...LETTERS, ...ROMANS] : [...ROMANS, ...LETTERS])
    for (let start = 1; start <= HIGHEST; start += 1)
      if (formatNumber(start, format) === core) return { format, before, after, start };
  // What Word cannot count ("1.2.", "–") is printed as it stands.
  return { format: LevelFormat.NONE, before: label, after: '', start: 1 };
}

function describeLevel(level: number, { format, before, after, start }: Numbering): ILevelsOptions {
  const counted = format !== LevelFormat.NONE && format !== LevelFormat.BULLET;
  return {
    level,
    ...(format === undefined ? {} : { format }),
    text: before + (counted ? `%${level + 1}` : '') + after,
    start,
    style: { paragraph: { indent: { left: INDENT * (level + 1), hanging: INDENT } } },
  };
}
