import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { serialize } from 'parse5';
import { elementsOf, isElement, type HtmlElement } from './tree';

/**
 * Readability looks up and down from every element: its time grows with the elements times their depth squared.
 * Pages come to a million or two; from here on it takes more than seconds, and names alone tell what is around.
 */
const MOST_WORK = 20_000_000;

/** And with the square of the elements beside each other. Pages have some thousands; Readability is quick to these. */
const MOST_ELEMENTS = 10_000;

/** What Readability takes for the article of a page. */
export interface Article {
  readonly title: string;
  /** The elements of the page that are, at least in part, in the article. */
  readonly elements: ReadonlySet<HtmlElement>;
}

/**
 * Asks Readability which elements of a page make up its article. It works on a copy, of which nothing but the
 * answer is used: it rebuilds, renames and cleans what it finds, and keeps event handlers.
 *
 * @returns null when it finds no article, or the page is too large or too deep to ask
 */
export function findArticle(root: HtmlElement): Article | null {
  if (expectedWork(root, 1) > MOST_WORK) return null;
  const elements = [...elementsOf(root)];
  if (elements.length > MOST_ELEMENTS) return null;
  // Where Readability merges elements it joins their attributes, so the number is in the name of the attribute.
  elements.forEach((element, i) => element.attrs.push({ name: `data-element-${i}`, value: '' }));
  const { document } = parseHTML(`<!doctype html><html>${serialize(root)}</html>`);
  const article = new Readability(document, {
    serializer: (node) => survivors(node as Element, elements),
  }).parse();
  for (const element of elements) element.attrs.pop();
  return article?.content ? { title: article.title ?? '', elements: article.content } : null;
}

function expectedWork(element: HtmlElement, depth: number): number {
  return element.childNodes
    .filter(isElement)
    .reduce((work, child) => work + expectedWork(child, depth + 1), depth * depth);
}

function survivors(content: Element, elements: readonly HtmlElement[]): ReadonlySet<HtmlElement> {
  const found = new Set<HtmlElement>();
  for (const survivor of content.querySelectorAll('*'))
    for (const name of survivor.getAttributeNames()) {
      const element = elements[Number(/^data-element-(\d+)$/.exec(name)?.[1])];
      if (element) found.add(element);
    }
  return found;
}
