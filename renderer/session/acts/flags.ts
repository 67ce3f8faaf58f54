import type { FlagSpan } from '../../../shared/model/flag';
import { goToFinding, openFindingsInOrder, stepFinding } from '../findings';
import { findingsStore } from '../findings-store';
import { page } from '../page';
import { changeSettings } from '../settings-store';
import type { Words } from '../target';
import { setView, viewStore } from '../view-store';
import { act, here, ifEditableHere, ifHere, ifOpen, type Here } from './act';

/** What is wrong: flags, and what the checks find. */
export const FLAG_ACTS = [
  act({
    id: 'flag',
    keys: ['F', 'Mod+Alt+M', 'Shift+F'],
    flush: true,
    overWords: true,
    when: ifEditableHere(),
    run: here(flagHere),
  }),
  act({
    id: 'nextFinding',
    keys: ['Shift+BracketRight'],
    when: ifOpen(({ found }) => (found.size > 0 ? 'yes' : 'noFindings')),
    run: ({ place }) => stepFinding(openFindingsInOrder(), place, 1, 'open'),
  }),
  act({
    id: 'previousFinding',
    keys: ['Shift+BracketLeft'],
    when: ifOpen(({ found }) => (found.size > 0 ? 'yes' : 'noFindings')),
    run: ({ place }) => stepFinding(openFindingsInOrder(), place, -1, 'open'),
  }),
  act({
    id: 'finding',
    keys: ['E'],
    when: ifHere(({ row }, { found }) => (found.has(row.id) ? 'yes' : 'noFindingsHere')),
    run: here(openFindingHere),
  }),
] as const;

/** What a flag raised here would point at: the marked words, the caret, the whole paragraph, or the gap. */
function spanHere({ row, language, paragraphs, paragraph, words }: Here): FlagSpan {
  const marked = words && paragraphs.find(({ id }) => id === words.paragraphId);
  if (words && marked) return textSpan(words, marked.text);
  if (!paragraph) return { at: 'gap', language, rowId: row.id };
  const { id: paragraphId, text } = paragraph;
  return textSpan({ language, paragraphId, start: 0, end: text.length }, text);
}

function textSpan(words: Words, text: string): FlagSpan {
  const { language, paragraphId, start, end } = words;
  const quote = text.slice(start, end);
  return { at: 'text', language, paragraphId, start, end, quote, orphaned: false, fix: null };
}

/** What has become a place of a flag is painted as one: keys are about the row again. */
function unmark(): void {
  if (!viewStore.getState().textSelection) return;
  page().unmark();
  setView({ textSelection: null });
}

/** Begins a flag; a place in another language is added to the one that is being written, in the same it is replaced. */
function flagHere(at: Here): void {
  const span = spanHere(at);
  unmark();
  const draft = viewStore.getState().flagDraft;
  if (draft) {
    const others = draft.spans.filter(({ language }) => language !== span.language);
    return setView({ flagDraft: { ...draft, spans: [...others, span] } });
  }
  const nothing = span.at === 'gap' || span.start === span.end;
  changeSettings({ inspectorOpen: true });
  setView({
    flagDraft: {
      flagId: null,
      spans: [span],
      category: nothing ? 'accuracy/omission' : 'accuracy/mistranslation',
      severity: 'major',
      note: '',
    },
  });
}

/** Opens the card of what is found in the text that is meant, or else in its row, and goes into it. */
function openFindingHere({ row, place }: Here): void {
  const { finding: shown } = viewStore.getState();
  const found = findingsStore.getState().open.get(row.id) ?? [];
  const finding =
    found.find(({ key }) => key === shown?.key) ??
    found.find(({ spans: [first] }) => first?.paragraphId === place.paragraphId) ??
    found.find(({ spans: [first] }) => first?.language === place.language) ??
    found[0];
  if (!finding) return;
  if (finding.key !== shown?.key) goToFinding(finding, 'focus');
  else setView({ finding: { rowId: row.id, key: finding.key, card: 'focus' } });
}
