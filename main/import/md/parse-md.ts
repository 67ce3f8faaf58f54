import Markdown, { type MarkdownIt, type StateInline, type Token } from 'markdown-it';
import footnotes from 'markdown-it-footnote';

/**
 * Markdown as CommonMark, with tables, footnotes and ~~struck-out words~~, and with the HTML tags that stand for marks
 * Markdown has no sign for (<sup>, <u>, <span style>) or cannot set inside a word (<strong>, <em>), and <br>. Other HTML
 * comes as it is written.
 */
const MARKDOWN = makeParser();

/** The block tokens of a Markdown text; footnotes stand where they are written. */
export function parseMd(text: string): readonly Token[] {
  return MARKDOWN.parse(text, {});
}

/** The inline tokens of one line; references to the given footnotes are recognised. */
export function parseMdInline(line: string, noteLabels: readonly string[]): readonly Token[] {
  const refs = Object.fromEntries(noteLabels.map((label) => [`:${label}`, -1]));
  return MARKDOWN.parseInline(line, { footnotes: { refs } }).flatMap((token) => token.children ?? []);
}

function makeParser(): MarkdownIt {
  const markdown = new Markdown({ html: true });
  markdown.use(footnotes);
  // Footnotes stay where they are, also those nothing refers to; ^[text] stays text.
  markdown.core.ruler.disable('footnote_tail');
  markdown.inline.ruler.disable('footnote_inline');
  markdown.inline.ruler.before('html_inline', 'mark_tag', readTag);
  limitLabels(markdown);
  // Links are kept as written; which of them are kept at all is decided where marks are made.
  markdown.normalizeLink = (url) => url;
  markdown.validateLink = () => true;
  return markdown;
}

/**
 * How far brackets that nobody closes are looked along in one line of text, all together, in UTF-16 units: each is to the end of
 * it. From there on brackets are what is written.
 */
const MOST_LOOKED_ALONG = 20_000_000;

function limitLabels({ helpers }: MarkdownIt): void {
  const { parseLinkLabel } = helpers;
  const looked = new WeakMap<StateInline, number>();
  helpers.parseLinkLabel = (state, start, disableNested) => {
    const before = looked.get(state) ?? 0;
    if (before > MOST_LOOKED_ALONG) return -1;
    const end = parseLinkLabel(state, start, disableNested);
    if (end < 0) looked.set(state, before + state.posMax - start);
    return end;
  };
}

const TAG =
  /<(\/?)(sup|sub|strong|b|em|i|u|s|del|strike|mark|span|br)((?:\s+[\w-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>/iy;

function readTag(state: StateInline, silent: boolean): boolean {
  TAG.lastIndex = state.pos;
  const found = TAG.exec(state.src);
  if (!found || state.pos + found[0].length > state.posMax) return false;
  if (!silent) {
    const [, closes, name = '', attributes = ''] = found;
    const tag = name.toLowerCase();
    if (tag === 'br') state.push('hardbreak', 'br', 0);
    else {
      // No nesting is declared: the parser fails on tags that close what was not opened.
      const token = state.push(`styled_${closes ? 'close' : 'open'}`, tag, 0);
      const css = /\sstyle\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(attributes);
      if (css) token.attrSet('style', css[1] ?? css[2] ?? '');
    }
  }
  state.pos += found[0].length;
  return true;
}
