import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';

export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
type HtmlDocument = DefaultTreeAdapterTypes.Document;

/** Chromium's own limit; deeper pages are attacks, and hang what walks them. */
const DEEPEST = 512;

class TooDeep extends Error {}

/**
 * Parses a page as browsers do, running and fetching nothing.
 *
 * @returns null when elements are nested deeper than 512; found out while reading, before a deep tree exists
 */
export function parseHtml(html: string): HtmlDocument | null {
  let open = 0;
  const treeAdapter = {
    ...defaultTreeAdapter,
    onItemPush() {
      open += 1;
      if (open > DEEPEST) throw new TooDeep();
    },
    onItemPop() {
      open -= 1;
    },
  };
  try {
    return parse(html, { treeAdapter });
  } catch (error) {
    if (error instanceof TooDeep) return null;
    throw error;
  }
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

/** The value of an attribute, or null. */
export function attribute(element: HtmlElement, name: string): string | null {
  return element.attrs.find((other) => other.name === name)?.value ?? null;
}

/** The classes of an element, in lower case. */
export function classes(element: HtmlElement): readonly string[] {
  return (attribute(element, 'class') ?? '').toLowerCase().split(/\s+/);
}

/** All elements below a node, in document order. */
export function* elementsOf(node: { readonly childNodes: readonly HtmlNode[] }): Generator<HtmlElement> {
  for (const child of node.childNodes) {
    if (!isElement(child)) continue;
    yield child;
    yield* elementsOf(child);
  }
}

/** The text below a node as it stands in the source, whatever it is part of. */
export function textOf(node: { readonly childNodes: readonly HtmlNode[] }): string {
  return node.childNodes
    .map((child) => (isElement(child) ? textOf(child) : 'value' in child ? child.value : ''))
    .join('');
}
