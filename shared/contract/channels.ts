import { z } from 'zod';
import type { Check } from '../checks/engine/check';
import type { LedgerEntry } from '../checks/ledger';
import type { RowFindings } from '../checks/engine/found-between';
import type { Step } from '../checks/engine/step';
import { commandSchema, type Command } from '../commands/command';
import { bringInDraft } from '../commands/bring-in-draft';
import type { InterfaceLanguage } from '../interface/languages';
import type { Patch } from '../patch/project-patch';
import type { Failure, Result } from '../model/failure';
import { columnPlaceSchema } from '../model/file-columns';
import { idSchema } from '../model/id';
import { languageSchema, perLanguageSchema, type Language } from '../model/language';
import { mergeChoicesSchema } from '../reconcile/merge-choices';
import type { ReadTypology } from '../mqm/read-typology';
import { typologySchema, type Typology } from '../mqm/typology';
import type { DraftMerge } from '../reconcile/draft-merge';
import type { ChangePlace, LastChange, PastText, Revision } from '../model/revision';
import type { CopyPlan } from './copy-plan';
import { VERSION_FORMATS } from './formats';
import { menuBarSchema } from './menu';
import { reportWishSchema } from './report-wish';
import { askedSchema } from '../search/asked';
import type { PatternFound } from '../search/find-pattern';
import { LONGEST_SOUGHT } from '../said/longest-sought';
import type { SaidFound } from './said-found';
import type { ShownDocument } from './shown-document';
import { GLOSSARY_LENGTH, viewSettingsSchema, type Settings } from './settings';

/**
 * What a newer draft may have been made from: the text as last imported, as last agreed, or as it was exported with changes
 * tracked.
 */
export const DRAFT_BASES = ['imported', 'agreed', 'exported'] as const;

export type DraftBase = (typeof DRAFT_BASES)[number];

/** The most characters the window may tell of a bug. */
export const ERROR_LENGTHS = { name: 100, message: 500, stack: 5000 } as const;

/** What undo and redo would do next, as the type of the command; null when there is nothing. */
export interface HistoryState {
  readonly undo: string | null;
  readonly redo: string | null;
}

/** A line of the project's history; `time` in ms since 1970. */
export interface HistoryLine {
  readonly seq: number;
  readonly label: string;
  readonly author: string;
  readonly time: number;
  readonly undone: boolean;
  /** Where it was done; null where it is about no place, or that is not known. */
  readonly place: ChangePlace | null;
}

/** Lines of the history, newest first, and everybody who has a part in it. */
export interface HistoryPage {
  readonly lines: readonly HistoryLine[];
  readonly authors: readonly string[];
}

/** Who has a project open, as they said themselves. */
export interface Owner {
  readonly user: string;
  /** The name of their computer. */
  readonly host: string;
}

/** Why a project can be read only. */
export type ReadOnlyReason =
  /** The file or its folder cannot be written, or reading was all that was asked for. */
  | { readonly kind: 'notWritable' }
  /** A newer Triptych made it. */
  | { readonly kind: 'newer' }
  /** Another process has it open; null where nobody says whose that is. */
  | { readonly kind: 'inUse'; readonly owner: Owner | null };

/** How the file a person knows stands to what they see, all of which is safe on this computer in any case. */
export type FileStanding =
  /** It holds everything, or will within seconds. */
  | { readonly kind: 'current' }
  /** It cannot be written just now, which is tried again. */
  | { readonly kind: 'behind'; readonly failure: Failure }
  /**
   * Another file was put in its place, or there is none any more. `mine`: the file in which ours is meanwhile; null
   * while there is none, of which `failure` may say why. `planned`: the one in which it would be. `folderGone`: not only
   * the file is gone, but its folder.
   */
  | {
      readonly kind: 'replaced' | 'gone';
      readonly mine: string | null;
      readonly planned: string;
      readonly folderGone: boolean;
      readonly failure: Failure | null;
    };

/** What a person can do about a file that was replaced or is gone. */
/** What merging a copy a person chose would do. */
export interface PlannedCopy {
  /** What the copy is called until another is chosen. */
  readonly copyId: string;
  readonly plan: CopyPlan;
  /** The state of the project it was worked out for. */
  readonly stamp: string;
}

