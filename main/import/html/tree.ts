import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';
import { fail, ok, type Result } from '../../../shared/model/failure';
import { MOST_ELEMENTS, TEXT_LIMIT_MB } from '../limits';

export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlText = DefaultTreeAdapterTypes.TextNode;
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
type HtmlDocument = DefaultTreeAdapterTypes.Document;

/** Chromium's own limit; deeper pages are attacks, and hang what walks them. */
const DEEPEST = 512;

/** Attributes of one element; Readability compares each with each. */
const MOST_ATTRIBUTES = 1000;

/** Of text that a reader of the page may see: what the largest text comes to in Cyrillic, of two bytes a letter. */
const MOST_LETTERS = (TEXT_LIMIT_MB * 2 ** 20) / 2;

class Refused extends Error {
  constructor(readonly result: Result<never>) {
    super();
  }
}

/**
 * Parses a page as browsers do, running and fetching nothing.
 *
 * @param file the name to tell in a failure: `fileTooDeep`, `fileTooManyParts`; found out while reading, before a
 * deep or a large tree exists
 * @param located whether nodes tell where they stand in the source
 */
export function parseHtml(html: string, file: string, located = false): Result<HtmlDocument> {
  let open = 0;
  let made = 0;
  let letters = 0;
  const count = (): void => {
    made += 1;
    if (made > MOST_ELEMENTS) throw new Refused(fail('fileTooManyParts', { file, limit: MOST_ELEMENTS }));
  };
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement(name, namespace, attributes) {
      count();
      if (attributes.length > MOST_ATTRIBUTES)
        throw new Refused(fail('fileTooManyParts', { file, limit: MOST_ATTRIBUTES }));
      return defaultTreeAdapter.createElement(name, namespace, attributes);
    },
    insertText(parent, text) {
      if (!('tagName' in parent && /^(script|style)$/.test(parent.tagName))) letters += text.length;
      if (letters > MOST_LETTERS) throw new Refused(fail('fileTooLarge', { file, limit: TEXT_LIMIT_MB }));
      defaultTreeAdapter.insertText(parent, text);
    },
    createCommentNode(data) {
      count();
      return defaultTreeAdapter.createCommentNode(data);
    },
    onItemPush() {
      open += 1;
      if (open > DEEPEST) throw new Refused(fail('fileTooDeep', { file }));
    },
    onItemPop() {
      open -= 1;
    },
  };
  try {
    return ok(parse(html, { treeAdapter, sourceCodeLocationInfo: located }));
  } catch (error) {
    if (error instanceof Refused) return error.result;
    throw error;
  }
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

export function isText(node: HtmlNode): node is HtmlText {
  return node.nodeName === '#text';
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
