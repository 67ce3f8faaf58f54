import { z } from 'zod';
import { PROJECT_PARTS } from '../../shared/patch/project-patch';
import { ok, type Result } from '../../shared/model/failure';
import type { LastChange, Revision } from '../../shared/model/revision';
import { isSameText } from '../../shared/reconcile/baseline';
import {
  changedTexts,
  recordedChange,
  touchedIds,
  type RecordedChange,
} from '../../shared/reconcile/describe-change';
import type { Database } from './database';
import { readRange, type HistoryEntry, type StoredEntry } from './history';
import { damaged, parseStored, WRONG_SUM } from './stored';

/** So many entries are taken out of the file at a time. */
const BLOCK = 100;

/** The last change of a paragraph is looked for among so many entries. */
const LOOKED_THROUGH = 1000;

/** Only what tells of texts: a review may hold whole articles. */
const toldSchema = z
  .object({ rows: PROJECT_PARTS.rows.schema.optional(), flags: PROJECT_PARTS.flags.schema.optional() })
  .readonly();

/** An entry of the history with what it did; null where its patches cannot be read. */
export interface ToldEntry {
  readonly entry: HistoryEntry;
  readonly change: RecordedChange | null;
}

/** Which entries are wanted. */
export interface EntryFilter {
  readonly limit: number;
  /** Only those of this author; null for anybody's. */
  readonly author: string | null;
  /** Only those about one of these rows and paragraphs; null for any. */
  readonly ids: readonly string[] | null;
}

/** The last entries that are wanted, newest first, undone ones among them. */
export function readToldEntries(db: Database, filter: EntryFilter, path: string): readonly ToldEntry[] {
  const { limit, author, ids } = filter;
  const found: ToldEntry[] = [];
  for (const stored of backwards(db, '')) {
    if (author !== null && stored.entry.author !== author) continue;
    if (ids && !ids.some((id) => mentions(stored, id))) continue;
    const change = readChange(stored, path);
    if (ids && !(change.ok && ids.some((id) => touchedIds(change.value).has(id)))) continue;
    found.push({ entry: stored.entry, change: change.ok ? change.value : null });
    if (found.length === limit) break;
  }
  return found;
}

/** Everybody who made a change, in the order of the alphabet. */
export function readAuthors(db: Database): readonly string[] {
  const authors = db.rows`SELECT emit(author) FROM (SELECT DISTINCT author FROM history)`;
  return authors.map((author) => z.tuple([z.string()]).parse(author)[0]).sort();
}

/** The revisions of a paragraph that are not undone, newest first; edits that are undone together are one. */
export function readRevisions(db: Database, paragraphId: string, path: string): Result<readonly Revision[]> {
  const all = gatherRevisions(db, JSON.stringify(paragraphId), path);
  return all.ok ? ok(all.value.get(paragraphId) ?? []) : all;
}

/** The same of all paragraphs there are or were, by their id. */
export function readAllRevisions(
  db: Database,
  path: string,
): Result<ReadonlyMap<string, readonly Revision[]>> {
  return gatherRevisions(db, '', path);
}

/** @param words which entries that tell of them hold */
function gatherRevisions(
  db: Database,
  words: string,
  path: string,
): Result<ReadonlyMap<string, readonly Revision[]>> {
  const gathered = new Map<string, (Revision & { readonly group: string | null })[]>();
  for (const stored of backwards(db, words)) {
    if (stored.entry.undone) continue;
    const change = readChange(stored, path);
    if (!change.ok) return change;
    const { seq, time, author, label, group } = stored.entry;
    for (const { paragraphId, before, after } of changedTexts(change.value)) {
      const revisions = gathered.get(paragraphId) ?? [];
      gathered.set(paragraphId, revisions);
      const later = revisions.at(-1);
      if (later && group !== null && later.group === group)
        revisions[revisions.length - 1] = { ...later, before };
      else revisions.push({ seq, time, author, label, group, before, after });
    }
  }
  const told = [...gathered].map(([id, revisions]): [string, readonly Revision[]] => [
    id,
    revisions
      .filter(({ before, after }) => !before || !after || !isSameText(before, after))
      .map(({ group: _, ...revision }) => revision),
  ]);
  return ok(new Map(told));
}

/** Who changed each of these paragraphs last; those whose change lies far back are left out. */
export function readLastChanges(
  db: Database,
  paragraphIds: readonly string[],
  path: string,
): Result<readonly LastChange[]> {
  const sought = new Set(paragraphIds);
  const found: LastChange[] = [];
  let looked = 0;
  for (const stored of backwards(db, '')) {
    if (sought.size === 0 || looked === LOOKED_THROUGH) break;
    looked += 1;
    if (stored.entry.undone) continue;
    const change = readChange(stored, path);
    if (!change.ok) return change;
    const { author, time } = stored.entry;
    for (const { paragraphId } of changedTexts(change.value)) {
      if (sought.delete(paragraphId)) found.push({ paragraphId, author, time });
    }
  }
  return ok(found);
}

/** All entries whose patches hold `words` somewhere, newest first. */
function* backwards(db: Database, words: string): Generator<StoredEntry> {
  const [last] = db.rows`SELECT emit(coalesce(max(seq), 0)) FROM history`;
  for (let top = z.tuple([z.int()]).parse(last)[0]; top > 0; top -= BLOCK) {
    yield* readRange(db, top - BLOCK, top, words).reverse();
  }
}

function mentions({ forward, inverse }: StoredEntry, id: string): boolean {
  const quoted = JSON.stringify(id);
  return forward.includes(quoted) || inverse.includes(quoted);
}

function readChange(stored: StoredEntry, path: string): Result<RecordedChange> {
  const { entry, forward, inverse, whole } = stored;
  const place = `history ${entry.seq}`;
  if (!whole) return damaged(path, `${place}: ${WRONG_SUM}`);
  const made = parseStored(toldSchema, forward, path, place);
  if (!made.ok) return made;
  const former = parseStored(toldSchema, inverse, path, place);
  if (!former.ok) return former;
  return ok(recordedChange(made.value, former.value));
}
