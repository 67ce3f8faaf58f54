import type { FlagSpan } from '../../../shared/model/flag';
import { activeEditor } from '../../store/active-editor';
import { showNews } from '../../store/notice-store';
import { isReadOnly } from '../../store/project-store';
import { changeSettings } from '../../store/settings-store';
import { setView, useViewStore, type Selected } from '../../store/view-store';
import type { Here } from './here';

/** What a flag raised now would point at: the marked words, the caret, the whole paragraph, or the gap. */
function spanHere({ row, selected }: Here): FlagSpan {
  const { textSelection, editing } = useViewStore.getState();
  const editor = activeEditor();
  const { paragraphs } = row.cells[selected.language];
  const text = (id: string) => paragraphs.find((paragraph) => paragraph.id === id)?.text ?? '';
  if (editing && editor) {
    const { start, end } = editor.selection();
    const quote = text(editor.paragraphId).slice(start, end);
    return textSpan(selected.language, editor.paragraphId, start, end, quote);
  }
  if (textSelection) {
    const { language, paragraphId, start, end, quote } = textSelection;
    return textSpan(language, paragraphId, start, end, quote);
  }
  const paragraph = paragraphs.find((each) => each.id === selected.paragraphId) ?? paragraphs[0];
  if (!paragraph) return { at: 'gap', language: selected.language, rowId: row.id };
  return textSpan(selected.language, paragraph.id, 0, paragraph.text.length, paragraph.text);
}

function textSpan(
  language: Selected['language'],
  paragraphId: string,
  start: number,
  end: number,
  quote: string,
): FlagSpan {
  return { at: 'text', language, paragraphId, start, end, quote, orphaned: false, fix: null };
}

export async function flagHere(here: Here): Promise<void> {
  if (isReadOnly()) return showNews('news.readOnly');
  if (useViewStore.getState().flagDraft) return addSpanHere(here);
  await activeEditor()?.flush();
  const span = spanHere(here);
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
export async function addSpanHere(here: Here): Promise<void> {
  const draft = useViewStore.getState().flagDraft;
  if (!draft) return flagHere(here);
  await activeEditor()?.flush();
  const span = spanHere(here);
  const others = draft.spans.filter((each) => each.language !== span.language);
  setView({ flagDraft: { ...draft, spans: [...others, span] } });
}
