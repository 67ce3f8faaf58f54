import { plainImport, type Notice } from '../../../shared/model/imported-document';
import { ok, type Result } from '../../../shared/model/failure';
import type { Block } from '../../../shared/model/paragraph';
import { isFurniture } from '../furniture';
import type { ReadBlocks } from '../read-blocks';
import { findArticle, type Article } from './article';
import { readPageBlocks, type PageBlock, type PageBlocks } from './blocks';
import { attribute, classes, elementsOf, parseHtml, type HtmlElement } from './tree';

/** Titles are shorter; more only takes time. */
const LONGEST_TITLE = 1000;

/** Where a piece of HTML comes from, which tells how much of it can be page around an article. */
export type HtmlSource = 'page' | 'clipboard';

/**
 * Reads the text of a page: all its blocks in order, those of the article proposed for inclusion. Nothing of
 * the page is run or fetched.
 *
 * @param file the name to tell in a failure: `fileTooDeep`, `fileTooManyParts`
 */
export function readHtml(html: string, file: string, source: HtmlSource = 'page'): Result<ReadBlocks> {
  const read = readPage(html, file, source, false);
  if (!read.ok) return read;
  const { blocks, notices } = read.value;
  return ok({ blocks: blocks.map(({ block, included }) => plainImport(block, included)), notices });
}

/** A block of a page with what is proposed for it. */
export interface ReadPageBlock extends PageBlock {
  readonly included: boolean;
}

/**
 * `readHtml` with the elements the blocks stand in.
 *
 * @param located whether these tell where they stand in the source
 */
export function readPage(
  html: string,
  file: string,
  source: HtmlSource,
  located: boolean,
): Result<{ readonly blocks: readonly ReadPageBlock[]; readonly notices: readonly Notice[] }> {
  const document = parseHtml(html, file, located);
  if (!document.ok) return document;
  const root = [...elementsOf(document.value)].find((element) => element.tagName === 'html');
  const body = root?.childNodes.find(
    (node): node is HtmlElement => 'tagName' in node && node.tagName === 'body',
  );
  if (!root || !body) return ok({ blocks: [], notices: [] });
  const page = readPageBlocks(body);
  if (isWrittenByTriptych(root)) return ok(ownBlocks(page));
  const article = source === 'page' ? findArticle(root) : null;
  const blocks = entitle(page.blocks, article);
  const included = chooseIncluded(blocks, article);
  const first = blocks.findIndex((_, i) => included.has(i));
  const last = blocks.findLastIndex((_, i) => included.has(i));
  const pictures = page.pictures.filter((at) => first < at && at <= last + 1).length;
  return ok({
    blocks: blocks.map((found, i) => ({ ...found, included: included.has(i) })),
    notices: pictures > 0 ? [{ code: 'picturesLeftOut', count: pictures } satisfies Notice] : [],
  });
}

function isWrittenByTriptych(root: HtmlElement): boolean {
  for (const element of elementsOf(root))
    if (element.tagName === 'meta' && attribute(element, 'name') === 'generator')
      return attribute(element, 'content') === 'Triptych';
  return false;
}

/** Everything in a file of our own is article, and its title says that it is one; only its remarks are not. */
function ownBlocks(page: PageBlocks) {
  const blocks = page.blocks
    .filter(({ around }) => !around)
    .map((found): ReadPageBlock => {
      const { block, container } = found;
      const isTitle = classes(container).includes('title');
      return { ...found, block: isTitle ? { ...block, role: 'title' } : block, included: true };
    });
  return { blocks, notices: [] };
}

/** Makes one first-level heading the title: the one Readability names, else the first in the article, else the first. */
function entitle(blocks: readonly PageBlock[], article: Article | null): readonly PageBlock[] {
  if (blocks.some(({ block }) => block.role === 'title')) return blocks;
  const headings = blocks.filter(({ block }) => block.role === 'heading1');
  const named = article?.title.slice(0, LONGEST_TITLE).normalize('NFC').replace(/\s+/g, ' ') ?? '';
  const title =
    headings.find(
      ({ block }) => named !== '' && (named.includes(block.text) || block.text.includes(named)),
    ) ??
    headings.find(({ container }) => article?.elements.has(container)) ??
    headings.find(({ around }) => !around);
  return blocks.map((found) =>
    found === title ? { ...found, block: { ...found.block, role: 'title' } } : found,
  );
}

/** The places of the blocks that are article. */
function chooseIncluded(blocks: readonly PageBlock[], article: Article | null): ReadonlySet<number> {
  const included = new Set<number>();
  blocks.forEach(({ block, container, around }, i) => {
    const inArticle = article ? article.elements.has(container) : true;
    if (block.role === 'title' || (inArticle && !around && !saysFurniture(block))) included.add(i);
  });
  const title = blocks.findIndex(({ block }) => block.role === 'title');
  const first = blocks.findIndex(({ block }, i) => i > title && included.has(i) && block.role !== 'title');
  for (let i = title + 1; title >= 0 && i < first; i += 1) {
    const between = blocks[i];
    if (between && isLead(between)) included.add(i);
  }
  const referred = new Set(
    [...included].flatMap((i) =>
      (blocks[i]?.block.marks ?? []).map((mark) => (mark.type === 'footnoteReference' ? mark.label : null)),
    ),
  );
  blocks.forEach(({ block }, i) => {
    if (block.role === 'footnote' && referred.has(block.label)) included.add(i);
  });
  return included;
}

function saysFurniture({ role, text }: Block): boolean {
  return role !== 'title' && role !== 'caption' && isFurniture(text);
}

/** Readability leaves out what stands between the title and the body: the lead, and the main picture's caption. */
function isLead({ block, around }: PageBlock): boolean {
  if (around || saysFurniture(block)) return false;
  return (
    block.role === 'caption' || (['paragraph', 'quotation'].includes(block.role) && block.text.length >= 60)
  );
}
