import { findParagraph } from '../../../shared/model/find-paragraph';
import { activeEditor } from '../typing/active-editor';
import { projectStore } from '../project/project-store';
import { viewStore, type Selected, type TextSelection } from './view-store';

/**
 * What an act is asked for. It is taken when the act is asked for and goes with it: what a person is on by the time it
 * is done may be something else.
 */
export interface Target {
  readonly place: Selected | null;
  /** The sentence there: a paragraph and a UTF-16 offset in it. */
  readonly sentence: { readonly paragraphId: string; readonly start: number } | null;
  /** The words marked there, or an empty stretch where the caret is; null where neither is. */
  readonly words: Words | null;
}

/** A stretch of a paragraph, UTF-16 offsets; empty for a caret. */
export type Words = Omit<TextSelection, 'quote'>;

/** What an act asked for at this moment is about: the marked words and their cell, or else the chosen cell. */
export function targetNow(): Target {
  const { selected, sentence, textSelection } = viewStore.getState();
  if (!textSelection) return { place: selected, sentence, words: selected && wordsInEditor(selected) };
  const { language, paragraphId } = textSelection;
  const { project } = projectStore.getState();
  const row = project && findParagraph(project.rows, paragraphId)?.row;
  const place = row ? { rowId: row.id, language, paragraphId } : selected;
  return { place, sentence: sentence?.paragraphId === paragraphId ? sentence : null, words: textSelection };
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
