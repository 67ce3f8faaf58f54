import type { FlagSpan } from '../../../shared/model/flag';
import { mattersHere, openMatterHere } from '../matters/matters-here';
import { stepMatter } from '../matters/show-matter';
import { page } from '../page';
import type { Words } from '../place/target';
import { setView, viewStore, writeFlag } from '../place/view-store';
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
    keys: ['Shift+BracketRight', 'Mod+BracketRight'],
    when: ifOpen(({ found, isMatterShown }) => (found.size > 0 || isMatterShown ? 'yes' : 'noFindings')),
    run: ({ place }) => stepMatter(1, place),
  }),
  act({
    id: 'previousFinding',
    keys: ['Shift+BracketLeft', 'Mod+BracketLeft'],
    when: ifOpen(({ found, isMatterShown }) => (found.size > 0 || isMatterShown ? 'yes' : 'noFindings')),
    run: ({ place }) => stepMatter(-1, place),
  }),
  act({
    id: 'finding',
    keys: ['E', 'Mod+J'],
    when: ifHere((at) => (mattersHere(at).length > 0 ? 'yes' : 'noFindingsHere')),
    run: here(openMatterHere),
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
    return writeFlag({ ...draft, spans: [...others, span] });
  }
  const nothing = span.at === 'gap' || span.start === span.end;
  writeFlag({
    flagId: null,
    spans: [span],
    category: nothing ? 'accuracy/omission' : 'accuracy/mistranslation',
    severity: 'major',
    note: '',
  });
}
