import type { Token } from 'markdown-it';
import { sliceMarks } from '../../../shared/model/mark';
import { plainImport, type Notice } from '../../../shared/model/imported-document';
import type { Block, RichText, Role, TablePlace } from '../../../shared/model/paragraph';
import { addressedPicture, imageReader } from '../html/images';
import { readFragment } from '../html/read-fragment';
import { isFurniture } from '../../../shared/text/page-furniture';
import { normaliseRich, splitParagraphs } from '../../../shared/text/normalise-rich';
import type { PictureShelf } from '../pictures/picture-shelf';
import type { ReadBlocks } from '../read-blocks';
import { gatherInline, noteLabel } from './inline';
import { isMarkup } from './html-tags';
import { parseMd } from './parse-md';

/**
 * Stands between the label and the text of a list item whose label Markdown does not know, in a list marked
 * with "+": "+ а)\u2002Text". An en space, for no one types one there.
 */
export const LABEL_SPACE = '\u2002';

/**
 * Reads Markdown. What it has no form for is read as main/export/md.ts writes it: the first "# " is the title,
 * "# Text #" a first-level heading even so; a picture without an address alone in a paragraph is a caption, its alternative text;
 * "+ а)\u2002Text" is a list item labelled "а)"; <br><br> parts the paragraphs of a table cell.
 */
export function readMd(source: string, shelf: PictureShelf | null = null): ReadBlocks {
  const { blocks, notices } = readPlacedMd(source, shelf);
  return { blocks, notices };
}

/** Where a block is written. */
export interface MdPlace {
  /** The line it begins in, and how many it takes. */
  readonly line: number;
  readonly lines: number;
  /** What is written there, without the signs before it. */
  readonly content: string;
  /** Whether more blocks are written there. */
  readonly isShared: boolean;
  /** Which of the pictures written there it is, from 0; absent for words. */
  readonly image?: number;
}

/** What was read of a Markdown text with the places it was read from. */
export interface PlacedMd extends ReadBlocks {
  /** By position of the block; null for one that cannot be told apart in the text. */
  readonly places: readonly (MdPlace | null)[];
  /** The text the lines of places are counted in: without comments, and what stands above it. */
  readonly text: string;
  /** Where a character of that text stands in the source. */
  readonly at: (offset: number) => number;
}

/**
 * `readMd` with the places of the blocks.
 *
 * @param shelf where pictures go that stand in the text itself; null where pictures are captions or left out, as they once were
 */
export function readPlacedMd(source: string, shelf: PictureShelf | null): PlacedMd {
  const lined = source.replace(/\r\n?/g, '\n');
  const { frontMatter, text } = splitFrontMatter(lined.replace(REMARKS, ''));
  const reader = new MdReader(text.split('\n'), shelf);
  for (const token of parseMd(text)) reader.read(token);
  reader.flushHtml();
  const pictures = reader.pictures;
  const above = splitParagraphs(frontMatter, []);
  let inSource: ((offset: number) => number) | null = null;
  return {
    text,
    places: [...above.map(() => null), ...reader.places],
    at: (offset) => {
      inSource ??= beforeLineEnds(source);
      // What is left out stands above it.
      return inSource(offset + lined.length - text.length);
    },
    blocks: [
      ...above.map((rich) => plainImport({ ...BARE, ...rich }, false)),
      ...reader.blocks.map((block) => plainImport(block, !isPlain(block) || !isFurniture(block.text))),
    ],
    notices: pictures > 0 ? [{ code: 'picturesLeftOut', count: pictures } satisfies Notice] : [],
  };
}

/** A comment above all else, where our own exports have their remarks: front matter may stand below it. */
const REMARKS = /^\s*<!--(?:(?!-->)[^])*-->\s*\n/;

const BARE = { role: 'paragraph', label: '', depth: 0, cell: null } as const;

function isPlain({ role }: Block): boolean {
  return role !== 'title' && role !== 'caption' && role !== 'picture';
}

/** The source offset of each character of a text whose line ends were made one character each. */
function beforeLineEnds(source: string): (offset: number) => number {
  const ends: number[] = [];
  for (const { index } of source.matchAll(/\r\n/g)) ends.push(index - ends.length);
  return (offset) => {
    // So many characters were left out before this one.
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return offset + low;
  };
}

