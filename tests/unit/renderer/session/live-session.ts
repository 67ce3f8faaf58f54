import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { OpenProject } from '../../../../main/app/open-project';
import { ReadDocuments } from '../../../../main/app/read-documents';
import { sendPart } from '../../../../main/app/sent-project';
import { stampOfProject } from '../../../../main/app/project-stamp';
import { flagsCsv } from '../../../../main/export/flags-csv';
import {
  alignmentInput,
  openStretches,
  proposeAlignment,
  rowDrafts,
  rowsParagraphs,
} from '../../../../main/import/alignment';
import { perform as performTask } from '../../../../main/jobs/perform';
import type { KnownProject } from '../../../../main/said/find-everywhere';
import { createProjectFile } from '../../../../main/project/project-file';
import { findWatched } from '../../../../main/search/find-watched';
import { translator } from '../../../../main/system/translate';
import {
  setActiveEditor,
  type ActiveEditor,
  type TypedKey,
} from '../../../../renderer/session/typing/active-editor';
import { connect } from '../../../../renderer/session/bridge';
import { findingSentence } from '../../../../shared/contract/finding-sentence';
import { forgetFindings, mirrorFindings } from '../../../../renderer/session/matters/findings-store';
import { forgetKeys } from '../../../../renderer/session/typing/held-keys';
import { clearNotice, noticeStore } from '../../../../renderer/session/notices/notice-store';
import { closeSnapshot, showOpened } from '../../../../renderer/session/project/open-snapshot';
import { lendPage, type Page } from '../../../../renderer/session/page';
import { mirrorPatches } from '../../../../renderer/session/project/project-store';
import { mirrorSettings, settingsStore } from '../../../../renderer/session/settings/settings-store';
import { mirrorStanding } from '../../../../renderer/session/project/standing-store';
import {
  forgetText,
  forgetTexts,
  keepText,
  markTyping,
  unkeptText,
} from '../../../../renderer/session/typing/unkept-store';
import { closeSaid } from '../../../../renderer/session/said/look-for-said';
import { FRESH_VIEW, setView } from '../../../../renderer/session/place/view-store';
import type {
  Channel,
  Events,
  ImportedFile,
  Replies,
  Request,
  StandingChoice,
} from '../../../../shared/contract/channels';
import { readRequest } from '../../../../shared/contract/read-request';
import { settingsSchema, type Settings } from '../../../../shared/contract/settings';
import { textOf } from '../../../../renderer/session/project/text-of';
import { ok, type Failure, fail } from '../../../../shared/model/failure';
import type { ImportedDocument } from '../../../../shared/model/imported-document';
import { perLanguage } from '../../../../shared/model/language';
import type { Project } from '../../../../shared/model/project';
import { placesIn } from '../../main/project/places-in';
import { value } from '../../main/project/sample-project';

type Answers = { readonly [C in Channel]?: (payload: Request<C>) => Replies[C] | Promise<Replies[C]> };

/** Where a person is asked for a file: each is answered by what the test gives, or by a change of mind. */
export interface Chosen {
  files?: readonly ImportedDocument[];
  /** Where a file is written that is asked for. */
  place?: string | null;
  /** Refuses commands with this, as a full disk would. */
  refusal?: Failure | null;
}

