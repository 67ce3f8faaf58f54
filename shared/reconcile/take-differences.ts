import type { Block } from '../model/paragraph';
import { mergeShapes, type DraftDifference } from './draft-merge';
import type { KnownParagraph } from './link-versions';
import { partsOf } from './merge-result';

/** A version as it is once differences are taken; `id` is null for a paragraph that needs a new one. */
export interface PlacedBlock {
  readonly id: string | null;
  readonly block: Block;
}

interface Item extends PlacedBlock {
  /** The present paragraph it goes with when that one moves; null for none. */
  readonly owner: string | null;
}

/**
 * Takes differences of a `DraftMerge` into the version it was made for. Any choice of them can be taken, in the
 * order they have there; an undecided conflict within a text keeps ours. What belongs after a paragraph that is
 * not there any more stands where it stood.
 */
export function takeDifferences(
  ours: readonly KnownParagraph[],
  differences: readonly DraftDifference[],
): readonly PlacedBlock[] {
  // A removed paragraph keeps its place until the end: others are placed by it.
  const removed = new Set<string>();
  let items: readonly Item[] = ours.map(({ id, role, text, marks, label, depth, cell }) => ({
    id,
    owner: id,
    block: { role, text, marks, label, depth, cell },
  }));
  for (const difference of differences) items = changeInPlace(items, difference, removed);
  // The last item that was placed after a paragraph.
  const lastAfter = new Map<string | null, Item>();
  for (const difference of differences) {
    if (!('after' in difference)) continue;
    let placed: readonly Item[];
    if (difference.kind === 'moved') {
      const moving = new Set<string | null>(difference.paragraphIds);
      placed = items.filter(({ owner }) => owner !== null && moving.has(owner));
      items = items.filter(({ owner }) => owner === null || !moving.has(owner));
    } else {
      placed = difference.blocks.map((block) => ({ id: null, owner: null, block }));
    }
    const { after } = difference;
    const known = lastAfter.get(after);
    const left = known
      ? items.indexOf(known)
      : items.findLastIndex(({ owner }) => owner !== null && owner === after);
    items = items.toSpliced(left + 1, 0, ...placed);
    const last = placed.at(-1);
    if (last) lastAfter.set(after, last);
  }
  return items.filter(({ id }) => id === null || !removed.has(id)).map(({ id, block }) => ({ id, block }));
}

function changeInPlace(
  items: readonly Item[],
  difference: DraftDifference,
  removed: Set<string>,
): readonly Item[] {
  switch (difference.kind) {
    case 'edited':
    case 'split':
    case 'merged':
      return withParts(items, difference, removed);
    case 'renumbered':
    case 'reshaped':
      return items.map((item) =>
        item.id === difference.paragraphIds[0]
          ? { ...item, block: { ...item.block, ...mergeShapes(difference.shapes) } }
          : item,
      );
    case 'removed':
      for (const id of difference.paragraphIds) removed.add(id);
      return items;
    case 'added':
    case 'restored':
    case 'moved':
      return items;
  }
}

/** Gives paragraphs their new texts in order; what is over becomes new ones after them, or they are removed. */
function withParts(
  items: readonly Item[],
  { paragraphIds, chunks, blocks }: Extract<DraftDifference, { kind: 'edited' | 'split' | 'merged' }>,
  removed: Set<string>,
): readonly Item[] {
  const parts = partsOf(chunks);
  const last = paragraphIds.at(-1);
  return items.flatMap((item) => {
    const at = item.id === null ? -1 : paragraphIds.indexOf(item.id);
    if (at === -1 || item.id === null) return [item];
    const part = parts[at];
    if (!part) removed.add(item.id);
    const own = part ? { ...item, block: { ...item.block, ...part } } : item;
    if (item.id !== last) return [own];
    const over = parts.slice(paragraphIds.length).map((each, i) => ({
      id: null,
      owner: item.owner,
      block: { ...(blocks[paragraphIds.length + i] ?? item.block), ...each },
    }));
    return [own, ...over];
  });
}
