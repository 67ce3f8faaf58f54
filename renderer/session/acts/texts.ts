import type { Mode, ViewSettings } from '../../../shared/contract/settings';
import type { Paragraph } from '../../../shared/model/paragraph';
import type { Status } from '../../../shared/model/row';
import { holdRight, staleSources } from '../../../shared/reconcile/stale';
import { changeNow, type ChangeNow } from '../matters/changes-now';
import { caretLeftIn } from '../typing/caret-left';
import { writeMissing } from '../typing/writing';
import { edit } from '../place/navigation';
import { showNews } from '../notices/notice-store';
import { send } from '../project/project-store';
import { changeSettings, settingsStore } from '../settings/settings-store';
import { stepBack } from '../typing/step-back';
import { leaveText, setView } from '../place/view-store';
import { act, hasText, here, ifEditable, ifEditableHere, ifWriting, type Act, type Here } from './act';
import { tellChange, tellStatus } from './tell';
import type { Answer } from './why';

/** What is done with a text: writing it, and saying how far it has come. */
export const TEXT_ACTS = [
  act({
    id: 'undo',
    keys: ['Mod+Z'],
    flush: true,
    when: ({ project, isReadOnly, history, isUnkept, isInField }) => {
      if (isInField) return 'yes';
      if (!project) return 'nothingOpen';
      if (isReadOnly) return 'readOnly';
      return history.undo || isUnkept ? 'yes' : 'nothingToUndo';
    },
    run: () => stepBack('undo'),
  }),
  act({
    id: 'redo',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    flush: true,
    when: ({ project, isReadOnly, history, isEditing, isInField }) => {
      if (isInField) return 'yes';
      if (!project) return 'nothingOpen';
      if (isReadOnly) return 'readOnly';
      // An open text may hold what was taken back in it and never reached the project.
      return history.redo || isEditing ? 'yes' : 'nothingToRedo';
    },
    run: () => stepBack('redo'),
  }),
  act({
    id: 'editCell',
    keys: ['Enter'],
    overWords: true,
    when: ifWriting(),
    run: here(editHere),
  }),
  statusAct('statusDraft', '1', 'draft'),
  statusAct('statusTranslated', '2', 'translated'),
  statusAct('statusReviewed', '3', 'reviewed'),
  modeAct('modeEditing', 'editing', []),
  modeAct('modeSuggesting', 'suggesting', ['Mod+Shift+E']),
  modeAct('modeReading', 'reading', []),
  act({
    id: 'acceptSuggestions',
    keys: ['Y'],
    flush: true,
    when: ifWriting(hasSuggestions),
    deals: ({ matter }) => (matter?.kind === 'change' ? matter : null),
    run: here((at) => decideHere(at, true)),
    tell: tellChange,
  }),
  act({
    id: 'rejectSuggestions',
    keys: ['X'],
    flush: true,
    when: ifWriting(hasSuggestions),
    deals: ({ matter }) => (matter?.kind === 'change' ? matter : null),
    run: here((at) => decideHere(at, false)),
    tell: tellChange,
  }),
  act({
    id: 'stillRight',
    keys: ['Equal'],
    flush: true,
    when: ifEditableHere((at) => {
      if (at.paragraphs.length === 0) return 'noText';
      return staleSources(at.row, at.language).length > 0 ? 'yes' : 'notStale';
    }),
    deals: ({ place }) => place && { kind: 'stale', rowId: place.rowId, language: place.language },
    run: here((at) => holdHere(at, true)),
    tell: tellChange,
  }),
  act({
    id: 'doubt',
    keys: ['Shift+Equal'],
    flush: true,
    when: ifEditableHere((at) => {
      if (at.paragraphs.length === 0) return 'noText';
      return holdRight(at.row, at.language, false) === at.row ? 'doubted' : 'yes';
    }),
    run: here((at) => holdHere(at, false)),
    tell: ({ language, number, ...done }) =>
      language
        ? { key: 'news.doneDoubted', params: { number, language } }
        : tellChange({ language, number, ...done }),
  }),
  act({
    id: 'adapted',
    keys: [],
    flush: true,
    when: ifEditableHere(hasText),
    takesBack: ({ paragraphs }) => paragraphs.some(({ adapted }) => adapted),
    run: here(async ({ row, language, place, paragraphs }) => {
      if (!paragraphs.some(({ adapted }) => adapted)) return setView({ adapting: place });
      await send({ type: 'setAdapted', rowId: row.id, language, reason: null });
    }),
  }),
] as const;

