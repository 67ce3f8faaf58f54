import type { Settings } from '../../../shared/contract/settings';

/** What helps to find a bug. */
export interface Diagnosed {
  readonly version: string;
  readonly packaged: boolean;
  /** Of Electron, Chromium and Node. */
  readonly versions: Readonly<Record<string, string | undefined>>;
  readonly system: string;
  readonly languages: readonly string[];
  readonly settings: Settings;
  readonly project: { readonly rows: number; readonly flags: number; readonly readOnly: boolean } | null;
  readonly log: readonly string[];
}

/** Settings that hold neither names nor words nor paths. */
const TOLD = [
  'uiLanguage',
  'theme',
  'textSize',
  'textView',
  'columns',
  'mode',
  'outlineOpen',
  'inspectorOpen',
  'checkBelow',
  'checksOff',
] as const satisfies readonly (keyof Settings)[];

/** The diagnostics as a text to send to whoever looks after Triptych: English, and nothing of the article in it. */
export function writeDiagnostics(diagnosed: Diagnosed): string {
  const { version, packaged, versions, system, languages, settings, project, log } = diagnosed;
  const told = Object.fromEntries(TOLD.map((key) => [key, settings[key]]));
  return [
    `Triptych ${version}${packaged ? '' : ' (from source)'}`,
    ['electron', 'chrome', 'node'].map((name) => `${name} ${versions[name] ?? '?'}`).join(', '),
    system,
    `Languages: ${languages.join(', ')}`,
    project
      ? `Project: ${project.rows} rows, ${project.flags} flags${project.readOnly ? ', read-only' : ''}`
      : 'Project: none',
    `Settings: ${JSON.stringify(told)}`,
    '',
    ...log,
    '',
  ].join('\n');
}
