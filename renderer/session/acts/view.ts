import type { ViewSettings } from '../../../shared/contract/settings';
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '../../../shared/interface/languages';
import { compareSnapshots, compareWith, compareWithLastSession, showBaseline } from '../matters/baseline';
import { page } from '../page';
import { changeSettings, settingsStore } from '../settings/settings-store';
import { setView, viewStore, type DialogName, type SidePane } from '../place/view-store';
import { act, always, ifEditable, ifOpen, type Act } from './act';

/** The sizes of the article's text, as shares of the normal one. */
const TEXT_SIZES = [0.8, 0.9, 1, 1.15, 1.3, 1.5, 1.75, 2] as const;

/** What is shown, and how. */
export const VIEW_ACTS = [
  act({
    id: 'viewClean',
    keys: ['Mod+1'],
    when: ifOpen(),
    run: () => changeSettings({ textView: 'clean' }),
  }),
  act({
    id: 'viewChanges',
    keys: ['Mod+2'],
    when: ifOpen(),
    run: () => changeSettings({ textView: 'changes' }),
  }),
  act({ id: 'viewOriginal', keys: ['Mod+3'], flush: true, when: ifOpen(), run: showBaseline }),
  act({
    id: 'baselineImported',
    keys: [],
    when: ifOpen(),
    run: () => compareWith({ kind: 'imported' }),
  }),
  act({
    id: 'baselineAgreed',
    keys: [],
    when: ifOpen(),
    run: () => compareWith({ kind: 'agreed' }),
  }),
  act({ id: 'baselineSession', keys: [], flush: true, when: ifOpen(), run: compareWithLastSession }),
  act({
    id: 'compareSnapshots',
    keys: [],
    flush: true,
    when: ifOpen(({ project }) => (project?.review?.snapshots.length ? 'yes' : 'noSnapshots')),
    run: compareSnapshots,
  }),
  act({
    id: 'takeSnapshot',
    keys: [],
    flush: true,
    when: ifEditable(),
    run: () => setView({ dialog: 'snapshot' }),
  }),
  act({ id: 'score', keys: [], flush: true, when: ifOpen(), run: () => setView({ dialog: 'score' }) }),
  act({ id: 'blindReview', keys: [], when: ifOpen(), run: () => setView({ dialog: 'blindReview' }) }),
  act({ id: 'nextPane', keys: ['F6'], when: ifOpen(), run: () => page().stepPane(1) }),
  act({ id: 'previousPane', keys: ['Shift+F6'], when: ifOpen(), run: () => page().stepPane(-1) }),
  act({
    id: 'toggleOutline',
    keys: ['Mod+Shift+O'],
    when: ifOpen(),
    run: () => toggleSidePane('outline'),
  }),
  act({
    id: 'toggleInspector',
    keys: ['Mod+Shift+I'],
    when: ifOpen(),
    run: () => toggleSidePane('inspector'),
  }),
  act({
    id: 'largerText',
    keys: ['Mod+Equal'],
    when: ({ settings }) => (nextSize(settings.textSize, 1) === null ? 'largest' : 'yes'),
    run: () => resizeText(1),
  }),
  act({
    id: 'smallerText',
    keys: ['Mod+Minus'],
    when: ({ settings }) => (nextSize(settings.textSize, -1) === null ? 'smallest' : 'yes'),
    run: () => resizeText(-1),
  }),
  settingAct('normalText', ['Mod+0'], { textSize: 1 }),
  settingAct('densityAuto', [], { density: 'auto' }),
  settingAct('densityCompact', [], { density: 'compact' }),
  settingAct('densityComfortable', [], { density: 'comfortable' }),
  settingAct('themeSystem', [], { theme: 'system' }),
  settingAct('themeLight', [], { theme: 'light' }),
  settingAct('themeDark', [], { theme: 'dark' }),
  ...INTERFACE_LANGUAGES.map((uiLanguage) => settingAct(languageAct(uiLanguage), [], { uiLanguage })),
  act({
    id: 'palette',
    keys: ['Mod+Shift+P', 'F1'],
    when: always,
    run: (asked) => setView({ dialog: 'palette', asked }),
  }),
  dialogAct('shortcuts', ['Shift+Slash', 'Mod+Slash'], 'shortcuts'),
  dialogAct('author', [], 'author'),
  dialogAct('glossary', [], 'glossary'),
  dialogAct('typology', [], 'typology'),
] as const;

/** The act that has the interface speak a language; its label is what the language calls itself. */
export function languageAct<Code extends InterfaceLanguage>(language: Code) {
  return `ui-${language}` as const;
}

function settingAct<const Id extends string>(id: Id, keys: readonly string[], change: ViewSettings): Act<Id> {
  return act({ id, keys, when: always, run: () => changeSettings(change) });
}

function dialogAct<const Id extends string>(id: Id, keys: readonly string[], dialog: DialogName): Act<Id> {
  return act({ id, keys, when: always, run: () => setView({ dialog }) });
}

/** Shows or hides a pane beside the texts; in a narrow window it lies over them. */
function toggleSidePane(pane: SidePane): void {
  if (page().isNarrow()) return setView({ over: viewStore.getState().over === pane ? null : pane });
  const { outlineOpen, inspectorOpen } = settingsStore.getState().settings;
  changeSettings(pane === 'outline' ? { outlineOpen: !outlineOpen } : { inspectorOpen: !inspectorOpen });
}

function resizeText(by: 1 | -1): void {
  const textSize = nextSize(settingsStore.getState().settings.textSize, by);
  if (textSize !== null) changeSettings({ textSize });
}

/** The next larger or smaller size; null where there is none. */
function nextSize(now: number, by: 1 | -1): number | null {
  return TEXT_SIZES[TEXT_SIZES.findIndex((size) => size >= now) + by] ?? null;
}
