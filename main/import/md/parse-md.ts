import Markdown, { type MarkdownIt, type StateInline, type Token } from 'markdown-it';
import footnotes from 'markdown-it-footnote';

/**
 * Markdown as CommonMark, with tables and footnotes, and with the few HTML tags that stand for marks Markdown
 * has no sign for (<sup>) or cannot set inside a word (<strong>, <em>), and <br>. Other HTML comes as it is written.
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
  // Links are kept as written; which of them are kept at all is decided where marks are made.
  markdown.normalizeLink = (url) => url;
  markdown.validateLink = () => true;
  return markdown;
}

const TAG = /<(\/?)(sup|strong|b|em|i|br) ?\/?>/iy;

const TOKEN_NAMES: Readonly<Record<string, string>> = {
  sup: 'sup',
  strong: 'strong',
  b: 'strong',
  em: 'em',
  i: 'em',
};

function readTag(state: StateInline, silent: boolean): boolean {
  TAG.lastIndex = state.pos;
  const found = TAG.exec(state.src);
  if (!found || state.pos + found[0].length > state.posMax) return false;
  if (!silent) {
    const name = TOKEN_NAMES[found[2]?.toLowerCase() ?? ''];
    if (!name) state.push('hardbreak', 'br', 0);
    // No nesting is declared: the parser fails on tags that close what was not opened.
    else state.push(`${name}_${found[1] ? 'close' : 'open'}`, name, 0);
  }
  state.pos += found[0].length;
  return true;
}