/** The session, without a window: it speaks with the code of the main process over a real project file. */
export class LiveSession {
  /** What was asked of main, in order. */
  readonly asked: Channel[] = [];
  /** What was asked of the page, in order. */
  readonly paged: string[] = [];
  /** Hears every request before it is carried out. */
  onRequest: (channel: Channel) => void = () => undefined;
  chosen: Chosen = {};
  /** Whether the checks look at each change at once. */
  isChecked = false;
  /** What comes of deciding about a file that was replaced. */
  settled: (choice: StandingChoice) => Replies['project/settle'] = () => ok(null);
  /** What the aligner would propose; `'aligned'` has it align. */
  proposal: Replies['align/propose'] | 'aligned' = null;
  /** The other projects known to this computer. */
  recent: readonly KnownProject[] = [];
  /** What main answers in place of what it would; undefined leaves it at that. */
  readonly instead: { [C in Channel]?: (payload: Request<C>) => Replies[C] | undefined } = {};
  isInField = false;
  isNarrow = false;
  isFocusFree = true;
  isInSearch = false;
  isPressed = false;
  private readonly folder = mkdtempSync(join(tmpdir(), 'triptych-session-'));
  private readonly listeners = new Map<string, ((payload: never) => void)[]>();
  private readonly documents = new ReadDocuments(randomUUID);
  private opened: OpenProject | null = null;
  private settings: Settings = settingsSchema.parse({ author: 'Айгүл' });

  constructor() {
    connect({
      request: async (channel, payload) => this.answer(channel, payload),
      listen: (event, hear) => {
        const known = this.listeners.get(event) ?? [];
        this.listeners.set(event, [...known, hear]);
        return () => undefined;
      },
    });
    lendPage(this.page());
    forgetKeys();
    setActiveEditor(null);
    closeSnapshot();
    clearNotice();
    mirrorSettings({ settings: this.settings, uiLanguage: 'en' });
    settingsStore.setState({ systemAuthor: 'somebody' });
  }

  /** Opens a project as the window does. */
  async open(project: Project, name = 'макала'): Promise<void> {
    this.write(project, name);
    await showOpened(ok(this.openFile(name).snapshot()));
  }

  /** Writes a project into a file of the folder. */
  write(project: Project, name: string): string {
    const path = this.path(`${name}.triptych`);
    value(createProjectFile(path, project)).close();
    return path;
  }

