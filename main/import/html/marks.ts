import { webAddress } from '../../../shared/text/web-address';
import type { OpenMark } from '../marked-text';
import { styleOf } from './element-kinds';
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
  const style = styleOf(element);
  const weight = /font-weight\s*:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase();
  const slant = /font-style\s*:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase();
  const marks: OpenMark[] = around.filter(
    ({ type }) => !(type === 'strong' && weight === 'normal') && !(type === 'emphasis' && slant === 'normal'),
  );
  // Google Docs wraps all it copies in <b style="font-weight:normal">.
  if (weight ? /^(bold|bolder|[6-9]00)$/.test(weight) : /^(strong|b)$/.test(element.tagName))
    marks.push({ type: 'strong' });
  if (slant ? /^(italic|oblique)$/.test(slant) : /^(em|i)$/.test(element.tagName))
    marks.push({ type: 'emphasis' });
  if (
    (element.tagName === 'sup' || /vertical-align\s*:\s*super/i.test(style)) &&
    !onlyHoldsReference(element, notes)
  )
    marks.push({ type: 'superscript' });
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
