import { createStore } from 'zustand/vanilla';
import type { FlagSpan, Severity } from '../../../shared/model/flag';
import type { ComparedDraft, ImportedFile, PlannedCopy } from '../../../shared/contract/channels';
import type { ShownDocument } from '../../../shared/contract/shown-document';
import type { Language } from '../../../shared/model/language';
import type { Asked } from '../../../shared/search/asked';
import type { BaselineRule } from '../../../shared/reconcile/baseline';
import type { ShownMatter } from '../matters/matter';
import type { RowFilter } from '../rows/row-filters';
import type { Selected, TextSelection } from './selected';
import type { Target } from './target';

export interface Editing {
  readonly paragraphId: string;
  /** Where the caret goes first, a UTF-16 offset; what is from there to `end` is marked. */
  readonly caret: number;
  readonly end: number;
}

/** A flag being written; `flagId` null for a new one. */
export interface FlagDraft {
  readonly flagId: string | null;
  readonly spans: readonly FlagSpan[];
  readonly category: string;
  readonly severity: Severity;
  readonly note: string;
  /** The key of the finding it is made of. */
  readonly finding?: string;
  /** Whether somebody has written in its form what would be lost with it. */
  readonly isWritten?: boolean;
}

/** Words of the open text, as UTF-16 offsets, and the address they lead to; null where they lead nowhere yet. */
export interface Linking {
  readonly paragraphId: string;
  readonly start: number;
  readonly end: number;
  readonly href: string | null;
}

export type DialogName =
  | 'paste'
  | 'export'
  | 'report'
  | 'palette'
  | 'shortcuts'
  | 'author'
  | 'recover'
  | 'glossary'
  | 'snapshot'
  | 'score'
  | 'typology'
  | 'blindReview'
  | 'agreeAll'
  | 'replace';

/** What the present texts are compared with, as a person chooses it. */
export type Baseline =
  | { readonly kind: 'imported' | 'agreed' }
  | { readonly kind: 'snapshot'; readonly snapshotId: string }
  | { readonly kind: 'session'; readonly rule: BaselineRule }
  /** The texts after change `seq` of the history, which was made at `time` (ms since 1970). */
  | {
      readonly kind: 'revision';
      readonly seq: number;
      readonly time: number;
      readonly rule: BaselineRule;
    };

export interface Find extends Asked {
  /** The version that is searched; null for all that are shown. */
  readonly within: Language | null;
  /** Whether only the rows are searched that the filter lets through. */
  readonly filtered: boolean;
  /** Whether what is written at flags is searched, too. */
  readonly notes: boolean;
  /** Whether all places are listed below the field. */
  readonly listed: boolean;
  /** What is to stand in place of what is found; null while that is not asked for. */
  readonly replacement: string | null;
  /** Which hit is the present one, from 0. */
  readonly index: number;
}

/** A search that was not begun. */
export const NEW_FIND: Find = {
  query: '',
  matchCase: false,
  wholeWord: false,
  exactMarks: false,
  by: 'letters',
  within: null,
  filtered: false,
  notes: false,
  listed: true,
  replacement: null,
  index: 0,
};

export type InspectorTab = 'row' | 'flags' | 'checks' | 'facts' | 'changes' | 'history';

export type SidePane = 'outline' | 'inspector';

