/**
 * Lets the click that is being heard be the last of its kind at this place: what lay under the mouse moves, and the second
 * press of a double click would be about other words than the person sees there. Until the next click elsewhere or later.
 */
export function endClick(): void {
  const stop = (event: MouseEvent) => {
    if (event.detail > 1) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    removeEventListener('mousedown', stop, { capture: true });
    removeEventListener('click', stop, { capture: true });
  };
  addEventListener('mousedown', stop, { capture: true });
  addEventListener('click', stop, { capture: true });
}