export const STANDING_CHOICES = ['theirs', 'mine', 'merge', 'putBack', 'place'] as const;

export type StandingChoice = (typeof STANDING_CHOICES)[number];

/** A project that lies in the place of the open one. */
export interface TheirFile {
  readonly title: string;
  /** Whether it is a copy of the open one, so that both can be merged; else it is another article. */
  readonly isCopy: boolean;
}

/** A project on its way to the window, as JSON in parts (project-parts.ts). */
export interface SentProject {
  readonly parts: readonly string[];
  /** The number by which the parts that are missing here are asked for; null where none is. */
  readonly rest: number | null;
}

/** Everything the window shows of an open project, sent once; patches follow. */
export interface ProjectSnapshot {
  readonly project: SentProject;
  readonly path: string;
  /** Null where it can be changed. */
  readonly readOnly: ReadOnlyReason | null;
  readonly standing: FileStanding;
  readonly history: HistoryState;
  /** How often the project has changed since it was opened. */
  readonly state: number;
  /** The row that was selected when the project was last closed. */
  readonly selectedRowId: string | null;
}

/** A project after a person decided about its file. */
export interface SettledFile extends ProjectSnapshot {
  /** How much of two versions that were merged contradicts each other, all of it told by flags. */
  readonly told: number;
}

export interface AppState {
  readonly settings: Settings;
  /** The language of the interface now: as set, else the computer's if the interface speaks it, else English. */
  readonly uiLanguage: InterfaceLanguage;
  /** The name this computer knows the person by. */
  readonly systemAuthor: string;
  readonly snapshot: ProjectSnapshot | null;
  /** The categories, weights and pass mark in use on this computer. */
  readonly typology: Typology;
  /** What went wrong at start: with the project that was named, what is kept on this computer, the categories. */
  readonly failures: readonly Failure[];
}

/** A project as it was when it was opened once; times in ms since 1970. */
export interface Backup {
  readonly path: string;
  /** Where the project itself was. */
  readonly origin: string;
  readonly title: string;
  readonly time: number;
}

/** How much was read of a damaged project, and whether something was lost, as far as that can be told. */
export interface Salvaged {
  readonly rows: number;
  readonly flags: number;
  readonly lossy: boolean;
  /** The rows that may hold wrong letters, by their numbers as people count. */
  readonly doubtful: readonly number[];
  /** In how many rows something was parted because it was too long. */
  readonly parted: number;
}

/** What a draft would change in the project, and a name for the state of the project that is meant. */
export interface ComparedDraft extends DraftMerge {
  readonly stamp: string;
  readonly base: DraftBase;
  /** Whether the file was exported from this version with changes tracked. */
  readonly isReturned: boolean;
  /** How many suggestions it decided and flags it answers, beside the differences of its text. */
  readonly settled: number;
}

/** What came of exporting versions. */
export interface ExportedVersions {
  /** The files that were written. */
  readonly paths: readonly string[];
  /** The versions that were not, and why. */
  readonly failed: readonly { readonly language: Language; readonly failure: Failure }[];
}

/** One file as it came in: read, or why it could not be. */
export interface ImportedFile {
  readonly fileName: string;
  readonly result: Result<ShownDocument>;
}

/** What the window has to know of a check. */
export type DescribedCheck = Pick<Check, 'id' | 'severity' | 'category'>;

const nothing = z.null();

/** A document that was read, as a person wants it: with other blocks than proposed, told by their places. */
const chosenDocumentSchema = z
  .object({
    id: idSchema,
    turned: z.array(z.int().nonnegative()).readonly(),
    /** The column of its tables that is the version; null where all of it is. */
    column: columnPlaceSchema.nullable(),
  })
  .readonly();

export type ChosenDocument = z.infer<typeof chosenDocumentSchema>;

/**
 * Requests from the window to the main process: for each channel the schema its payload must pass. The
 * reply's type is in `Replies`. This list is all the window can ask for.
 */
