import {
  countedNotices,
  plainImport,
  type ImportedBlock,
  type Notice,
} from '../../../shared/model/imported-document';
import { ok, type Result } from '../../../shared/model/failure';
import type { PictureShelf } from '../pictures/picture-shelf';
import type { ReadBlocks } from '../read-blocks';
import { findArticle, type Article } from './article';
import { readPageBlocks, type PageBlock, type PageBlocks } from './blocks';
import { isFromGoogleDocs, spellOutStyles } from './google-docs';
import { imageReader, type PictureOf } from './images';
import { chooseIncluded } from './included';
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
 * @param shelf where pictures go that stand in the page itself; null where pictures are left out
 */
export function readHtml(
  html: string,
  file: string,
  source: HtmlSource = 'page',
  shelf: PictureShelf | null = null,
): Result<ReadBlocks> {
  const read = readPage(html, file, source, { located: false, pictureOf: shelf && imageReader(shelf) });
  if (!read.ok) return read;
  const { blocks, notices } = read.value;
  return ok({ blocks: blocks.map((each) => withComments(each, each.included)), notices });
}

/** A block of a page with what is proposed for it. */
export interface ReadPageBlock extends PageBlock {
  readonly included: boolean;
}

/**
 * `readHtml` with the elements the blocks stand in.
 *
 * @param how.located whether these tell where they stand in the source
 * @param how.pictureOf reads images; null where these are left out
 */
export function readPage(
  html: string,
  file: string,
  source: HtmlSource,
  { located, pictureOf }: { readonly located: boolean; readonly pictureOf: PictureOf | null },
): Result<{ readonly blocks: readonly ReadPageBlock[]; readonly notices: readonly Notice[] }> {
  const document = parseHtml(html, file, located);
  if (!document.ok) return document;
  const root = [...elementsOf(document.value)].find((element) => element.tagName === 'html');
  const body = root?.childNodes.find(
    (node): node is HtmlElement => 'tagName' in node && node.tagName === 'body',
  );
  if (!root || !body) return ok({ blocks: [], notices: [] });
  spellOutStyles(root);
  if (isWrittenByTriptych(root)) return ok(ownBlocks(readPageBlocks(body, null, pictureOf)));
  const isPage = source === 'page' && !isFromGoogleDocs(root);
  const article = isPage ? findArticle(root) : null;
  const page = readPageBlocks(body, article, pictureOf);
  const blocks = isFromGoogleDocs(root) ? entitleByClass(page.blocks) : entitle(page.blocks, article);
  const words = blocks.filter(({ image }) => !image);
  const chosen = chooseIncluded(words, article);
  const included = withPictures(blocks, new Set([...chosen].map((i) => words[i])));
  const first = blocks.findIndex((_, i) => included.has(i));
  const last = blocks.findLastIndex((_, i) => included.has(i));
  const pictures = page.pictures.filter((at) => first < at && at <= last + 1).length;
  const comments = blocks.reduce((sum, each) => sum + each.comments.length, 0);
  const littleProposed = isPage && isLittle(words, chosen) ? words.length - chosen.size : 0;
  return ok({
    blocks: blocks.map((found, i) => ({ ...found, included: included.has(i) })),
    notices: countedNotices({ picturesLeftOut: pictures, comments, littleProposed }),
  });
}

/** The places of what is proposed: the words, and the pictures among them or right before and behind. */
function withPictures(
  blocks: readonly PageBlock[],
  words: ReadonlySet<PageBlock | undefined>,
): ReadonlySet<number> {
  const isProposed = (each: PageBlock) => words.has(each);
  const first = blocks.findIndex(isProposed);
  const last = blocks.findLastIndex(isProposed);
  const end = blocks.findIndex(({ image }, i) => i > last && !image);
  return new Set(
    blocks.flatMap((each, i) => {
      const isAmong = first >= 0 && i > first && i < (end < 0 ? blocks.length : end);
      return isProposed(each) || (each.image && !each.around && isAmong) ? [i] : [];
    }),
  );
}

/** An article is longer, and mostly more than a tenth of the letters of its page. */
const LITTLE = 250;

/** Whether so little of a page is proposed that the article most likely is among what is not. */
function isLittle(blocks: readonly PageBlock[], included: ReadonlySet<number>): boolean {
  const lettersOf = (all: readonly PageBlock[]) => all.reduce((sum, { block }) => sum + block.text.length, 0);
  const proposed = blocks.filter(({ block }, i) => included.has(i) && block.role !== 'title');
  const letters = lettersOf(proposed);
  return blocks.length > 0 && letters < LITTLE && letters * 10 < lettersOf(blocks);
}

/** Nobody and no time is named there, and of the words only that they stood before. */
function withComments({ block, comments }: PageBlock, included: boolean): ImportedBlock {
  const placed = comments
    .filter((text) => text !== '')
    .map((text) => {
      const span = { start: 0, end: block.text.length };
      return { ...span, author: '', time: null, text, replies: [], resolved: false };
    });
  return { ...plainImport(block, included), comments: placed };
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

/** Google Docs names the paragraph of its style "Title". */
function entitleByClass(blocks: readonly PageBlock[]): readonly PageBlock[] {
  const title = blocks.findIndex(({ container }) => classes(container).includes('title'));
  return blocks.map((each, i) => (i === title ? { ...each, block: { ...each.block, role: 'title' } } : each));
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
    headings.find(({ around }) => !around) ??
    // Blogs have their own name in the first-level heading, or none.
    blocks.find(({ block }) => block.role.startsWith('heading') && block.text === named);
  return blocks.map((found) =>
    found === title ? { ...found, block: { ...found.block, role: 'title' } } : found,
  );
}
