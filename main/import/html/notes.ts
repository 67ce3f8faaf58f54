import { decodeFragment } from '../decode-fragment';
import { findComments, type PageComments } from './google-docs';
import { attribute, elementsOf, textOf, type HtmlElement, type HtmlNode } from './tree';

/** The footnotes of a page: which links refer to one, where the notes are, which links only lead back. */
export interface HtmlNotes {
  /** Reference links and the label of the note each refers to. */
  readonly references: ReadonlyMap<HtmlElement, string>;
  /** The elements notes start at. */
  readonly targets: ReadonlyMap<HtmlElement, HtmlNote>;
  readonly backLinks: ReadonlySet<HtmlElement>;
  /** What looks like notes and is none. */
  readonly comments: PageComments;
}

export interface HtmlNote {
  readonly label: string;
  /** Whether the label may stand in front of the note's text as well. */
  readonly printed: boolean;
}

const MARKER = /^[[(]?\s*(\d{1,3}|[*†‡§]{1,3}|[a-zа-я]|[ivxlc]{1,6})\s*[\])]?$/i;

const ARROW = /^[\s↑↩⇑⬆^\ufe0e\ufe0f]+$/;

/**
 * Finds footnotes by how their links run: a link that reads like a marker ("1", "[1]", "*") and leads forward
 * within the page refers to a note; one that leads backward belongs to the note. Word, WordPress, MediaWiki and
 * Markdown pages all have this in common, and little else.
 */
export function findNotes(root: { readonly childNodes: readonly HtmlNode[] }): HtmlNotes {
  const elements = [...elementsOf(root)];
  const places = new Map<string, number>();
  elements.forEach((element, place) => {
    for (const name of [
      attribute(element, 'id'),
      element.tagName === 'a' ? attribute(element, 'name') : null,
    ])
      if (name && !places.has(name)) places.set(name, place);
  });
  const comments = findComments(elements);
  const references = new Map<HtmlElement, string>();
  const targets = new Map<HtmlElement, HtmlNote>();
  const backLinks = new Set<HtmlElement>();
  let begun = false;
  elements.forEach((element, place) => {
    begun ||= targets.has(element);
    const label = attribute(element, 'data-label');
    if (label !== null && attribute(element, 'role') === 'doc-footnote')
      targets.set(element, { label, printed: false });
    const fragment =
      element.tagName === 'a' ? /#(.+)$/.exec(attribute(element, 'href') ?? '')?.[1] : undefined;
    if (fragment === undefined || comments.references.has(element)) return;
    if (label !== null && attribute(element, 'role') === 'doc-noteref') {
      references.set(element, label);
      return;
    }
    const text = textOf(element).trim();
    const marker = MARKER.exec(text)?.[1];
    const to = places.get(fragment) ?? places.get(decodeFragment(fragment));
    const target = to === undefined ? undefined : elements[to];
    if (to === undefined || target === undefined) return;
    if (ARROW.test(text)) backLinks.add(element);
    else if (marker === undefined) return;
    else if (to > place && !/^h[1-6]$/.test(target.tagName)) {
      references.set(element, marker);
      if (!targets.has(target)) targets.set(target, { label: marker, printed: true });
    } else if (begun) backLinks.add(element);
  });
  return { references, targets, backLinks, comments };
}
