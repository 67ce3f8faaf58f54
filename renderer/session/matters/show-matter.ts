import { allChecked, findingsStore } from './findings-store';
import { edit, isEditable } from '../place/navigation';
import { showNews } from '../notices/notice-store';
import { page } from '../page';
import { baselineRuleNow } from './baseline';
import { projectStore } from '../project/project-store';
import { settingsStore } from '../settings/settings-store';
import { paragraphNow } from '../project/text-of';
import { select, setView, viewStore } from '../place/view-store';
import type { Selected } from '../place/selected';
import { changeAt, changesIn } from './changes-in';
import { isSameMatter, keyOfMatter, type Matter, type ShownMatter } from './matter';
import { mattersInOrder } from './matters-in-order';
import { placeOfMatter } from './place-of-matter';

/** Shows a matter where it is, whatever is chosen or open. */
export function showMatter(matter: Matter, card: ShownMatter['card']): void {
  setView({ shown: { matter: atItsStart(matter), card } });
}

/** A change is known by where it begins, wherever in it a person pointed. */
function atItsStart(matter: Matter): Matter {
  const paragraph = matter.kind === 'change' ? paragraphNow(matter.paragraphId) : null;
  if (matter.kind !== 'change' || !paragraph) return matter;
  const { textView } = settingsStore.getState().settings;
  const changes = changesIn(paragraph, baselineRuleNow(), textView);
  const start = changes[changeAt(changes, matter.at)]?.after.start;
  return start === undefined || start === matter.at ? matter : { ...matter, at: start };
}

/** Shows no matter any more. */
export function hideMatter(): void {
  if (viewStore.getState().shown) setView({ shown: null });
}

/**
 * Goes to a matter and shows it; false where its place is gone. Who writes goes on writing there: the caret goes along, so
 * that no letter becomes a command. Who goes into the card is at its row.
 */
export function goToMatter(matter: Matter, card: ShownMatter['card']): boolean {
  const place = placeOfMatter(matter);
  if (!place) return false;
  const { rowId, language, paragraphId } = place;
  const { editing } = viewStore.getState();
  if (!editing || editing.paragraphId !== paragraphId) {
    setView({ filter: 'all' });
    if (editing && card === 'open' && paragraphId !== null && isEditable(paragraphId))
      edit(rowId, language, paragraphId, place.caret);
    else select({ rowId, language, paragraphId });
  }
  showMatter(matter, card);
  return true;
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
 * first of those that are left. Who has gone elsewhere meanwhile, or is about to, stays there.
 *
 * @param act what deals with it; its answer says whether it did
 */
export async function dealWith(matter: Matter, act: () => Promise<boolean>): Promise<void> {
  const { shown, selected } = viewStore.getState();
  const card = isSameMatter(shown?.matter, matter) ? (shown?.card ?? 'none') : 'none';
  const listed = mattersInOrder(matter.kind);
  const at = listed.findIndex((each) => isSameMatter(each, matter));
  const inRow = at - listed.findIndex(({ rowId }) => rowId === matter.rowId);
  if (!(await act())) return;
  if (isSameMatter(viewStore.getState().shown?.matter, matter)) setView({ shown: null });
  if (!isSameMatter(shown?.matter, matter)) return;
  // What is found is found out elsewhere.
  if (matter.kind === 'finding' && isOpen(matter)) await allChecked();
  const now = viewStore.getState();
  if (now.shown || now.selected?.rowId !== selected?.rowId || page().isPressed()) return;
  const next = nextAfter(mattersInOrder(matter.kind), matter, inRow);
  if (next) goToMatter(next, card);
}

function isOpen({ rowId, key }: Extract<Matter, { kind: 'finding' }>): boolean {
  return (
    findingsStore
      .getState()
      .open.get(rowId)
      ?.some((finding) => finding.key === key) ?? false
  );
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
