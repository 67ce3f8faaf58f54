import { createStore } from 'zustand/vanilla';
import type { AppState } from '../../../shared/contract/channels';
import { settingsSchema, type Settings, type ViewSettings } from '../../../shared/contract/settings';
import type { InterfaceLanguage } from '../../../shared/interface/languages';
import type { Language } from '../../../shared/model/language';
import { bridge } from '../bridge';

interface SettingsStore {
  readonly settings: Settings;
  readonly uiLanguage: InterfaceLanguage;
  /** The name this computer knows the person by; used until they give their own. */
  readonly systemAuthor: string;
}

export const settingsStore = createStore<SettingsStore>()(() => ({
  settings: settingsSchema.parse({}),
  uiLanguage: 'en',
  systemAuthor: '',
}));

/** Takes over the settings as main has them. */
export function mirrorSettings(state: Pick<AppState, 'settings' | 'uiLanguage'>): void {
  settingsStore.setState({ settings: state.settings, uiLanguage: state.uiLanguage });
}

/** Changes a setting at once and has it remembered. */
export function changeSettings(change: ViewSettings): void {
  settingsStore.setState(({ settings }) => ({
    settings: settingsSchema.parse({ ...settings, ...change }),
  }));
  void bridge.request('settings/write', change);
}

/** The name this person's changes and flags are signed with. */
export function authorOf({ settings, systemAuthor }: SettingsStore): string {
  return settings.author || systemAuthor;
}

/** The columns that are shown at this moment, in their order. */
export function columnsNow(): readonly Language[] {
  return visibleColumns(settingsStore.getState().settings);
}

/** The columns that are shown, in their order. */
export function visibleColumns({ columns }: Settings): readonly Language[] {
  return columns.order.filter((language) => !columns.hidden.includes(language));
}
