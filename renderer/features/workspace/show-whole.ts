/** The rows are measured as they come into sight: for so many frames a row may still grow, or be pushed down. */
const FRAMES = 20;

/**
 * Rolls the rows so that a row is whole in sight once it is measured, or, where it is higher than the window, its beginning.
 *
 * @returns ends it; who rolls the rows meanwhile ends it too
 */
export function showWhole(rowId: string): () => void {
  let frame = 0;
  let left = FRAMES;
  const end = () => {
    cancelAnimationFrame(frame);
    document.removeEventListener('wheel', end, { capture: true });
  };
  const follow = () => {
    const rows = document.querySelector<HTMLElement>('.rows');
    const view = rows?.getBoundingClientRect();
    const row = rows?.querySelector(`[data-row="${CSS.escape(rowId)}"]`)?.getBoundingClientRect();
    if (rows && view && row) {
      const hidden = row.bottom - view.bottom;
      const room = row.top - view.top;
      if (hidden > 0 && room > 0) rows.scrollTop += Math.ceil(Math.min(hidden, room));
    }
    left -= 1;
    if (left > 0) frame = requestAnimationFrame(follow);
    else end();
  };
  document.addEventListener('wheel', end, { capture: true, passive: true });
  frame = requestAnimationFrame(follow);
  return end;
}
