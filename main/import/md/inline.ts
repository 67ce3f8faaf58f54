import type { Token } from 'markdown-it';
import { decodeFragment } from '../decode-fragment';
import { webAddress } from '../../../shared/text/web-address';
import { isMarkup, silentTag } from './html-tags';
import { MarkedText, type OpenMark } from '../marked-text';

/** Links to this fragment are footnote references whose text is not their label: [see note](#note-1). */
export const NOTE_FRAGMENT = '#note-';

const MARK_OF_TOKEN: Readonly<Record<string, 'strong' | 'emphasis' | 'superscript'>> = {
  strong: 'strong',
  em: 'emphasis',
  sup: 'superscript',
};

/** The text and marks of one line's tokens, before normalisation; a line break written as such is U+000A. */
export function gatherInline(tokens: readonly Token[]): MarkedText {
  const gathered = new MarkedText();
  /** By their names: what is bold already does not get bolder, however many more are opened inside it. */
  const open = new Map<string, (OpenMark | null)[]>();
  const marks = (): readonly OpenMark[] => [...open.values()].flatMap((some) => some.at(-1) ?? []);
  let silent: string | null = null;
  for (const token of tokens) {
    if (token.type === 'html_inline' && isMarkup(token.content)) {
      const tag = silentTag(token.content);
      if (tag) silent = tag.opens ? (silent ?? tag.name) : silent === tag.name ? null : silent;
      continue;
    }
    if (silent !== null) continue;
    const [, name, side] = /^(strong|em|sup|link)_(open|close)$/.exec(token.type) ?? [];
    if (name !== undefined && side === 'open') {
      const some = open.get(name) ?? [];
      open.set(name, some);
      some.push(markOf(name, token));
    } else if (name !== undefined) open.get(name)?.pop();
    else if (token.type === 'softbreak') gathered.append(' ', marks());
    else if (token.type === 'hardbreak') gathered.append('\n', marks());
    else if (token.type === 'footnote_ref') appendReference(gathered, noteLabel(token), marks());
    else if (token.type !== 'image') gathered.append(token.content, marks());
  }
  return gathered;
}

/** The label of a footnote or of a reference to it, as written in [^label]. */
export function noteLabel(token: Token): string {
  return decodeFragment(String(token.meta?.['label'] ?? ''));
}

function appendReference(gathered: MarkedText, label: string, marks: readonly OpenMark[]): void {
  gathered.append(label, [...marks, { type: 'footnoteReference', label }]);
}

function markOf(name: string, token: Token): OpenMark | null {
  const type = MARK_OF_TOKEN[name];
  if (type) return { type };
  const href = String(token.attrGet('href') ?? '');
  if (href.startsWith(NOTE_FRAGMENT))
    return { type: 'footnoteReference', label: decodeFragment(href.slice(NOTE_FRAGMENT.length)) };
  const address = webAddress(href);
  return address === null ? null : { type: 'link', href: address };
}