function statusAct<const Id extends string>(id: Id, key: string, status: Status): Act<Id> {
  return act({
    id,
    keys: [key],
    flush: true,
    when: ifEditableHere(({ row, language, paragraphs }) => {
      if (paragraphs.length === 0) return 'noText';
      return row.cells[language].status === status ? 'statusAlready' : 'yes';
    }),
    run: here(async ({ row, language }) => {
      await send({ type: 'setStatus', cells: [{ rowId: row.id, language }], status });
    }),
    tell: tellStatus,
  });
}

/** Another way to work with the texts. What was typed before is handed over first: it was typed in the former. */
function modeAct<const Id extends string>(id: Id, mode: Mode, keys: readonly string[]): Act<Id> {
  return act({
    id,
    keys,
    flush: true,
    when: ifEditable(({ settings }) => (settings.mode === mode ? 'modeAlready' : 'yes')),
    run: () => {
      changeSettings({ mode, ...viewOf(mode) });
      if (mode === 'reading') leaveText();
      showNews(`news.${mode}`);
    },
  });
}

function hasSuggestions({ paragraphs }: Here): Answer {
  return withPending(paragraphs).length > 0 ? 'yes' : 'noSuggestions';
}

/** The one suggestion that is meant, of several in a paragraph; null where none alone is. */
function suggestionMeant({ matter }: Here): ChangeNow | null {
  const change = matter?.kind === 'change' ? changeNow(matter) : null;
  return change?.paragraph.pending ? change : null;
}

function withPending(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  return paragraphs.filter(({ pending }) => pending);
}

/** Opens the text where the caret was last; words that were marked are marked in it, so that typing replaces them. */
async function editHere({ row, language, paragraphs, paragraph, words }: Here): Promise<void> {
  if (words && paragraphs.some(({ id }) => id === words.paragraphId))
    return edit(row.id, language, words.paragraphId, words.start, words.end);
  if (paragraph)
    return edit(row.id, language, paragraph.id, caretLeftIn(paragraph.id) ?? paragraph.text.length);
  await writeMissing(row, language);
}

/** Accepts or rejects the suggestion that is meant, or those in the paragraph that is, or in the cell when it has none. */
async function decideHere(at: Here, accept: boolean): Promise<void> {
  const { paragraphs, place } = at;
  const only = suggestionMeant(at);
  if (only) {
    const { paragraph, which } = only;
    return void (await send({ type: 'decideSuggestions', paragraphIds: [paragraph.id], which, accept }));
  }
  const one = withPending(paragraphs.filter(({ id }) => id === place.paragraphId));
  const paragraphIds = (one.length > 0 ? one : withPending(paragraphs)).map(({ id }) => id);
  await send({ type: 'decideSuggestions', paragraphIds, which: null, accept });
}

/** Says that the text still says what the others say, or that this is doubted. */
async function holdHere({ row, language }: Here, right: boolean): Promise<void> {
  await send({ type: 'holdCellsRight', cells: [{ rowId: row.id, language }], right });
}

/** Who comes to read sees the texts clean, or as they saw them when they read last; so does who goes back to writing. */
function viewOf(mode: Mode): ViewSettings {
  const { mode: before, textView, otherTextView } = settingsStore.getState().settings;
  if ((mode === 'reading') === (before === 'reading')) return {};
  return { textView: otherTextView, otherTextView: textView };
}
