import { sameMarks } from '../model/mark';
import type { Block, RichText } from '../model/paragraph';
import type { DraftDifference, DraftMerge, Shape } from './draft-merge';
import { heaviestRise } from './heaviest-rise';
import { linkVersions, type KnownParagraph, type VersionLink } from './link-versions';
import { matchParagraphs } from './match-paragraphs';
import { hasConflict, joinRich, partsOf } from './merge-result';
import { mergeTexts } from './merge-texts';
import { pairEqual } from './pair-equal';

/**
 * What a newer draft means for the present text of one version, both made from the same base: what it changes,
 * paragraph by paragraph, without undoing what was changed here since. A difference that touches nothing we
 * changed has `conflict: false` and can be offered as it is.
 *
 * @param base the version the draft was made from; its ids live on in `ours`
 * @param ours the present version; an emptied paragraph counts as removed
 * @param theirs the draft as read; it has no ids
 */
export function mergeVersions(
  base: readonly KnownParagraph[],
  ours: readonly KnownParagraph[],
  theirs: readonly Block[],
): DraftMerge {
  const present = ours.filter(({ text }) => text !== '');
  // The draft may be what we have: with texts that repeat, that is not to be seen from paragraph to paragraph.
  if (isSameText(present, theirs) && present.every((own, i) => isSameShape(own, theirs[i]))) {
    return { differences: [], unchanged: ours.map(({ id }) => id) };
  }
  const matches = matchParagraphs(base, theirs);
  const links = linkVersions(base, ours, matches);
  const versions: Versions = {
    base,
    ours,
    theirs,
    movedByThem: isInOrder(links)
      ? new Set()
      : new Set(matches.filter(({ moved }) => moved).flatMap(({ after }) => after)),
    movedByUs: findMoved(base, links),
    placeOf: placeAfter(ours, links),
    addedByBoth: findAddedByBoth(ours, theirs, links),
  };
  const differences = links.flatMap((link) => compareLink(versions, link));
  const changed = new Set(
    differences.flatMap((difference) => ('paragraphIds' in difference ? difference.paragraphIds : [])),
  );
  return { differences, unchanged: ours.flatMap(({ id }) => (changed.has(id) ? [] : [id])) };
}

interface Versions {
  readonly base: readonly KnownParagraph[];
  readonly ours: readonly KnownParagraph[];
  readonly theirs: readonly Block[];
  /** Positions in the draft. */
  readonly movedByThem: ReadonlySet<number>;
  readonly movedByUs: ReadonlySet<VersionLink>;
  /** For each position in the draft the present paragraph it comes after. */
  readonly placeOf: readonly (string | null)[];
  /** Positions in the draft of what we added too. */
  readonly addedByBoth: ReadonlySet<number>;
}

/** Whether both sides have what they share in the same order; then neither has to move anything. */
function isInOrder(links: readonly VersionLink[]): boolean {
  const shared = links
    .filter(({ ours, theirs }) => ours.length > 0 && theirs.length > 0)
    .sort((a, b) => (a.theirs[0] ?? 0) - (b.theirs[0] ?? 0));
  return shared.every(({ ours }, i) => (shared[i - 1]?.ours[0] ?? -1) < (ours[0] ?? 0));
}

/** What we moved: all that is not in the order it had, but as little text as possible. */
function findMoved(base: readonly KnownParagraph[], links: readonly VersionLink[]): ReadonlySet<VersionLink> {
  const kept = links
    .filter((link) => link.base.length > 0 && link.ours.length > 0)
    .sort((a, b) => (a.ours[0] ?? 0) - (b.ours[0] ?? 0));
  const stays = new Set(
    heaviestRise(
      kept.map((link) => ({
        value: link.base[0] ?? 0,
        weight: link.base.reduce((sum, b) => sum + (base[b]?.text.length ?? 0), 1),
      })),
    ),
  );
  return new Set(kept.filter((_, i) => !stays.has(i)));
}

function placeAfter(
  ours: readonly KnownParagraph[],
  links: readonly VersionLink[],
): readonly (string | null)[] {
  const linkAt = new Map(links.flatMap((link) => link.theirs.map((t) => [t, link] as const)));
  const places: (string | null)[] = [];
  for (let t = 0; linkAt.has(t); t += 1) {
    const before = linkAt.get(t - 1);
    const last = before?.ours.at(-1);
    const isOwn = before === linkAt.get(t);
    places.push(last === undefined || isOwn ? (places[t - 1] ?? null) : (ours[last]?.id ?? null));
  }
  return places;
}

function findAddedByBoth(
  ours: readonly KnownParagraph[],
  theirs: readonly Block[],
  links: readonly VersionLink[],
): ReadonlySet<number> {
  const added = links.filter((link) => link.base.length === 0);
  const own = added.flatMap((link) => link.ours.flatMap((o) => ours[o] ?? []));
  const positions = added.flatMap((link) => link.theirs);
  const { toBefore } = pairEqual(
    own,
    positions.flatMap((t) => theirs[t] ?? []),
  );
  return new Set(positions.filter((_, i) => toBefore[i] !== -1));
}

