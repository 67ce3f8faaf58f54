import { TextSelection, type EditorState, type Transaction } from 'prosemirror-state';
import { diffRich, type RichRun } from '../../../../shared/diff/diff-rich';
import type { RichText } from '../../../../shared/model/paragraph';
import { contentOf, documentOf } from './editor-document';

/**
 * What makes the editor's text another one and touches only what differs: the caret, or what is marked, stays with the
 * words it is at, and what comes in where the caret is comes in after it.
 */
export function bringTo({ doc, tr, selection }: EditorState, content: RichText): Transaction {
  const target = documentOf(content);
  // From the end on, so that what is replaced shifts nothing that is still to be replaced.
  for (const { before, after } of changedStretches(diffRich(contentOf(doc), content)).reverse())
    tr.replaceWith(before.start, before.end, target.slice(after.start, after.end).content);
  const [anchor, head] = [selection.anchor, selection.head].map((at) => tr.mapping.map(at, -1));
  return tr.setSelection(TextSelection.create(tr.doc, anchor ?? 0, head));
}

interface Stretch {
  readonly before: { readonly start: number; end: number };
  readonly after: { readonly start: number; end: number };
}

function changedStretches(runs: readonly RichRun[]): Stretch[] {
  const stretches: Stretch[] = [];
  let open: Stretch | null = null;
  for (const { kind, text, before, after } of runs) {
    if (kind === 'same') {
      open = null;
      continue;
    }
    if (!open) {
      open = { before: { start: before, end: before }, after: { start: after, end: after } };
      stretches.push(open);
    }
    if (kind !== 'inserted') open.before.end = before + text.length;
    if (kind !== 'deleted') open.after.end = after + text.length;
  }
  return stretches;
}
