import { useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { settingsStore } from '../session/settings/settings-store';

/** From this height of the window on, which no laptop has, the lines need not stand close. */
const TALL = matchMedia('(min-height: 62.5rem)');

/** How close lines and rows stand: as it was chosen, or else as the window has room. */
export function useDensity(): 'compact' | 'comfortable' {
  const chosen = useStore(settingsStore, (state) => state.settings.density);
  const isTall = useSyncExternalStore(listen, () => TALL.matches);
  if (chosen !== 'auto') return chosen;
  return isTall ? 'comfortable' : 'compact';
}

function listen(changed: () => void): () => void {
  TALL.addEventListener('change', changed);
  return () => TALL.removeEventListener('change', changed);
}