function compareLink(versions: Versions, link: VersionLink): readonly DraftDifference[] {
  const base = link.base.flatMap((b) => versions.base[b] ?? []);
  const blocks = link.theirs.flatMap((t) => toBlock(versions.theirs[t]));
  const all = link.ours.flatMap((o) => versions.ours[o] ?? []);
  const filled = all.filter(({ text }) => text !== '');
  const gone = filled.length === 0;
  const ours = gone ? all : filled;
  const paragraphIds = ours.map(({ id }) => id);
  const place = { theirs: link.theirs, after: versions.placeOf[link.theirs[0] ?? -1] ?? null };
  if (base.length === 0) {
    const isNew = blocks.length > 0 && !link.theirs.some((t) => versions.addedByBoth.has(t));
    return isNew ? [{ kind: 'added', ...place, blocks, conflict: false }] : [];
  }
  if (blocks.length === 0) {
    if (gone) return [];
    // Only words are lost by removing, and a draft in a format without marks has a base without them.
    const conflict = !isSameWords(base, ours);
    return [{ kind: 'removed', paragraphIds, base: base.map(toRich), conflict }];
  }
  if (gone && !base.every(({ text }) => text === '')) {
    if (isSameText(base, blocks)) return [];
    return [{ kind: 'restored', ...place, blocks, base: base.map(toRich), conflict: true }];
  }
  const about = { paragraphIds, theirs: link.theirs };
  return [
    ...compareTexts(about, base, ours, blocks),
    ...compareShapes(about, base, ours, blocks),
    ...comparePlaces(versions, link, { ...about, after: place.after }),
  ];
}

interface About {
  readonly paragraphIds: readonly string[];
  readonly theirs: readonly number[];
}

function compareTexts(
  about: About,
  base: readonly Block[],
  ours: readonly Block[],
  blocks: readonly Block[],
): readonly DraftDifference[] {
  const chunks = mergeTexts(joinRich(base), joinRich(ours), joinRich(blocks));
  const parts = partsOf(chunks);
  const conflict = hasConflict(chunks);
  if (!conflict && isSameText(parts, ours)) return [];
  const more = Math.sign(parts.length - ours.length);
  const kind = more === 0 ? 'edited' : more > 0 ? 'split' : 'merged';
  return [{ kind, ...about, blocks, chunks, conflict }];
}

/** Only of paragraphs that stayed one; the parts of others take their shape from the draft. */
function compareShapes(
  about: About,
  base: readonly Block[],
  ours: readonly Block[],
  blocks: readonly Block[],
): readonly DraftDifference[] {
  const [was, is, draft] = [base[0], ours[0], blocks[0]];
  if (!was || !is || !draft || base.length + ours.length + blocks.length > 3) return [];
  const shapes = { base: shapeOf(was), ours: shapeOf(is), theirs: shapeOf(draft) };
  const fields = ['role', 'label', 'depth'] as const;
  const changed = fields.filter((field) => draft[field] !== was[field] && draft[field] !== is[field]);
  if (changed.length === 0) return [];
  const conflict = changed.some((field) => is[field] !== was[field]);
  const kind = changed.every((field) => field === 'label') ? 'renumbered' : 'reshaped';
  return [{ kind, ...about, shapes, conflict }];
}

function comparePlaces(
  { ours, movedByThem, movedByUs }: Versions,
  link: VersionLink,
  place: About & { readonly after: string | null },
): readonly DraftDifference[] {
  if (!link.theirs.some((t) => movedByThem.has(t))) return [];
  const conflict = movedByUs.has(link);
  // We may have moved it to the same place already.
  const standsAfter = ours[(link.ours[0] ?? 0) - 1]?.id ?? null;
  if (conflict && standsAfter === place.after) return [];
  return [{ kind: 'moved', ...place, conflict }];
}

function isSameWords(some: readonly RichText[], others: readonly RichText[]): boolean {
  return some.length === others.length && some.every(({ text }, i) => text === others[i]?.text);
}

function isSameText(some: readonly RichText[], others: readonly RichText[]): boolean {
  return isSameWords(some, others) && some.every(({ marks }, i) => sameMarks(marks, others[i]?.marks ?? []));
}

function toRich({ text, marks }: RichText): RichText {
  return { text, marks };
}

function toBlock(block: Block | undefined): readonly Block[] {
  if (!block) return [];
  const { role, text, marks, label, depth, cell } = block;
  return [{ role, text, marks, label, depth, cell }];
}

function isSameShape(one: Shape, other: Shape | undefined): boolean {
  return one.role === other?.role && one.label === other.label && one.depth === other.depth;
}

function shapeOf({ role, label, depth }: Block): Shape {
  return { role, label, depth };
}
