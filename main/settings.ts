import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { settingsSchema, type Settings } from '../shared/contract/settings';
import { systemErrorCode } from './system-error';

const RECENT_LIMIT = 10;

let current: Settings | null = null;

/** The settings of this computer; damaged or missing ones fall back to their defaults one by one. */
export function settings(): Settings {
  current ??= settingsSchema.parse(readStored());
  return current;
}

/** Remembers a change of the settings. Losing one is not worth an error in front of a person: it is logged. */
export function changeSettings(change: Partial<Settings>): Settings {
  current = { ...settings(), ...change };
  const draft = `${settingsPath()}.tmp`;
  try {
    // At once, not in the background: the last change comes while the app is ending.
    writeFileSync(draft, JSON.stringify(current, null, 2));
    renameSync(draft, settingsPath());
  } catch (error) {
    console.error('settings not kept:', systemErrorCode(error));
  }
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

function readStored(): unknown {
  try {
    return JSON.parse(readFileSync(settingsPath(), 'utf8'));
  } catch {
    // No settings yet, or damaged ones: start from the defaults.
    return {};
  }
}
