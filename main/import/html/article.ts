import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { serialize, type DefaultTreeAdapterTypes } from 'parse5';
import { elementsOf, isElement, isText, type HtmlElement, type HtmlText } from './tree';

/**
 * Readability looks up and down from every element: its time grows with the elements times their depth squared.
 * Pages come to a million or two; from here on it takes more than seconds, and names alone tell what is around.
 */
const MOST_WORK = 20_000_000;

/** And with the square of the elements beside each other. Pages have some thousands; Readability is quick to these. */
const MOST_ELEMENTS = 10_000;

/** An element that holds so much of the article's letters is no box beside it, whatever it is called. */
const MOST_OF_IT = 0.4;

/**
 * Of an attribute it is given no more, in UTF-16 units: it looks for addresses in those of images by patterns whose time grows with
 * the square of what they are given. Only which elements it keeps is asked, not what stands in them.
 */
const LONGEST_ATTRIBUTE = 500;

/** What Readability takes for the article of a page. */
export interface Article {
  readonly title: string;
  /** The elements of the page that are, at least in part, in the article. */
  readonly elements: ReadonlySet<HtmlElement>;
  /** The texts that are, whatever became of the elements they stood in. */
  readonly texts: ReadonlySet<HtmlText>;
  /** Whether an element holds much of the article. */
  readonly isMostlyIn: (element: HtmlElement) => boolean;
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
  const numbered = numberedCopy(root);
  const { document } = parseHTML(`<!doctype html><html>${serialize(numbered.copy)}</html>`);
  const found = new Readability(document, {
    serializer: (node) => survivors(node as Element, numbered.originals),
  }).parse();
  if (!found?.content) return null;
  const kept = found.content;
  const texts = new Set(
    [...textsOf(root)].filter((text) => kept.has(text) || (text.parentNode && kept.has(text.parentNode))),
  );
  const inside = lettersInside(texts);
  const all = inside.get(root) ?? 0;
  return {
    title: found.title ?? '',
    elements: new Set(elements.filter((element) => kept.has(element))),
    texts,
    isMostlyIn: (element) => (inside.get(element) ?? 0) > MOST_OF_IT * all,
  };
}

function expectedWork(element: HtmlElement, depth: number): number {
  return element.childNodes
    .filter(isElement)
    .reduce((work, child) => work + expectedWork(child, depth + 1), depth * depth);
}

/** An element or a text, as a node of the page or as the parent of one. */
type Original = DefaultTreeAdapterTypes.ParentNode | HtmlText;

/**
 * A copy whose elements carry numbers. Where Readability merges elements it joins their attributes, so the number is in the
 * name of the attribute. The text of a <div> has a number of its own: Readability moves it into a new <p>.
 */
function numberedCopy(root: HtmlElement): {
  readonly copy: HtmlElement;
  readonly originals: readonly Original[];
} {
  const originals: Original[] = [];
  const number = (original: Original): { name: string; value: string } => {
    originals.push(original);
    return { name: `data-original-${originals.length - 1}`, value: '' };
  };
  const copyElement = (element: HtmlElement): HtmlElement => {
    const attrs = element.attrs.map((each) => ({ ...each, value: each.value.slice(0, LONGEST_ATTRIBUTE) }));
    const copy: HtmlElement = { ...element, attrs: [...attrs, number(element)] };
    copy.childNodes = element.childNodes.map((child) => {
      if (isElement(child)) return copyElement(child);
      if (element.tagName !== 'div' || !isText(child) || child.value.trim() === '') return child;
      return { ...element, nodeName: 'span', tagName: 'span', attrs: [number(child)], childNodes: [child] };
    });
    return copy;
  };
  return { copy: copyElement(root), originals };
}

function survivors(content: Element, originals: readonly Original[]): ReadonlySet<Original> {
  const found = new Set<Original>();
  for (const survivor of content.querySelectorAll('*'))
    for (const name of survivor.getAttributeNames()) {
      const original = originals[Number(/^data-original-(\d+)$/.exec(name)?.[1])];
      if (original) found.add(original);
    }
  return found;
}

function* textsOf(node: HtmlElement): Generator<HtmlText> {
  for (const child of node.childNodes)
    if (isText(child)) yield child;
    else if (isElement(child)) yield* textsOf(child);
}

/** How many letters of the article stand in each element, those of links left out: a menu is nothing else. */
function lettersInside(texts: Iterable<HtmlText>): ReadonlyMap<Original, number> {
  const inside = new Map<Original, number>();
  for (const text of texts) {
    const letters = text.value.trim().length;
    const around = letters > 0 ? [...ancestorsOf(text)] : [];
    if (around.every((each) => each.nodeName !== 'a'))
      for (const each of around) inside.set(each, (inside.get(each) ?? 0) + letters);
  }
  return inside;
}

function* ancestorsOf(text: HtmlText): Generator<DefaultTreeAdapterTypes.ParentNode> {
  for (let at = text.parentNode; at; at = 'parentNode' in at ? at.parentNode : null) yield at;
}
