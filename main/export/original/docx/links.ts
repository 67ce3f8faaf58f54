import { childElements, textOf, type XmlElement } from '../../../import/docx/xml';
import type { Piece } from '../../../import/docx/paragraphs';
import { isText } from './fresh-runs';
import type { WrittenPart } from './part';
import type { LinkedLook, RunXml } from './runs';
import type { Fate } from './fate';

/** A link as it stands around runs: an element, or the runs that begin and end a field. */
type LinkAround =
  | { readonly kind: 'element'; readonly element: XmlElement }
  | { readonly kind: 'field'; readonly signs: readonly XmlElement[] };

/** What runs and links stand in beside the paragraph. */
const AROUND = new Set(['w:ins', 'w:moveTo', 'w:smartTag', 'w:customXml', 'w:sdt', 'w:sdtContent']);

/** Nothing a person sees. */
const UNSEEN = new Set(['w:rPr', 'w:lastRenderedPageBreak']);

/** The links of a paragraph that is written, and how words come out of them. */
export class WrittenLinks {
  private readonly around: ReadonlyMap<XmlElement, LinkAround>;
  /** Leads out of a link and back into it, around runs; links that are not named stay around all that is in them. */
  private readonly leaving = new Map<LinkAround, (runs: string) => string>();

  /** @param known where words led when they were imported: of other links nobody knows, and none of them is taken off */
  constructor(
    private readonly part: WrittenPart,
    private readonly xml: RunXml,
    paragraph: XmlElement,
    private readonly known: ReadonlySet<string>,
  ) {
    this.around = linksIn(paragraph);
  }

  /** Takes away each link that no word is left of, and tells of the others how words come out of them. */
  settle(fates: readonly Fate[]): void {
    const { around, part } = this;
    for (const link of new Set(around.values())) {
      const inside = fates.filter(({ held }) => held.piece.run && around.get(held.piece.run) === link);
      const sources = new Set(inside.map(({ held }) => held.piece.source));
      const holdsMore = [...around].some(
        ([run, each]) =>
          each === link && childElements(run).some((child) => !UNSEEN.has(child.name) && !sources.has(child)),
      );
      if (holdsMore || isDeep(link) || inside.length === 0 || !inside.every((fate) => this.isFree(fate))) {
        const leave = this.leave(link, inside[0]?.held.piece.href ?? '');
        if (leave) this.leaving.set(link, leave);
      } else if (link.kind === 'element') part.unwrap(link.element);
      else for (const run of link.signs) part.remove(run);
    }
  }

  /** Whether words are to lead elsewhere than a piece of the original does, or nowhere by now. */
  isOut({ href }: LinkedLook, piece: LinkedLook): boolean {
    return href !== piece.href && (href !== null || this.known.has(piece.href ?? ''));
  }

  /** Runs beside a piece in the link they are to be in, where that is not the one around the piece. */
  linked(runs: string, look: LinkedLook, piece: LinkedLook): string {
    return look.href !== null && this.isOut(look, piece) ? this.xml.link(look.href, runs) : runs;
  }

  /** Runs beside a piece, out of the link around that where they are to be. */
  placed(runs: string, look: LinkedLook, piece: Piece): string {
    const link = piece.run && this.isOut(look, piece) ? this.around.get(piece.run) : undefined;
    return (link && this.leaving.get(link)?.(runs)) ?? runs;
  }

  /** Whether nothing is left of a piece in its link, not even what was only suggested to be taken out. */
  private isFree({ held, stays, putIn, takenBy }: Fate): boolean {
    const { piece, places } = held;
    if (piece.source && !isText(piece.source)) return false;
    const left = [...stays.filter((segment) => segment !== undefined), ...[...putIn.values()].flat()];
    const isTaken = places.every((place, at) => place === null || stays[at] || !takenBy[at]);
    return isTaken && left.every(({ look }) => this.isOut(look, piece));
  }

  private leave(link: LinkAround, href: string): ((runs: string) => string) | null {
    if (link.kind === 'field') {
      const { begin, end } = this.xml.linkEnds(href);
      return (runs) => `${end}${runs}${begin}`;
    }
    const { element } = link;
    // A field written as one element ends nowhere in between.
    if (element.name !== 'w:hyperlink') return null;
    const opening = this.part.text.slice(this.part.startOf(element), element.inner);
    return (runs) => `</${this.part.tagName(element)}>${runs}${opening}`;
  }
}

/** Whether a link holds runs that stand deeper than right in it. */
function isDeep(link: LinkAround): boolean {
  return (
    link.kind === 'element' &&
    childElements(link.element).some(({ children, name }) => children.length > 0 && name !== 'w:r')
  );
}

/** The links of a paragraph by the runs in them; runs that stand deeper, or in fields within fields, are in none. */
function linksIn(parent: XmlElement): ReadonlyMap<XmlElement, LinkAround> {
  const around = new Map<XmlElement, LinkAround>();
  let field = newField();
  for (const element of childElements(parent)) {
    if (AROUND.has(element.name)) for (const [run, link] of linksIn(element)) around.set(run, link);
    if (isLinkElement(element)) {
      const link: LinkAround = { kind: 'element', element };
      for (const run of childElements(element)) if (run.name === 'w:r') around.set(run, link);
    }
    if (element.name !== 'w:r') continue;
    const signs = childElements(element).filter(({ name }) => name === 'w:fldChar' || name === 'w:instrText');
    const kinds = signs.map(({ attributes }) => attributes['w:fldCharType']);
    if (kinds.includes('begin')) {
      // One within another: neither is followed.
      const isWithin = field.isOpen;
      field = newField();
      field.isOpen = true;
      field.isPlain = !isWithin;
    }
    if (!field.isOpen) continue;
    if (signs.length > 0) {
      field.signs.push(element);
      field.isPlain &&= childElements(element).every((each) => each.name === 'w:rPr' || signs.includes(each));
    } else if (field.isShown) field.inside.push(element);
    for (const each of signs) if (each.name === 'w:instrText') field.instruction += textOf(each);
    field.isShown ||= kinds.includes('separate');
    if (!kinds.includes('end')) continue;
    if (field.isPlain && isHyperlink(field.instruction)) {
      const link: LinkAround = { kind: 'field', signs: field.signs };
      for (const run of field.inside) around.set(run, link);
    }
    field = newField();
  }
  return around;
}

/** A field as far as it was read; `inside` are the runs it shows. */
function newField() {
  return {
    isOpen: false,
    isShown: false,
    isPlain: true,
    instruction: '',
    signs: [] as XmlElement[],
    inside: [] as XmlElement[],
  };
}

function isLinkElement({ name, attributes }: XmlElement): boolean {
  return name === 'w:hyperlink' || (name === 'w:fldSimple' && isHyperlink(attributes['w:instr'] ?? ''));
}

function isHyperlink(instruction: string): boolean {
  return /^\s*HYPERLINK\s/i.test(instruction);
}
