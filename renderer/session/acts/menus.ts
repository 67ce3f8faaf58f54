import type { TFunction } from 'i18next';
import { INTERFACE_LANGUAGES } from '../../../shared/interface/languages';
import type { MenuBar, MenuEntry } from '../../../shared/contract/menu';
import { LANGUAGES } from '../../../shared/model/language';
import { isEmptyRow } from '../../../shared/commands/change';
import { accelerator } from '../keyboard/key-label';
import { keyboardStore } from '../keyboard/keyboard-store';
import type { Matter } from '../matters/matter';
import type { Target } from '../place/target';
import { targetNow } from '../place/target-now';
import { ACTS, actOf, type ActId } from './all-acts';
import { languageAct } from './view';
import { judge, nameOf } from './perform';
import { situationNow } from './situation';
import { sayWhy, type Answer } from './why';

/** What stands in the menu bar, in this order; a line is drawn between groups. */
export const MENUS = {
  file: [
    ['import', 'paste', 'addText', 'pasteText', 'open', 'openSample', 'recover', 'bringIn', 'mergeCopy'],
    ['saveCopy', 'export', 'exportFlags', 'report'],
    ['author', 'glossary', 'typology', 'close'],
  ],
  edit: [
    ['undo', 'redo'],
    ['find', 'findNext', 'findPrevious', 'replace', 'findSaid'],
    ['editCell', 'selectText', 'restoreImported'],
    ['bold', 'italic', 'underline', 'strike', 'highlight', 'smallCaps', 'superscript', 'subscript'],
    ['lineBreak', 'link'],
  ],
  row: [
    ['mergeRows', 'splitRow', 'splitSentence', 'moveUp', 'moveDown', 'insertRow', 'removeRow'],
    ['orderUp', 'orderDown'],
    ['pick', 'group'],
    ['showPicture', 'takePicture', 'removePicture'],
    ['confirmRow', 'realign'],
  ],
  review: [
    ['flag'],
    ['agreeNext', 'agree', 'agreeRow', 'agreeAll', 'signOff'],
    ['statusDraft', 'statusTranslated', 'statusReviewed'],
    ['modeEditing', 'modeSuggesting', 'modeReading'],
    ['acceptSuggestions', 'rejectSuggestions', 'takeBackChange', 'stillRight', 'doubt', 'adapted'],
    ['nextStep', 'nextToAlign', 'nextSuggestion', 'nextFlag', 'nextToAgree'],
    [
      'nextAttention',
      'previousAttention',
      'nextFinding',
      'previousFinding',
      'finding',
      'nextChange',
      'previousChange',
    ],
    ['score', 'blindReview', 'takeSnapshot', 'compareSnapshots'],
  ],
  view: [
    ['viewClean', 'viewChanges', 'viewOriginal'],
    ['baselineImported', 'baselineAgreed', 'baselineSession'],
    ['nextPane', 'previousPane', 'toggleOutline', 'toggleInspector'],
    ['largerText', 'smallerText', 'normalText'],
    ['densityAuto', 'densityCompact', 'densityComfortable'],
    ['themeSystem', 'themeLight', 'themeDark'],
    INTERFACE_LANGUAGES.map(languageAct),
  ],
  help: [
    ['palette', 'shortcuts'],
    ['copyDiagnostics', 'licences'],
  ],
} as const satisfies Record<string, readonly (readonly ActId[])[]>;

export type MenuName = keyof typeof MENUS;

export const MENU_NAMES = Object.keys(MENUS) as readonly MenuName[];

/** What the system does by itself, below our own entries of a menu. */
const ROLES = {
  file: [{ role: 'quit', label: 'menu.quit' }],
  edit: [
    { role: 'cut', label: 'menu.cut' },
    { role: 'copy', label: 'menu.copy' },
    { role: 'paste', label: 'menu.pasteText' },
  ],
} as const;

/** The menu in which an act stands; null for one that stands in none. */
export function menuOf(id: ActId): MenuName | null {
  return MENU_NAMES.find((name) => MENUS[name].flat().some((each: ActId) => each === id)) ?? null;
}

