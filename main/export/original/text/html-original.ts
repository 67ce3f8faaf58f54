import type { Result } from '../../../../shared/model/failure';
import type { Block, RichText } from '../../../../shared/model/paragraph';
import { plainImport } from '../../../../shared/model/imported-document';
import { ok } from '../../../../shared/model/failure';
import { readPage } from '../../../import/html/read-html';
import { isElement, type HtmlElement } from '../../../import/html/tree';
import { escapeHtml, writeInline, writeLines } from '../../html';
import { PictureShelf } from '../../../import/pictures/picture-shelf';
import { imageReader } from '../../../import/html/images';
import { fatesOf, wordsOf, type Fate } from '../match-pictures';
import { asRead } from '../../../import/reading';
import type { FormerReading } from '../former-reading';
import type { PresentText } from '../present-text';
import type { Translation } from '../translation';
import { Splices } from '../splices';
import { editLetters, marksOf, type Ink } from './edit-letters';
import { withoutEmptiedLinks } from './empty-links';
import { lettersIn, startTag, type Letter } from './html-letters';
import { placeBlocks, type WrittenBlock } from './place-blocks';

/** What is left out of account where the text of a block is found in its element. */
const UNSEEN = /[\s\u00ad\u200b-\u200d\u2060\ufeff]/u;

/** What holds others and takes no text beside them. */
const STRUCTURES = new Set([
  'ul',
  'ol',
  'dl',
  'li',
  'table',
  'tbody',
  'thead',
  'tfoot',
  'tr',
  'td',
  'th',
  'figure',
  'blockquote',
]);

/**
 * A page with the present text of a version in it. Fails as reading it does.
 *
 * @param former how the page was read when it was imported; what the text is, where the page is that of another version
 */
export function writeHtmlOriginal(
  source: string,
  file: string,
  texts: readonly PresentText[],
  { isLeftOut, reading, translation }: FormerReading & { readonly translation: Translation | null },
): Result<string> {
  const pictureOf = reading > 2 ? imageReader(new PictureShelf()) : null;
  const read = readPage(source, file, 'page', { located: true, pictureOf });
  if (!read.ok) return read;
  const leftOut = isLeftOut(read.value.blocks.map(({ block, included }) => plainImport(block, included)));
  const splices = new Splices(source);
  const ink = inkOf(source);
  const spelled = new Map<HtmlElement, Spelled>();
  const containers = new Map<WrittenBlock, HtmlElement>();
  const counts = new Map<HtmlElement, number>();
  for (const { container, image } of read.value.blocks)
    if (!image) counts.set(container, (counts.get(container) ?? 0) + 1);
  const images: { readonly block: Block; readonly image: HtmlElement }[] = [];
  const blocks = read.value.blocks.flatMap(
    ({ block: present, container, image }, n): readonly WrittenBlock[] => {
      const block = asRead(present, reading);
      if (image) {
        if (!leftOut(n)) images.push({ block, image });
        return [];
      }
      const ofOne = spelled.get(container) ?? new Spelled(lettersIn(container, source));
      spelled.set(container, ofOne);
      const letters = ofOne.take(block.text);
      if (leftOut(n)) return [];
      const written: WrittenBlock = {
        block,
        whole: counts.get(container) === 1 && isAlone(container, block.text) ? placeOf(container) : null,
        behind: (role) => endBehind(container, role),
        edit: (present) =>
          letters
            ? editLetters(splices, block, letters, present, ink)
            : writeAnew(splices, container, present),
      };
      containers.set(written, container);
      return [written];
    },
  );
  const fates = fatesOf(
    images.map(({ block }) => block),
    texts,
  );
  images.forEach(({ block, image }, n) => writeImage(splices, source, block, image, fates[n] ?? 'gone'));
  placeBlocks(blocks, wordsOf(texts), splices, ({ role, settled }, model) => {
    const element = model && containers.get(model);
    const tag = element && element.tagName !== 'body' ? element.tagName : tagOf(role);
    const start = element?.tagName === tag ? startTag(element, source, true) : `<${tag}>`;
    return `\n${start}${writeInline(settled)}</${tag}>`;
  });
  const written = splices.isEmpty ? source : withoutEmptiedLinks(splices.render(), source, 'a');
  return ok(translation ? withLanguage(written, translation) : written);
}

/** A page that says what it is called and in which language it is. */
function withLanguage(page: string, { language, headline }: Translation): string {
  return page
    .replace(/<html(?=[\s>])[^>]*>/i, (tag) => {
      const told = /(\s(?:xml:)?lang\s*=\s*)(?:"[^"]*"|'[^']*'|[^\s>]+)/gi;
      return told.test(tag)
        ? tag.replace(told, (_, name: string) => `${name}"${language}"`)
        : tag.replace(/^<html/i, (start) => `${start} lang="${language}"`);
    })
    .replace(/(<title(?=[\s>])[^>]*>)[^<]*/i, (_, start: string) => `${start}${escapeHtml(headline)}`);
}

