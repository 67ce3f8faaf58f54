import { childElements, type XmlElement } from '../../../import/docx/xml';
import type { Piece } from '../../../import/docx/paragraphs';
import { freshRuns, isText } from './fresh-runs';
import { WrittenLinks } from './links';
import type { WrittenPart } from './part';
import type { HeldPiece } from './held-text';
import type { HeldBlock, HeldPlace, Plan, Segment } from './plan-text';
import { RunXml } from './runs';
import { writeLoose, writeRun } from './write-run';
import type { Fate } from './fate';

/**
 * Writes a present text where a block of the original stands: what stays is not touched, what is new looks as its place
 * does.
 *
 * @param elsewhere notes whose numbers stand in another paragraph now, or elsewhere in this one
 */
export function editInPlace(
  part: WrittenPart,
  paragraph: XmlElement,
  { block, held: { pieces } }: { readonly block: number; readonly held: HeldBlock },
  { segments, who, links: known }: Plan,
  elsewhere: ReadonlySet<XmlElement>,
): void {
  const xml = new RunXml(part, part.prefixOf(paragraph));
  const fates = pieces.map((held): Fate => ({ held, stays: [], putIn: new Map(), takenBy: [] }));
  const fateOf = new Map(fates.map((fate) => [fate.held, fate]));
  let gap: Segment[] = [];
  let before: HeldPlace | null = null;
  for (const segment of segments) {
    const { from } = segment;
    const fate = from && from.block === block && !segment.isMoved ? fateOf.get(from.held) : undefined;
    if (!from || !fate) {
      gap.push(segment);
      continue;
    }
    const stay = placesOf(segment, from);
    if (gap.length > 0) putIn(part, xml, paragraph, fates, { before, after: from, gap });
    gap = [];
    for (const at of stay) fate.stays[at] = segment;
    before = { held: from.held, at: stay.at(-1) ?? from.at };
  }
  if (gap.length > 0) putIn(part, xml, paragraph, fates, { before, after: null, gap });
  if (who) tellWhoTook(fates, who.took);
  const links = new WrittenLinks(part, xml, paragraph, known);
  links.settle(fates);
  const runs = new Map<XmlElement, Map<XmlElement, Fate>>();
  for (const fate of fates) {
    const { source, run } = fate.held.piece;
    if (!source) continue;
    if (!run || !run.children.includes(source)) writeLoose(part, xml, fate, links);
    else runs.set(run, (runs.get(run) ?? new Map<XmlElement, Fate>()).set(source, fate));
  }
  for (const [run, ofRun] of runs) writeRun(part, xml, run, ofRun, elsewhere, links);
}

/** The characters of a piece a segment is made of. */
function placesOf({ text }: Segment, { held, at }: HeldPlace): readonly number[] {
  const found: number[] = [];
  for (let i = at; i < held.places.length && found.length < text.length; i += 1) {
    if (held.places[i] !== null) found.push(i);
  }
  return found;
}

/** What goes was taken out where the present text goes on behind it. */
function tellWhoTook(fates: readonly Fate[], took: NonNullable<Plan['who']>['took']): void {
  let at = 0;
  let last: Segment | undefined;
  for (const { held, stays, takenBy } of fates) {
    held.places.forEach((_, n) => {
      const segment = stays[n];
      if (segment && segment !== last) at = segment.start;
      last = segment ?? last;
      if (segment) at = Math.min(at + 1, segment.start + segment.text.length);
      else takenBy[n] = took(at);
    });
  }
}

interface Gap {
  readonly before: HeldPlace | null;
  readonly after: HeldPlace | null;
  readonly gap: readonly Segment[];
}

