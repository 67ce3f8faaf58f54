import { useSyncExternalStore } from 'react';

/** Open modal dialogs, the last of which is above all others: what lies outside of it can be neither seen well nor reached. */
let open: readonly HTMLDialogElement[] = [];

const listeners = new Set<() => void>();

function change(next: typeof open): void {
  open = next;
  for (const tell of listeners) tell();
}

/** Notes that a dialog is open; gives what notes that it is not any more. */
export function noteOpenDialog(dialog: HTMLDialogElement): () => void {
  change([...open, dialog]);
  return () => change(open.filter((each) => each !== dialog));
}

/** The dialog above all others; null where none is open. */
export function useTopDialog(): HTMLDialogElement | null {
  return useSyncExternalStore(listen, () => open.at(-1) ?? null);
}

function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
