import { childElements, type XmlElement } from '../../../import/docx/xml';
import type { Piece } from '../../../import/docx/paragraphs';
import type { HeldPiece } from './held-text';
import type { WrittenPart } from './part';
import type { HeldBlock, HeldPlace, Segment } from './plan-text';
import { RunXml, sameLook } from './runs';

/** What becomes of the characters of a piece. */
interface Fate {
  readonly held: HeldPiece;
  /** How each character that stays looks now; undefined for those that go. */
  readonly stays: (Segment | undefined)[];
  /** What is put in before a character, or behind the last. */
  readonly putIn: Map<number, Segment[]>;
}

/** Writes a present text where a block of the original stands: what stays is not touched, what is new looks as its place does. */
export function editInPlace(
  part: WrittenPart,
  paragraph: XmlElement,
  { block, held: { pieces } }: { readonly block: number; readonly held: HeldBlock },
  segments: readonly Segment[],
): void {
  const xml = new RunXml(part, part.prefixOf(paragraph));
  const fates = pieces.map((held): Fate => ({ held, stays: [], putIn: new Map() }));
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
  const removed = new Set<XmlElement>();
  for (const fate of fates) writeFate(part, xml, fate, removed);
  removeSources(part, pieces, removed);
}

/** The characters of a piece a segment is made of. */
function placesOf({ text }: Segment, { held, at }: HeldPlace): readonly number[] {
  const found: number[] = [];
  for (let i = at; i < held.places.length && found.length < text.length; i += 1) {
    if (held.places[i] !== null) found.push(i);
  }
  return found;
}

/** Runs for segments that stand by themselves; `usual` is what new words look like. */
export function freshRuns(
  part: WrittenPart,
  xml: RunXml,
  segments: readonly Segment[],
  usual: Piece | null,
): string {
  let model = usual;
  const written = new Set<XmlElement>();
  return segments
    .map(({ text, look, from }) => {
      const piece = from?.held.piece;
      // What a note or a tab looks like says nothing of words.
      if (piece?.source?.name === 'w:t') model = piece;
      const source = piece?.source;
      if (source && !isText(source)) {
        if (written.has(source)) return '';
        written.add(source);
        const own = part.xmlOf(source);
        return xml.run(own, piece.run, look, look);
      }
      const had = model ?? look;
      const run = xml.run(xml.text(text), model?.run ?? null, had, look);
      return look.href === null ? run : xml.link(look.href, run);
    })
    .join('');
}

