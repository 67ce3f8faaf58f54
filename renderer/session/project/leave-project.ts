import { createStore } from 'zustand/vanilla';
import { forgetKeys, keysGiven } from '../typing/held-keys';
import { keepWrittenFlag } from '../matters/flag-draft';
import { mayLeave } from '../typing/unkept-store';

interface LeavingStore {
  /** How many acts are under way that put the project away which is shown. */
  readonly acts: number;
}

/** While the project that is shown is being left, the window takes nothing for it: see `app/opening-dialog.tsx`. */
export const leavingStore = createStore<LeavingStore>()(() => ({ acts: 0 }));

/** Whether the project that is shown is being left at this moment. */
export function isLeaving(): boolean {
  return leavingStore.getState().acts > 0;
}

/**
 * Leaves the project that is shown, in this order: nothing more can be typed into it, what was typed is handed over, a flag
 * that was being written is kept, and only then it is put away. What is typed later than it was handed over would be lost with it, or come into the
 * next project.
 *
 * @param act puts it away and makes what comes instead ready; its value shows that, in one piece with taking keys again
 * @returns what showing it gave; null when the person stays
 */
export async function leaveProject<T>(act: () => Promise<() => T>): Promise<T | null> {
  const count = (more: number) => leavingStore.setState(({ acts }) => ({ acts: acts + more }));
  let show: (() => T) | null = null;
  count(1);
  try {
    await keysGiven();
    if ((await keepWrittenFlag()) && (await mayLeave())) show = await act();
  } finally {
    count(-1);
  }
  if (!show) return null;
  // A key that never found its text must not find one in what comes.
  forgetKeys();
  return show();
}
