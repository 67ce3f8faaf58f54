import { createStore } from 'zustand/vanilla';
import type { Failure } from '../../../shared/model/failure';
import type { Row } from '../../../shared/model/row';
import type { PatternFound } from '../../../shared/search/find-pattern';
import { patternBatches } from '../../../shared/search/pattern-batches';
import { readPattern } from '../../../shared/search/pattern';
import { searchNotes, type NoteHit } from '../../../shared/search/search-notes';
import { findersOf, searchRow, type Finders, type Hit } from '../../../shared/search/search-rows';
import { bridge } from '../bridge';
import { findingsStore } from '../matters/findings-store';
import { viewStore } from '../place/view-store';
import { projectStore } from '../project/project-store';
import { settingsStore } from '../settings/settings-store';
import { isSameAsked, isSameOrder, orderNow, type SearchOrder } from './search-order';

/** What the search has found so far. */
interface SearchStore {
  readonly hits: readonly Hit[];
  readonly notes: readonly NoteHit[];
  readonly isDone: boolean;
  /** What is wrong with the regular expression; null where nothing is. */
  readonly failure: Failure | null;
}

const NOTHING: SearchStore = { hits: [], notes: [], isDone: true, failure: null };

export const searchStore = createStore<SearchStore>()(() => NOTHING);

/** So long a search goes on before the window may do something else, in ms: the first results are on the screen with the next frame. */
const SLICE_MS = 10;

/** The clock is looked at after so many rows. */
const ROWS_BETWEEN = 16;

/** What is known of what is looked for, and stays known when the texts change. */
interface Lore {
  readonly finders: Finders;
  readonly inRow: WeakMap<Row, readonly Hit[]>;
  /** Where a regular expression was found, by text; those that have to be asked about are in `unknown`. */
  readonly places: Map<string, readonly PatternFound[]>;
  readonly unknown: Set<string>;
  failure: Failure | null;
}

interface Search {
  readonly order: SearchOrder;
  readonly lore: Lore;
  hits: Hit[];
  notes: readonly NoteHit[];
  /** The row that comes next, from 0. */
  next: number;
  /** How long it took until what was found was last shown, in ms. */
  shownAfter: number;
  readonly begun: number;
  /** Settled when what had to be asked of main is known. */
  asking: Promise<void> | null;
}

let running: Search | null = null;

/** Has the search follow from now on what is asked for, and the texts. */
export function followSearch(): void {
  for (const store of [projectStore, viewStore, settingsStore, findingsStore]) store.subscribe(bringUpToDate);
}

/** What was found by now; of a large article that may not be all yet. */
export function hitsSoFar(): readonly Hit[] {
  bringUpToDate();
  return searchStore.getState().hits;
}

/** Everything that is found now; a regular expression has to be waited for (`searched`). */
export function allHits(): readonly Hit[] {
  bringUpToDate();
  if (running && running.next < running.order.rows.length) goOn(running, Infinity);
  return searchStore.getState().hits;
}

/** Waits until everything is found. */
export async function searched(): Promise<void> {
  allHits();
  await running?.asking;
}

function bringUpToDate(): void {
  const order = orderNow();
  if (!order) {
    running = null;
    if (searchStore.getState() !== NOTHING) searchStore.setState(NOTHING, true);
    return;
  }
  if (running && isSameOrder(running.order, order)) return;
  const lore = running && isSameAsked(running.order, order) ? running.lore : learn(order);
  running = {
    ...{ order, lore, hits: [], notes: [], next: 0, asking: null },
    ...{ shownAfter: 0, begun: Date.now() },
  };
  if (lore.failure) return show(running);
  goOn(running, SLICE_MS);
}

function learn({ asked }: SearchOrder): Lore {
  const [places, unknown] = [new Map<string, readonly PatternFound[]>(), new Set<string>()];
  const pattern = asked.by === 'pattern' ? readPattern(asked) : null;
  const finders = findersOf(asked, (text) => {
    const found = places.get(text);
    if (!found) unknown.add(text);
    return found ?? [];
  });
  const failure = pattern && !pattern.ok ? pattern.failure : null;
  return { finders, inRow: new WeakMap(), places, unknown, failure };
}

/** Goes through the rows for some ms, and then again as soon as the window has done what else it has to do. */
function goOn(search: Search, forMs: number): void {
  if (search !== running) return;
  const { rows } = search.order;
  const until = Date.now() + forMs;
  while (search.next < rows.length) {
    const row = rows[search.next];
    search.next += 1;
    if (row) for (const hit of hitsIn(row, search)) search.hits.push(hit);
    if (search.next % ROWS_BETWEEN === 0 && Date.now() >= until) break;
  }
  if (search.next < rows.length) {
    // To show ever more takes ever longer: each time there is twice as much to show.
    const took = Date.now() - search.begun;
    if (took >= 2 * search.shownAfter) show(search);
    setTimeout(() => {
      if (search.next < rows.length) goOn(search, SLICE_MS);
    });
    return;
  }
  search.notes = searchNotes(search.order.flags, rows, search.lore.finders);
  if (search.lore.unknown.size > 0 && !search.asking) search.asking = askForPlaces(search);
  show(search);
}

function hitsIn(row: Row, { order, lore }: Search): readonly Hit[] {
  const known = lore.inRow.get(row);
  if (known) return known;
  const before = lore.unknown.size;
  const hits = searchRow(row, lore.finders, order.languages);
  if (lore.unknown.size === before) lore.inRow.set(row, hits);
  return hits;
}

/** Asks where the regular expression is in the texts it was not looked for in, and goes through the rows again. */
async function askForPlaces(search: Search): Promise<void> {
  const { lore, order } = search;
  const texts = [...lore.unknown];
  for (const batch of patternBatches(texts, (text) => text.length)) {
    const found = await bridge.request('search/pattern', { asked: order.asked, texts: [...batch] });
    if (search !== running) return;
    if (!found.ok) {
      lore.failure = found.failure;
      search.hits = [];
      search.notes = [];
      return show(search);
    }
    for (const [n, text] of batch.entries()) {
      lore.places.set(text, found.value[n] ?? []);
      lore.unknown.delete(text);
    }
    search.hits = [];
    search.next = 0;
    goOn(search, Infinity);
  }
}

function show({ hits, notes, next, order, lore, begun }: Search): void {
  const isDone = lore.failure !== null || (next === order.rows.length && lore.unknown.size === 0);
  if (running) running.shownAfter = Date.now() - begun;
  searchStore.setState({ hits: [...hits], notes, isDone, failure: lore.failure });
}