/** The YAML that site generators keep above the text. */
function splitFrontMatter(source: string): { readonly frontMatter: string; readonly text: string } {
  const found = /^---\n[\w-]+:[\s\S]*?\n(?:---|\.\.\.)(?:\n|$)/.exec(source)?.[0] ?? '';
  return { frontMatter: found.replace(/^(---|\.\.\.)$/gm, ''), text: source.slice(found.length) };
}

interface Item {
  readonly label: string;
  readonly depth: number;
  /** Written with "+", so that its text may begin with its label. */
  readonly labelled: boolean;
  used: boolean;
}

class MdReader {
  readonly blocks: Block[] = [];
  readonly places: (MdPlace | null)[] = [];
  private rowLine = 0;
  pictures = 0;
  private entitled = false;
  private looked = 0;
  private heading: Role | null = null;
  private quotes = 0;
  private lists = 0;
  private note: string | null = null;
  private cell: TablePlace | null = null;
  private tables = 0;
  private row = 0;
  private column = 0;
  private readonly items: Item[] = [];
  /** HTML that may go on behind an empty line. */
  private html = '';

  constructor(
    private readonly lines: readonly string[],
    private readonly shelf: PictureShelf | null,
  ) {}

  read(token: Token): void {
    if (token.type === 'html_block') return this.takeHtml(token.content);
    this.flushHtml();
    switch (token.type) {
      case 'heading_open':
        this.heading = this.headingRole(token);
        return;
      case 'heading_close':
        this.heading = null;
        return;
      case 'blockquote_open':
      case 'blockquote_close':
        this.quotes += token.nesting;
        return;
      case 'bullet_list_open':
      case 'bullet_list_close':
      case 'ordered_list_open':
      case 'ordered_list_close':
        this.lists += token.nesting;
        return;
      case 'list_item_open':
        this.items.push({
          label: token.info === '' ? '•' : token.info + token.markup,
          depth: this.lists - 1,
          labelled: token.markup === '+',
          used: false,
        });
        return;
      case 'list_item_close':
        this.items.pop();
        return;
      case 'footnote_reference_open':
        this.note = noteLabel(token);
        return;
      case 'footnote_reference_close':
        this.note = null;
        return;
      case 'table_open':
        this.row = -1;
        return;
      case 'table_close':
        this.tables += 1;
        return;
      case 'tr_open':
        this.row += 1;
        this.rowLine = token.map?.[0] ?? 0;
        this.column = -1;
        return;
      case 'th_open':
      case 'td_open':
        this.column += 1;
        this.cell = {
          table: this.tables,
          row: this.row,
          column: this.column,
          ...(token.type === 'th_open' && { header: true }),
        };
        return;
      case 'th_close':
      case 'td_close':
        this.cell = null;
        return;
      case 'inline':
        this.readInline(token, token.map?.[0] ?? (this.cell ? this.rowLine : null));
        return;
      case 'hr':
        // "---" parts a page; "* * *" is what a reader sees between two parts of a text.
        if (token.markup.startsWith('*')) this.add(splitParagraphs('* * *', []));
        this.placeNew('', null);
        return;
      case 'fence':
      case 'code_block':
        this.add(splitParagraphs(token.content, []));
        this.placeNew('', null);
        return;
      default:
    }
  }

  /** Notes where the blocks are written that came last. */
  private placeNew(content: string, line: number | null): void {
    const fresh = this.blocks.length - this.places.length;
    const lines = content.split('\n').length;
    for (let n = 0; n < fresh; n += 1)
      this.places.push(line === null ? null : { line, lines, content, isShared: fresh > 1 });
  }

  /** A table is read whole, also where empty lines part it, which end a piece of HTML in Markdown. */
  private takeHtml(content: string): void {
    if (this.html === '' && !isMarkup(content)) return this.addLines(content);
    this.html += content;
    if (!/<table[\s>]/i.test(this.html) || /<\/table>\s*$/i.test(this.html)) this.flushHtml();
  }

  /** Reads the HTML that waits. */
  flushHtml(): void {
    const { html } = this;
    this.html = '';
    const read = html === '' ? null : readFragment(html, this.shelf && imageReader(this.shelf));
    if (!read) return this.addLines(html);
    this.pictures += read.pictures;
    const tables = this.tables;
    for (const block of read.blocks) {
      const { cell } = block;
      if (cell) this.tables = Math.max(this.tables, tables + cell.table + 1);
      this.blocks.push(cell ? { ...block, cell: { ...cell, table: tables + cell.table } } : block);
    }
    this.placeNew('', null);
  }

