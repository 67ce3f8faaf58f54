import { useCallback, useEffect, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { ExportDialog } from '../features/export/export-dialog';
import { ReportDialog } from '../features/export/report-dialog';
import { ImportDialog } from '../features/import/import-dialog';
import { PasteDialog } from '../features/import/paste-dialog';
import { CompareDialog } from '../features/inspector/history/compare-dialog';
import { Inspector } from '../features/inspector/inspector';
import { SnapshotDialog } from '../features/inspector/history/snapshot-dialog';
import { Outline } from '../features/outline/outline';
import { OutlineRail } from '../features/outline/outline-rail';
import { CopyDialog } from '../features/reconcile/copy-dialog';
import { PictureDialog } from '../features/workspace/pictures/picture-dialog';
import { DraftDialog } from '../features/reconcile/draft-dialog';
import { AgreeAllDialog } from '../features/reconcile/agree-all-dialog';
import { AdaptedDialog } from '../features/reconcile/adapted-dialog';
import { Palette } from '../features/palette/palette';
import { Shortcuts } from '../features/palette/shortcuts';
import { FindBar } from '../features/search/find-bar';
import { ReplaceDialog } from '../features/search/replace-dialog';
import { BlindReviewDialog } from '../features/score/blind-review-dialog';
import { ScoreDialog } from '../features/score/score-dialog';
import { TypologyDialog } from '../features/score/typology-dialog';
import { AuthorDialog } from '../features/start/author-dialog';
import { GlossaryDialog } from '../features/start/glossary-dialog';
import { RecoverDialog } from '../features/start/recover-dialog';
import { StartScreen } from '../features/start/start-screen';
import { noteMarked, readMarked } from '../features/workspace/text/text-selection';
import { Workspace } from '../features/workspace/workspace';
import { useDensity } from '../hooks/use-density';
import { activeEditor } from '../session/typing/active-editor';
import { forgetKeys, holdKey } from '../session/typing/held-keys';
import { showNews, noticeStore, type Notice } from '../session/notices/notice-store';
import { modeNow } from '../session/settings/mode';
import { projectStore } from '../session/project/project-store';
import { saidStore } from '../session/said/said-store';
import { settingsStore } from '../session/settings/settings-store';
import { targetNow } from '../session/place/target-now';
import { unkeptStore } from '../session/typing/unkept-store';
import { setView, viewStore } from '../session/place/view-store';
import { endDraft, endImport, endMerging, forgetVersion, readPasted } from '../session/project/offer-files';
import { dropFiles } from './bring-in';
import { BlindReviewBar } from './blind-review-bar';
import { GuideLine } from './guide-line';
import { Header } from './header';
import { JobBar } from './job-bar';
import {
  actOfPress,
  isLetter,
  isLetterAtRow,
  isMeantForEditor,
  isModifier,
  isPressable,
  mayWait,
  writesOverMarked,
} from './keys';
import { NoticeBar } from './notice-bar';
import { OpeningDialog } from './opening-dialog';
import { LanguagePicker } from './language-picker';
import { endLetters, takeLetter } from '../session/acts/letters';
import { judge, perform, performHere, tellLetters } from '../session/acts/perform';
import { StandingBar } from './standing-bar';
import { UnkeptDialog } from './unkept-dialog';

/** What was told when the mouse was last pressed. */
let toldBefore: Notice | null = null;

/** Whether a person was just told that a text does not open; who has gone on with the mouse since does not type there. */
function isTooLongTold(): boolean {
  const { notice } = noticeStore.getState();
  return notice?.kind === 'news' && notice.key === 'news.tooLongToEdit' && notice !== toldBefore;
}

function noteTold(): void {
  toldBefore = noticeStore.getState().notice;
}

/** Gives the open text a key that was meant for it; false where there is none, or it was not. */
function giveToEditor(event: KeyboardEvent): boolean {
  const editor = activeEditor();
  if (!editor || !isMeantForEditor(event)) return false;
  editor.focus();
  // A caret is moved, and a word composed, by the browser, which goes by where the focus is by now.
  if (!isPressable(event)) return true;
  event.preventDefault();
  editor.press(event);
  return true;
}

/** What can be done with the words that are marked, for who types over them. */
function newsOfMarked() {
  if (modeNow() === 'reading') return 'news.wordsMarkedReading';
  return readMarked(document.getSelection()).length > 1 ? 'news.wordsMarkedAcross' : 'news.wordsMarked';
}

/** The window: the start screen or a project, and the dialogs over either. */
export function App() {
  const { t } = useTranslation();
  const hasProject = useStore(projectStore, (state) => state.project !== null);
  const path = useStore(projectStore, (state) => state.path);
  const settings = useStore(settingsStore, (state) => state.settings);
  const density = useDensity();
  const dialog = useStore(viewStore, (state) => state.dialog);
  const looking = useStore(viewStore, (state) => state.looking);
  const importing = useStore(viewStore, (state) => state.importing);
  const draft = useStore(viewStore, (state) => state.draft);
  const merging = useStore(viewStore, (state) => state.merging);
  const comparing = useStore(viewStore, (state) => state.comparing);
  const over = useStore(viewStore, (state) => state.over);
  // A flag that is being written brings its form along, and takes it away again; so does what is asked about words.
  const asking = useStore(saidStore, ({ asked }) => asked !== null);
  const inspecting =
    useStore(viewStore, (state) => state.flagDraft !== null) || asking || settings.inspectorOpen;
  const closeComparison = useCallback(() => setView({ comparing: null }), []);
  const answer = useStore(unkeptStore, (state) => state.answer);
  const [dropping, setDropping] = useState(false);
  const endLooking = useCallback(() => setView({ looking: null }), []);
  const closeDialog = useCallback(() => setView({ dialog: null }), []);
  const closePaste = useCallback(() => {
    closeDialog();
    forgetVersion();
  }, [closeDialog]);
  const closeAdapting = useCallback(() => setView({ adapting: null }), []);
  const adapting = useStore(viewStore, (state) => state.adapting);

  useEffect(() => {
    const hold = (event: KeyboardEvent) => {
      if (event.key === 'Escape') return forgetKeys();
      if (!mayWait(event) || !holdKey(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    addEventListener('keydown', hold, { capture: true });
    addEventListener('pointerdown', forgetKeys, { capture: true });
    return () => {
      removeEventListener('keydown', hold, { capture: true });
      removeEventListener('pointerdown', forgetKeys, { capture: true });
    };
  }, []);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!document.querySelector('dialog[open]') && giveToEditor(event)) return;
      const act = actOfPress(event);
      const isLetterHere = isLetterAtRow(event, act);
      if (!isLetterHere && !isModifier(event)) endLetters();
      if (writesOverMarked(event, act)) {
        event.preventDefault();
        return showNews(newsOfMarked());
      }
      // Who was told that a text does not open may be typing already: none of it is a command.
      if (isTooLongTold() && isLetter(event)) return event.preventDefault();
      if ((!act && !isLetterHere) || document.querySelector('dialog[open]')) return;
      noteMarked();
      const target = targetNow();
      if (isLetterHere && target.place) {
        const { code, timeStamp: time, repeat: isHeld } = event;
        const taken = takeLetter({ code, time, isHeld }, act);
        if (taken === 'writing') tellLetters();
        if (taken !== 'command') return event.preventDefault();
      }
      if (!act) return;
      // With nothing open most keys have nothing to do here: Tab goes from button to button.
      if (judge(act.id, target) === 'nothingOpen') return;
      event.preventDefault();
      void perform(act.id, target, isLetterHere ? event.timeStamp : null);
    };
    addEventListener('keydown', press);
    addEventListener('pointerdown', noteTold, { capture: true });
    addEventListener('pointerdown', endLetters, { capture: true });
    return () => {
      removeEventListener('keydown', press);
      removeEventListener('pointerdown', noteTold, { capture: true });
      removeEventListener('pointerdown', endLetters, { capture: true });
    };
  }, []);

  useEffect(() => {
    // The interface grows with the article's text, at half its pace.
    const { style, dataset } = document.documentElement;
    style.setProperty('--ui-size', String(1 + (settings.textSize - 1) / 2));
    style.setProperty('--text-size', String(settings.textSize));
    dataset['density'] = density;
  }, [settings.textSize, density]);

  useEffect(() => {
    if (!hasProject) document.documentElement.dataset['ready'] = 'true';
  }, [hasProject]);

  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  return (
    <div
      className="app"
      onDragEnter={(event) => hasFiles(event) && setDropping(true)}
      onDragOver={(event) => hasFiles(event) && event.preventDefault()}
      onDragLeave={(event) => event.relatedTarget === null && setDropping(false)}
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setDropping(false);
        void dropFiles([...event.dataTransfer.files]);
      }}
    >
      {hasProject ? (
        <>
          <Header />
          <GuideLine />
          <StandingBar />
          <FindBar />
          <BlindReviewBar />
          <div
            className="panes"
            data-outline={settings.outlineOpen}
            data-inspector={inspecting}
            data-over={over}
            key={path}
          >
            {settings.outlineOpen || over === 'outline' ? <Outline /> : <OutlineRail />}
            <Workspace />
            {(inspecting || over === 'inspector') && <Inspector />}
          </div>
        </>
      ) : (
        <>
          <StartScreen />
          <div className="start-language">
            <LanguagePicker />
          </div>
        </>
      )}
      <NoticeBar />
      <JobBar />
      <OpeningDialog />
      {dropping && <div className="drop-veil">{t('start.dropHere')}</div>}
      {importing && (
        <ImportDialog
          // What has been read decides the first state of the dialog: more files start it afresh.
          key={importing.length}
          files={importing}
          onClose={endImport}
          onMore={() => performHere('import')}
        />
      )}
      {dialog === 'paste' && (
        <PasteDialog onClose={closePaste} onRead={(text, html) => void readPasted(text, html)} />
      )}
      {dialog === 'export' && hasProject && <ExportDialog onClose={closeDialog} />}
      {dialog === 'report' && hasProject && <ReportDialog onClose={closeDialog} />}
      {dialog === 'author' && <AuthorDialog onClose={closeDialog} />}
      {draft && hasProject && <DraftDialog draft={draft} onClose={endDraft} />}
      {merging && hasProject && <CopyDialog planned={merging} onClose={endMerging} />}
      {adapting && hasProject && <AdaptedDialog cell={adapting} onClose={closeAdapting} />}
      {looking !== null && hasProject && <PictureDialog paragraphId={looking} onClose={endLooking} />}
      {dialog === 'agreeAll' && hasProject && <AgreeAllDialog onClose={closeDialog} />}
      {dialog === 'replace' && hasProject && <ReplaceDialog onClose={closeDialog} />}
      {dialog === 'recover' && <RecoverDialog onClose={closeDialog} />}
      {dialog === 'typology' && <TypologyDialog onClose={closeDialog} />}
      {dialog === 'blindReview' && hasProject && <BlindReviewDialog onClose={closeDialog} />}
      {dialog === 'score' && hasProject && <ScoreDialog onClose={closeDialog} />}
      {dialog === 'glossary' && <GlossaryDialog onClose={closeDialog} />}
      {dialog === 'snapshot' && hasProject && <SnapshotDialog onClose={closeDialog} />}
      {comparing !== null && hasProject && <CompareDialog first={comparing} onClose={closeComparison} />}
      {dialog === 'palette' && <Palette onClose={closeDialog} />}
      {answer && <UnkeptDialog answer={answer} />}
      {dialog === 'shortcuts' && <Shortcuts onClose={closeDialog} />}
    </div>
  );
}
