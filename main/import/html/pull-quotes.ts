import type { Article } from './article';
import { attribute, classes, elementsOf, textOf, type HtmlElement } from './tree';

/** Longer is a box with a text of its own. */
const LONGEST = 600;

const SHORTEST = 20;

/** What a box with something to do, to choose or to go to has in it. */
const BUSY = /^(a|form|input|button|iframe|script|nav|table|h[1-6]|ul|ol)$/;

/** Names of boxes that no words of the article stand in. */
const OTHER =
  /(^|[-_])(ad|ads|advert|promo|newsletter|subscribe|share|social|related|author|bio|sidebar|widget)($|[-_])/;

/** Whether a box in the middle of an article only holds words of it: a pull quote, or a remark beside the text. */
export function isPullQuote(element: HtmlElement, article: Article | null): boolean {
  if (element.tagName !== 'aside' || !article) return false;
  const { parentNode } = element;
  if (!parentNode || !('tagName' in parentNode) || !article.isMostlyIn(parentNode)) return false;
  const names = [...classes(element), attribute(element, 'id') ?? ''];
  if (names.some((name) => OTHER.test(name))) return false;
  for (const { tagName } of elementsOf(element)) if (BUSY.test(tagName)) return false;
  const { length } = textOf(element).trim();
  return length >= SHORTEST && length <= LONGEST;
}
