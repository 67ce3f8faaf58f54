import { findParagraph } from '../../../shared/model/find-paragraph';
import { activeEditor } from '../typing/active-editor';
import { projectStore } from '../project/project-store';
import type { Selected } from './selected';
import type { Target, Words } from './target';
import { viewStore } from './view-store';

/** What an act asked for at this moment is about: the marked words and their cell, or else the chosen cell. */
export function targetNow(): Target {
  const { selected, sentence, textSelection, shown } = viewStore.getState();
  const matter = shown?.matter ?? null;
  if (!textSelection)
    return { place: selected, sentence, words: selected && wordsInEditor(selected), matter };
  const { language, paragraphId } = textSelection;
  const { project } = projectStore.getState();
  const row = project && findParagraph(project.rows, paragraphId)?.row;
  const place = row ? { rowId: row.id, language, paragraphId } : selected;
  const there = sentence?.paragraphId === paragraphId ? sentence : null;
  return { place, sentence: there, words: textSelection, matter };
}

/** What is marked in one paragraph, be it open in the editor or not; null when nothing is. */
export function wordsIn(place: Selected): Words | null {
  const { textSelection } = viewStore.getState();
  return textSelection?.paragraphId === place.paragraphId ? textSelection : wordsInEditor(place);
}

function wordsInEditor({ language, paragraphId }: Selected): Words | null {
  const editor = viewStore.getState().editing ? activeEditor() : null;
  return editor && editor.paragraphId === paragraphId
    ? { language, paragraphId, ...editor.selection() }
    : null;
}
