import { LANGUAGES } from '../../../../shared/model/language';
import { inPresentText } from '../../../session/place/present-text';
import { setView, viewStore } from '../../../session/place/view-store';
import type { TextSelection } from '../../../session/place/selected';

/**
 * What is marked with the mouse in the static text of one paragraph, as UTF-16 offsets of the text that is shown there; a
 * point where all that is marked is shown as gone. Null when nothing is marked, or when it runs over several paragraphs.
 */
export function readTextSelection(selection: Selection | null): TextSelection | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const host = paragraphHost(range.commonAncestorContainer);
  if (!host) return null;
  const start = offsetAt(host, range.startContainer, range.startOffset);
  const end = offsetAt(host, range.endContainer, range.endOffset);
  const language = LANGUAGES.find((each) => each === host.lang);
  const paragraphId = host.dataset['paragraph'];
  const onlyGone = start === end && pieces(host).length > 0 && selection.toString().trim() !== '';
  if (!language || !paragraphId || (start >= end && !onlyGone)) return null;
  return { language, paragraphId, start, end, quote: wordsAt(host, start, end) };
}

/**
 * What is marked in the static texts of the version the marking began in, by paragraph and in their order, of those that
 * are on the page now; empty when nothing is, or when it began outside of them.
 */
export function readMarked(selection: Selection | null): readonly TextSelection[] {
  const within = readTextSelection(selection);
  if (within) return within.start < within.end ? [within] : [];
  if (!selection?.anchorNode || selection.isCollapsed || selection.rangeCount === 0) return [];
  const range = selection.getRangeAt(0);
  const { anchorNode } = selection;
  const anchor = anchorNode instanceof Element ? anchorNode : anchorNode.parentElement;
  const cell = anchor?.closest<HTMLElement>('.cell');
  const language = LANGUAGES.find((each) => each === cell?.lang);
  if (!language) return [];
  const hosts = document.querySelectorAll<HTMLElement>(`.rows [data-paragraph][lang="${language}"]`);
  return [...hosts].flatMap((host) => {
    const paragraphId = host.dataset['paragraph'];
    const last = pieces(host).at(-1);
    if (!paragraphId || !last || !range.intersectsNode(host)) return [];
    const start = host.contains(range.startContainer)
      ? offsetAt(host, range.startContainer, range.startOffset)
      : Number(pieces(host)[0]?.dataset['start']);
    const end = host.contains(range.endContainer)
      ? offsetAt(host, range.endContainer, range.endOffset)
      : Number(last.dataset['start']) + last.textContent.length;
    return start < end ? [{ language, paragraphId, start, end, quote: wordsAt(host, start, end) }] : [];
  });
}

/**
 * Takes note of what is marked at this moment: the page tells of it only after a while, and a key may come before. Of words
 * in several paragraphs those in the first count: a key is about what is marked, never about what was chosen before.
 */
export function noteMarked(): void {
  const selection = document.getSelection();
  const marked = readTextSelection(selection) ?? readMarked(selection)[0] ?? null;
  const textSelection = marked && { ...marked, ...inPresentText(marked.paragraphId, marked) };
  if (textSelection || viewStore.getState().textSelection) setView({ textSelection });
}

/**
 * Marks words again that painting a paragraph anew took the marking from, as when a finding comes in while somebody is
 * about to flag them; nothing where they are no longer there.
 */
export function keepTextSelection(host: HTMLElement, { start, end, quote }: TextSelection): void {
  if (start === end) return;
  const selection = document.getSelection();
  const now = readTextSelection(selection);
  if (now?.start === start && now.end === end && now.paragraphId === host.dataset['paragraph']) return;
  if (wordsAt(host, start, end) !== quote) return;
  const [from, to] = [placeAt(host, start, 'after'), placeAt(host, end, 'before')];
  if (from && to) selection?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}

/** Where in the page an offset of a paragraph is: in the piece after it or the one before it where two meet. */
function placeAt(
  host: HTMLElement,
  offset: number,
  side: 'before' | 'after',
): { readonly node: Node; readonly offset: number } | null {
  for (const piece of pieces(host)) {
    const { firstChild: node } = piece;
    const within = offset - Number(piece.dataset['start']);
    const length = node?.textContent?.length ?? 0;
    const fits = side === 'after' ? within >= 0 && within < length : within > 0 && within <= length;
    if (node && fits) return { node, offset: within };
  }
  return null;
}

/** The UTF-16 offset of a place on the screen in the paragraph under it; null when there is none. */
export function offsetAtPoint(host: HTMLElement, x: number, y: number): number | null {
  const range = document.caretRangeFromPoint(x, y);
  return range && host.contains(range.startContainer)
    ? offsetAt(host, range.startContainer, range.startOffset)
    : null;
}

function paragraphHost(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>('[data-paragraph]') ?? null;
}

function pieces(host: HTMLElement): readonly HTMLElement[] {
  return [...host.querySelectorAll<HTMLElement>('[data-start]')];
}

/** The words between two offsets of a paragraph, of which the page may show a later stretch only. */
function wordsAt(host: HTMLElement, start: number, end: number): string {
  return pieces(host)
    .map((piece) => {
      const at = Number(piece.dataset['start']);
      return piece.textContent.slice(Math.max(0, start - at), Math.max(0, end - at));
    })
    .join('');
}

/** Counts only the pieces of present text before the place: deleted text and markers have no offset. */
function offsetAt(host: HTMLElement, node: Node, offset: number): number {
  const place = document.createRange();
  place.setStart(node, offset);
  let last = 0;
  for (const piece of pieces(host)) {
    const start = Number(piece.dataset['start']);
    const text = piece.firstChild;
    if (text === node) return start + offset;
    if (!text || place.comparePoint(text, 0) >= 0) return text ? start : last;
    last = start + (text.textContent?.length ?? 0);
  }
  return last;
}
