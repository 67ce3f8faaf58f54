import { Plugin, TextSelection, type EditorState, type Transaction } from 'prosemirror-state';
import { bridge } from '../../../session/bridge';
import { editorSchema } from './editor-document';

/** The words a link would be about: those marked, or the link the caret is in, with where it leads; null for none. */
export function linkIn({ doc, selection }: EditorState) {
  const { from, to, empty } = selection;
  const type = editorSchema.marks.link;
  let around: { start: number; end: number; href: string } | null = null;
  doc.forEach((node, start) => {
    const href: unknown = type.isInSet(node.marks)?.attrs['href'];
    const end = start + node.nodeSize;
    if (typeof href !== 'string' || start > to || end < from) return;
    // Several pieces of one link, as where a part of it is bold.
    around = { start: around ? Math.min(around.start, start) : start, end, href };
  });
  if (around) return around;
  return empty ? null : { start: from, end: to, href: null };
}

/** Has the words between two offsets lead to an address, or nowhere; the caret goes behind them. */
export function withLink({ tr }: EditorState, start: number, end: number, href: string | null): Transaction {
  const type = editorSchema.marks.link;
  tr.removeMark(start, end, type);
  if (href !== null) tr.addMark(start, end, type.create({ href }));
  return tr.setSelection(TextSelection.create(tr.doc, end)).scrollIntoView();
}

/** Opens a link that is clicked with Ctrl or ⌘ held down, as in a text that is only read: after asking. */
export function openLinks(): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        click: (_view, { ctrlKey, metaKey, target }) => {
          const link = target instanceof Element ? target.closest<HTMLElement>('[data-href]') : null;
          const href = link?.dataset['href'];
          if (href === undefined || !(ctrlKey || metaKey)) return false;
          void bridge.request('link/open', { href });
          return true;
        },
      },
    },
  });
}
