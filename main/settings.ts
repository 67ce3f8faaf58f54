import { join } from 'node:path';
import { app } from 'electron';
import { keepJson, readJson } from './keep-json';
import { settingsSchema, type Settings } from '../shared/contract/settings';

const RECENT_LIMIT = 10;

let current: Settings | null = null;

/** The settings of this computer; damaged or missing ones fall back to their defaults one by one. */
export function settings(): Settings {
  current ??= settingsSchema.parse(readJson(settingsPath()) ?? {});
  return current;
}

/** Remembers a change of the settings. */
export function changeSettings(change: Partial<Settings>): Settings {
  current = { ...settings(), ...change };
  keepJson(settingsPath(), current);
  return current;
}

/** Puts a project at the head of the list of recent ones. */
export function rememberRecent(path: string, title: string, time: number): void {
  const others = settings().recent.filter((recent) => recent.path !== path);
  changeSettings({ recent: [{ path, title, time }, ...others].slice(0, RECENT_LIMIT) });
}

export function forgetRecent(path: string): void {
  changeSettings({ recent: settings().recent.filter((recent) => recent.path !== path) });
}

function settingsPath(): string {
  return join(app.getPath('userData'), 'settings.json');
}