export const requestSchemas = {
  'app/state': nothing,
  'settings/write': viewSettingsSchema,
  'project/choose': nothing,
  'project/openRecent': z.object({ path: z.string() }),
  'project/forgetRecent': z.object({ path: z.string() }),
  'project/missingRecent': z.null(),
  'project/openDropped': z.object({ path: z.string() }),
  'project/openSample': nothing,
  'project/openWaiting': nothing,
  'project/backups': nothing,
  'project/openBackup': z.object({ path: z.string() }),
  'project/salvage': nothing,
  /** The next part of a project that did not come whole. */
  'project/part': z.object({ number: z.int() }),
  'project/close': nothing,
  'project/command': z.object({ command: commandSchema, group: idSchema.nullable() }),
  /** What to do about a file that was replaced or is gone. */
  'project/settle': z.object({ choice: z.enum(STANDING_CHOICES) }),
  /** What another program put in the place of the file. */
  'project/theirs': nothing,
  'project/undo': nothing,
  'project/redo': nothing,
  'project/saveCopy': nothing,
  /** What merging a copy would do: of one a person chooses now, or again of the one they chose. */
  'copy/plan': z.object({ copyId: idSchema.nullable() }),
  'copy/merge': z.object({
    copyId: idSchema,
    choices: mergeChoicesSchema,
    /** The state of the project the choices are about, as the plan named it. */
    stamp: z.string(),
  }),
  'project/history': z.object({
    limit: z.int().positive().max(1000),
    /** Only what this person did; null for anybody. */
    author: z.string().nullable(),
    /** Only what was done to one of these rows and paragraphs; null for any. */
    ids: z.array(z.string()).nullable(),
  }),
  'project/revisions': z.object({ paragraphId: z.string().min(1) }),
  'project/lastChanges': z.object({ paragraphIds: z.array(z.string()).max(1000) }),
  /** The texts as they were after a change of the history (0 for before the first), or when the author last left. */
  'project/textsAt': z.object({ seq: z.union([z.int().nonnegative(), z.literal('session')]) }),
  'project/select': z.object({ rowId: z.string() }),
  'import/choose': nothing,
  'import/dropped': z.object({ paths: z.array(z.string()).max(12) }),
  'import/paste': z.object({ text: z.string(), html: z.string().nullable() }),
  'import/create': z.object({
    title: z.string().min(1),
    versions: perLanguageSchema(chosenDocumentSchema.nullable()),
  }),
  'import/addVersion': z.object({ language: languageSchema, document: chosenDocumentSchema }),
  /** What becomes of these documents is decided. */
  'import/forget': z.object({ ids: z.array(idSchema) }),
  'draft/compare': z.object({
    language: languageSchema,
    documentId: idSchema,
    /** null: as it was exported where the file tells that, else as last imported. */
    base: z.enum(DRAFT_BASES).nullable(),
  }),
  'draft/bringIn': z.object({
    language: languageSchema,
    documentId: idSchema,
    base: z.enum(DRAFT_BASES),
    differences: bringInDraft.schema.unwrap().shape.differences,
    decided: bringInDraft.schema.unwrap().shape.decided,
    /** The state of the project the differences are about, as the comparison named it. */
    stamp: z.string(),
  }),
  'align/realign': nothing,
  /** `from` says whether the row itself may be aligned anew, or only those below it. */
  'align/propose': z.object({ rowId: z.string(), from: z.enum(['here', 'below']) }),
  'job/cancel': nothing,
  /** Looks for words in the open project, or in the others known to this computer. Of two searches the later one goes on. */
  'said/find': z.object({
    text: z.string().min(1).max(LONGEST_SOUGHT),
    language: languageSchema,
    where: z.enum(['here', 'elsewhere']),
  }),
  'said/stop': nothing,
  /** Looks for a regular expression in texts. */
  'search/pattern': z.object({ asked: askedSchema, texts: z.array(z.string()) }),
  /** Has the open project checked from now on; everything that is found is told once more. */
  'checks/begin': nothing,
  'checks/ledger': nothing,
  'export/versions': z.object({
    format: z.enum(VERSION_FORMATS),
    languages: z.array(languageSchema).min(1),
    /** Whether the files name at their head what is unfinished. */
    remarks: z.boolean(),
    /** Whether originals have what was changed since the import as tracked changes, and flags as comments. */
    tracked: z.boolean(),
    /** The version whose original all are written in; null for that of each. */
    layout: languageSchema.nullable(),
  }),
  'report/write': reportWishSchema,
  'export/show': nothing,
  'export/flags': nothing,
  'glossary/import': nothing,
  'glossary/export': z.object({
    glossary: z.string().max(GLOSSARY_LENGTH),
    format: z.enum(['csv', 'tbx']),
  }),
  'typology/keep': typologySchema,
  'typology/import': nothing,
  'typology/export': typologySchema,
  /** The menu bar as it is to be from now on. */
  'menu/show': menuBarSchema,
  'link/open': z.object({ href: z.string() }),
  /** What the system does with the words that are marked where the focus is. */
  'clipboard/do': z.object({ what: z.enum(['cut', 'copy', 'paste', 'pasteAndMatchStyle']) }),
  /** A bug in the window: while it painted, in an event, or in something that was waited for. */
  'log/error': z.object({
    where: z.enum(['screen', 'event', 'promise']),
    name: z.string().max(ERROR_LENGTHS.name),
    message: z.string().max(ERROR_LENGTHS.message),
    stack: z.string().max(ERROR_LENGTHS.stack),
  }),
  'diagnostics/copy': nothing,
  'licences/show': nothing,
  'window/close': nothing,
  /** Keeps the window open that is about to close: typed text waits, and a person is asked. */
  'window/stay': nothing,
  /** Loads the page afresh: the page itself may not go anywhere, not even to itself. */
  'window/restart': nothing,
} as const;

