import { sliceMarks } from '../../../shared/model/mark';
import type { Block, RichText, Role, TablePlace } from '../../../shared/model/paragraph';
import { MarkedText, type OpenMark } from '../marked-text';
import { normaliseRich, splitParagraphs } from '../../../shared/text/normalise-rich';
import type { Article } from './article';
import { isAround, isBlock, isCaption, isUnseen, styleOf } from './element-kinds';
import { isMathAgain, isMathBehind, mathText } from './equations';
import { listMarkers, type ListMarkers } from './lists';
import { marksInside } from './marks';
import { findNotes, type HtmlNote, type HtmlNotes } from './notes';
import type { PictureOf } from './images';
import { isPullQuote } from './pull-quotes';
import { isLayoutTable, placeCells } from './tables';
import {
  attribute,
  classes,
  isElement,
  isText,
  textOf,
  type HtmlElement,
  type HtmlNode,
  type HtmlText,
} from './tree';

/** A block of a page with what helps to decide whether it is part of the article. */
export interface PageBlock {
  readonly block: Block;
  /** The nearest block element around its text. */
  readonly container: HtmlElement;
  /** What it was made of, and other blocks of the same element with it. */
  readonly texts: readonly HtmlText[];
  /** Which share of its letters is linked, from 0 to 1. */
  readonly linked: number;
  /** Inside a menu, a box or a bar. */
  readonly around: boolean;
  /** Inside a box, but of the article's own words. */
  readonly quoted: boolean;
  /** What a picture was read of; absent for words. */
  readonly image?: HtmlElement;
  /** What was remarked of it. */
  readonly comments: readonly string[];
}

/** All blocks of a page and its pictures, in order. */
export interface PageBlocks {
  readonly blocks: readonly PageBlock[];
  /** For each picture outside menus, boxes and bars that is not read as a block, how many blocks stand before it. */
  readonly pictures: readonly number[];
}

/** What holds for everything inside an element. */
interface Context {
  readonly container: HtmlElement;
  readonly around: boolean;
  readonly quoted: boolean;
  readonly role: Role;
  readonly cell: TablePlace | null;
  /** The note all of whose paragraphs are inside the element. */
  readonly note: HtmlNote | null;
  readonly list: { readonly markers: ListMarkers; readonly depth: number } | null;
  /** The list item whose first text is still to come; shared by all that is inside it. */
  readonly item: Item | null;
  readonly marks: readonly OpenMark[];
  readonly keepsLines: boolean;
}

interface Item {
  label: string;
  readonly depth: number;
  used: boolean;
}

/**
 * Takes all text a reader of the page sees, block by block, with roles and marks.
 *
 * @param article what is known of the page's article: a box by name that holds it is none
 * @param pictureOf reads images; null where these are only counted
 */
export function readPageBlocks(
  root: HtmlElement,
  article: Article | null,
  pictureOf: PictureOf | null = null,
): PageBlocks {
  const page = new PageReader(findNotes(root), article, pictureOf);
  page.readChildren(root, {
    container: root,
    around: false,
    quoted: false,
    role: 'paragraph',
    cell: null,
    note: null,
    list: null,
    item: null,
    marks: [],
    keepsLines: false,
  });
  return { blocks: page.blocks, pictures: page.pictures };
}

class PageReader {
  readonly blocks: PageBlock[] = [];
  readonly pictures: number[] = [];
  private gathered = new MarkedText();
  private texts: HtmlText[] = [];
  private comments: string[] = [];
  /** Pictures amid the words being gathered, which come behind them. */
  private waiting: PageBlock[] = [];
  /** The note that starts in the text being gathered, or in the next that comes. */
  private note: HtmlNote | null = null;
  private readonly places = new Map<HtmlElement, TablePlace>();
  private tables = 0;

  constructor(
    private readonly notes: HtmlNotes,
    private readonly article: Article | null,
    private readonly pictureOf: PictureOf | null,
  ) {}

  readChildren(element: HtmlElement, context: Context): void {
    for (const child of element.childNodes) this.readNode(child, context);
    if (element === context.container) this.flush(context);
  }

  private readNode(node: HtmlNode, context: Context): void {
    if (isElement(node)) this.readElement(node, context);
    else if (isText(node)) {
      this.texts.push(node);
      this.gathered.append(
        context.keepsLines ? node.value : node.value.replace(/[\t\n\f\r]/g, ' '),
        context.marks,
      );
    }
  }

  private readElement(element: HtmlElement, context: Context): void {
    if (element.tagName === 'math') return this.gathered.append(mathText(element), context.marks);
    if (
      (isUnseen(element) && !isMathBehind(element)) ||
      isMathAgain(element) ||
      this.notes.backLinks.has(element)
    ) {
      this.note = this.notes.targets.get(element) ?? this.note;
      return;
    }
    if (this.notes.comments.places.has(element)) return;
    const comment = this.notes.comments.references.get(element);
    if (comment !== undefined) {
      this.comments.push(comment);
      return;
    }
    if (element.tagName === 'br') return this.gathered.append('\n', context.marks);
    if (element.tagName === 'img' && !context.around) return this.readImage(element, context);
    if (context.item && /mso-list\s*:\s*ignore/i.test(styleOf(element))) {
      context.item.label = wordMarker(textOf(element));
      return;
    }
    if (isBlock(element) || isCaption(element)) this.readBlock(element, context);
    else {
      this.note = this.notes.targets.get(element) ?? this.note;
      this.readChildren(element, { ...context, marks: marksInside(element, context.marks, this.notes) });
    }
  }

