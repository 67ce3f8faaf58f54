import { Plugin } from 'prosemirror-state';
import { LONGEST_AT_ONCE } from '../../../../shared/model/limits';

/** Twice what is shown at once: who writes on is not stopped in a sentence, who pastes a book is. */
const LONGEST = 2 * LONGEST_AT_ONCE;

/** Keeps what would make a paragraph too long to work with out of the editor, and tells of it. */
export function lengthLimit(tell: () => void): Plugin {
  return new Plugin({
    filterTransaction: ({ doc, before, docChanged }) => {
      const fits = !docChanged || doc.content.size <= Math.max(LONGEST, before.content.size);
      if (!fits) tell();
      return fits;
    },
  });
}
