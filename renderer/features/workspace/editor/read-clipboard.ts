import { sliceMarks, type Mark, type Style } from '../../../../shared/model/mark';
import type { RichText } from '../../../../shared/model/paragraph';
import { stylesInside } from '../../../../shared/text/element-styles';
import { cutParagraphs, normaliseRich } from '../../../../shared/text/normalise-rich';
import { webAddress } from '../../../../shared/text/web-address';

/** Elements that stand in lines of their own. */
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);

/** Elements that hold nothing a reader sees. */
const UNSEEN = new Set(
  'SCRIPT STYLE HEAD TITLE TEMPLATE NOSCRIPT OBJECT IFRAME SVG MATH META LINK'.split(' '),
);

/** How words look, and where they lead. */
interface Look {
  readonly styles: ReadonlySet<Style>;
  readonly href: string | null;
}

const PLAIN: Look = { styles: new Set(), href: null };

/**
 * What was copied, as paragraphs with their line breaks, how their words are set and where they lead; nothing else of how it
 * looked.
 * Word, Google Docs, LibreOffice and pages of the web write HTML beside the plain words. It is read into a document that
 * is never shown: no script in it runs, and nothing it names is fetched.
 *
 * @param html what stands on the clipboard as HTML; empty where nothing does, or where it is not asked for
 */
export function readClipboard(html: string, plain: string): readonly RichText[] {
  const paragraphs = html === '' ? [] : readHtml(html);
  return paragraphs.length > 0 ? paragraphs : readPlain(plain);
}

function readPlain(plain: string): readonly RichText[] {
  // Word writes a line break within a paragraph as U+000B.
  const lines = plain.split(/[\r\n\u2029]+/).filter((line) => line.trim() !== '');
  // One line alone keeps its spaces: it may be a part of a sentence.
  return lines.length < 2
    ? lines.map((text) => ({ text, marks: [] }))
    : lines.map((line) => normaliseRich(line, []));
}

function readHtml(html: string): readonly RichText[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const paragraphs: RichText[] = [];
  let text = '';
  let marks: Mark[] = [];
  const end = (): void => {
    const parts = cutParagraphs(text);
    for (const { start, end } of parts) {
      // One text alone keeps its spaces: it may be a part of a sentence.
      const [before, behind] = [/^\s*/, /\s*$/].map((ends) => ends.exec(text.slice(start, end))?.[0] ?? '');
      const from = before?.includes('\n') ? start + before.length : start;
      const to = behind?.includes('\n') ? end - behind.length : end;
      paragraphs.push({ text: text.slice(from, to), marks: sliceMarks(marks, from, to) });
    }
    text = '';
    marks = [];
  };
  const refer = (label: string): void => {
    const start = text.length;
    text += label;
    marks.push({ type: 'footnoteReference', label, start, end: text.length });
  };
  const add = (words: string, look: Look): void => {
    const start = text.length;
    text += words;
    const span = { start, end: text.length };
    for (const type of look.styles) marks.push({ type, ...span });
    if (look.href !== null) marks.push({ type: 'link', href: look.href, ...span });
  };
  const walk = (node: Node, look: Look): void => {
    if (node.nodeType === Node.TEXT_NODE)
      return add((node.textContent ?? '').replace(/[\t\r\n ]+/g, ' '), look);
    if (!(node instanceof HTMLElement) || UNSEEN.has(node.tagName) || isHidden(node)) return;
    if (node.tagName === 'BR') return add('\n', look);
    const label = noteLabel(node);
    if (label !== null) return refer(label);
    const isBlock = BLOCKS.has(node.tagName);
    if (isBlock) end();
    const inner = lookOf(node, look);
    for (const child of node.childNodes) walk(child, inner);
    if (isBlock) end();
  };
  walk(body, PLAIN);
  end();
  if (paragraphs.length < 2) return paragraphs;
  return paragraphs.map((each) => normaliseRich(each.text, each.marks)).filter((each) => each.text !== '');
}

/**
 * What the `style` of an element says of one property. Read as text: the window lets no styles of others in, and so the
 * browser itself does not look at them.
 */
function styleOf(element: HTMLElement, property: string): string {
  const said = (element.getAttribute('style') ?? '').split(';').map((each) => each.split(':'));
  return (
    said
      .findLast(([name]) => name?.trim().toLowerCase() === property)?.[1]
      ?.trim()
      .toLowerCase() ?? ''
  );
}

/** Where the links to notes lead in what Word, LibreOffice, wikis and most sites write. */
const TO_NOTE = /#_?(?:ftn|edn|fn|cite_note|sdfootnote|sdendnote|footnote|endnote|note)/i;

/** The number or sign of the note an element refers to; null where it refers to none. It is no part of the word before it. */
function noteLabel(element: HTMLElement): string | null {
  const isReference =
    element.classList.contains('MsoFootnoteReference') ||
    element.getAttribute('role') === 'doc-noteref' ||
    (element.tagName === 'A' && TO_NOTE.test(element.getAttribute('href') ?? ''));
  const sign = /^[[(]?(\d{1,3}|[*†‡§]{1,3})[\])]?$/.exec((element.textContent ?? '').replace(/\s+/g, ''));
  return (isReference && sign?.[1]) || null;
}

/** Word notes list signs and fields in text that is not to be shown. */
function isHidden(element: HTMLElement): boolean {
  return (
    styleOf(element, 'display') === 'none' ||
    styleOf(element, 'mso-list') === 'ignore' ||
    styleOf(element, 'mso-hide') === 'all'
  );
}

/** How the words in an element look; that a heading is bold is no mark of its words. */
function lookOf(element: HTMLElement, around: Look): Look {
  const { tagName } = element;
  const css = element.getAttribute('style') ?? '';
  const styles = new Set(
    stylesInside({ tag: tagName.toLowerCase(), css, isBlock: BLOCKS.has(tagName) }, around.styles),
  );
  if (/^H[1-6]$/.test(tagName)) styles.delete('strong');
  const address = element.getAttribute('href') ?? element.dataset['href'] ?? '';
  const href = tagName === 'A' ? (webAddress(address) ?? around.href) : around.href;
  return { styles, href };
}
