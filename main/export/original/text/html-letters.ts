import { attribute, isElement, type HtmlElement, type HtmlNode } from '../../../import/html/tree';
import { isBlock, isCaption, isUnseen } from '../../../import/html/element-kinds';

/** A letter of a page, or a line break, and where it is written. */
export interface Letter {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The inline elements around it within its block, outermost first. */
  readonly around: readonly HtmlElement[];
}

/** The letters that stand in a block element and in no block inside it, in order. */
export function lettersIn(container: HtmlElement, source: string): readonly Letter[] {
  const letters: Letter[] = [];
  const walk = (nodes: readonly HtmlNode[], around: readonly HtmlElement[]): void => {
    for (const node of nodes) {
      if (isElement(node)) {
        const at = node.sourceCodeLocation;
        if (node.tagName === 'br' && at)
          letters.push({ text: '\n', start: at.startOffset, end: at.endOffset, around });
        else if (!isBlock(node) && !isCaption(node) && !isUnseen(node))
          walk(node.childNodes, [...around, node]);
      } else if (node.nodeName === '#text' && 'value' in node) {
        const at = node.sourceCodeLocation;
        if (at) for (const letter of spell(node.value, source, at)) letters.push({ ...letter, around });
      }
    }
  };
  walk(container.childNodes, []);
  return letters;
}

/** The letters of a text with their places in the source, where some are written as entities; none where that cannot be told. */
export function spell(
  value: string,
  source: string,
  { startOffset, endOffset }: { readonly startOffset: number; readonly endOffset: number },
): readonly Omit<Letter, 'around'>[] {
  const letters: Omit<Letter, 'around'>[] = [];
  let at = startOffset;
  for (let i = 0; i < value.length;) {
    const written = source[at];
    let [size, end] = [1, at + 1];
    if (written === '\r') end = source[at + 1] === '\n' ? at + 2 : at + 1;
    else if (
      written === '&' &&
      (value[i] !== '&' || /^&(?:amp|#38|#x26)\b;?/i.test(source.slice(at, at + 7)))
    ) {
      const entity = /^&(?:#x[0-9a-f]+|#\d+|[a-z][a-z0-9]*);?/i.exec(source.slice(at, at + 40));
      if (!entity) return [];
      end = at + entity[0].length;
      size = (value.codePointAt(i) ?? 0) > 0xffff ? 2 : 1;
    } else if (written !== value[i]) return [];
    letters.push({ text: value.slice(i, i + size), start: at, end });
    i += size;
    at = end;
  }
  return at <= endOffset ? letters : [];
}

/** The start tag of an element as it is written; without what may stand in a page only once. */
export function startTag(element: HtmlElement, source: string, isCopy: boolean): string {
  const tag = element.sourceCodeLocation?.startTag;
  if (!tag) return `<${element.tagName}>`;
  const written = source.slice(tag.startOffset, tag.endOffset);
  return isCopy && attribute(element, 'id') !== null
    ? written.replace(/\s+id\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/i, '')
    : written;
}
