import { OpenFields } from './fields';
import type { Relationship } from './relationships';
import { characterFormat, readListPlace, type ListPlace, type Styles } from './styles';
import { webAddress } from './web-address';
import {
  child,
  childElements,
  childNumber,
  childValue,
  textOf,
  type XmlAttributes,
  type XmlElement,
} from './xml';

export type NoteKind = 'footnote' | 'endnote';

/**
 * Where a footnote reference leads: to a note ("footnote 2"), whose mark is either counted or written out in
 * the text; or to the reference that stands in a bookmark.
 */
export type NoteTarget =
  | { readonly to: 'note'; readonly kind: NoteKind; readonly note: string; readonly counted: boolean }
  | { readonly to: 'bookmark'; readonly name: string };

/** A stretch of text that looks the same throughout. */
export interface Piece {
  /** With U+000A for a line break and U+0009 for a tab; empty for a note mark still to be counted. */
  readonly text: string;
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly superscript: boolean;
  readonly href: string | null;
  readonly note: NoteTarget | null;
}

/** A paragraph as the file has it, before numbers are counted and roles decided. */
export interface RawParagraph {
  readonly style: string | undefined;
  readonly outlineLevel: number | null;
  readonly listPlace: ListPlace;
  readonly pieces: readonly Piece[];
  /** Its end was deleted in a tracked change: accepting that, the next paragraph goes on where this one stops. */
  readonly runsOn: boolean;
}

/** What is found along the way and concerns more than one paragraph. */
export interface Findings {
  pictures: number;
  comments: number;
  trackedChanges: number;
  /** Characters that only a symbol font can show. */
  symbols: number;
  /** Bookmark name -> the note first referred to inside it. */
  readonly notesByBookmark: Map<string, string>;
}

type Look = Omit<Piece, 'text'>;

const PLAIN: Look = { strong: false, emphasis: false, superscript: false, href: null, note: null };

const REFERENCES: ReadonlyMap<string, NoteKind> = new Map([
  ['w:footnoteReference', 'footnote'],
  ['w:endnoteReference', 'endnote'],
]);

/** Elements whose content is no text of the article. */
const SILENT = new Set(['w:pPr', 'w:rPr', 'w:sdtPr', 'w:rt', 'w:del', 'w:moveFrom']);

/**
 * Reads the `w:p` elements of one part, which must come in order: fields and bookmarks reach from one into the
 * next.
 */
export class ParagraphReader {
  private readonly fields = new OpenFields();
  private readonly bookmarks = new Map<string, string>();
  private pieces: Piece[] = [];
  private boxed: RawParagraph[] = [];

  constructor(
    private readonly styles: Styles,
    private readonly relationships: ReadonlyMap<string, Relationship>,
    private readonly findings: Findings,
  ) {}

  /** The paragraph, then those of the text boxes anchored in it. */
  read(paragraph: XmlElement): readonly RawParagraph[] {
    this.pieces = [];
    this.boxed = [];
    this.walkAll(paragraph, PLAIN);
    const properties = child(paragraph, 'w:pPr');
    const end = child(properties, 'w:rPr');
    const runsOn = child(end, 'w:del') !== undefined || child(end, 'w:moveFrom') !== undefined;
    if (runsOn || child(end, 'w:ins') !== undefined) this.findings.trackedChanges += 1;
    const own: RawParagraph = {
      style: childValue(properties, 'w:pStyle'),
      outlineLevel: childNumber(properties, 'w:outlineLvl'),
      listPlace: readListPlace(properties),
      pieces: this.pieces,
      runsOn,
    };
    return runsOn ? [...this.boxed, own] : [own, ...this.boxed];
  }

  private walkAll(parent: XmlElement, look: Look): void {
    for (const element of childElements(parent)) this.walk(element, look);
  }

  private walk(element: XmlElement, look: Look): void {
    this.count(element.name);
    const text = plainText(element);
    if (text !== null) this.write(text, look);
    else if (element.name === 'w:r') this.walkRun(element, look);
    else if (element.name === 'w:hyperlink')
      this.walkAll(element, { ...look, href: this.linkAddress(element) });
    else if (element.name === 'w:fldSimple') this.walkSimpleField(element, look);
    else if (element.name === 'w:fldChar') this.fields.mark(element.attributes['w:fldCharType']);
    else if (element.name === 'w:instrText') this.fields.instruct(textOf(element));
    else if (element.name === 'w:bookmarkStart')
      this.bookmarks.set(element.attributes['w:id'] ?? '', element.attributes['w:name'] ?? '');
    else if (element.name === 'w:bookmarkEnd') this.bookmarks.delete(element.attributes['w:id'] ?? '');
    else if (element.name === 'mc:AlternateContent') this.walkFirstChoice(element, look);
    else if (element.name === 'w:txbxContent') this.readBox(element);
    else if (!SILENT.has(element.name)) this.walkAll(element, look);
  }