  openFile(name: string): OpenProject {
    this.opened?.close();
    const publish = (patched: Events['project/patched']) => {
      mirrorPatches(patched);
      // The checks have seen it, and found nothing else.
      if (this.isChecked)
        mirrorFindings({ state: patched.state, checks: null, rows: [], count: 0, leftOut: [] });
    };
    const path = this.path(`${name}.triptych`);
    this.opened = value(
      OpenProject.open(path, 'Айгүл', publish, this.path('backups'), placesIn(this.folder), mirrorStanding),
    );
    return this.opened;
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** A file as main has read it, and keeps it until it is settled. */
  read(document: ImportedDocument): ImportedFile {
    return { fileName: document.fileName, result: ok(this.documents.keep(document)) };
  }

  /** The project as main has it. */
  get main(): OpenProject {
    if (!this.opened) throw new Error('nothing is open');
    return this.opened;
  }

  /** Takes everything back and forgets what was shown: the next act begins as the first did. */
  startAnew(): void {
    while (value(this.main.undo()) !== null);
    setActiveEditor(null);
    forgetKeys();
    forgetTexts();
    clearNotice();
    this.chosen = {};
    this.onRequest = () => undefined;
    this.isChecked = false;
    this.settings = settingsSchema.parse({ author: 'Айгүл' });
    mirrorSettings({ settings: this.settings, uiLanguage: 'en' });
    setView(FRESH_VIEW);
    closeSaid();
    this.asked.length = 0;
    this.paged.length = 0;
  }

  /** What is told at this moment: a locale key, or the code of a failure. */
  get told(): string | null {
    const { notice } = noticeStore.getState();
    if (!notice) return null;
    return notice.kind === 'failure' ? `failure.${notice.failure.code}` : notice.key;
  }

  /** Tells the session what main would. */
  tell<E extends keyof Events>(event: E, payload: Events[E]): void {
    for (const hear of this.listeners.get(event) ?? []) hear(payload as never);
  }

  end(): void {
    setActiveEditor(null);
    closeSnapshot();
    forgetFindings();
    this.opened?.close();
    this.opened = null;
    rmSync(this.folder, { recursive: true });
  }

  private async answer<C extends Channel>(channel: C, payload: Request<C>): Promise<Replies[C]> {
    this.onRequest(channel);
    this.asked.push(channel);
    const read = readRequest(channel, payload);
    if (!read) throw new Error(`malformed ${channel}`);
    const answer = this.answers()[channel] as ((payload: Request<C>) => Replies[C]) | undefined;
    if (!answer) throw new Error(`nobody answers ${channel}`);
    // As over the wire: an answer never comes within the same turn.
    await Promise.resolve();
    const instead = this.instead[channel];
    return instead?.(read.request) ?? answer(read.request);
  }

  private answers(): Answers {
    const by = (group: string | null) => ({ author: 'Айгүл', time: Date.now(), group });
    const { refusal = null, place = null } = this.chosen;
    return {
      'settings/write': (change) => {
        this.settings = settingsSchema.parse({ ...this.settings, ...change });
        const { uiLanguage } = this.settings;
        mirrorSettings({ settings: this.settings, uiLanguage: uiLanguage ?? 'en' });
        return null;
      },
      'project/command': ({ command, group }) => {
        if (refusal) return { ok: false, failure: refusal };
        const done = this.main.change(command, by(group));
        return done.ok ? ok(this.main.state) : done;
      },
      'project/undo': () => this.main.undo(),
      'project/redo': () => this.main.redo(),
      'project/textsAt': ({ seq }) => this.main.textsAt(seq),
      'project/part': ({ number }) => sendPart(number),
      'project/select': () => null,
      'project/saveCopy': () => {
        if (place === null) return ok(null);
        const saved = this.main.saveCopy(place);
        return saved.ok ? ok(place) : saved;
      },
      'project/close': () => {
        this.opened?.close();
        this.opened = null;
        return null;
      },
      'project/choose': () => (place === null ? ok(null) : ok(this.openFile(place).snapshot())),
      'project/openSample': () => ok(this.openFile('sample').snapshot()),
      'copy/plan': () => ok(null),
      'import/choose': () => (this.chosen.files ?? []).map((document) => this.read(document)),
      'import/forget': ({ ids }) => {
        this.documents.forget(ids);
        return null;
      },
      'import/paste': ({ text }) =>
        text === '' ? fail('fileEmpty', { file: '' }) : fail('fileNoText', { file: '' }),
      'draft/compare': async ({ language, documentId }) => {
        const document = value(this.documents.find(documentId));
        const paragraphs = this.main.project.rows.flatMap(({ cells }) => cells[language].paragraphs);
        const task = {
          kind: 'compare',
          versions: {
            language,
            base: paragraphs,
            ours: paragraphs,
            theirs: document.blocks.map(({ block }) => block),
          },
        };
        const compared = await performTask(task as never, () => undefined);
        return ok({
          ...(compared as object),
          base: 'imported',
          isReturned: false,
          settled: 0,
          stamp: stampOfProject(this.main.project),
        } as never);
      },
      'align/realign': async () => {
        const { rows } = this.main.project;
        const parts = openStretches(rows).map(({ start, end }) => {
          const stretch = rows.slice(start, end);
          return { rowIds: stretch.map((row) => row.id), paragraphs: rowsParagraphs(stretch) };
        });
        if (parts.length === 0) return ok(this.main.state);
        const stretches = parts.map(({ paragraphs }) =>
          perLanguage((language) => alignmentInput(paragraphs[language])),
        );
        const aligned = await performTask({ kind: 'align', stretches, known: {} }, () => undefined);
        const done = this.main.change(
          {
            type: 'replaceAlignment',
            stretches: parts.map(({ rowIds, paragraphs }, i) => ({
              rowIds,
              rows: rowDrafts(aligned[i] ?? [], paragraphs, randomUUID),
            })),
          },
          by(null),
        );
        return done.ok ? ok(this.main.state) : done;
      },
      'align/propose': ({ rowId, from }) => {
        if (this.proposal !== 'aligned') return this.proposal;
        const where = { rowId, from, most: 200 };
        return proposeAlignment(this.main.project.rows, where, async (stretch) => {
          const task = { kind: 'align', stretches: [stretch], known: {} } as const;
          const [aligned] = await performTask(task, () => undefined);
          return aligned ?? [];
        });
      },
      'said/find': async ({ text, language, where }) => {
        const { project } = this.main;
        const open = where === 'here' ? project : null;
        const others = where === 'here' ? [] : this.recent;
        const order = { text, language, glossary: '', open, openId: project.id, others };
        return ok(await performTask({ kind: 'said', order }, (share) => this.tell('said/progress', share)));
      },
      'said/stop': () => null,
      'search/pattern': ({ asked, texts }) => findWatched(asked, texts),
      'project/openRecent': ({ path }) => ok(this.openFile(basename(path, '.triptych')).snapshot()),
      'project/settle': ({ choice }) => this.settled(choice),
      'checks/begin': () => null,
      'export/flags': () => {
        if (place === null) return ok(null);
        writeFileSync(
          place,
          flagsCsv(this.main.project, translator('en'), (category) => category),
        );
        return ok(place);
      },
      'diagnostics/copy': () => null,
      'licences/show': () => null,
      'menu/show': () => null,
    };
  }

  private page(): Page {
    const note = (what: string) => void this.paged.push(what);
    return {
      whenIdle: (act) => act(),
      painted: () => Promise.resolve(),
      isFocusFree: () => this.isFocusFree,
      isPressed: () => this.isPressed,
      focusCell: () => note('focusCell'),
      isInField: () => this.isInField,
      stepInField: (direction) => note(`stepInField ${direction}`),
      stepPane: (by) => note(`stepPane ${by}`),
      isNarrow: () => this.isNarrow,
      markText: (paragraphId) => note(`markText ${paragraphId}`),
      unmark: () => note('unmark'),
      copy: (text) => note(`copy ${text}`),
      say: (finding) => findingSentence(finding, translator('en')),
      isInSearch: () => this.isInSearch,
      enterSearch: (field) => note(`enterSearch ${field}`),
    };
  }
}

/** A text that is open, with typing in it that nobody has handed over: what the window's editor is to the session. */
export class TypedEditor implements ActiveEditor {
  readonly pressed: string[] = [];
  readonly shown: string[] = [];
  focused = 0;
  private takenBack: string | null = null;

