import type { Token } from 'markdown-it';
import { stylesInside } from '../../../shared/text/element-styles';
import { decodeFragment } from '../decode-fragment';
import { webAddress } from '../../../shared/text/web-address';
import { isMarkup, silentTag } from './html-tags';
import { MarkedText, type OpenMark } from '../marked-text';

/** Links to this fragment are footnote references whose text is not their label: [see note](#note-1). */
export const NOTE_FRAGMENT = '#note-';

/** The text and marks of one line's tokens, before normalisation; a line break written as such is U+000A. */
export function gatherInline(tokens: readonly Token[]): MarkedText {
  const gathered = new MarkedText();
  /** By their names: what is bold already does not get bolder, however many more are opened inside it. */
  const open = new Map<string, (readonly OpenMark[])[]>();
  const marks = (): readonly OpenMark[] => [...open.values()].flatMap((some) => some.at(-1) ?? []);
  let silent: string | null = null;
  for (const token of tokens) {
    if (token.type === 'html_inline' && isMarkup(token.content)) {
      const tag = silentTag(token.content);
      if (tag) silent = tag.opens ? (silent ?? tag.name) : silent === tag.name ? null : silent;
      continue;
    }
    if (silent !== null) continue;
    const side = /^(?:strong|em|s|link|styled)_(open|close)$/.exec(token.type)?.[1];
    if (side === 'open') {
      const some = open.get(token.tag) ?? [];
      open.set(token.tag, some);
      some.push(marksOf(token));
    } else if (side === 'close') open.get(token.tag)?.pop();
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

function marksOf(token: Token): readonly OpenMark[] {
  if (token.tag !== 'a') {
    const css = String(token.attrGet('style') ?? '');
    return [...stylesInside({ tag: token.tag, css, isBlock: false }, new Set())].map((type) => ({ type }));
  }
  const href = String(token.attrGet('href') ?? '');
  if (href.startsWith(NOTE_FRAGMENT))
    return [{ type: 'footnoteReference', label: decodeFragment(href.slice(NOTE_FRAGMENT.length)) }];
  const address = webAddress(href);
  return address === null ? [] : [{ type: 'link', href: address }];
}
