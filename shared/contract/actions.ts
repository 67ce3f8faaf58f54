/**
 * Everything a person can ask for by menu, key or palette, in one list: the menu bar, the key handler, the
 * command palette and the list of keys are all drawn from it. A label is the locale key `action.<id>`.
 *
 * Keys name the physical key (as KeyboardEvent.code without "Key" or "Digit"), so that they work on a Cyrillic
 * layout. `Mod` is Ctrl, on macOS Cmd. Keys without a modifier work while no text is being edited.
 */
export interface Action {
  readonly id: string;
  readonly keys: readonly string[];
  readonly menu: Menu | null;
  /** Whether it makes sense with no project open. */
  readonly always?: true;
  /** Draw a line above it in its menu. */
  readonly rule?: true;
}

export const MENUS = ['file', 'edit', 'row', 'review', 'view', 'help'] as const;

export type Menu = (typeof MENUS)[number];

export const ACTIONS = [
  { id: 'import', keys: ['Mod+N'], menu: 'file', always: true },
  { id: 'paste', keys: ['Mod+Shift+V'], menu: 'file', always: true },
  { id: 'open', keys: ['Mod+O'], menu: 'file', always: true },
  { id: 'openSample', keys: [], menu: 'file', always: true },
  { id: 'recover', keys: [], menu: 'file', always: true },
  { id: 'bringIn', keys: ['Mod+Shift+D'], menu: 'file' },
  { id: 'mergeCopy', keys: [], menu: 'file' },
  { id: 'saveCopy', keys: ['Mod+Shift+S'], menu: 'file', rule: true },
  { id: 'export', keys: ['Mod+E'], menu: 'file' },
  { id: 'exportFlags', keys: [], menu: 'file' },
  { id: 'report', keys: ['Mod+P'], menu: 'file' },
  { id: 'author', keys: [], menu: 'file', always: true, rule: true },
  { id: 'glossary', keys: [], menu: 'file', always: true },
  { id: 'typology', keys: [], menu: 'file', always: true },
  { id: 'close', keys: ['Mod+W'], menu: 'file' },
  { id: 'undo', keys: ['Mod+Z'], menu: 'edit' },
  { id: 'redo', keys: ['Mod+Shift+Z', 'Mod+Y'], menu: 'edit' },
  { id: 'find', keys: ['Mod+F'], menu: 'edit', rule: true },
  { id: 'findNext', keys: ['F3', 'Mod+G'], menu: 'edit' },
  { id: 'findPrevious', keys: ['Shift+F3', 'Mod+Shift+G'], menu: 'edit' },
  { id: 'editCell', keys: ['Enter'], menu: 'edit', rule: true },
  { id: 'editDone', keys: ['Mod+Enter'], menu: 'edit' },
  { id: 'nextRow', keys: ['ArrowDown', 'J'], menu: null },
  { id: 'previousRow', keys: ['ArrowUp', 'K'], menu: null },
  { id: 'firstRow', keys: ['Home'], menu: null },
  { id: 'lastRow', keys: ['End'], menu: null },
  { id: 'nextPage', keys: ['PageDown'], menu: null },
  { id: 'previousPage', keys: ['PageUp'], menu: null },
  { id: 'nextLanguage', keys: ['Tab', 'ArrowRight'], menu: null },
  { id: 'previousLanguage', keys: ['Shift+Tab', 'ArrowLeft'], menu: null },
  { id: 'nextParagraph', keys: ['Shift+ArrowDown'], menu: null },
  { id: 'previousParagraph', keys: ['Shift+ArrowUp'], menu: null },
  { id: 'nextSentence', keys: ['N'], menu: null },
  { id: 'previousSentence', keys: ['P'], menu: null },
  { id: 'mergeRows', keys: ['M'], menu: 'row' },
  { id: 'splitRow', keys: ['S'], menu: 'row' },
  { id: 'splitSentence', keys: ['Shift+S'], menu: 'row' },
  { id: 'moveUp', keys: ['U'], menu: 'row' },
  { id: 'moveDown', keys: ['D'], menu: 'row' },
  { id: 'insertRow', keys: ['Insert', 'I'], menu: 'row' },
  { id: 'removeRow', keys: ['Delete'], menu: 'row' },
  { id: 'pick', keys: ['Space'], menu: 'row', rule: true },
  { id: 'group', keys: ['G'], menu: 'row' },
  { id: 'unpick', keys: ['Escape'], menu: null },
  { id: 'confirmRow', keys: ['C'], menu: 'row', rule: true },
  { id: 'realign', keys: ['Mod+Shift+L'], menu: 'row' },
  { id: 'flag', keys: ['F', 'Mod+Shift+M'], menu: 'review' },
  { id: 'flagAddSpan', keys: ['Shift+F'], menu: 'review' },
  { id: 'agree', keys: ['A'], menu: 'review', rule: true },
  { id: 'agreeRow', keys: ['Shift+A'], menu: 'review' },
  { id: 'statusDraft', keys: ['1'], menu: 'review' },
  { id: 'statusTranslated', keys: ['2'], menu: 'review' },
  { id: 'statusReviewed', keys: ['3'], menu: 'review' },
  { id: 'suggesting', keys: ['Mod+Shift+E'], menu: 'review', rule: true },
  { id: 'acceptSuggestions', keys: ['Y'], menu: 'review' },
  { id: 'rejectSuggestions', keys: ['X'], menu: 'review' },
  { id: 'stillRight', keys: ['Equal'], menu: 'review' },
  { id: 'doubt', keys: ['Shift+Equal'], menu: 'review' },
  { id: 'adapted', keys: [], menu: 'review' },
  { id: 'nextAttention', keys: ['BracketRight'], menu: 'review', rule: true },
  { id: 'previousAttention', keys: ['BracketLeft'], menu: 'review' },
  { id: 'nextFinding', keys: ['Shift+BracketRight'], menu: 'review' },
  { id: 'previousFinding', keys: ['Shift+BracketLeft'], menu: 'review' },
  { id: 'finding', keys: ['E'], menu: 'review' },
  { id: 'nextChange', keys: ['Period'], menu: 'review' },
  { id: 'previousChange', keys: ['Comma'], menu: 'review' },
  { id: 'score', keys: [], menu: 'review', rule: true },
  { id: 'blindReview', keys: [], menu: 'review' },
  { id: 'takeSnapshot', keys: [], menu: 'review' },
  { id: 'compareSnapshots', keys: [], menu: 'review' },
  { id: 'viewClean', keys: ['Mod+1'], menu: 'view' },
  { id: 'viewChanges', keys: ['Mod+2'], menu: 'view' },
  { id: 'viewOriginal', keys: ['Mod+3'], menu: 'view' },
  { id: 'baselineImported', keys: [], menu: 'view', rule: true },
  { id: 'baselineAgreed', keys: [], menu: 'view' },
  { id: 'baselineSession', keys: [], menu: 'view' },
  { id: 'nextPane', keys: ['F6'], menu: 'view', rule: true },
  { id: 'previousPane', keys: ['Shift+F6'], menu: 'view' },
  { id: 'toggleOutline', keys: ['Mod+Shift+O'], menu: 'view' },
  { id: 'toggleInspector', keys: ['Mod+Shift+I'], menu: 'view' },
  { id: 'largerText', keys: ['Mod+Equal'], menu: 'view', always: true, rule: true },
  { id: 'smallerText', keys: ['Mod+Minus'], menu: 'view', always: true },
  { id: 'normalText', keys: ['Mod+0'], menu: 'view', always: true },
  { id: 'themeSystem', keys: [], menu: 'view', always: true, rule: true },
  { id: 'themeLight', keys: [], menu: 'view', always: true },
  { id: 'themeDark', keys: [], menu: 'view', always: true },
  { id: 'uiRu', keys: [], menu: 'view', always: true, rule: true },
  { id: 'uiKy', keys: [], menu: 'view', always: true },
  { id: 'uiEn', keys: [], menu: 'view', always: true },
  { id: 'palette', keys: ['Mod+K'], menu: 'help', always: true },
  { id: 'shortcuts', keys: ['Shift+Slash', 'F1'], menu: 'help', always: true },
  { id: 'copyDiagnostics', keys: [], menu: 'help', always: true, rule: true },
  { id: 'licences', keys: [], menu: 'help', always: true },
] as const satisfies readonly Action[];

export type ActionId = (typeof ACTIONS)[number]['id'];

export const ACTION_IDS = ACTIONS.map((action) => action.id) as readonly ActionId[];
