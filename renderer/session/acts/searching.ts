import { page, type SearchField } from '../page';
import type { Target } from '../place/target';
import { NEW_FIND, setView, viewStore } from '../place/view-store';
import { textOf } from '../project/text-of';
import { replacePresent } from '../search/replacing';
import { hitsSoFar, searchStore } from '../search/search-store';
import { stepHit } from '../search/step-hit';
import { act, ifEditable, ifOpen } from './act';
import type { Situation } from './situation';

/** Finding words in the versions, and putting others in their place. */
export const SEARCHING_ACTS = [
  act({ id: 'find', keys: ['Mod+F'], when: ifOpen(), run: (target) => openFind(target, 'words') }),
  act({
    id: 'findNext',
    keys: ['F3', 'Mod+G'],
    when: ifOpen(),
    run: (target) => stepFrom(target, 1),
  }),
  act({
    id: 'findPrevious',
    keys: ['Shift+F3', 'Mod+Shift+G'],
    when: ifOpen(),
    run: (target) => stepFrom(target, -1),
  }),
  act({
    id: 'replace',
    keys: ['Mod+H'],
    flush: true,
    when: ifEditable(ifNotReading),
    run: (target) => openFind(target, 'replacement'),
  }),
  act({
    id: 'replaceOne',
    keys: [],
    flush: true,
    when: ifEditable(ifReplacing),
    run: () => replacePresent(),
  }),
  act({
    id: 'replaceAll',
    keys: [],
    flush: true,
    when: ifEditable(ifReplacing),
    run: () => setView({ dialog: 'replace' }),
  }),
] as const;

/**
 * Opens the search, for the words that are marked, or else for what was last looked for. Who is in the search already is asking
 * for what is written there, whatever is marked in the texts. The caret goes to what is asked for; to the words that are sought
 * where there are none yet.
 */
function openFind({ words }: Target, asked: SearchField): void {
  const { find, lastFind } = viewStore.getState();
  const isInside = find !== null && page().isInSearch();
  const marked = words && !isInside ? textOf(words.paragraphId).slice(words.start, words.end) : '';
  const known = find ?? { ...NEW_FIND, ...lastFind, replacement: null };
  const query = marked || known.query;
  const replacement =
    asked === 'replacement' ? (known.replacement ?? lastFind?.replacement ?? '') : known.replacement;
  setView({ find: { ...known, query, replacement, index: query === known.query ? known.index : 0 } });
  page().enterSearch(query.trim() === '' ? 'words' : asked);
}

function stepFrom(target: Target, by: 1 | -1): void {
  if (!viewStore.getState().find) openFind(target, 'words');
  const { find } = viewStore.getState();
  if (find?.query.trim() === '') page().enterSearch('words');
  else if (find) stepHit(find, target.place, by);
}

function ifNotReading({ settings }: Situation) {
  return settings.mode === 'reading' ? 'reading' : 'yes';
}

function ifReplacing(situation: Situation) {
  const { find } = viewStore.getState();
  const hits = hitsSoFar();
  if (!searchStore.getState().isDone) return 'stillSearching';
  if (!find || find.replacement === null || hits.length === 0) return 'nothingFound';
  return ifNotReading(situation);
}