export type Channel = keyof typeof requestSchemas;

export type Request<C extends Channel> = z.infer<(typeof requestSchemas)[C]>;

/** Replies; null as a value stands for "the person changed their mind" where a dialog was asked. */
export interface Replies {
  'app/state': AppState;
  'settings/write': null;
  'project/choose': Result<ProjectSnapshot | null>;
  'project/openRecent': Result<ProjectSnapshot>;
  'project/forgetRecent': null;
  /** The paths of recent projects at which there is no file now. */
  'project/missingRecent': readonly string[];
  'project/openDropped': Result<ProjectSnapshot>;
  'project/openSample': Result<ProjectSnapshot>;
  /** The project another start of the app was asked to open; null when there is none. */
  'project/openWaiting': Result<ProjectSnapshot | null>;
  'project/backups': readonly Backup[];
  /** The project a backup was copied to, and opened. */
  'project/openBackup': Result<ProjectSnapshot>;
  /** What could be read of a damaged project, as a new one that is open; null when the person changed their mind. */
  'project/salvage': Result<{ readonly snapshot: ProjectSnapshot; readonly salvaged: Salvaged } | null>;
  /** Null after the last part. */
  'project/part': Result<string | null>;
  'project/close': null;
  /** The number of the state the project is in then, as `project/patched` tells it: that may come later. */
  'project/command': Result<number>;
  /** The project as it is then open: the same, at another place, or theirs. Null when the person changed their mind. */
  'project/settle': Result<SettledFile | null>;
  'project/theirs': Result<TheirFile>;
  'project/undo': Result<string | null>;
  'project/redo': Result<string | null>;
  'project/saveCopy': Result<string | null>;
  /** How much two copies changed each in another way; null when the person changed their mind. */
  /** null where no copy was chosen. */
  'copy/plan': Result<PlannedCopy | null>;
  /**
   * How much was flagged for a person to decide, and the number of the state the project is in then. Fails with
   * `projectMoved` where it is no longer what the plan was made for.
   */
  'copy/merge': Result<{ readonly told: number; readonly state: number } | null>;
  'project/history': HistoryPage;
  'project/revisions': Result<readonly Revision[]>;
  'project/lastChanges': Result<readonly LastChange[]>;
  'project/textsAt': Result<readonly PastText[]>;
  'project/select': null;
  'import/choose': readonly ImportedFile[];
  'import/dropped': readonly ImportedFile[];
  'import/paste': Result<ShownDocument>;
  'import/create': Result<ProjectSnapshot>;
  /** The number of the state the project is in then. */
  'import/addVersion': Result<number>;
  'import/forget': null;
  /** What a newer draft of a version would change. */
  'draft/compare': Result<ComparedDraft>;
  /** Fails with `projectMoved` where the project is no longer what the draft was compared with. */
  /** The number of the state the project is in then. */
  'draft/bringIn': Result<number>;
  /** The number of the state the project is in then. */
  'align/realign': Result<number>;
  /** Another alignment of the unconfirmed rows from a row on, and how many rows it changes; null when there is none. */
  'align/propose': { readonly command: Command; readonly rows: number } | null;
  'job/cancel': null;
  'said/find': Result<SaidFound>;
  'said/stop': null;
  /** What is found in each text. */
  'search/pattern': Result<readonly (readonly PatternFound[])[]>;
  'checks/begin': null;
  /** The facts of the open project; null while it is not checked. */
  'checks/ledger': readonly LedgerEntry[] | null;
  /** null where no place was named. */
  'export/versions': Result<ExportedVersions | null>;
  /** Where the report was written; null where no file was named. */
  'report/write': Result<string | null>;
  /** Shows the last exported file in the computer's file manager. */
  'export/show': null;
  'export/flags': Result<string | null>;
  /** Terms as lines `ru | ky | en`; null when the person changed their mind. */
  'glossary/import': Result<readonly string[] | null>;
  'glossary/export': Result<string | null>;
  'typology/keep': Result<null>;
  'typology/import': Result<ReadTypology | null>;
  'typology/export': Result<string | null>;
  'menu/show': null;
  'link/open': null;
  'clipboard/do': null;
  'log/error': null;
  /** What helps to find a bug is on the clipboard. */
  'diagnostics/copy': null;
  'licences/show': null;
  'window/close': null;
  'window/stay': null;
  'window/restart': null;
}

