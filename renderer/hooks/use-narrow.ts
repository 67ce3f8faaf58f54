import { useSyncExternalStore } from 'react';
import { page } from '../session/page';

/** Whether the window is too narrow for the texts and anything beside them. */
export function useNarrow(): boolean {
  return useSyncExternalStore(listen, () => page().isNarrow());
}

function listen(changed: () => void): () => void {
  addEventListener('resize', changed);
  return () => removeEventListener('resize', changed);
}
