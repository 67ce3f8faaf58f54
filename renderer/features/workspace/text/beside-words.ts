import type { Box } from '../cards/place-card';

/** Whether what is marked is among the rows one sees: not where it has rolled away, or nothing is marked. */
export function isMarkedInSight(selection: Selection | null): boolean {
  return aroundMarked(selection) !== null;
}

/** What stands around marked words: the text they are in, the lines of its column, and the rows in sight. */
export interface AroundWords {
  readonly words: Box;
  readonly text: Box;
  readonly lines: readonly Box[];
  readonly view: Box;
}

/** What stands around marked words, with all the lines of the column that are in sight; null where the words are not. */
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
