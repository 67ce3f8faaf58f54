import type { ActionId } from '../../../shared/contract/actions';
import { assertNever } from '../../../shared/model/assert-never';
import { bridge } from '../bridge';
import { activeEditor } from '../active-editor';
import { compareSnapshots, compareWith, compareWithLastSession, showBaseline } from '../baseline';
import { stepLanguage } from '../navigation';
import { clearNotice, showNews } from '../notice-store';
import { isLeaving, leaveProject } from '../leave-project';
import { closeSnapshot, openInstead } from '../open-snapshot';
import { page } from '../page';
import { send, projectStore } from '../project-store';
import { changeSettings } from '../settings-store';
import { targetNow, type Target } from '../target';
import { select, setView } from '../view-store';
import { chooseDraft, mergeCopy } from './drafts';
import { chooseFiles, exportFlags, saveCopy } from './files';
import { CHANGES_ROWS, ON_PROJECT, whatIsDone } from './done';
import { addSpanHere, flagHere } from './flags';
import { columns, whenHere, whenOpen } from './here';
import {
  go,
  goToAttention,
  goToChange,
  goToFindings,
  goToHit,
  openFind,
  openFindingHere,
  stepParagraph,
} from './moving';
import { groupPicked, mergeHere, moveHere, pickHere, realign, splitHere } from './rows';
import { toggleSidePane } from './view';
import { adaptHere, decideHere, holdHere, toggleSuggesting } from './reconciling';
import { splitAtSentence, stepSentence } from './sentences';
import { agreeRow, editHere, resizeText, setStatus, stepBack } from './texts';

const PAGE_ROWS = 8;

/**
 * Carries out an action, wherever it was asked for: menu, key, palette or button. What it is about is taken at once, or
 * comes from where it was asked for; a change of rows and statuses is told, with a way back.
 */
export async function perform(action: ActionId, target: Target = targetNow()): Promise<void> {
  // The menu is there also while the project is being left.
  if (isLeaving() && ON_PROJECT.has(action)) return;
  clearNotice();
  if (!ON_PROJECT.has(action)) return act(action, target);
  await activeEditor()?.flush();
  if (!CHANGES_ROWS.has(action)) return act(action, target);
  const tell = whatIsDone(action, target);
  const { state } = projectStore.getState();
  await act(action, target);
  if (projectStore.getState().state !== state) tell();
}

