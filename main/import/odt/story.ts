import { STYLES, type Style } from '../../../shared/model/mark';
import { normaliseRich } from '../../../shared/text/normalise-rich';
import { webAddress } from '../../../shared/text/web-address';
import type { Archive } from '../docx/archive';
import type { ListMarker } from '../docx/numbering';
import { plainPiece, type Piece } from '../docx/paragraphs';
import { UNREVISED, type Authorship } from '../docx/revisions';
import type { PlacedParagraph } from '../docx/story';
import { styleChain, type CharacterFormat } from '../docx/styles';
import type { Thread } from '../docx/threads';
import { Unreadable } from '../docx/unreadable';
import {
  child,
  childElements,
  readText,
  readXml,
  toWholeNumber,
  type XmlAttributes,
  type XmlElement,
} from '../docx/xml';
import { paragraphsIn, readOdtAuthorship, readRegion, type Region } from './changes';
import { ListCounter } from './lists';
import { allText, isNotShown, readOdtStyles, type OdtStyles } from './styles';
import { OdtTables } from './tables';

/** Where a piece of text is written in the part. */
export interface PiecePlace {
  readonly start: number;
  readonly end: number;
  /** Whether it is written letter by letter, and not as one element. */
  readonly isSpelled: boolean;
  /** The elements around it within its paragraph, outermost first. */
  readonly around: readonly XmlElement[];
  readonly paragraph: XmlElement;
}

/** A paragraph of an OpenDocument text. */
export interface OdtParagraph extends PlacedParagraph {
  readonly marker: ListMarker | null;
}

/** A note, as its reference names it. */
export interface OdtNote {
  readonly label: string;
  readonly paragraphs: readonly OdtParagraph[];
  readonly element: XmlElement;
  readonly isEndnote: boolean;
}

/** All that is read of an OpenDocument text. */
export interface OdtStory {
  readonly body: readonly OdtParagraph[];
  /** By key, in the order of their references. */
  readonly notes: ReadonlyMap<string, OdtNote>;
  readonly comments: ReadonlyMap<string, Thread>;
  readonly regions: ReadonlyMap<string, Region>;
  /** Where the pieces stand in the part; those of what tracked changes took out are not among them. */
  readonly places: ReadonlyMap<Piece, PiecePlace>;
  readonly styles: OdtStyles;
  readonly pictures: number;
  /** Charts, equations and what else other programs put into it. */
  readonly embedded: number;
  /** The text of the part, in which all places are counted. */
  readonly text: string;
}

export const CONTENT = 'content.xml';

/**
 * Reads the text of an archive; throws Unreadable where it is no OpenDocument text, or one that cannot be read.
 *
 * @param instead what is read in place of its text, where that was written anew
 */
export async function readOdtStory(archive: Archive, instead: Uint8Array | null = null): Promise<OdtStory> {
  const manifest = archive.read('META-INF/manifest.xml');
  if (manifest && (await hasElement(manifest, 'manifest:encryption-data')))
    throw new Unreadable('fileLocked');
  const content = archive.read(CONTENT);
  if (!content) throw new Unreadable('fileDamaged');
  const styles = await readOdtStyles([
    archive.read('styles.xml'),
    instead ? once(instead) : archive.read(CONTENT),
  ]);
  const bytes = instead ?? (await gather(content));
  const reader = new StoryReader(styles, await readText(once(bytes)));
  await reader.read(once(bytes));
  return reader.story();
}

async function hasElement(chunks: AsyncIterable<Uint8Array>, name: string): Promise<boolean> {
  let found = false;
  const enter = (each: string) => {
    found ||= each === name;
  };
  await readXml(chunks, { units: [], unit: () => undefined, enter });
  return found;
}

