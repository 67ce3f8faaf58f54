import { findParagraph } from '../../../shared/model/find-paragraph';
import type { Language } from '../../../shared/model/language';
import { findingNow } from '../findings-store';
import { showNews } from '../notice-store';
import { projectStore } from '../project-store';
import { select, setView, viewStore, type Selected } from '../view-store';
import { isSameMatter, keyOfMatter, type Matter, type ShownMatter } from './matter';
import { mattersInOrder } from './matters-in-order';

/** Shows a matter where it is, whatever is chosen or open. */
export function showMatter(matter: Matter, card: ShownMatter['card']): void {
  setView({ shown: { matter, card } });
}

/** Shows no matter any more. */
export function hideMatter(): void {
  if (viewStore.getState().shown) setView({ shown: null });
}

/** Goes to a matter and shows it; false where its place is gone. A text that is open at the place stays so. */
export function goToMatter(matter: Matter, card: ShownMatter['card']): boolean {
  const place = placeOfMatter(matter);
  if (!place) return false;
  const { editing } = viewStore.getState();
  if (!editing || editing.paragraphId !== place.paragraphId) {
    setView({ filter: 'all' });
    select(place);
  }
  showMatter(matter, card);
  return true;
}

/** Where a matter is; null where that is gone. */
function placeOfMatter(matter: Matter): Selected | null {
  const { project } = projectStore.getState();
  const rows = project?.rows ?? [];
  const inText = (language: Language, paragraphId: string): Selected | null => {
    const row = findParagraph(rows, paragraphId)?.row;
    return row ? { rowId: row.id, language, paragraphId } : null;
  };
  switch (matter.kind) {
    case 'finding': {
      const [first] = findingNow(matter.rowId, matter.key)?.spans ?? [];
      return first ? inText(first.language, first.paragraphId) : null;
    }
    case 'flag': {
      const [first] = project?.flags.find(({ id }) => id === matter.flagId)?.spans ?? [];
      if (!first) return null;
      if (first.at === 'text') return inText(first.language, first.paragraphId);
      return rows.some(({ id }) => id === first.rowId)
        ? { rowId: first.rowId, language: first.language, paragraphId: null }
        : null;
    }
    case 'change':
      return inText(matter.language, matter.paragraphId);
    case 'stale': {
      const { rowId, language } = matter;
      const row = rows.find(({ id }) => id === rowId);
      return row ? { rowId, language, paragraphId: row.cells[language].paragraphs[0]?.id ?? null } : null;
    }
  }
}

/** How a step is made: among which matters, and how the next one is shown; otherwise as the present one is. */
interface Step {
  readonly among?: readonly Matter[];
  readonly card?: ShownMatter['card'];
}

/** Goes to the next or previous matter of the kind that is shown, or finding where none is, round the article. */
export function stepMatter(by: 1 | -1, place: Selected | null, { among, card }: Step = {}): void {
  const { shown } = viewStore.getState();
  const all = among ?? mattersInOrder(shown?.matter.kind ?? 'finding');
  if (all.length === 0) return showNews('why.noFindings');
  const at = all.findIndex((matter) => isSameMatter(matter, shown?.matter));
  const to = at === -1 ? firstFrom(all, shown?.matter.rowId ?? place?.rowId, by) : at + by;
  const next = all[(to + all.length) % all.length];
  if (next) goToMatter(next, card ?? shown?.card ?? 'open');
}

/** Where to begin when a person is on no matter: the row they are on, and from there on or back. */
function firstFrom(all: readonly Matter[], rowId: string | undefined, by: 1 | -1): number {
  const rows = projectStore.getState().project?.rows ?? [];
  const places = new Map(rows.map(({ id }, index) => [id, index]));
  const here = places.get(rowId ?? '') ?? 0;
  const placeOf = (matter: Matter) => places.get(matter.rowId) ?? 0;
  if (by === -1) return all.findLastIndex((matter) => placeOf(matter) <= here);
  return Math.max(
    0,
    all.findIndex((matter) => placeOf(matter) >= here),
  );
}

/**
 * Has a matter dealt with, and goes on to the next of its kind, as it was shown: the one that comes in its place, or the
 * first of those that are left. Where a text is open a person stays in it.
 *
 * @param act what deals with it; its answer says whether it did
 * @param settled waits until the list tells of it, for what is found out elsewhere
 */
export async function dealWith(
  matter: Matter,
  act: () => Promise<boolean>,
  settled: () => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  const { shown, editing } = viewStore.getState();
  const card = isSameMatter(shown?.matter, matter) ? (shown?.card ?? 'none') : 'none';
  const listed = mattersInOrder(matter.kind);
  const at = listed.findIndex((each) => isSameMatter(each, matter));
  const inRow = at - listed.findIndex(({ rowId }) => rowId === matter.rowId);
  if (!(await act())) return;
  if (isSameMatter(viewStore.getState().shown?.matter, matter)) setView({ shown: null });
  if (!isSameMatter(shown?.matter, matter) || editing) return;
  await settled();
  const { shown: since, editing: opened } = viewStore.getState();
  if (since || opened) return;
  const next = nextAfter(mattersInOrder(matter.kind), matter, inRow);
  if (next) goToMatter(next, card);
}

/** What comes in the place of a matter that was dealt with: the next in its row, or else in the rows below, or the first. */
function nextAfter(left: readonly Matter[], matter: Matter, inRow: number): Matter | undefined {
  const others = left.filter((each) => keyOfMatter(each) !== keyOfMatter(matter));
  const here = others.filter(({ rowId }) => rowId === matter.rowId)[inRow];
  if (here) return here;
  const rows = projectStore.getState().project?.rows ?? [];
  const places = new Map(rows.map(({ id }, index) => [id, index]));
  const from = places.get(matter.rowId) ?? 0;
  return others.find(({ rowId }) => (places.get(rowId) ?? 0) > from) ?? others[0];
}
