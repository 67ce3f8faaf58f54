let pressed = false;

/** Hears from now on when the mouse is pressed and let go. */
export function watchPress(): void {
  const release = () => void setTimeout(() => (pressed = false));
  addEventListener('pointerdown', () => (pressed = true), { capture: true });
  // The click is told of after the release, and what is dragged ends without one.
  for (const end of ['pointerup', 'pointercancel', 'dragend', 'blur'])
    addEventListener(end, release, { capture: true });
}

/** Whether the mouse is pressed, or its click still to be told of. */
export function isPressed(): boolean {
  return pressed;
}