/** Writes the alternative text of a picture, or takes the picture out. */
function writeImage(
  splices: Splices,
  source: string,
  { text }: Block,
  { sourceCodeLocation: at }: HtmlElement,
  fate: Fate,
): void {
  if (!at) return;
  if (fate === 'gone') return splices.replace(at.startOffset, at.endOffset, '');
  if (fate.alternative === text) return;
  const written = `alt="${escapeHtml(fate.alternative)}"`;
  const known = at.attrs?.['alt'];
  if (known) return splices.replace(known.startOffset, known.endOffset, written);
  const name = /^<[^\s/>]+/.exec(source.slice(at.startOffset, at.endOffset))?.[0] ?? '';
  splices.insert(at.startOffset + name.length, ` ${written}`);
}

/** The letters of an element, from which the blocks that stand in it are taken in order. */
class Spelled {
  /** Without what is not looked at. */
  private readonly seen: readonly number[];
  private readonly text: string;
  /** By UTF-16 unit of `text` the position in `seen`. */
  private readonly places: readonly number[];
  private at = 0;

  constructor(private readonly letters: readonly Letter[]) {
    this.seen = letters.flatMap(({ text }, n) => (UNSEEN.test(text) ? [] : [n]));
    const spelled = this.seen.map((n) => letters[n]?.text ?? '');
    this.text = spelled.join('');
    this.places = spelled.flatMap((text, n) =>
      [...text].flatMap((sign) => Array<number>(sign.length).fill(n)),
    );
  }

  /** For each UTF-16 unit of a text its letter, null for a space; null where the element does not spell it. */
  take(text: string): readonly (Letter | null)[] | null {
    const wanted = seenOf(text);
    const found = wanted === '' ? -1 : this.text.indexOf(wanted, this.at);
    if (found < 0) return null;
    let next = this.places[found] ?? 0;
    const taken: (number | null)[] = [];
    for (const sign of text) {
      const letter = UNSEEN.test(sign) ? null : (this.seen[next] ?? null);
      if (letter !== null) next += 1;
      taken.push(...Array.from({ length: sign.length }, () => letter));
    }
    this.at = found + wanted.length;
    // Spaces are written between the letters around them, however many there are.
    return taken.map((letter, n) => {
      const [before, after] = [taken[n - 1], taken[n + 1]];
      if (letter !== null) return this.letters[letter] ?? null;
      if (before == null || after == null || after - before < 2) return null;
      const [first, last] = [this.letters[before + 1], this.letters[after - 1]];
      return first && last ? { ...first, text: ' ', end: last.end } : null;
    });
  }
}

function seenOf(text: string): string {
  return [...text].filter((sign) => !UNSEEN.test(sign)).join('');
}

function inkOf(source: string): Ink<Letter> {
  return {
    source,
    put: (text, look, had, beside) =>
      look === had ? writeLines(text) : apart(writeLines(text), look, beside.around, source),
    restyle: (written, look, _, { around }) => apart(written, look, around, source),
  };
}

/** HTML that looks otherwise than what it stands in: out of the elements around it, and into them again behind it. */
function apart(html: string, look: string, around: readonly HtmlElement[], source: string): string {
  const close = around
    .toReversed()
    .map(({ tagName }) => `</${tagName}>`)
    .join('');
  const open = around.map((element) => startTag(element, source, true)).join('');
  const marked = writeInline({ text: 'x', marks: marksOf(look) });
  return `${close}${marked.replace(/(^|>)x(<|$)/, (_, before: string, behind: string) => before + html + behind)}${open}`;
}

/** Writes all that an element holds anew, where its letters cannot be told apart in the source. */
function writeAnew(splices: Splices, container: HtmlElement, present: RichText): void {
  const at = container.sourceCodeLocation;
  if (!at?.startTag) return;
  splices.replace(at.startTag.endOffset, at.endTag?.startOffset ?? at.endOffset, writeInline(present));
}

function placeOf({ sourceCodeLocation: at }: HtmlElement): WrittenBlock['whole'] {
  return at ? { start: at.startOffset, end: at.endOffset } : null;
}

/** Whether an element holds this text and nothing else, so that it can be taken away with it. */
function isAlone(container: HtmlElement, text: string): boolean {
  if (['body', 'td', 'th', 'html'].includes(container.tagName)) return false;
  let all = '';
  const isPlain = (nodes: HtmlElement['childNodes']): boolean =>
    nodes.every((node) => {
      if (!isElement(node)) {
        if ('value' in node && node.nodeName === '#text') all += node.value;
        return true;
      }
      return (
        /^(a|abbr|b|bdi|cite|code|del|em|font|i|ins|mark|q|s|small|span|strong|sub|sup|u|br|wbr)$/.test(
          node.tagName,
        ) && isPlain(node.childNodes)
      );
    });
  return isPlain(container.childNodes) && seenOf(all) === seenOf(text);
}

/** The end of what a new block goes behind: a list or a table is left for what is no part of it. */
function endBehind(container: HtmlElement, role: Block['role']): number {
  const isIn = role === 'listItem' && container.tagName === 'li';
  let outermost = container;
  for (let at: HtmlElement | null = container; at && !isIn; at = parentOf(at)) {
    if (STRUCTURES.has(at.tagName)) outermost = at;
  }
  return outermost.sourceCodeLocation?.endOffset ?? 0;
}

function parentOf({ parentNode }: HtmlElement): HtmlElement | null {
  return parentNode && 'tagName' in parentNode ? parentNode : null;
}

function tagOf(role: Block['role']): string {
  if (role === 'title') return 'h1';
  const level = /^heading([1-6])$/.exec(role)?.[1];
  return level ? `h${level}` : 'p';
}
