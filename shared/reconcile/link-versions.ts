import type { Block } from '../model/paragraph';
import { matchParagraphs, type ParagraphMatch } from './match-paragraphs';

/** A paragraph of a version; the same id is the same paragraph. */
export interface KnownParagraph extends Block {
  readonly id: string;
}

/** What became of the same text on all sides: positions from 0, rising. Any may be empty, not all. */
export interface VersionLink {
  readonly base: readonly number[];
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
}

/**
 * Links three versions through their common base: ours by ids, theirs by what it says. Paragraphs that one side
 * merged and the other kept apart come together in one link. Ordered as in the draft; what it removed comes after
 * what it followed, and last what only we have.
 */
export function linkVersions(
  base: readonly KnownParagraph[],
  ours: readonly KnownParagraph[],
  matches: readonly ParagraphMatch[],
): readonly VersionLink[] {
  const ourGroups = linkByIds(base, ours);
  // Base positions that belong together, by the lowest of them.
  const root = [...base.keys()];
  const rootOf = (b: number): number => {
    const up = root[b] ?? b;
    return up === b ? b : rootOf(up);
  };
  for (const group of [...ourGroups.map((each) => each.base), ...matches.map(({ before }) => before)]) {
    for (const b of group) {
      const [low, high] = [rootOf(group[0] ?? b), rootOf(b)].sort((x, y) => x - y);
      if (low !== undefined && high !== undefined) root[high] = low;
    }
  }
  const links = new Map<string, { base: number[]; ours: number[]; theirs: number[] }>();
  const linkOf = (key: string) => {
    const link = links.get(key) ?? { base: [], ours: [], theirs: [] };
    links.set(key, link);
    return link;
  };
  const keyOf = (group: readonly number[], own: string): string =>
    group[0] === undefined ? own : `base ${rootOf(group[0])}`;
  for (const { before, after } of matches) {
    const link = linkOf(keyOf(before, `theirs ${after.join()}`));
    link.base.push(...before);
    link.theirs.push(...after);
  }
  for (const group of ourGroups)
    linkOf(keyOf(group.base, `ours ${group.ours.join()}`)).ours.push(...group.ours);
  return [...links.values()].map((link) => ({
    base: rising(link.base),
    ours: rising(link.ours),
    theirs: rising(link.theirs),
  }));
}

function rising(positions: readonly number[]): readonly number[] {
  return [...new Set(positions)].sort((a, b) => a - b);
}

/**
 * Links paragraphs by their ids. One that was cut off another has a new id, and one that was joined to another has
 * none any more: these go by what they say, but never against the ids.
 */
function linkByIds(
  base: readonly KnownParagraph[],
  ours: readonly KnownParagraph[],
): readonly { readonly base: readonly number[]; readonly ours: readonly number[] }[] {
  const placeOf = new Map(ours.map(({ id }, position) => [id, position]));
  const pairs = base.flatMap(({ id }, b) => {
    const o = placeOf.get(id);
    return o === undefined ? [] : [{ base: [b], ours: [o] }];
  });
  const known = {
    base: new Set(pairs.flatMap((each) => each.base)),
    ours: new Set(pairs.flatMap((each) => each.ours)),
  };
  if (known.base.size === base.length && known.ours.size === ours.length) return pairs;
  const matchOf = new Map<number, ParagraphMatch>();
  const replaced: ParagraphMatch[] = [];
  for (const match of matchParagraphs(base, ours)) {
    for (const b of match.before) matchOf.set(b, match);
    const isNew = !match.before.some((b) => known.base.has(b)) && !match.after.some((o) => known.ours.has(o));
    if (isNew && match.after.length > 0) replaced.push(match);
  }
  for (const pair of pairs) {
    const match = matchOf.get(pair.base[0] ?? -1);
    if (!match?.after.includes(pair.ours[0] ?? -1)) continue;
    pair.base.push(...match.before.filter((b) => !known.base.has(b)));
    pair.ours.push(...match.after.filter((o) => !known.ours.has(o)));
  }
  const groups = [...pairs, ...replaced.map(({ before, after }) => ({ base: before, ours: after }))];
  const taken = new Set(groups.flatMap((group) => group.ours));
  const added = [...ours.keys()].filter((o) => !taken.has(o));
  return [...groups, ...added.map((o) => ({ base: [], ours: [o] }))];
}
