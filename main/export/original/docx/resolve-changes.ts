import { childElements, type XmlElement } from '../../../import/docx/xml';
import type { WrittenPart } from './part';

const INSERTIONS = new Set(['w:ins', 'w:moveTo']);
const DELETIONS = new Set(['w:del', 'w:moveFrom']);

/** Elements with paragraphs of their own, whose changes are theirs. */
const OTHERS = new Set(['w:txbxContent']);

/** Accepts or rejects the tracked changes of a paragraph's words, and leaves that of its end. */
export function resolveChanges(part: WrittenPart, paragraph: XmlElement, accept: boolean): void {
  const [kept, dropped] = accept ? [INSERTIONS, DELETIONS] : [DELETIONS, INSERTIONS];
  for (const element of childElements(paragraph)) {
    if (element.name === 'w:pPr' || OTHERS.has(element.name)) continue;
    if (dropped.has(element.name)) part.remove(element);
    else {
      if (kept.has(element.name)) part.unwrap(element);
      if (!accept) restoreDeleted(part, element);
      resolveChanges(part, element, accept);
    }
  }
}

/** Deleted text and instructions are written as elements of other names. */
function restoreDeleted(part: WrittenPart, element: XmlElement): void {
  const name = element.name === 'w:delText' ? 't' : element.name === 'w:delInstrText' ? 'instrText' : null;
  if (name === null) return;
  const written = part.xmlOf(element).replace(/(<\/?[^\s/>:]*:?)del(?:Instr)?Text(?=[\s/>])/g, `$1${name}`);
  part.splices.replace(part.startOf(element), element.end, written);
}