interface ViewStore {
  readonly selected: Selected | null;
  readonly editing: Editing | null;
  readonly textSelection: TextSelection | null;
  /** What is marked in the open text, UTF-16 offsets; null while nothing is, or no text is open. */
  readonly markedInOpen: Omit<Linking, 'href'> | null;
  /** The sentence a person is on: a paragraph and a UTF-16 offset in it. */
  readonly sentence: { readonly paragraphId: string; readonly start: number } | null;
  /** Paragraphs picked to stand in one row. */
  readonly picked: readonly string[];
  readonly flagDraft: FlagDraft | null;
  /** What a person looks at while a flag waits to be written on; null while its form is shown. */
  readonly besideFlag: InspectorTab | 'said' | null;
  /** The flag that is answered or given to somebody, and which of both; null when none is. */
  readonly answering: { readonly flagId: string; readonly by: 'reply' | 'assign' } | null;
  /** The words of the open text a link is asked for, and where they lead by now; null when none is. */
  readonly linking: Linking | null;
  /** What a person looks at: a flag, what a check finds, a change, a text that was outrun. */
  readonly shown: ShownMatter | null;
  readonly filter: RowFilter;
  readonly find: Find | null;
  /** What was looked for when the search was last closed. */
  readonly lastFind: Find | null;
  readonly dialog: DialogName | null;
  /** What the palette was opened on. */
  readonly asked: Target | null;
  /** The cell for which a reason to differ on purpose is asked for; null when none is. */
  readonly adapting: Selected | null;
  /** The paragraph whose picture is shown large; null when none is. */
  readonly looking: string | null;
  /** Files that have been read and wait for the person's word; null when none are being imported. */
  readonly importing: readonly ImportedFile[] | null;
  /** The version of the open project that is to be imported; null where the person has named none. */
  readonly importInto: Language | null;
  readonly tab: InspectorTab;
  /** A newer draft of one version, and what it would change. */
  readonly draft: {
    readonly document: ShownDocument;
    readonly language: Language;
    readonly compared: ComparedDraft;
  } | null;
  /** A copy that waits to be merged, and what that would do. */
  readonly merging: PlannedCopy | null;
  /** The snapshot that is compared with another; null when none is. */
  readonly comparing: string | null;
  readonly baseline: Baseline;
  /** What lies over the texts where the window is too narrow for it to stand beside them. */
  readonly over: SidePane | null;
}

export const FRESH_VIEW: ViewStore = {
  selected: null,
  editing: null,
  textSelection: null,
  markedInOpen: null,
  sentence: null,
  picked: [],
  flagDraft: null,
  besideFlag: null,
  answering: null,
  linking: null,
  shown: null,
  filter: 'all',
  find: null,
  lastFind: null,
  dialog: null,
  asked: null,
  adapting: null,
  looking: null,
  importing: null,
  importInto: null,
  tab: 'row',
  draft: null,
  merging: null,
  comparing: null,
  over: null,
  baseline: { kind: 'imported' },
};

export const viewStore = createStore<ViewStore>()(() => FRESH_VIEW);

/**
 * The tab of the details that is shown. While a flag is written that is the one of its row, whichever was chosen before, until
 * a person looks at another.
 */
export function tabShown({
  tab,
  flagDraft,
  besideFlag,
}: Pick<ViewStore, 'tab' | 'flagDraft' | 'besideFlag'>): InspectorTab {
  if (!flagDraft) return tab;
  return besideFlag === null || besideFlag === 'said' ? 'row' : besideFlag;
}

export const setView = viewStore.setState;

/** Begins a flag, or goes on with one; null ends it. Its form is shown. */
export function writeFlag(flagDraft: FlagDraft | null): void {
  setView({ flagDraft, besideFlag: null });
}

/** Looks at a tab of the details; a flag that is being written waits for so long. */
export function showTab(tab: InspectorTab): void {
  setView(viewStore.getState().flagDraft ? { tab, besideFlag: tab } : { tab });
}

/** Closes the search; opened again it goes on with the same words. */
export function closeFind(): void {
  const { find, lastFind } = viewStore.getState();
  const replacement = find?.replacement ?? lastFind?.replacement ?? null;
  setView({ find: null, lastFind: find ? { ...find, replacement } : lastFind });
}

/** Picks a paragraph, or puts it back. */
export function togglePicked(paragraphId: string): void {
  const { picked } = viewStore.getState();
  const others = picked.filter((id) => id !== paragraphId);
  setView({ picked: others.length < picked.length ? others : [...picked, paragraphId] });
}

/** Selects a cell and leaves any editing. */
export function select(selected: Selected): void {
  setView({ selected, editing: null, sentence: null, shown: null });
}

/**
 * Goes from the text that is open to its row, where single keys are acts; what was typed is handed over as it closes. The
 * sentence the caret was in is still the one that is meant.
 */
export function leaveText(): void {
  const { selected, editing } = viewStore.getState();
  if (editing && selected)
    setView({ selected: { ...selected, paragraphId: editing.paragraphId }, editing: null, shown: null });
}
