import { isStyle } from '../../../shared/model/mark';
import { stylesInside } from '../../../shared/text/element-styles';
import { webAddress } from '../../../shared/text/web-address';
import type { OpenMark } from '../marked-text';
import { isBlock, isCaption, styleOf } from './element-kinds';
import { withoutDetour } from './google-docs';
import type { HtmlNotes } from './notes';
import { attribute, isElement, textOf, type HtmlElement } from './tree';

/**
 * The marks that hold inside an element, given those around it: one of a type, for what is bold does not get bolder, and
 * of links inside each other the inner one is followed.
 */
export function marksInside(
  element: HtmlElement,
  around: readonly OpenMark[],
  notes: HtmlNotes,
): readonly OpenMark[] {
  const before = new Set(around.flatMap(({ type }) => (isStyle(type) ? [type] : [])));
  const styles = stylesInside(
    { tag: element.tagName, css: styleOf(element), isBlock: isBlock(element) || isCaption(element) },
    before,
  );
  const isRaised =
    styles.has('superscript') && (before.has('superscript') || !onlyHoldsReference(element, notes));
  const marks: OpenMark[] = around.filter(({ type }) => !isStyle(type));
  for (const type of styles) if (type !== 'superscript' || isRaised) marks.push({ type });
  const label = notes.references.get(element);
  const href = element.tagName === 'a' ? webAddress(withoutDetour(attribute(element, 'href') ?? '')) : null;
  if (label !== undefined) marks.push({ type: 'footnoteReference', label });
  else if (href !== null) marks.push({ type: 'link', href });
  return marks.filter(({ type }, n) => !marks.some((later, m) => m > n && later.type === type));
}

/** A footnote reference is raised by nature, so the <sup> it comes in says nothing more. */
function onlyHoldsReference(element: HtmlElement, notes: HtmlNotes): boolean {
  const children = element.childNodes.filter(
    (node) => isElement(node) || textOf({ childNodes: [node] }).trim() !== '',
  );
  return (
    children.some((node) => isElement(node) && notes.references.has(node)) &&
    children.every((node) =>
      !isElement(node) ? /^[\s,;[\]()]*$/.test(textOf({ childNodes: [node] })) : notes.references.has(node),
    )
  );
}