  private addLines(text: string): void {
    this.add(splitParagraphs(text, []));
    this.placeNew('', null);
  }

  private headingRole(token: Token): Role {
    if (token.tag !== 'h1') return `heading${token.tag.slice(1)}` as Role;
    const line = this.lines[token.map?.[0] ?? 0] ?? '';
    const isClosed = token.markup === '#' && /\s#+\s*$/.test(line);
    return !isClosed && !this.isEntitled() ? 'title' : 'heading1';
  }

  /** Whether a heading of the first level was read; what was looked at once is not looked at again. */
  private isEntitled(): boolean {
    for (; !this.entitled && this.looked < this.blocks.length; this.looked += 1)
      this.entitled = /^(title|heading1)$/.test(this.blocks[this.looked]?.role ?? '');
    return this.entitled;
  }

  private readInline({ children, content }: Token, line: number | null): void {
    const tokens = children ?? [];
    const images = tokens.filter((token) => token.type === 'image');
    const found = images.flatMap((image, n) => (this.shelf && image.attrGet('src') ? [{ image, n }] : []));
    if (found.length === 0) this.pictures += images.filter((image) => image.attrGet('src') !== '').length;
    const addPictures = (): void => {
      const lines = found.length > 0 ? content.split('\n').length : 0;
      const place = line === null ? null : { line, lines, content, isShared: true };
      for (const { image, n } of found) this.addPicture(image, place && { ...place, image: n });
    };
    const isFirst = tokens[0]?.type === 'image';
    if (isFirst) addPictures();
    const alone = tokens.every((token) => token.type === 'image' || token.content.trim() === '');
    const shown = new Set(found.map(({ image }) => image));
    if (images.length > found.length && alone)
      for (const image of images.filter((each) => !shown.has(each))) this.addCaption(image);
    else this.addParagraphs(tokens);
    this.placeNew(content, line);
    if (!isFirst) addPictures();
  }

  private addPicture(image: Token, place: MdPlace | null): void {
    const address = String(image.attrGet('src') ?? '');
    const picture = addressedPicture(address, this.shelf);
    const { text } = gatherInline(image.children ?? []);
    const alternative = text === '' ? String(image.attrGet('title') ?? '') : text;
    const rich = normaliseRich(alternative.replace(/\s+/g, ' '), []);
    this.blocks.push({ ...BARE, ...rich, role: 'picture', cell: this.cell, picture });
    this.places.push(place);
  }

  private addCaption(image: Token): void {
    const { text, marks } = gatherInline(image.children ?? []);
    const alternative = splitParagraphs(text, marks);
    const captions =
      alternative.length > 0 ? alternative : splitParagraphs(String(image.attrGet('title') ?? ''), []);
    for (const rich of captions) this.blocks.push({ ...BARE, ...rich, role: 'caption' });
  }

  private addParagraphs(tokens: readonly Token[]): void {
    const { text, marks } = gatherInline(tokens);
    this.add(splitParagraphs(text, marks));
  }

  private add(paragraphs: readonly RichText[]): void {
    for (const rich of paragraphs) this.blocks.push(this.makeBlock(rich));
  }

  private makeBlock(rich: RichText): Block {
    const item = this.items.at(-1);
    if (this.note !== null) return { ...BARE, ...rich, role: 'footnote', label: this.note };
    if (this.cell) return { ...BARE, ...rich, role: 'tableCell', cell: this.cell };
    if (this.heading) return { ...BARE, ...rich, role: this.heading };
    if (!item || item.used) return { ...BARE, ...rich, role: this.quotes > 0 ? 'quotation' : 'paragraph' };
    item.used = true;
    const { label, depth } = item;
    const labelEnd = item.labelled ? rich.text.indexOf(LABEL_SPACE) : -1;
    if (labelEnd <= 0) return { ...BARE, ...rich, role: 'listItem', label, depth };
    const text = rich.text.slice(labelEnd + 1);
    const marks = sliceMarks(rich.marks, labelEnd + 1, rich.text.length);
    return { ...BARE, text, marks, role: 'listItem', label: rich.text.slice(0, labelEnd), depth };
  }
}
