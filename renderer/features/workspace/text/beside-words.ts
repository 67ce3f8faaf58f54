import type { Box } from '../cards/place-card';

/** Where marked words are on the screen, in px: their middle, and their lower edge where that is in sight. */
export interface Beside {
  readonly x: number;
  readonly bottom: number;
}

/** Where what is marked is among the rows one sees; null where it has rolled away, or nothing is marked. */
export function placeBeside(selection: Selection | null): Beside | null {
  const around = aroundMarked(selection);
  if (!around) return null;
  const { words, view } = around;
  const x = Math.max(view.left + 90, Math.min(view.right - 90, (words.left + words.right) / 2));
  return { x, bottom: Math.min(words.bottom, view.bottom) };
}

/** What stands around marked words: the text they are in, the lines of its column, and the rows in sight. */
export interface AroundWords {
  readonly words: Box;
  readonly text: Box;
  readonly lines: readonly Box[];
  readonly view: Box;
}

/** The same with all the lines of the column that are in sight. */
export function linesAround(selection: Selection | null): AroundWords | null {
  const around = aroundMarked(selection);
  if (!around) return null;
  const { words, view, host } = around;
  const column = host?.closest<HTMLElement>('.cell')?.lang;
  const texts = [
    ...document.querySelectorAll(`.rows .cell[lang="${column ?? ''}"] :is(.text, .ProseMirror)`),
  ];
  const lines = texts.filter((text) => isSeen(text.getBoundingClientRect(), view)).flatMap(linesOf);
  return { words, view, lines, text: host?.getBoundingClientRect() ?? words };
}

function aroundMarked(selection: Selection | null) {
  if (!selection || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const words = range.getBoundingClientRect();
  const view = document.querySelector('.rows')?.getBoundingClientRect();
  if (!view || !isSeen(words, view)) return null;
  const { startContainer } = range;
  const at = startContainer instanceof Element ? startContainer : startContainer.parentElement;
  return { words, view, host: at?.closest('.text, .ProseMirror') ?? null };
}

function isSeen({ top, bottom }: Box, view: Box): boolean {
  return bottom > view.top && top < view.bottom;
}

function linesOf(text: Element): readonly Box[] {
  const range = document.createRange();
  range.selectNodeContents(text);
  return [...range.getClientRects()];
}
