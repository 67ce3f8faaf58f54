import { encodingOf, type XmlElement } from '../../../import/docx/xml';
import { Splices } from '../splices';
import type { Tracking } from './tracking';

/** A part of the original that is written to. */
export class WrittenPart {
  readonly splices: Splices;

  /**
   * @param text as `readXml` counts in it
   * @param tracking how changes are told; null where they are not
   * @param linkStyle the id of the style of links; null where the file has none
   */
  constructor(
    readonly text: string,
    readonly tracking: Tracking | null,
    readonly linkStyle: string | null,
  ) {
    this.splices = new Splices(text);
  }

  /** Where an element begins: no value of an attribute may hold the sign that a tag begins with. */
  startOf(element: XmlElement): number {
    return this.text.lastIndexOf('<', element.inner - 1);
  }

  /** Where its end tag begins; its end, where it is one tag. */
  contentEnd(element: XmlElement): number {
    return element.inner === element.end ? element.end : this.text.lastIndexOf('<', element.end - 1);
  }

  xmlOf(element: XmlElement): string {
    return this.text.slice(this.startOf(element), element.end);
  }

  /** The name of an element as the part itself writes it. */
  tagName(element: XmlElement): string {
    return /^<([^\s/>]+)/.exec(this.text.slice(this.startOf(element), element.inner))?.[1] ?? '';
  }

  /** Before the names of elements beside this one, as in "w:r": with the colon, or nothing. */
  prefixOf(element: XmlElement): string {
    const name = this.tagName(element);
    return name.slice(0, name.indexOf(':') + 1);
  }

  /** Takes an element away with all it holds. */
  remove(element: XmlElement): void {
    this.splices.replace(this.startOf(element), element.end, '');
  }

  /** Takes away an element's own tags, and leaves what it holds. */
  unwrap(element: XmlElement): void {
    this.splices.replace(this.startOf(element), element.inner, '');
    if (element.inner < element.end) this.splices.replace(this.contentEnd(element), element.end, '');
  }
}

/** The bytes of a part with another text, written as it was before. */
export function encodePart(text: string, former: Uint8Array): Uint8Array {
  const encoding = encodingOf(former);
  if (encoding === 'utf-8') {
    const hasMark = former[0] === 0xef && former[1] === 0xbb && former[2] === 0xbf;
    return Buffer.from(hasMark ? `\ufeff${text}` : text);
  }
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
}
