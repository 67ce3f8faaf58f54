import { app } from 'electron';
import type { Settings } from '../../shared/contract/settings';
import { countAgreed } from '../../shared/model/readiness';
import type { Project } from '../../shared/model/project';
import { tellKept } from './kept-failures';
import { KeptSettings } from './kept-settings';

const RECENT_LIMIT = 10;

/** A column is drawn wider in so many steps a second that only the last one is written. */
const DRAWN_MS = 300;

let kept: KeptSettings | null = null;
let clock: NodeJS.Timeout | undefined;

/** The settings of this computer; damaged or missing ones fall back to their defaults one by one. */
export function settings(): Settings {
  return keptSettings().get();
}

/** Remembers a change of the settings. */
export function changeSettings(change: Partial<Settings>): Settings {
  keptSettings().change(change);
  clearTimeout(clock);
  clock = setTimeout(writeSettings, DRAWN_MS);
  return settings();
}

/** Writes what is not written yet, before the app ends. */
export function writeSettings(): void {
  clearTimeout(clock);
  keptSettings().write();
}

/** Puts a project at the head of the list of recent ones, with how far it has come. */
export function rememberRecent(path: string, { title, rows }: Project, time: number): void {
  const others = settings().recent.filter((recent) => recent.path !== path);
  const recent = { path, title, time, progress: countAgreed(rows) };
  changeSettings({ recent: [recent, ...others].slice(0, RECENT_LIMIT) });
}

/** Notes how far a project has come that is in the list, where it stands in it. */
export function noteProgress(path: string, { title, rows }: Project): void {
  const progress = countAgreed(rows);
  const recent = settings().recent.map((each) => (each.path === path ? { ...each, title, progress } : each));
  changeSettings({ recent });
}

/** Takes a project out of the list of recent ones. */
export function forgetRecent(path: string): void {
  changeSettings({ recent: settings().recent.filter((recent) => recent.path !== path) });
}

function keptSettings(): KeptSettings {
  kept ??= new KeptSettings(app.getPath('userData'), tellKept);
  return kept;
}