/** Finds a place for new words: that of the words they replace, else behind those before them, else before those that follow. */
function putIn(
  part: WrittenPart,
  xml: RunXml,
  paragraph: XmlElement,
  fates: readonly Fate[],
  { before, after, gap }: Gap,
): void {
  const href = gap[0]?.look.href ?? null;
  const replaced = replacedPlaces(fates, before, after);
  const candidates = [
    ...inOrder(replaced, before === null && after === null),
    ...(before ? [{ ...before, at: before.at + 1 }] : []),
    ...(after ? [after] : []),
  ].filter(({ held }) => held.piece.source !== null && isText(held.piece.source));
  const beside = before ? { ...before, at: before.held.places.length } : after && { ...after, at: 0 };
  const fits = candidates.filter(({ held: { piece } }) => isTaker(piece, gap));
  const chosen = fits.find(({ held }) => held.piece.href === href) ?? fits[0] ?? candidates[0] ?? beside;
  // Words that lead nowhere, or elsewhere, are no part of a link, behind which or before which they stand.
  if (chosen && !isTaker(chosen.held.piece, gap) && (before === null || after === null)) {
    const usual = fates.find(({ held: { piece } }) => piece.href === null && piece.source?.name === 'w:t');
    const link = linkAround(paragraph, chosen.held.piece);
    const written = () => freshRuns(part, xml, gap, usual?.held.piece ?? null);
    if (link) return part.splices.insert(before ? link.end : part.startOf(link), written());
  }
  const isReplaced = chosen !== undefined && chosen !== null && replaced.includes(chosen);
  const place = isReplaced && part.tracking ? behindTaken(xml, fates, chosen, after) : chosen;
  const fate = fates.find(({ held }) => held === place?.held);
  if (place && fate?.held.piece.source) {
    fate.putIn.set(place.at, [...(fate.putIn.get(place.at) ?? []), ...gap]);
    return;
  }
  const usual = fates.find(({ held }) => held.piece.source?.name === 'w:t')?.held.piece ?? null;
  part.splices.insert(part.contentEnd(paragraph), freshRuns(part, xml, gap, usual));
}

/** Whether words can be put beside a piece: into a link only those that lead where it does. */
function isTaker({ href }: Piece, gap: readonly Segment[]): boolean {
  return href === null || gap.every(({ look }) => look.href === href);
}

function linkAround(paragraph: XmlElement, { run }: Piece): XmlElement | undefined {
  return linksIn(paragraph).find((link) => run !== null && childElements(link).includes(run));
}

function linksIn(paragraph: XmlElement): readonly XmlElement[] {
  return childElements(paragraph).filter(({ name }) => name === 'w:hyperlink');
}

/**
 * The place behind the words that go from another one on, as far as they look as it does: where these are told, Word's readers
 * expect what was taken out before what was put in.
 */
function behindTaken(
  xml: RunXml,
  fates: readonly Fate[],
  place: HeldPlace,
  after: HeldPlace | null,
): HeldPlace {
  const endOf = (held: HeldPiece) => (held === after?.held ? after.at : held.places.length);
  const lookOf = ({ run, href, inserted }: Piece) =>
    JSON.stringify([run && xml.ownProperties(run), href, inserted]);
  const look = lookOf(place.held.piece);
  let last = place.held;
  for (const { held } of fates.slice(fates.findIndex((fate) => fate.held === last) + 1)) {
    const { source } = held.piece;
    if (last === after?.held || endOf(held) === 0 || !source || !isText(source)) break;
    if (lookOf(held.piece) !== look) break;
    last = held;
  }
  return { held: last, at: endOf(last) };
}

/** Where nothing stays, new words look as most of the former did. */
function inOrder(places: readonly HeldPlace[], isAll: boolean): readonly HeldPlace[] {
  return isAll ? places.toSorted((a, b) => b.held.places.length - a.held.places.length) : places;
}

/** The first letters among what goes between two places. */
function replacedPlaces(
  fates: readonly Fate[],
  before: HeldPlace | null,
  after: HeldPlace | null,
): readonly HeldPlace[] {
  const indexOf = (place: HeldPlace | null, none: number) =>
    place ? fates.findIndex(({ held }) => held === place.held) : none;
  const [first, last] = [indexOf(before, 0), indexOf(after, fates.length - 1)];
  return fates.slice(first, last + 1).flatMap(({ held }, n) => {
    const from = n === 0 && before ? before.at + 1 : 0;
    const to = first + n === last && after ? after.at : held.places.length;
    for (let at = from; at < to; at += 1) {
      if (held.places[at] !== null && /\S/.test(held.piece.text[held.first + at] ?? ''))
        return [{ held, at }];
    }
    return [];
  });
}
