import { readAnchor, type CommentAnchor } from './comment-places';
import { equationText, isEquation } from './equations';
import type { Elsewhere, UnreadDrawings } from './drawn-words';
import { OpenFields, type Field } from './fields';
import { isUnderstood } from './choices';
import { FIRST_STYLES, type Reading } from '../reading';
import { isPictureHost, picturesIn, type RawPicture } from './pictures';
import type { Relationship } from './relationships';
import { endRevisions, readRevision, UNREVISED, type Revisions } from './revisions';
import { characterFormat, eachStyle, readListPlace, type ListPlace, type Styles } from './styles';
import { symbolOf, textInFont } from './symbols';
import type { Style } from '../../../shared/model/mark';
import { webAddress } from '../../../shared/text/web-address';
import {
  child,
  childElements,
  childNumber,
  childValue,
  textOf,
  toSwitch,
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

/** A stretch of text that looks the same, and came about the same way, throughout. */
export interface Piece extends Revisions, Readonly<Record<Style, boolean>> {
  /** With U+000A for a line break and U+0009 for a tab; empty for a note mark still to be counted. */
  readonly text: string;
  readonly href: string | null;
  readonly note: NoteTarget | null;
  /** What the piece stands for instead of text, which is empty then. */
  readonly anchor: CommentAnchor | null;
  /** What the text is written as in the file, and the run around it; null where it is not written there. */
  readonly source: XmlElement | null;
  readonly run: XmlElement | null;
}

/** A paragraph as the file has it, before numbers are counted and roles decided. */
export interface RawParagraph {
  readonly style: string | undefined;
  readonly outlineLevel: number | null;
  readonly listPlace: ListPlace;
  readonly pieces: readonly Piece[];
  readonly element: XmlElement;
  /** It is the letter, set large, that the next paragraph goes on from. */
  readonly isDropCap: boolean;
  /** Where the end is deleted and that accepted, the next paragraph goes on where this one stops. */
  readonly end: Revisions;
  /** A picture that stood in a paragraph, and is read as one of its own; null for all others. */
  readonly picture: RawPicture | null;
  /** What stands in its place and is read elsewhere; absent for all others. */
  readonly elsewhere?: Elsewhere;
}

/** What is found along the way and concerns more than one paragraph. */
export interface Findings extends UnreadDrawings {
  readonly reading: Reading;
  /** What other programs embedded. */
  embedded: number;
  pictures: number;
  /** Characters that only a symbol font can show. */
  symbols: number;
  /** Bookmark name -> the note first referred to inside it. */
  readonly notesByBookmark: Map<string, string>;
}

type Look = Omit<Piece, 'text'>;

const PLAIN: Look = {
  ...eachStyle(() => false),
  href: null,
  note: null,
  anchor: null,
  source: null,
  run: null,
  ...UNREVISED,
};

const REFERENCES: ReadonlyMap<string, NoteKind> = new Map([
  ['w:footnoteReference', 'footnote'],
  ['w:endnoteReference', 'endnote'],
]);

/** Elements whose content is no text of the article. */
const SILENT = new Set(['w:pPr', 'w:rPr', 'w:sdtPr', 'w:rt']);

/**
 * Reads the `w:p` elements of one part, which must come in order: fields and bookmarks reach from one into the
 * next.
 */
export class ParagraphReader {
  private readonly fields = new OpenFields();
  /** Those in deleted text, which may be cut off anywhere; none reaches into the next paragraph. */
  private deletedFields = new OpenFields();
  private readonly bookmarks = new Map<string, string>();
  private pieces: Piece[] = [];
  private anchorsAhead: Piece[] = [];
  /** Text in the instructions of fields, and before which piece it stands. */
  private instructed: { readonly field: Field; readonly before: number; readonly piece: Piece }[] = [];
  private boxed: RawParagraph[] = [];
  /** Pictures that stand before all words of the paragraph, and those behind. */
  private pictures: [before: RawParagraph[], behind: RawParagraph[]] = [[], []];

  /** @param keepsPictures whether pictures are read as paragraphs of their own, and not only counted */
  constructor(
    private readonly styles: Styles,
    private readonly relationships: ReadonlyMap<string, Relationship>,
    private readonly findings: Findings,
    private readonly keepsPictures = false,
  ) {}

  /**
   * The paragraph, then those of the text boxes anchored in it; pictures before or behind, as they stand in it.
   *
   * @param around the tracked changes of what the paragraph stands in
   */
  read(paragraph: XmlElement, around: Revisions = UNREVISED): readonly RawParagraph[] {
    this.pieces = this.anchorsAhead;
    this.anchorsAhead = [];
    this.boxed = [];
    this.instructed = [];
    this.pictures = [[], []];
    this.deletedFields = new OpenFields();
    this.walkAll(paragraph, { ...PLAIN, ...around });
    if (this.findings.reading > 1) this.showUnfinished(this.fields.endParagraph());
    const properties = child(paragraph, 'w:pPr');
    const end = endRevisions(child(properties, 'w:rPr'));
    const own: RawParagraph = {
      style: childValue(properties, 'w:pStyle'),
      outlineLevel: childNumber(properties, 'w:outlineLvl'),
      listPlace: readListPlace(properties),
      pieces: this.pieces,
      element: paragraph,
      isDropCap: this.findings.reading > 1 && isDropCap(properties),
      end,
      picture: null,
    };
    const [before, behind] = this.pictures;
    // Nothing may come between it and the paragraph that goes on from it.
    const goesOn = end.deleted !== null || own.isDropCap;
    return goesOn ? [...this.boxed, ...before, ...behind, own] : [...before, own, ...this.boxed, ...behind];
  }

  /** A document that is embedded between two paragraphs; null where nothing is there, or it is not read. */
  readChunk(element: XmlElement): RawParagraph | null {
    const relationship = this.relationships.get(element.attributes['r:id'] ?? '');
    if (this.findings.reading < 4 || !relationship || relationship.isOutside) return null;
    const elsewhere = { kind: 'chunk', part: relationship.target } as const;
    return { ...NO_WORDS, element, picture: null, elsewhere };
  }

  /** Takes in an element between two paragraphs: a comment's range may start or end there, too. */
  pass(element: Pick<XmlElement, 'name' | 'attributes'>): void {
    const anchor = readAnchor(element);
    if (anchor) this.anchorsAhead.push({ ...PLAIN, text: '', anchor });
  }

  private walkAll(parent: XmlElement, look: Look): void {
    for (const element of childElements(parent)) this.walk(element, look);
  }

  private walk(element: XmlElement, look: Look): void {
    const fields = look.deleted ? this.deletedFields : this.fields;
    const revision = readRevision(element);
    const text = this.plainText(element, look);
    if (isPicture(element) && !look.deleted) this.findings.pictures += 1;
    if (this.keepsPictures && isPictureHost(element) && !look.deleted) this.takePictures(element);
    if (this.keepsPictures && this.findings.reading > 3 && !look.deleted) this.takeDrawn(element);
    const anchor = readAnchor(element);
    if (text !== null) this.write(text, { ...look, source: element });
    else if (this.findings.reading > 2 && isEquation(element))
      this.write(equationText(element), { ...look, source: element, run: null });
    else if (anchor) this.pieces.push({ ...PLAIN, text: '', anchor });
    else if (revision) this.walkAll(element, { ...look, ...revision });
    else if (element.name === 'w:r') this.walkRun(element, look);
    else if (element.name === 'w:hyperlink')
      this.walkAll(element, { ...look, href: this.linkAddress(element) });
    else if (element.name === 'w:fldSimple') this.walkSimpleField(element, look);
    else if (element.name === 'w:fldChar') fields.mark(element.attributes['w:fldCharType']);
    else if (element.name === (look.deleted ? 'w:delInstrText' : 'w:instrText'))
      fields.instruct(textOf(element));
    else if (element.name === 'w:bookmarkStart') this.openBookmark(element.attributes, look);
    else if (element.name === 'w:bookmarkEnd') this.bookmarks.delete(element.attributes['w:id'] ?? '');
    else if (element.name === 'mc:AlternateContent') this.walkFirstChoice(element, look);
    else if (element.name === 'w:txbxContent') this.readBox(element, look);
    else if (!SILENT.has(element.name)) this.walkAll(element, look);
  }

  private takeDrawn(element: XmlElement): void {
    const { name, attributes } = element;
    const elsewhere = this.elsewhereOf(element);
    if (elsewhere) this.boxed.push({ ...NO_WORDS, element, picture: null, elsewhere });
    else if (name === 'OLEObject' || (name === 'w:control' && attributes['r:id']))
      this.findings.embedded += 1;
  }

  /** Charts and diagrams stand in parts of their own; words of old WordArt are an attribute. */
  private elsewhereOf(element: XmlElement): Elsewhere | null {
    const { name, attributes } = element;
    const text = name === 'v:textpath' ? (attributes['string'] ?? '') : '';
    if (text.trim() !== '')
      return { kind: 'words', words: { text, part: null, written: [element], attribute: 'string' } };
    if (name !== 'chart' && name !== 'relIds') return null;
    const id = attributes[name === 'chart' ? 'r:id' : 'r:dm'];
    const relationship = this.relationships.get(id ?? '');
    if (!relationship || relationship.isOutside) return null;
    return { kind: name === 'chart' ? 'chart' : 'diagram', part: relationship.target };
  }

  private takePictures(host: XmlElement): void {
    const hasWords = this.pieces.some((piece) => isAccepted(piece) && piece.text.trim() !== '');
    for (const picture of picturesIn(host, this.relationships)) {
      this.findings.pictures -= 1;
      this.pictures[hasWords ? 1 : 0].push({ ...NO_WORDS, element: host, picture });
    }
  }

  private plainText(element: XmlElement, { deleted, run }: Look): string | null {
    const text = plainText(element, deleted !== null);
    if (text === null || this.findings.reading < 2) return text;
    if (element.name === 'w:sym') {
      const code = Number.parseInt(element.attributes['w:char'] ?? '', 16);
      return symbolOf(element.attributes['w:font'] ?? '', code) ?? text;
    }
    const font = run && child(child(run, 'w:rPr'), 'w:rFonts')?.attributes['w:ascii'];
    return font ? textInFont(text, font) : text;
  }

  private openBookmark(attributes: XmlAttributes, look: Look): void {
    if (!look.deleted) this.bookmarks.set(attributes['w:id'] ?? '', attributes['w:name'] ?? '');
  }

  private walkRun(run: XmlElement, look: Look): void {
    const format = characterFormat(this.styles, child(run, 'w:rPr'));
    if (format.hidden) return;
    const knows = (style: Style): boolean => this.findings.reading > 2 || FIRST_STYLES.includes(style);
    const inRun = { ...look, run, ...eachStyle((style) => format[style] && knows(style)) };
    let note: NoteTarget | null = null;
    for (const element of childElements(run)) {
      const found = this.readNoteReference(element, look);
      if (found?.counted === true) this.write('', { ...inRun, note: found, source: element });
      // What is left of the run is the mark of a note that has a mark of its own.
      else if (found) note = found;
      else this.walk(element, { ...inRun, note });
    }
  }

  private readNoteReference(element: XmlElement, look: Look): Extract<NoteTarget, { to: 'note' }> | null {
    const kind = REFERENCES.get(element.name);
    if (kind === undefined) return null;
    const note = noteKey(kind, element.attributes);
    if (!look.deleted) {
      for (const name of this.bookmarks.values()) this.findings.notesByBookmark.set(name, note);
      // Only the first note inside a bookmark is meant.
      this.bookmarks.clear();
    }
    const hasOwnMark = toSwitch(element.attributes['w:customMarkFollows'] ?? '0');
    return { to: 'note', kind, note, counted: !hasOwnMark };
  }

  private linkAddress(element: XmlElement): string | null {
    const target = this.relationships.get(element.attributes['r:id'] ?? '')?.target ?? '';
    const anchor = element.attributes['w:anchor'];
    return webAddress(anchor === undefined ? target : `${target}#${anchor}`);
  }

  private walkSimpleField(element: XmlElement, look: Look): void {
    const fields = look.deleted ? this.deletedFields : this.fields;
    fields.open(element.attributes['w:instr'] ?? '');
    this.walkAll(element, look);
    fields.mark('end');
  }

  /** The other choices and the fallback say the same in another form. */
  private walkFirstChoice(element: XmlElement, look: Look): void {
    const choices = childElements(element);
    const choice = this.findings.reading > 1 ? choices.find(isUnderstood) : choices[0];
    if (choice) this.walkAll(choice, look);
  }

  /** A box that was moved is deleted at one place and inserted at another: what is in it is told of at both. */
  private readBox(element: XmlElement, { inserted, deleted }: Look): void {
    const { styles, relationships, findings, keepsPictures } = this;
    const reader = new ParagraphReader(styles, relationships, findings, keepsPictures);
    for (const paragraph of paragraphsIn(element))
      for (const each of reader.read(paragraph, { inserted, deleted })) this.boxed.push(each);
  }

  /** A field without an end has no instruction: its text is shown, as Word does. */
  private showUnfinished(fields: ReadonlySet<Field>): void {
    for (const { field, before, piece } of this.instructed.toReversed())
      if (fields.has(field)) this.pieces.splice(before, 0, piece);
  }

  private write(text: string, look: Look): void {
    const inner = look.deleted ? this.deletedFields : this.fields;
    const field = this.findings.reading > 4 ? this.fields.instructed : null;
    if (field && !look.deleted)
      this.instructed.push({ field, before: this.pieces.length, piece: { ...look, text } });
    if (!this.fields.showing || !inner.showing) return;
    if (text.includes('\ufffd') && !look.deleted) this.findings.symbols += 1;
    const bookmark = inner.repeatedNote ?? this.fields.repeatedNote;
    this.pieces.push({
      ...look,
      text,
      href: look.href ?? inner.address ?? this.fields.address,
      note: look.note ?? (bookmark === null ? null : { to: 'bookmark', name: bookmark }),
    });
  }
}

/** A paragraph that holds no words. */
const NO_WORDS: Omit<RawParagraph, 'element' | 'picture'> = {
  style: undefined,
  outlineLevel: null,
  listPlace: readListPlace(undefined),
  pieces: [],
  isDropCap: false,
  end: UNREVISED,
};

/** A piece of unmarked text. */
export function plainPiece(text: string, revisions: Revisions): Piece {
  return { ...PLAIN, text, ...revisions };
}

/** Whether a piece is part of the text with all tracked changes accepted. */
export function isAccepted({ deleted, anchor }: Piece): boolean {
  return deleted === null && anchor === null;
}

/** Names a note: footnotes and endnotes have ids of their own. */
export function noteKey(kind: NoteKind, attributes: XmlAttributes): string {
  return `${kind} ${attributes['w:id'] ?? ''}`;
}

/** Letters of a text set large; a frame around more than a few is a box. */
function isDropCap(properties: XmlElement | undefined): boolean {
  const kind = child(properties, 'w:framePr')?.attributes['w:dropCap'];
  return kind === 'drop' || kind === 'margin';
}

function isPicture({ name }: XmlElement): boolean {
  return name === 'a:blip' || name === 'v:imagedata';
}

/** The text an element stands for by itself; null for one that only holds others. */
function plainText(element: XmlElement, inDeletion: boolean): string | null {
  switch (element.name) {
    case 'w:delText':
      return inDeletion ? shownText(element) : null;
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
  return element.attributes['xml:space'] === 'preserve' ? text : text.replace(/^ +|(?<! ) +$/g, '');
}

/** Symbol fonts put their signs into the private use area, where no one can tell what they show. */
function symbolText(element: XmlElement): string {
  const code = Number.parseInt(element.attributes['w:char'] ?? '', 16);
  return code > 0x1f && code < 0xd800 ? String.fromCharCode(code) : '\ufffd';
}

function paragraphsIn(element: XmlElement): readonly XmlElement[] {
  return childElements(element).flatMap((inner) => (inner.name === 'w:p' ? [inner] : paragraphsIn(inner)));
}