async function gather(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Spaces one element may stand for: the text keeps one of them. */
const MOST_SPACES = 10;

/** Comments read of one file, replies among them, and UTF-16 units of each. */
const MOST_COMMENTS = 2_000;
const LONGEST_COMMENT = 10_000;

/** UTF-16 units of the sign a note is referred to by, which stands in the text: longer ones are cut. */
const LONGEST_SIGN = 100;

/** What holds no text of the article. */
const SILENT = new Set([
  'text:ruby-text',
  'text:number',
  'text:script',
  'svg:title',
  'svg:desc',
  'office:event-listeners',
  'office:binary-data',
  'draw:image-map',
]);

const EMBEDDED = new Set(['draw:object', 'draw:object-ole', 'draw:plugin', 'draw:applet']);

const PARAGRAPHS = new Set(['text:p', 'text:h']);

type Look = Readonly<Record<Style, boolean>> & { readonly href: string | null; readonly isHidden: boolean };

const PLAIN: Look = {
  strong: false,
  emphasis: false,
  underline: false,
  strike: false,
  highlight: false,
  smallCaps: false,
  superscript: false,
  subscript: false,
  href: null,
  isHidden: false,
};

interface Inside {
  readonly look: Look;
  readonly around: readonly XmlElement[];
  /** null in what tracked changes took out: that is written elsewhere. */
  readonly paragraph: XmlElement | null;
  readonly deleted: Authorship | null;
  readonly note: Piece['note'];
}

class StoryReader {
  private readonly body: OdtParagraph[] = [];
  private readonly notes = new Map<string, OdtNote>();
  private readonly comments = new Map<string, Thread & { readonly replies: Thread['replies'][number][] }>();
  private commentsRead = 0;
  /** Comments that end somewhere: all others stand at a point. */
  private readonly ended = new Set<string>();
  private readonly regions = new Map<string, Region>();
  private readonly places = new Map<Piece, PiecePlace>();
  private readonly inserting = new Map<string, Authorship>();
  /** The insertions that were opened, the last of which is open. */
  private readonly opened: string[] = [];
  /** What was taken out at a point that was read: each stands at one. */
  private readonly told = new Set<string>();
  private readonly tables = new OdtTables();
  private readonly lists: ListCounter;
  private pictures = 0;
  private embedded = 0;
  /** Pictures that only show what is embedded, and come behind it. */
  private shown = 0;
  private hiddenSections = 0;
  /** Of the paragraph that is read: its pieces, those that tracked changes joined to it, and those of what hangs on it. */
  private pieces: Piece[] = [];
  private parted: OdtParagraph[] = [];
  private boxed: OdtParagraph[] = [];

  constructor(
    private readonly styles: OdtStyles,
    private readonly text: string,
  ) {
    this.lists = new ListCounter(styles.lists, styles.outline);
  }

  async read(chunks: AsyncIterable<Uint8Array>): Promise<void> {
    let isBody = false;
    await readXml(chunks, {
      units: ['text:p', 'text:h', 'text:changed-region', 'office:forms', 'style:style', 'text:list-style'],
      enter: (name, attributes) => {
        if (name === 'office:text') isBody = true;
        else if (isBody) this.enter(name, attributes);
      },
      leave: (name) => {
        if (name === 'office:text') isBody = false;
        else if (isBody) this.leave(name);
      },
      unit: (element) => {
        if (element.name === 'text:changed-region') this.regions.set(...readRegion(element));
        else if (isBody && PARAGRAPHS.has(element.name) && this.hiddenSections === 0)
          for (const each of this.readParagraph(element)) this.body.push(each);
      },
    });
  }

  story(): OdtStory {
    const { body, notes, comments, regions, places, styles, pictures, embedded, text } = this;
    return {
      body: body.map((each) => this.withPoints(each)),
      notes: new Map([...notes].sort(([, a], [, b]) => Number(a.isEndnote) - Number(b.isEndnote))),
      comments,
      regions,
      places,
      styles,
      pictures,
      embedded,
      text,
    };
  }

  private enter(name: string, attributes: XmlAttributes): void {
    if (name === 'text:section' && (this.hiddenSections > 0 || isNotShown({ name, attributes })))
      this.hiddenSections += 1;
    this.tables.enter(name, attributes);
    this.lists.enter(name, attributes);
    this.readChange(name, attributes);
    if (EMBEDDED.has(name)) {
      this.embedded += 1;
      this.shown = 1;
    } else if (name === 'draw:frame') this.shown = 0;
    else if (name === 'draw:image' && this.shown > 0) this.shown -= 1;
    else if (name === 'draw:image') this.pictures += 1;
  }

  private leave(name: string): void {
    if (name === 'text:section' && this.hiddenSections > 0) this.hiddenSections -= 1;
    this.tables.leave(name);
    this.lists.leave(name);
  }

  private readChange(name: string, attributes: XmlAttributes): void {
    const id = attributes['text:change-id'] ?? '';
    const region = this.regions.get(id);
    if (name === 'text:change-start' && region?.kind === 'insertion') {
      this.inserting.set(id, region.by);
      this.opened.push(id);
    } else if (name === 'text:change-end') {
      this.inserting.delete(id);
      while (this.opened.length > 0 && !this.inserting.has(this.opened.at(-1) ?? '')) this.opened.pop();
    }
  }

  private get inserted(): Authorship | null {
    return this.inserting.get(this.opened.at(-1) ?? '') ?? null;
  }

  /** A paragraph, before it those that tracked changes joined to it, behind it those of what hangs on it. */
  private readParagraph(element: XmlElement): readonly OdtParagraph[] {
    const { pieces, parted, boxed } = this;
    this.pieces = [];
    this.parted = [];
    this.boxed = [];
    const told = this.describe(element);
    const level = element.name === 'text:h' ? told.outlineLevel : null;
    const marker = this.lists.next();
    const number = level === null || marker ? '' : this.lists.nextHeading(level);
    this.walk(element, {
      look: this.lookByHand(element),
      around: [],
      paragraph: element,
      deleted: null,
      note: null,
    });
    const own: OdtParagraph = {
      ...told,
      marker: number === '' ? marker : { label: number, depth: 0 },
      pieces: this.pieces,
      end: { inserted: this.inserted, deleted: null },
    };
    const all = [...this.parted, own, ...this.boxed];
    this.pieces = pieces;
    this.parted = parted;
    this.boxed = boxed;
    return all;
  }

  private describe(element: XmlElement): Omit<OdtParagraph, 'pieces' | 'end'> {
    const level = toWholeNumber(element.attributes['text:outline-level']) ?? 1;
    return {
      style: element.attributes['text:style-name'],
      outlineLevel: element.name === 'text:h' ? Math.min(Math.max(level - 1, 0), 9) : null,
      listPlace: { list: undefined, level: null },
      element,
      isDropCap: false,
      picture: null,
      place: this.tables.place,
      marker: null,
    };
  }

  /** What was said of all words of a paragraph at once is kept with the paragraph. */
  private lookByHand({ attributes }: XmlElement): Look {
    const style = attributes['text:style-name'] ?? '';
    const format = this.styles.byHand.has(style) ? this.styles.paragraphs.get(style)?.characters : undefined;
    return format ? withFormat(PLAIN, format) : PLAIN;
  }

  private walk(parent: XmlElement, inside: Inside): void {
    let text = '';
    let start = parent.inner;
    const writeText = (end: number): void => {
      if (text !== '') this.write(text, inside, { start, end, isSpelled: true });
      text = '';
    };
    for (const part of parent.children) {
      if (typeof part === 'string') text += part;
      else {
        writeText(this.startOf(part));
        this.walkElement(part, inside);
        start = part.end;
      }
    }
    writeText(this.text.lastIndexOf('<', parent.end - 1));
  }

  private startOf(element: XmlElement): number {
    return this.text.lastIndexOf('<', element.inner - 1);
  }

  private walkElement(element: XmlElement, inside: Inside): void {
    const { name, attributes } = element;
    const within = { ...inside, around: [...inside.around, element] };
    const write = (text: string) =>
      this.write(text, inside, { start: this.startOf(element), end: element.end, isSpelled: false });
    if (isNotShown(element)) return;
    if (name === 'text:s')
      write(' '.repeat(Math.min(Math.max(1, toWholeNumber(attributes['text:c']) ?? 1), MOST_SPACES)));
    else if (name === 'text:tab') write('\t');
    else if (name === 'text:line-break') write('\n');
    else if (name === 'text:span') this.walk(element, { ...within, look: this.lookOf(element, inside.look) });
    else if (name === 'text:a') {
      const href = webAddress(attributes['xlink:href'] ?? '') ?? inside.look.href;
      this.walk(element, { ...within, look: { ...inside.look, href } });
    } else if (name === 'text:note') this.readNote(element, inside);
    else if (name === 'text:note-ref') {
      const note = attributes['text:ref-name'] ?? '';
      this.walk(element, { ...within, note: { to: 'note', kind: 'footnote', note, counted: false } });
    } else if (name === 'office:annotation') this.readComment(element);
    else if (name === 'office:annotation-end') {
      const id = attributes['office:name'] ?? '';
      this.ended.add(id);
      this.pieces.push({ ...plainPiece('', UNREVISED), anchor: { id, at: 'end' } });
    } else if (name === 'text:change') this.readTaken(attributes, inside);
    else if (name === 'text:change-start' || name === 'text:change-end') this.readChange(name, attributes);
    else if (name.startsWith('draw:')) {
      if (inside.paragraph) this.lists.apart(() => this.visit(element, this.boxed));
    } else if (!SILENT.has(name)) this.walk(element, within);
  }

  private lookOf({ attributes }: XmlElement, outer: Look): Look {
    return styleChain(this.styles.words, attributes['text:style-name'])
      .map(({ characters }) => characters)
      .reduceRight(withFormat, outer);
  }

  private write(text: string, inside: Inside, at: Pick<PiecePlace, 'start' | 'end' | 'isSpelled'>): void {
    const { look, note, deleted, paragraph, around } = inside;
    const { isHidden, ...shown } = look;
    if (isHidden) return;
    const piece: Piece = { ...plainPiece(text, { inserted: this.inserted, deleted }), ...shown, note };
    this.pieces.push(piece);
    if (paragraph) this.places.set(piece, { ...at, around, paragraph });
  }

  /** The paragraphs inside what hangs on another: a box, or a note. */
  private visit(element: XmlElement, found: OdtParagraph[]): void {
    if (PARAGRAPHS.has(element.name)) for (const each of this.readParagraph(element)) found.push(each);
    else if (!SILENT.has(element.name)) {
      this.enter(element.name, element.attributes);
      for (const inner of childElements(element)) this.visit(inner, found);
      this.leave(element.name);
    }
  }

  private readNote(element: XmlElement, inside: Inside): void {
    const body = child(element, 'text:note-body');
    const citation = child(element, 'text:note-citation');
    // A note that tracked changes took out comes back with them, where they are rejected.
    if (!body || inside.deleted) return;
    const given = element.attributes['text:id'] ?? '';
    const key = given === '' || this.notes.has(given) ? `note ${this.notes.size}` : given;
    const shown = citation?.attributes['text:label'] ?? (citation ? allText(citation) : '');
    const label = normaliseRich(shown.slice(0, LONGEST_SIGN), []).text || String(this.notes.size + 1);
    const isEndnote = element.attributes['text:note-class'] === 'endnote';
    const paragraphs: OdtParagraph[] = [];
    this.notes.set(key, { label, paragraphs, element, isEndnote });
    const place = { start: this.startOf(element), end: element.end, isSpelled: false };
    const note = { to: 'note', kind: 'footnote', note: key, counted: true } as const;
    this.write('', { ...inside, note }, place);
    this.lists.apart(() => this.visit(body, paragraphs));
  }

  private readComment(element: XmlElement): void {
    const { attributes } = element;
    const id = attributes['office:name'] ?? `comment ${this.comments.size}`;
    const lines = paragraphsIn(element).map((each) => normaliseRich(allText(each), []).text);
    const cut = lines.filter(Boolean).join('\n').slice(0, LONGEST_COMMENT);
    const text = cut.replace(/[\ud800-\udbff]$/, '').trimEnd();
    if (text === '' || this.commentsRead >= MOST_COMMENTS || this.comments.has(id)) return;
    this.commentsRead += 1;
    const by = readOdtAuthorship(element);
    const parent = this.comments.get(attributes['loext:parent-name'] ?? '');
    if (parent) {
      parent.replies.push({ ...by, text });
      return;
    }
    this.comments.set(id, { ...by, text, replies: [], resolved: attributes['loext:resolved'] === 'true' });
    this.pieces.push({ ...plainPiece('', UNREVISED), anchor: { id, at: 'start' } });
  }

  private withPoints(paragraph: OdtParagraph): OdtParagraph {
    const pieces = paragraph.pieces.map((piece): Piece => {
      const { anchor } = piece;
      return anchor?.at === 'start' && !this.ended.has(anchor.id)
        ? { ...piece, anchor: { ...anchor, at: 'sign' } }
        : piece;
    });
    return { ...paragraph, pieces };
  }

  /** What was taken out at a point; where that held ends of paragraphs, the paragraph it stands in was joined of several. */
  private readTaken(attributes: XmlAttributes, inside: Inside): void {
    const id = attributes['text:change-id'] ?? '';
    const region = this.regions.get(id);
    if (region?.kind !== 'deletion' || this.told.has(id) || inside.deleted || !inside.paragraph) return;
    this.told.add(id);
    const last = region.taken.at(-1);
    for (const element of region.taken) {
      this.walk(element, { ...inside, look: inside.look, around: [], paragraph: null, deleted: region.by });
      if (element === last) continue;
      const told = { ...this.describe(element), element: inside.paragraph };
      this.parted.push({
        ...told,
        pieces: this.pieces,
        end: { inserted: this.inserted, deleted: region.by },
      });
      this.pieces = [];
    }
  }
}

function withFormat(look: Look, format: CharacterFormat): Look {
  const told = STYLES.flatMap((style) => (format[style] === undefined ? [] : [[style, format[style]]]));
  return { ...look, ...Object.fromEntries(told), isHidden: format.hidden ?? look.isHidden };
}