/** The menu bar as it is now, about where a person is. */
export function menuBarNow(t: TFunction): MenuBar {
  const situation = situationNow();
  const target = targetNow();
  const keyboard = keyboardStore.getState();
  const entryOf = (id: ActId): MenuEntry => {
    const { keys, when } = actOf(id);
    const answer = when(situation, target);
    const label = t(nameOf(id, target));
    // Systems other than macOS show no second text: the reason is part of the first. With nothing open it goes without saying.
    const isTold = answer !== 'yes' && answer !== 'nothingOpen';
    return {
      kind: 'act',
      id,
      label: isTold ? t('menu.grey', { label, why: firstSentence(sayWhy(answer, t)) }) : label,
      accelerator: keys[0] ? accelerator(keys[0], keyboard) : null,
      enabled: answer === 'yes',
    };
  };
  return MENU_NAMES.map((name) => {
    const groups: (readonly MenuEntry[])[] = MENUS[name].map((group: readonly ActId[]) => group.map(entryOf));
    if (name === 'file' || name === 'edit')
      groups.push(ROLES[name].map(({ role, label }) => ({ kind: 'role', role, label: t(label) })));
    const entries = groups.flatMap((group, n) => (n === 0 ? group : [{ kind: 'line' } as const, ...group]));
    return { label: t(`menu.${name}`), entries };
  });
}

/** So much of a reason fits into a line of a menu: what can be done about it is told elsewhere. */
export function firstSentence(text: string): string {
  return text.replace(/(?<=[.!?][\p{Pe}\p{Pf}]?) .*$/u, '');
}

/** What the palette offers about a target: everything but itself, and with nothing open only what needs nothing. */
export function paletteNow(target: Target): readonly { readonly id: ActId; readonly answer: Answer }[] {
  const situation = situationNow();
  return ACTS.filter(({ id }) => id !== 'palette')
    .map(({ id, when }) => ({ id, answer: when(situation, target) }))
    .filter(({ answer }) => answer !== 'nothingOpen');
}

/** What a menu is opened on: words of a text, a cell, with all that can be done there, or a row as a whole. */
export interface Asked {
  readonly of: 'row' | 'cell' | 'text';
  readonly target: Target;
}

const ON_CELL: readonly ActId[] = [
  'mergeRows',
  'splitRow',
  'splitSentence',
  'moveUp',
  'moveDown',
  'orderUp',
  'orderDown',
  'insertRow',
  'pick',
  'confirmRow',
  'agree',
  'agreeRow',
  'flag',
];

/** What can be done with a picture, as far as it can. */
const ON_PICTURE: readonly ActId[] = ['showPicture', 'takePicture', 'removePicture'];

/** What can be done with words and their text, as far as it can; what else can be done with the paragraph is one step away. */
const ON_TEXT: readonly ActId[] = ['link', 'flag', 'findSaid', 'agree'];

/** What can be done about what is marked where a menu was opened, as far as it can. */
const ON_MATTER: Readonly<Record<Matter['kind'], readonly ActId[]>> = {
  finding: ['fixFinding', 'addWord', 'dismissRight', 'flagFinding'],
  flag: ['fixFlag', 'resolveFlag', 'dismissFlag'],
  change: ['acceptSuggestions', 'rejectSuggestions', 'takeBackChange'],
  stale: ['stillRight'],
  alignment: [],
};

/** What can be done with a row as a whole, where it was asked for at its number. */
const ON_ROW: readonly ActId[] = ['mergeRows', 'insertRow', 'confirmRow', 'agreeRow', 'agreeNext'];

/** What makes sense where a menu is opened: an empty row can only be filled or removed, and only what is picked belongs together. */
export function actsOn({ of, target }: Asked): readonly ActId[] {
  const about = target.matter ? ON_MATTER[target.matter.kind] : [];
  return [...about.filter((id) => judge(id, target) === 'yes'), ...actsAround(of, target)];
}

function actsAround(of: Asked['of'], target: Target): readonly ActId[] {
  const { project, picked } = situationNow();
  const row = project?.rows.find(({ id }) => id === target.place?.rowId);
  if (row && isEmptyRow(row)) return ['insertRow', 'removeRow', 'mergeRows'];
  if (of === 'row') return ON_ROW;
  const withPicture = LANGUAGES.some((each) => row?.cells[each].paragraphs.some(({ picture }) => picture));
  const isPossible = (id: ActId) => judge(id, target) === 'yes';
  const pictures = withPicture ? ON_PICTURE.filter(isPossible) : [];
  const group = picked.length > 1 ? (['group'] as const) : [];
  if (of === 'text') return [...group, ...pictures, ...ON_TEXT.filter(isPossible)];
  return [...group, ...pictures, ...ON_CELL];
}