async function act(action: ActionId, target: Target): Promise<void> {
  switch (action) {
    case 'import':
      return chooseFiles();
    case 'paste':
      return setView({ dialog: 'paste' });
    case 'open':
      await openInstead(() => bridge.request('project/choose', null));
      return;
    case 'openSample':
      await openInstead(() => bridge.request('project/openSample', null));
      return;
    case 'saveCopy':
      return saveCopy();
    case 'export':
      return whenOpen(() => setView({ dialog: 'export' }));
    case 'exportFlags':
      return exportFlags();
    case 'report':
      return whenOpen(() => setView({ dialog: 'report' }));
    case 'author':
      return setView({ dialog: 'author' });
    case 'mergeCopy':
      return whenOpen(() => void mergeCopy());
    case 'bringIn':
      return whenOpen(() => void chooseDraft());
    case 'recover':
      return setView({ dialog: 'recover' });
    case 'glossary':
      return setView({ dialog: 'glossary' });
    case 'typology':
      return setView({ dialog: 'typology' });
    case 'close':
      await leaveProject(async () => {
        await bridge.request('project/close', null);
        return closeSnapshot;
      });
      return;
    case 'undo':
      return stepBack('undo');
    case 'redo':
      return stepBack('redo');
    case 'find':
      return whenOpen(openFind);
    case 'findNext':
      return goToHit(1);
    case 'findPrevious':
      return goToHit(-1);
    case 'editCell':
      return whenHere(target, editHere);
    case 'editDone':
    case 'nextRow':
      return go(1);
    case 'previousRow':
      return go(-1);
    case 'firstRow':
      return go(-Infinity);
    case 'lastRow':
      return go(Infinity);
    case 'nextPage':
      return go(PAGE_ROWS);
    case 'previousPage':
      return go(-PAGE_ROWS);
    case 'nextLanguage':
      return whenHere(target, ({ row, selected }) => void stepLanguage(row, selected, columns(), 1));
    case 'previousLanguage':
      return whenHere(target, ({ row, selected }) => void stepLanguage(row, selected, columns(), -1));
    case 'nextParagraph':
      return whenHere(target, (here) => stepParagraph(here, 1));
    case 'previousParagraph':
      return whenHere(target, (here) => stepParagraph(here, -1));
    case 'nextSentence':
      return whenHere(target, (here) => stepSentence(here, 1));
    case 'previousSentence':
      return whenHere(target, (here) => stepSentence(here, -1));
    case 'mergeRows':
      return whenHere(target, mergeHere);
    case 'splitRow':
      return whenHere(target, splitHere);
    case 'splitSentence':
      return whenHere(target, splitAtSentence);
    case 'moveUp':
      return whenHere(target, (here) => moveHere(here, -1));
    case 'moveDown':
      return whenHere(target, (here) => moveHere(here, 1));
    case 'insertRow':
      return whenHere(target, async ({ row, selected }) => {
        const rowId = crypto.randomUUID();
        const added = await send({ type: 'insertRow', rowId, afterRowId: row.id });
        if (added) select({ rowId, language: selected.language, paragraphId: null });
      });
    case 'removeRow':
      return whenHere(target, async (here) => {
        const empty = Object.values(here.row.cells).every((cell) => cell.paragraphs.length === 0);
        if (!empty) return showNews('news.rowNotEmpty');
        if (here.project.rows.length > 1) go(here.index === here.project.rows.length - 1 ? -1 : 1);
        await send({ type: 'removeRow', rowId: here.row.id });
      });
    case 'pick':
      return whenHere(target, pickHere);
    case 'group':
      return groupPicked(target.place);
    case 'unpick':
      page().unmark();
      return setView({ picked: [], textSelection: null, over: null });
    case 'confirmRow':
      return whenHere(target, async ({ row }) => {
        await send({ type: 'confirmRows', rowIds: [row.id], confirmed: !row.confirmed });
      });
    case 'realign':
      return realign();
    case 'flag':
      return whenHere(target, flagHere);
    case 'flagAddSpan':
      return whenHere(target, addSpanHere);
    case 'agree':
      return whenHere(target, async (here) => {
        const { status } = here.row.cells[here.selected.language];
        await setStatus(here, status === 'agreed' ? 'translated' : 'agreed', [here.selected.language]);
      });
    case 'agreeRow':
      return whenHere(target, agreeRow);
    case 'statusDraft':
      return whenHere(target, (here) => setStatus(here, 'draft', [here.selected.language]));
    case 'statusTranslated':
      return whenHere(target, (here) => setStatus(here, 'translated', [here.selected.language]));
    case 'statusReviewed':
      return whenHere(target, (here) => setStatus(here, 'reviewed', [here.selected.language]));
    case 'suggesting':
      return toggleSuggesting();
    case 'acceptSuggestions':
      return whenHere(target, (here) => decideHere(here, true));
    case 'rejectSuggestions':
      return whenHere(target, (here) => decideHere(here, false));
    case 'stillRight':
      return whenHere(target, (here) => holdHere(here, true));
    case 'doubt':
      return whenHere(target, (here) => holdHere(here, false));
    case 'adapted':
      return whenHere(target, adaptHere);
    case 'nextAttention':
      return goToAttention(1);
    case 'previousAttention':
      return goToAttention(-1);
    case 'nextFinding':
      return goToFindings(1);
    case 'previousFinding':
      return goToFindings(-1);
    case 'finding':
      return whenHere(target, openFindingHere);
    case 'nextChange':
      return goToChange(1);
    case 'previousChange':
      return goToChange(-1);
    case 'compareSnapshots':
      return whenOpen(compareSnapshots);
    case 'score':
      return whenOpen(() => setView({ dialog: 'score' }));
    case 'blindReview':
      return whenOpen(() => setView({ dialog: 'blindReview' }));
    case 'takeSnapshot':
      return whenOpen(() => setView({ dialog: 'snapshot' }));
    case 'viewClean':
      return changeSettings({ textView: 'clean' });
    case 'viewChanges':
      return changeSettings({ textView: 'changes' });
    case 'viewOriginal':
      return showBaseline();
    case 'baselineImported':
      return compareWith({ kind: 'imported' });
    case 'baselineAgreed':
      return compareWith({ kind: 'agreed' });
    case 'baselineSession':
      return compareWithLastSession();
    case 'nextPane':
      return page().stepPane(1);
    case 'previousPane':
      return page().stepPane(-1);
    case 'toggleOutline':
      return toggleSidePane('outline');
    case 'toggleInspector':
      return toggleSidePane('inspector');
    case 'largerText':
      return resizeText(1);
    case 'smallerText':
      return resizeText(-1);
    case 'normalText':
      return changeSettings({ textSize: 1 });
    case 'themeSystem':
      return changeSettings({ theme: 'system' });
    case 'themeLight':
      return changeSettings({ theme: 'light' });
    case 'themeDark':
      return changeSettings({ theme: 'dark' });
    case 'uiRu':
      return changeSettings({ uiLanguage: 'ru' });
    case 'uiKy':
      return changeSettings({ uiLanguage: 'ky' });
    case 'uiEn':
      return changeSettings({ uiLanguage: 'en' });
    case 'palette':
      return setView({ dialog: 'palette', asked: target });
    case 'shortcuts':
      return setView({ dialog: 'shortcuts' });
    case 'copyDiagnostics':
      await bridge.request('diagnostics/copy', null);
      return showNews('news.diagnosticsCopied');
    case 'licences':
      await bridge.request('licences/show', null);
      return;
    default:
      return assertNever(action);
  }
}
