/** Where marked words are on the screen, in px: their middle, their upper and lower edge. */
export interface Beside {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  /** Whether there is room above them for a line of buttons, below the heads of the columns. */
  readonly isRoomAbove: boolean;
}

/** What a bar above words takes, with the space between, in px. */
const ROOM = 40;

/** Where what is marked is among the rows one sees; null where it has rolled away, or nothing is marked. */
export function placeBeside(selection: Selection | null): Beside | null {
  if (!selection || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const { left, width, top, bottom } = range.getBoundingClientRect();
  const view = document.querySelector('.rows')?.getBoundingClientRect();
  if (!view || bottom <= view.top || top >= view.bottom) return null;
  const x = Math.max(view.left + 90, Math.min(view.right - 90, left + width / 2));
  return { x, top, bottom: Math.min(bottom, view.bottom), isRoomAbove: top - ROOM >= view.top };
}