function isText({ name }: XmlElement): boolean {
  return name === 'w:t' || name === 'm:t';
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
  const candidates = [
    ...replacedPlaces(fates, before, after),
    ...(before ? [{ ...before, at: before.at + 1 }] : []),
    ...(after ? [after] : []),
  ].filter(({ held }) => held.piece.source !== null && isText(held.piece.source));
  const chosen = candidates.find(({ held }) => held.piece.href === href) ?? candidates[0];
  const fate = fates.find(({ held }) => held === chosen?.held);
  if (chosen && fate) {
    fate.putIn.set(chosen.at, [...(fate.putIn.get(chosen.at) ?? []), ...gap]);
    return;
  }
  const usual = fates.find(({ held }) => held.piece.source?.name === 'w:t')?.held.piece ?? null;
  const runs = freshRuns(part, xml, gap, usual);
  const beside = before ?? after;
  const { source, run } = beside?.held.piece ?? { source: null, run: null };
  if (!source) part.splices.insert(part.contentEnd(paragraph), runs);
  else if (before) breakOut(part, xml, { source, run, runs, isBehind: true });
  else breakOut(part, xml, { source, run, runs, isBehind: false });
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

/** Puts runs beside something within a run, which is parted where more stands on that side. */
function breakOut(
  part: WrittenPart,
  xml: RunXml,
  at: {
    readonly source: XmlElement;
    readonly run: XmlElement | null;
    readonly runs: string;
    readonly isBehind: boolean;
  },
): void {
  const { source, run, runs, isBehind } = at;
  const place = isBehind ? source.end : part.startOf(source);
  const inside = run ? childElements(run).filter(({ name }) => name !== 'w:rPr') : [];
  if (!run || !inside.includes(source)) {
    part.splices.insert(place, runs);
    return;
  }
  if (isBehind && inside.at(-1) === source) part.splices.insert(run.end, runs);
  else if (!isBehind && inside[0] === source) part.splices.insert(part.startOf(run), runs);
  else part.splices.insert(place, closeRun(part, run) + runs + openRun(part, xml, run));
}

function closeRun(part: WrittenPart, run: XmlElement): string {
  return `</${part.tagName(run)}>`;
}

function openRun(part: WrittenPart, xml: RunXml, run: XmlElement): string {
  const same = { strong: false, emphasis: false, superscript: false };
  return `<${part.tagName(run)}>${xml.properties(run, same, same)}`;
}

/** Writes a piece anew where anything of it goes, is put in, or looks otherwise. */
function writeFate(part: WrittenPart, xml: RunXml, fate: Fate, removed: Set<XmlElement>): void {
  const { held, stays, putIn: added } = fate;
  const { piece, places, first } = held;
  const { source, run } = piece;
  if (!source) return;
  const goes = places.map((place, at) => place !== null && !stays[at]);
  const isKept = places.some((place, at) => place !== null && stays[at]);
  if (!isText(source)) {
    if (!isKept && goes.includes(true)) removed.add(source);
    return;
  }
  const canPart = run !== null && childElements(run).includes(source);
  const lookOf = (segment: Segment | undefined) =>
    canPart && piece.note === null ? segment?.look : undefined;
  const isOther = (segment: Segment | undefined) => {
    const look = lookOf(segment);
    return look !== undefined && (!sameLook(look, piece) || (look.href !== null && look.href !== piece.href));
  };
  if (!goes.includes(true) && added.size === 0 && !stays.some(isOther)) return;

  let output = '';
  let plain = piece.text.slice(0, first);
  let other: { segment: Segment; text: string } | null = null;
  const flush = () => {
    output += xml.text(plain);
    plain = '';
    if (other && run) {
      const { segment, text } = other;
      const runs = xml.run(xml.text(text), run, piece, segment.look);
      const linked = segment.look.href !== null && segment.look.href !== piece.href;
      output +=
        closeRun(part, run) + (linked ? xml.link(segment.look.href, runs) : runs) + openRun(part, xml, run);
    }
    other = null;
  };
  const write = (text: string, segment: Segment | undefined) => {
    if (!segment || !isOther(segment)) {
      if (other) flush();
      plain += text;
    } else if (other?.segment === segment) other.text += text;
    else {
      flush();
      other = { segment, text };
    }
  };
  const put = (segment: Segment) => {
    const { from } = segment;
    const isOwn = !from || (from.held.piece.run === run && from.held.piece.source?.name === source.name);
    if (isOwn || !run || !canPart) return write(segment.text, segment);
    flush();
    output += closeRun(part, run) + freshRuns(part, xml, [segment], piece) + openRun(part, xml, run);
  };
  for (let at = 0; at <= places.length; at += 1) {
    for (const segment of added.get(at) ?? []) put(segment);
    if (at < places.length && stands(places, stays, at)) write(piece.text[first + at] ?? '', stays[at]);
  }
  if (other) flush();
  plain += piece.text.slice(first + places.length);
  output += xml.text(plain);
  if (output === '') removed.add(source);
  else if (source.name === 'w:t') part.splices.replace(part.startOf(source), source.end, output);
  else {
    const text = output.replace(/<[^>]*>/g, '');
    part.splices.replace(source.inner, part.contentEnd(source), text);
  }
}

/** Whether a character stands where it stood: one that is no part of the text does with the one before it. */
function stands(
  places: readonly (number | null)[],
  stays: readonly (Segment | undefined)[],
  at: number,
): boolean {
  let nearest = at;
  while (nearest > 0 && places[nearest] === null) nearest -= 1;
  while (nearest < places.length && places[nearest] === null) nearest += 1;
  return nearest >= places.length || stays[nearest] !== undefined;
}

/** Takes away what nothing is left of, and runs that would then be empty. */
function removeSources(
  part: WrittenPart,
  pieces: readonly HeldPiece[],
  removed: ReadonlySet<XmlElement>,
): void {
  const runs = new Set(pieces.flatMap(({ piece }) => piece.run ?? []));
  const gone = new Set<XmlElement>();
  for (const run of runs) {
    const inside = childElements(run).filter(
      ({ name }) => name !== 'w:rPr' && name !== 'w:lastRenderedPageBreak',
    );
    if (inside.length === 0 || !inside.every((each) => removed.has(each))) continue;
    part.remove(run);
    for (const each of inside) gone.add(each);
  }
  for (const source of removed) if (!gone.has(source)) part.remove(source);
}
