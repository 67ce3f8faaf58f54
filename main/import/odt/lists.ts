import { formatNumber } from '../docx/number-format';
import type { ListMarker } from '../docx/numbering';
import { childElements, toWholeNumber, type XmlAttributes, type XmlElement } from '../docx/xml';

interface Level {
  readonly isBullet: boolean;
  /** A `w:numFmt`; null for no number. */
  readonly format: string | null;
  readonly before: string;
  readonly after: string;
  readonly start: number;
  /** How many levels are printed, this one among them. */
  readonly shown: number;
  /** "%1%.%2%)", where the file says it so. */
  readonly pattern: string | null;
}

/** A manner of numbering: its levels from 0. */
export type ListStyle = ReadonlyMap<number, Level>;

/** Levels of a list: the format knows ten. */
const MOST_LEVELS = 10;

/** Signs of a marker that are read; each item has its own. */
const MOST_SIGNS = 100;

const FORMATS: Readonly<Record<string, string>> = {
  '1': 'decimal',
  i: 'lowerRoman',
  I: 'upperRoman',
  a: 'lowerLetter',
  A: 'upperLetter',
};

/** Reads a `text:list-style` or `text:outline-style` (OpenDocument 1.3 part 3, 16.30). */
export function readListStyle(element: XmlElement): ListStyle {
  const levels = new Map<number, Level>();
  for (const { name, attributes } of childElements(element)) {
    const level = (toWholeNumber(attributes['text:level']) ?? 0) - 1;
    if (level < 0 || level >= MOST_LEVELS) continue;
    const part = (key: string) => attributes[key]?.slice(0, MOST_SIGNS);
    levels.set(level, {
      isBullet: !/-number$|^text:outline-level-style$/.test(name),
      format: formatOf(attributes),
      before: part('style:num-prefix') ?? '',
      after: part('style:num-suffix') ?? '',
      start: toWholeNumber(attributes['text:start-value']) ?? 1,
      shown: toWholeNumber(attributes['text:display-levels']) ?? 1,
      pattern: part('style:num-list-format') ?? part('loext:num-list-format') ?? null,
    });
  }
  return levels;
}

function formatOf(attributes: XmlAttributes): string | null {
  const format = attributes['style:num-format'] ?? '';
  if (format === '') return null;
  // LibreOffice names Cyrillic letters by their first ones.
  if (/^[аА]/.test(format)) return format.startsWith('А') ? 'russianUpper' : 'russianLower';
  return FORMATS[format] ?? 'decimal';
}

interface OpenList {
  readonly style: string;
  /** What counts together with it. */
  readonly counts: (number | undefined)[];
  readonly depth: number;
  /** Whether the next paragraph is the first of an item. */
  isItem: boolean;
  /** What an item says it begins with. */
  start: number | null;
}

/** Follows the lists of a text, and counts their items. */
export class ListCounter {
  private readonly open: OpenList[] = [];
  /** What the last list of a style counted, and each that has a name. */
  private readonly counted = new Map<string, (number | undefined)[]>();
  private readonly headings: (number | undefined)[] = [];

  constructor(
    private readonly styles: ReadonlyMap<string, ListStyle>,
    private readonly outline: ListStyle | null,
  ) {}

  enter(name: string, attributes: XmlAttributes): void {
    const around = this.open.at(-1);
    if (name === 'text:list') this.open.push(this.openList(attributes, around));
    else if (around && (name === 'text:list-item' || name === 'text:list-header')) {
      around.isItem = name === 'text:list-item';
      around.start = toWholeNumber(attributes['text:start-value']);
    }
  }

  leave(name: string): void {
    if (name === 'text:list') this.open.pop();
    else if (name === 'text:list-item') {
      const around = this.open.at(-1);
      if (around) around.isItem = false;
    }
  }

  /** The marker of the next paragraph; null for one that has none. */
  next(): ListMarker | null {
    const list = this.open.at(-1);
    if (!list?.isItem) return null;
    list.isItem = false;
    const { counts, depth } = list;
    const style = this.styles.get(list.style) ?? new Map<number, Level>();
    const before = counts[depth];
    const start = style.get(depth)?.start ?? 1;
    counts[depth] = list.start ?? (before === undefined ? start : before + 1);
    counts.length = depth + 1;
    return { label: labelOf(style, counts, depth), depth };
  }

  /** The number of the next heading, for a level from 0; '' where they have none. */
  nextHeading(level: number): string {
    if (!this.outline) return '';
    const before = this.headings[level];
    this.headings[level] = before === undefined ? (this.outline.get(level)?.start ?? 1) : before + 1;
    this.headings.length = level + 1;
    return labelOf(this.outline, this.headings, level);
  }

  /** What stands in a cell, a box or a note is in no list around that. */
  apart<T>(read: () => T): T {
    const around = this.open.splice(0);
    const done = read();
    this.open.splice(0, this.open.length, ...around);
    return done;
  }

  private openList(attributes: XmlAttributes, around: OpenList | undefined): OpenList {
    const style = attributes['text:style-name'] ?? around?.style ?? '';
    const depth = around ? around.depth + 1 : 0;
    const list = { style, depth, isItem: false, start: null };
    if (around) return { ...list, counts: around.counts };
    const former =
      this.counted.get(`#${attributes['text:continue-list'] ?? ''}`) ??
      (attributes['text:continue-numbering'] === 'true' ? this.counted.get(style) : undefined);
    const counts = former ?? [];
    this.counted.set(style, counts);
    const id = attributes['xml:id'];
    if (id !== undefined) this.counted.set(`#${id}`, counts);
    return { ...list, counts };
  }
}

function labelOf(style: ListStyle, counts: readonly (number | undefined)[], depth: number): string {
  const level = style.get(depth);
  if (!level) return '';
  if (level.isBullet) return '•';
  const number = (at: number): string => {
    const { format = null, start = 1 } = style.get(at) ?? {};
    return format === null ? '' : formatNumber(counts[at] ?? start, format);
  };
  if (level.pattern !== null)
    return level.pattern.replace(/%(\d{1,2})%/g, (_, digits: string) => number(Number(digits) - 1)).trim();
  const first = Math.max(0, depth + 1 - level.shown);
  const numbers =
    level.format === null ? [] : Array.from({ length: depth + 1 - first }, (_, n) => number(first + n));
  return (level.before + numbers.filter(Boolean).join('.') + level.after).trim();
}