/** What the main process tells the window unasked. */
export interface Events {
  'project/patched': {
    readonly patches: readonly Patch[];
    readonly history: HistoryState;
    /** The number of this change since the project was opened, from 1. */
    readonly state: number;
  };
  /** How the file of the open project stands to what is shown. */
  'project/standing': FileStanding;
  /** A project waits to be opened: ask for it once everything typed is sent. */
  'project/waiting': null;
  /** What another start of the app named is no file. */
  'start/refused': Failure;
  /** The window is about to close: ask for it once everything typed is sent. */
  'window/closing': null;
  'settings/changed': { readonly settings: Settings; readonly uiLanguage: InterfaceLanguage };
  /** Something that is kept on this computer was damaged, or could not be written. */
  'kept/failed': Failure;
  'job/progress': {
    readonly kind: 'open' | 'import' | 'align' | 'compare' | 'export' | 'report' | 'merge' | 'recover';
    readonly share: number;
  } | null;
  /** How far the search for words is, 0 to 1. */
  'said/progress': number;
  /** The id of what was chosen in the menu bar. */
  'menu/chosen': string;
  /** What the checks find now in the rows in which it differs from what they told last. */
  'checks/found': {
    /** The last change that was taken into account. */
    readonly state: number;
    /** All checks, at the beginning: what was told before then no longer counts. Otherwise null. */
    readonly checks: readonly DescribedCheck[] | null;
    readonly rows: readonly RowFindings[];
    /** How many findings there are in the whole article. */
    readonly count: number;
    /** What was not checked, because it took too long or too much memory, or ended in a bug. */
    readonly leftOut: readonly Step[];
  };
  /** The checks failed again and again and are not started any more until asked for. */
  'checks/stopped': null;
}

export type EventName = keyof Events;

/** The bridge the preload script puts on `window.triptych`; `DroppedFile` is the browser's `File`. */
export interface Bridge<DroppedFile> {
  request<C extends Channel>(channel: C, payload: Request<C>): Promise<Replies[C]>;
  listen<E extends EventName>(event: E, hear: (payload: Events[E]) => void): () => void;
  /** Opens a project file that was dropped on the window. */
  openDropped(file: DroppedFile): Promise<Replies['project/openDropped']>;
  /** Reads files for importing that were dropped on the window, with the pictures that lie beside them. */
  importDropped(files: readonly DroppedFile[]): Promise<Replies['import/dropped']>;
}
