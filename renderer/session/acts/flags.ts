import type { FlagSpan } from '../../../shared/model/flag';
import { showNews } from '../notice-store';
import { page } from '../page';
import { isReadOnly } from '../project-store';
import { changeSettings } from '../settings-store';
import type { Words } from '../target';
import { setView, viewStore } from '../view-store';
import type { Here } from './here';

/** What a flag raised now would point at: the marked words, the caret, the whole paragraph, or the gap. */
function spanHere({ row, selected, words }: Here): FlagSpan {
  const { language } = selected;
  const { paragraphs } = row.cells[language];
  const marked = words && paragraphs.find(({ id }) => id === words.paragraphId);
  if (words && marked) return textSpan(words, marked.text);
  const paragraph = paragraphs.find((each) => each.id === selected.paragraphId) ?? paragraphs[0];
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

export function flagHere(here: Here): void {
  if (isReadOnly()) return showNews('news.readOnly');
  if (viewStore.getState().flagDraft) return addSpanHere(here);
  const span = spanHere(here);
  unmark();
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

/** Adds a place to the flag being written; a language that is there already is replaced. */
export function addSpanHere(here: Here): void {
  const draft = viewStore.getState().flagDraft;
  if (!draft) return flagHere(here);
  const span = spanHere(here);
  unmark();
  const others = draft.spans.filter((each) => each.language !== span.language);
  setView({ flagDraft: { ...draft, spans: [...others, span] } });
}
