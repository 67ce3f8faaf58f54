import { attribute, classes, elementsOf, isElement, textOf, type HtmlElement } from './tree';

/** Rules of one class, as Google Docs writes them: ".c12{font-weight:700;color:#000}". */
const CLASS_RULE = /\.([\w-]+)\{([^{}]*)\}/g;

/** What a style says of words. */
const OF_WORDS =
  /(?:^|;)\s*((?:font-weight|font-style|font-variant|vertical-align|text-decoration|background-color)\s*:[^;]*)/gi;

/**
 * Writes what the classes of a page saved from Google Docs mean into the elements that have them: bold and italic words are
 * told by nothing else there. Of any other page nothing changes; its classes say how whole paragraphs look.
 */
export function spellOutStyles(root: HtmlElement): void {
  if (!isFromGoogleDocs(root)) return;
  const rules = new Map<string, string>();
  for (const element of elementsOf(root)) {
    if (element.tagName === 'style')
      for (const [, name = '', rule = ''] of textOf(element).matchAll(CLASS_RULE))
        rules.set(name, [...rule.matchAll(OF_WORDS)].map(([, words]) => words).join(';'));
  }
  for (const element of elementsOf(root)) {
    if (element.tagName !== 'span') continue;
    const told = classes(element).map((name) => rules.get(name) ?? '');
    const style = [...told, attribute(element, 'style') ?? ''].filter((each) => each !== '').join(';');
    if (style === '') continue;
    element.attrs = [
      ...element.attrs.filter(({ name }) => name !== 'style'),
      { name: 'style', value: style },
    ];
  }
}

/** Whether Google Docs saved a page, which then has "title" and "subtitle" for what they are. */
export function isFromGoogleDocs(root: HtmlElement): boolean {
  for (const element of elementsOf(root))
    if (element.tagName === 'body') return classes(element).includes('doc-content');
  return false;
}

/** Where a link leads that Google wraps in an address of its own, to count who follows it. */
export function withoutDetour(address: string): string {
  const found = /^https?:\/\/(?:www\.)?google\.[a-z.]+\/url\?(?:[^#]*?&)?(?:q|url)=([^&#]*)/i.exec(
    address,
  )?.[1];
  if (found === undefined) return address;
  try {
    const target = decodeURIComponent(found);
    return /^(?:https?:\/\/|mailto:)./i.test(target) ? target : address;
  } catch (error) {
    if (error instanceof URIError) return address;
    throw error;
  }
}

/** The comments of a page saved from Google Docs: what refers to each, and the elements they stand in at its end. */
export interface PageComments {
  readonly references: ReadonlyMap<HtmlElement, string>;
  readonly places: ReadonlySet<HtmlElement>;
}

/** Finds comments by the names Google Docs gives them: a link to "#cmnt1" refers to what starts with `<a id="cmnt1">`. */
export function findComments(elements: readonly HtmlElement[]): PageComments {
  const texts = new Map<string, string>();
  const places = new Set<HtmlElement>();
  for (const element of elements) {
    const id = attribute(element, 'id') ?? '';
    const place = /^cmnt\d+$/.test(id) ? placeOf(element) : null;
    if (!place) continue;
    places.add(place);
    const lines = place.tagName === 'div' ? place.childNodes.filter(isElement).map(textOf) : [textOf(place)];
    const marker = textOf(element);
    const text = lines.map((line) => line.replaceAll('\u00a0', ' ').trim()).join('\n');
    texts.set(id, (text.startsWith(marker) ? text.slice(marker.length) : text).trim());
  }
  const references = new Map<HtmlElement, string>();
  for (const element of elements) {
    const id =
      element.tagName === 'a' ? /^#(cmnt\d+)$/.exec(attribute(element, 'href') ?? '')?.[1] : undefined;
    const text = id === undefined ? undefined : texts.get(id);
    if (text !== undefined) references.set(element, text);
  }
  return { references, places };
}

/** The box of a comment: the <div> around its paragraphs, else the paragraph it starts. */
function placeOf(anchor: HtmlElement): HtmlElement | null {
  const paragraph = parentOf(anchor);
  if (paragraph?.tagName !== 'p') return null;
  const box = parentOf(paragraph);
  return box?.tagName === 'div' && box.childNodes.find(isElement) === paragraph ? box : paragraph;
}

function parentOf({ parentNode }: HtmlElement): HtmlElement | null {
  return parentNode && 'tagName' in parentNode ? parentNode : null;
}
