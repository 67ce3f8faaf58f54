import type { Block } from '../../../shared/model/paragraph';
import { isFurniture } from '../../../shared/text/page-furniture';
import type { Article } from './article';
import type { PageBlock } from './blocks';

/** The places of the blocks that are article. */
export function chooseIncluded(blocks: readonly PageBlock[], article: Article | null): ReadonlySet<number> {
  const included = new Set<number>();
  blocks.forEach((each, i) => {
    const { block, container, texts, around, quoted } = each;
    const inArticle =
      !article || quoted || article.elements.has(container) || texts.some((text) => article.texts.has(text));
    const isOut = around || saysFurniture(block) || (article !== null && isStray(each));
    if (block.role === 'title' || (inArticle && !isOut)) included.add(i);
  });
  const title = blocks.findIndex(({ block }) => block.role === 'title');
  const first = blocks.findIndex(({ block }, i) => i > title && included.has(i) && block.role !== 'title');
  for (let i = title + 1; title >= 0 && i < first; i += 1) {
    const between = blocks[i];
    if (between && isLead(between)) included.add(i);
  }
  for (const i of wovenIn(blocks, included)) included.add(i);
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

/** Shorter lines that are no sentence, and in no paragraph, are mostly a time, a button or the name of a photographer. */
const SHORT = 40;

function isStray({ block, container }: PageBlock): boolean {
  const isParagraph = container.tagName !== 'div' || block.role !== 'paragraph';
  return !isParagraph && block.text.length < SHORT && !/[.!?…»”"’']$/.test(block.text);
}

/** A head of a table says “Share” of something, and no button. */
function saysFurniture({ role, text, cell }: Block): boolean {
  return cell === null && role !== 'title' && role !== 'caption' && isFurniture(text);
}

/** Readability leaves out what stands between the title and the body: the lead, and the main picture's caption. */
function isLead({ block, around }: PageBlock): boolean {
  if (around || saysFurniture(block)) return false;
  return (
    block.role === 'caption' || (['paragraph', 'quotation'].includes(block.role) && block.text.length >= 60)
  );
}

/** Longer text in the midst of an article is one of its paragraphs. */
const LONG = 60;

/** A paragraph of which more is linked leads somewhere else. */
const MOST_LINKED = 0.3;

/**
 * What Readability drops in the midst of the article: sections with many pictures or lists, and lines between paragraphs. What
 * stands between the title and the first paragraph is none of it: there are the author, the date and buttons.
 */
function wovenIn(blocks: readonly PageBlock[], included: ReadonlySet<number>): ReadonlySet<number> {
  const isBody = ({ block }: PageBlock, i: number) => included.has(i) && block.role !== 'title';
  const first = blocks.findIndex(isBody);
  const last = blocks.findLastIndex(isBody);
  const mayBe = ({ block, around, linked }: PageBlock) =>
    !around && block.role !== 'footnote' && linked < MOST_LINKED && !saysFurniture(block);
  const found = new Set<number>();
  for (let i = first + 1; first >= 0 && i < last; i += 1) {
    const between = blocks[i];
    if (between && !included.has(i) && mayBe(between) && between.block.text.length >= LONG) found.add(i);
  }
  const isIn = (i: number) => included.has(i) || found.has(i);
  // A short line by itself is as likely the name of a photographer: lists and tables come in runs.
  const isOfRun = (i: number) => {
    const each = blocks[i];
    return (
      each && !isIn(i) && !/^(paragraph|caption)$/.test(each.block.role) && each.linked === 0 && mayBe(each)
    );
  };
  for (let i = first + 1; first >= 0 && i < last; i += 1) {
    if (!isOfRun(i)) continue;
    let end = i;
    while (end < last && isOfRun(end)) end += 1;
    if (isIn(i - 1) && isIn(end)) for (let n = i; n < end; n += 1) found.add(n);
    i = end;
  }
  return found;
}