  private count(name: string): void {
    if (name === 'w:commentReference') this.findings.comments += 1;
    if (name === 'a:blip' || name === 'v:imagedata') this.findings.pictures += 1;
    if (name === 'w:ins' || name === 'w:del' || name === 'w:moveFrom') this.findings.trackedChanges += 1;
  }

  private walkRun(run: XmlElement, look: Look): void {
    const format = characterFormat(this.styles, child(run, 'w:rPr'));
    if (format.hidden === true) return;
    const inRun = {
      ...look,
      strong: format.strong ?? false,
      emphasis: format.emphasis ?? false,
      superscript: format.superscript ?? false,
    };
    let note: NoteTarget | null = null;
    for (const element of childElements(run)) {
      const found = this.readNoteReference(element);
      if (found?.counted === true) this.write('', { ...inRun, note: found });
      // What is left of the run is the mark of a note that has a mark of its own.
      else if (found) note = found;
      else this.walk(element, { ...inRun, note });
    }
  }

  private readNoteReference(element: XmlElement): Extract<NoteTarget, { to: 'note' }> | null {
    const kind = REFERENCES.get(element.name);
    if (kind === undefined) return null;
    const note = noteKey(kind, element.attributes);
    for (const name of this.bookmarks.values()) this.findings.notesByBookmark.set(name, note);
    // Only the first note inside a bookmark is meant.
    this.bookmarks.clear();
    const own = element.attributes['w:customMarkFollows'] ?? '0';
    return { to: 'note', kind, note, counted: ['0', 'false', 'off'].includes(own) };
  }

  private linkAddress(element: XmlElement): string | null {
    const target = this.relationships.get(element.attributes['r:id'] ?? '')?.target ?? '';
    const anchor = element.attributes['w:anchor'];
    return webAddress(anchor === undefined ? target : `${target}#${anchor}`);
  }

  private walkSimpleField(element: XmlElement, look: Look): void {
    this.fields.open(element.attributes['w:instr'] ?? '');
    this.walkAll(element, look);
    this.fields.mark('end');
  }

  /** The other choices and the fallback say the same in another form. */
  private walkFirstChoice(element: XmlElement, look: Look): void {
    const first = childElements(element)[0];
    if (first) this.walkAll(first, look);
  }

  private readBox(element: XmlElement): void {
    const reader = new ParagraphReader(this.styles, this.relationships, this.findings);
    for (const paragraph of paragraphsIn(element)) this.boxed.push(...reader.read(paragraph));
  }

  private write(text: string, look: Look): void {
    if (!this.fields.showing) return;
    if (text.includes('\ufffd')) this.findings.symbols += 1;
    const bookmark = this.fields.repeatedNote;
    this.pieces.push({
      ...look,
      text,
      href: look.href ?? this.fields.address,
      note: look.note ?? (bookmark === null ? null : { to: 'bookmark', name: bookmark }),
    });
  }
}

/** Names a note: footnotes and endnotes have ids of their own. */
export function noteKey(kind: NoteKind, attributes: XmlAttributes): string {
  return `${kind} ${attributes['w:id'] ?? ''}`;
}

/** The text an element stands for by itself; null for one that only holds others. */
function plainText(element: XmlElement): string | null {
  switch (element.name) {
    case 'w:t':
      return shownText(element);
    case 'm:t':
      return textOf(element);
    case 'w:tab':
    case 'w:ptab':
      return '\t';
    case 'w:cr':
      return '\n';
    case 'w:br':
      // A page or column break ends a paragraph even when the typist did not.
      return ['page', 'column'].includes(element.attributes['w:type'] ?? '') ? '\n\n' : '\n';
    case 'w:noBreakHyphen':
      return '\u2011';
    case 'w:sym':
      return symbolText(element);
    default:
      return null;
  }
}

/** White space at the ends counts only where the file says so; line breaks never mean more than a space. */
function shownText(element: XmlElement): string {
  const text = textOf(element).replace(/[\t\n\r]/g, ' ');
  return element.attributes['xml:space'] === 'preserve' ? text : text.replace(/^ +| +$/g, '');
}

/** Symbol fonts put their signs into the private use area, where no one can tell what they show. */
function symbolText(element: XmlElement): string {
  const code = Number.parseInt(element.attributes['w:char'] ?? '', 16);
  return code > 0x1f && code < 0xd800 ? String.fromCharCode(code) : '\ufffd';
}

function paragraphsIn(element: XmlElement): readonly XmlElement[] {
  return childElements(element).flatMap((inner) => (inner.name === 'w:p' ? [inner] : paragraphsIn(inner)));
}
