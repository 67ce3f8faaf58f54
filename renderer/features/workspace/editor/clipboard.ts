import { Plugin } from 'prosemirror-state';
import type { RichText } from '../../../../shared/model/paragraph';
import { COPY_SERIALIZER, documentOf, PLAIN_PARSER } from './editor-document';
import { hearCaret } from './page-caret';
import { readClipboard } from './read-clipboard';

/**
 * Puts what was copied in place of what is marked.
 *
 * @param putSeveral puts several paragraphs there, which one text cannot hold
 */
export function clipboard(putSeveral: (parts: readonly RichText[]) => void): Plugin {
  return new Plugin({
    props: {
      clipboardParser: PLAIN_PARSER,
      clipboardSerializer: COPY_SERIALIZER,
      handlePaste: (view, { clipboardData }) => {
        const copied = (type: string) => clipboardData?.getData(type) ?? '';
        const parts = readClipboard(copied('text/html'), copied('text/plain'));
        const [only, ...others] = parts;
        if (!only) return true;
        hearCaret(view);
        const { tr, selection } = view.state;
        if (others.length > 0) putSeveral(parts);
        else
          view.dispatch(
            tr.replaceWith(selection.from, selection.to, documentOf(only).content).scrollIntoView(),
          );
        return true;
      },
      handleDOMEvents: {
        // Pasted while another part of the window is used: Chromium brings it to the words that are marked here.
        paste: (view, event) => {
          if (view.hasFocus()) return false;
          event.preventDefault();
          return true;
        },
      },
    },
  });
}