  private readImage(image: HtmlElement, { container, cell, around, quoted }: Context): void {
    if (!this.pictureOf) {
      this.pictures.push(this.blocks.length);
      return;
    }
    const picture = this.pictureOf(image);
    if (!picture) return;
    const { text } = normaliseRich((attribute(image, 'alt') ?? '').replace(/\s+/g, ' '), []);
    const block: Block = { role: 'picture', text, marks: [], label: '', depth: 0, cell, picture };
    const read = { block, container, texts: [], linked: 0, around, quoted, comments: [], image };
    (this.gathered.text.trim() === '' ? this.blocks : this.waiting).push(read);
  }

  private readBlock(element: HtmlElement, outside: Context): void {
    this.flush(outside);
    this.note = this.notes.targets.get(element) ?? this.note;
    const quoted = !outside.around && isPullQuote(element, this.article);
    const inside: Context = {
      ...outside,
      container: element,
      around: outside.around || (!quoted && isAround(element) && !this.article?.isMostlyIn(element)),
      quoted: outside.quoted || quoted,
      marks: marksInside(element, outside.marks, this.notes),
      note: this.notes.targets.get(element) ?? outside.note,
      keepsLines: outside.keepsLines || element.tagName === 'pre',
      ...this.roleInside(element, outside),
      ...listInside(element, outside),
    };
    // A table inside a cell belongs to that cell.
    if (element.tagName === 'table' && !outside.cell && !isLayoutTable(element)) {
      for (const [cell, place] of placeCells(element, this.tables)) this.places.set(cell, place);
      const before = this.blocks.length;
      this.readChildren(element, inside);
      if (this.blocks.slice(before).some(({ block }) => block.cell !== null)) this.tables += 1;
    } else this.readChildren(element, inside);
  }

  private roleInside(element: HtmlElement, outside: Context): Partial<Context> {
    const cell = this.places.get(element);
    if (cell) return { cell };
    if (isCaption(element)) return { role: 'caption', cell: null };
    if (classes(element).includes('msotitle')) return { role: 'title' };
    const level = /^h([1-6])$/.exec(element.tagName)?.[1];
    if (level) return { role: `heading${level}` as Role };
    return element.tagName === 'blockquote' && outside.role === 'paragraph' ? { role: 'quotation' } : {};
  }

  /** Ends the block being gathered; its place in the page is that of the element it stands in. */
  private flush(context: Context): void {
    const { text, marks } = this.gathered;
    const { texts } = this;
    this.gathered = new MarkedText();
    this.texts = [];
    const { container, around, quoted } = context;
    const linked = linkedShare(texts);
    for (const rich of splitParagraphs(text, marks)) {
      const block = this.makeBlock(rich, context);
      this.blocks.push({ block, container, texts, linked, around, quoted, comments: this.comments });
      this.comments = [];
      this.note = null;
    }
    for (const each of this.waiting) this.blocks.push(each);
    this.waiting = [];
  }

  private makeBlock(rich: RichText, { role, cell, item, note }: Context): Block {
    const plain = { ...rich, label: '', depth: 0, cell: null };
    if (this.note) {
      const { label, printed } = this.note;
      return { ...plain, ...(printed ? withoutLabel(rich, label) : rich), role: 'footnote', label };
    }
    if (note) return { ...plain, role: 'footnote', label: note.label };
    if (cell) return { ...plain, role: 'tableCell', cell };
    if (role !== 'paragraph' || !item || item.used) return { ...plain, role };
    item.used = true;
    return { ...plain, role: 'listItem', label: item.label, depth: item.depth };
  }
}

function linkedShare(texts: readonly HtmlText[]): number {
  const lettersOf = (some: readonly HtmlText[]) =>
    some.reduce((sum, { value }) => sum + value.trim().length, 0);
  const all = lettersOf(texts);
  return all === 0 ? 0 : lettersOf(texts.filter(isLinked)) / all;
}

function isLinked(text: HtmlText): boolean {
  for (let at = text.parentNode; at; at = 'parentNode' in at ? at.parentNode : null)
    if (at.nodeName === 'a') return true;
  return false;
}

function listInside(element: HtmlElement, outside: Context): Partial<Context> {
  if (element.tagName === 'ol' || element.tagName === 'ul' || element.tagName === 'menu')
    return {
      list: { markers: listMarkers(element), depth: outside.list ? outside.list.depth + 1 : 0 },
      item: null,
    };
  if (element.tagName === 'li') {
    const { markers, depth } = outside.list ?? { markers: listMarkers(element), depth: 0 };
    return { item: { label: markers.next(element), depth, used: false } };
  }
  // Word saves lists as paragraphs: <p class=MsoListParagraph style='mso-list:l0 level2 lfo1'>.
  const level = /mso-list\s*:\s*l\d+ level(\d)/i.exec(styleOf(element))?.[1];
  return level ? { item: { label: '•', depth: Number(level) - 1, used: false } } : {};
}

/** Word prints bullets as letters of symbol fonts ("·", "o", "§"). */
function wordMarker(text: string): string {
  const marker = normaliseRich(text, []).text.trim();
  return /^[\p{L}\p{N}(]+[.)]|^[\p{N}.]+$/u.test(marker) ? marker : '•';
}

/** "[1] Source" -> "Source": the label of a note is kept apart from its text. */
function withoutLabel({ text, marks }: RichText, label: string): RichText {
  const found = /^[[(]?\s*([^\s\])]{1,6}?)\s*[\])]?[.:]?\s+(?=\S)/.exec(text);
  if (!found || found[1] !== label) return { text, marks };
  const start = found[0].length;
  return { text: text.slice(start), marks: sliceMarks(marks, start, text.length) };
}
