import { Readability } from '@mozilla/readability';
import iconv from 'iconv-lite';
import { parseHTML } from 'linkedom';
import { hasText } from '../../../shared/model/imported-document';
import { readDocument } from '../../../main/import/read-document';

/** What came of a page that was read. */
export interface TriedPage {
  /** Why it could not be read; null where it was. */
  readonly refused: string | null;
  readonly ticked: readonly string[];
  readonly unticked: readonly string[];
  /** The text of the page's article, by whoever was asked. */
  readonly article: string;
}

/** Reads a page, and tells what of it is proposed; what the article is says `expected`, else Readability. */
export async function tryPage(bytes: Uint8Array, expected: Uint8Array | null): Promise<TriedPage> {
  const read = await readDocument({ fileName: 'page.html', bytes });
  if (!read.ok) return { refused: read.failure.code, ticked: [], unticked: [], article: '' };
  const blocks = read.value.blocks.filter(hasText);
  const texts = (included: boolean): readonly string[] =>
    blocks.filter((each) => each.included === included).map(({ block }) => block.text);
  const article = expected
    ? textOf(pageOf(expected, 'utf-8').documentElement)
    : readable(bytes, read.value.encoding);
  return { refused: null, ticked: texts(true), unticked: texts(false), article };
}

function readable(bytes: Uint8Array, encoding: string): string {
  const found = new Readability(pageOf(bytes, encoding), { serializer: (node) => textOf(node) }).parse();
  return found?.content ?? '';
}

function pageOf(bytes: Uint8Array, encoding: string): Document {
  return parseHTML(iconv.decode(Buffer.from(bytes), encoding)).document;
}

/** The text of an element with a space where an element starts or ends, so that no words run together. */
function textOf(node: Node): string {
  if (node.nodeType === 3) return node.textContent ?? '';
  if (/^(script|style|noscript|template)$/i.test(node.nodeName)) return '';
  return [...node.childNodes].map(textOf).join(' ');
}
