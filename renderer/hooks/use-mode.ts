import { useStore } from 'zustand';
import type { Mode } from '../../shared/contract/settings';
import { settingsStore } from '../session/settings/settings-store';
import { useReadOnly } from './use-project';

/** How a person works with the texts: a project that cannot be changed is read, whatever was chosen. */
export function useMode(): Mode {
  const mode = useStore(settingsStore, (state) => state.settings.mode);
  return useReadOnly() ? 'reading' : mode;
}
