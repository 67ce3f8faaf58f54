import { child, childElements, type XmlElement } from '../../../import/docx/xml';
import { escapeXml } from './escape-xml';
import type { WrittenPart } from './part';

/** Who changed something, and when (ms since 1970). */
export interface By {
  readonly author: string;
  readonly time: number;
}

/** Writes changes as tracked ones (ECMA-376 part 1, 17.13.5). */
export class Tracking {
  /** @param nextId a number that no change and no comment of the file has, nor any after it */
  constructor(private nextId: number) {}

  inserted(xml: string, by: By, w: string): string {
    return xml === '' ? '' : `<${w}ins${this.told(by, w)}>${xml}</${w}ins>`;
  }

  deleted(xml: string, by: By, w: string): string {
    return xml === '' ? '' : `<${w}del${this.told(by, w)}>${xml}</${w}del>`;
  }

  /** How a run looked before; stands at the end of its properties. */
  restyled(former: string, by: By, w: string): string {
    return `<${w}rPrChange${this.told(by, w)}><${w}rPr>${former}</${w}rPr></${w}rPrChange>`;
  }

  /** What a paragraph was before; stands at the end of its properties. */
  reshaped(former: string, by: By, w: string): string {
    return `<${w}pPrChange${this.told(by, w)}><${w}pPr>${former}</${w}pPr></${w}pPrChange>`;
  }

  /** The mark of a paragraph's end that was put in or taken out; stands in the properties of that mark. */
  end(kind: 'ins' | 'del', by: By, w: string): string {
    return `<${w}${kind}${this.told(by, w)}/>`;
  }

  /** Tells of a paragraph that it was taken out: its words have to be, too. */
  takeEnd(part: WrittenPart, paragraph: XmlElement, by: By): void {
    const w = part.prefixOf(paragraph);
    const mark = this.end('del', by, w);
    const properties = child(paragraph, 'w:pPr');
    const looks = child(properties, 'w:rPr');
    if (looks && child(looks, 'w:del')) return;
    // What was put in by others stands before it.
    if (looks) putInside(part, looks, mark, child(looks, 'w:ins')?.end ?? looks.inner);
    else if (properties) {
      const last = childElements(properties).find(({ name }) => ['w:sectPr', 'w:pPrChange'].includes(name));
      putInside(part, properties, `<${w}rPr>${mark}</${w}rPr>`, last && part.startOf(last));
    } else if (paragraph.inner < paragraph.end)
      part.splices.insert(paragraph.inner, `<${w}pPr><${w}rPr>${mark}</${w}rPr></${w}pPr>`);
  }

  private told({ author, time }: By, w: string): string {
    const id = this.nextId;
    this.nextId += 1;
    const date = new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
    const a = w || 'w:';
    return ` ${a}id="${id}" ${a}author="${escapeXml(author) || 'Triptych'}" ${a}date="${date}"`;
  }
}

/** Puts XML into an element: at a place, else at its end; opens it where it is written as one tag. */
function putInside(part: WrittenPart, element: XmlElement, xml: string, place: number | undefined): void {
  if (element.inner === element.end) {
    const tag = part.tagName(element);
    const opened = part.xmlOf(element).replace(/\s*\/>$/, '>');
    part.splices.replace(part.startOf(element), element.end, `${opened}${xml}</${tag}>`);
  } else part.splices.insert(place ?? part.contentEnd(element), xml);
}
