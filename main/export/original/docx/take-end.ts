import { child, childElements, type XmlElement } from '../../../import/docx/xml';
import type { WrittenPart } from './part';
import type { By } from './tracking';

/** Tells of a paragraph that it was taken out, where changes are told: its words have to be, too. */
export function takeEnd(part: WrittenPart, paragraph: XmlElement, by: By): void {
  if (!part.tracking) return;
  const w = part.prefixOf(paragraph);
  const mark = part.tracking.end('del', by, w);
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

/** Puts XML into an element: at a place, else at its end; opens it where it is written as one tag. */
function putInside(part: WrittenPart, element: XmlElement, xml: string, place: number | undefined): void {
  if (element.inner === element.end) {
    const tag = part.tagName(element);
    const opened = part.xmlOf(element).replace(/\s*\/>$/, '>');
    part.splices.replace(part.startOf(element), element.end, `${opened}${xml}</${tag}>`);
  } else part.splices.insert(place ?? part.contentEnd(element), xml);
}
