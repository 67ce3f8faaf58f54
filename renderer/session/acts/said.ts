import { LONGEST_SOUGHT } from '../../../shared/said/longest-sought';
import { findParagraph } from '../../../shared/model/find-paragraph';
import type { Language } from '../../../shared/model/language';
import type { Project } from '../../../shared/model/project';
import { showNews } from '../notices/notice-store';
import { page } from '../page';
import { textOf } from '../project/text-of';
import { lookForSaid } from '../said/look-for-said';
import { setView, viewStore } from '../place/view-store';
import { activeEditor } from '../typing/active-editor';
import { act, ifEditable, ifOpen } from './act';

/** How something was said before, in this article and in others. */
export const SAID_ACTS = [
  act({
    id: 'findSaid',
    keys: ['Mod+Shift+F'],
    flush: true,
    overWords: true,
    when: ifOpen(),
    run: async ({ words, place }) => {
      const text = words ? textOf(words.paragraphId).slice(words.start, words.end).trim() : '';
      // A flag that is being written waits.
      setView({ besideFlag: viewStore.getState().flagDraft ? 'said' : null });
      const language = words?.language ?? place?.language ?? 'ru';
      await lookForSaid({ text: text.slice(0, LONGEST_SOUGHT), language });
    },
  }),
  act({
    id: 'insertSaid',
    keys: [],
    when: ifEditable(({ project, settings }, { said }) => {
      if (!said) return 'nothingSaid';
      if (settings.mode === 'reading') return 'reading';
      const language = project && languageOfOpen(project);
      if (!language) return 'noOpenText';
      return language === said.language ? 'yes' : 'otherLanguage';
    }),
    run: ({ said }) => {
      if (said) activeEditor()?.insert(said.text);
    },
  }),
  act({
    id: 'copySaid',
    keys: [],
    overWords: true,
    when: ifOpen((_, { said }) => (said ? 'yes' : 'nothingSaid')),
    run: ({ said }) => {
      if (!said) return;
      page().copy(said.text);
      showNews('news.saidCopied', { words: said.text });
    },
  }),
] as const;

/** The language of the text that is open; null while none is. */
function languageOfOpen({ rows }: Project): Language | null {
  const { editing } = viewStore.getState();
  return (editing && findParagraph(rows, editing.paragraphId)?.language) ?? null;
}