  constructor(
    readonly paragraphId: string,
    private typed: string,
    private readonly caret = { start: 0, end: 0 },
  ) {
    setActiveEditor(this);
    markTyping(true);
  }

  async flush(): Promise<boolean> {
    const { paragraphId, typed } = this;
    if (textOf(paragraphId) === typed && !unkeptText(paragraphId)) {
      markTyping(false);
      return true;
    }
    const kept = keepText({
      paragraphId,
      content: { text: typed, marks: [] },
      suggest: false,
      group: 'typing',
    });
    markTyping(false);
    return kept;
  }

  takeBackRefused(): void {
    this.takenBack = this.typed;
    forgetText(this.paragraphId);
    this.typed = textOf(this.paragraphId);
  }

  insert(text: string): void {
    this.shown.push(`insert ${text}`);
  }

  format(style: string): void {
    this.shown.push(style);
  }

  breakLine(): void {
    this.shown.push('\n');
  }

  link() {
    return { ...this.caret, href: null };
  }

  setLink(start: number, end: number, href: string | null): void {
    this.shown.push(`${start} ${end} ${href}`);
  }

  bringBackRefused(): boolean {
    const { takenBack } = this;
    this.typed = takenBack ?? this.typed;
    return takenBack !== null;
  }

  text(): string {
    return this.typed;
  }

  showStep(before: string): void {
    this.shown.push(before);
  }

  press({ key }: TypedKey): void {
    this.pressed.push(key);
  }

  focus(): void {
    this.focused += 1;
  }

  selection() {
    return this.caret;
  }
}
