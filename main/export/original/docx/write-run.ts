import { childElements, type XmlElement } from '../../../import/docx/xml';
import { Bits, type Bit } from './bits';
import { escapeXml } from './escape-xml';
import type { Fate } from './fate';
import { freshRuns, isText } from './fresh-runs';
import type { WrittenLinks } from './links';
import type { HeldPiece } from './held-text';
import type { WrittenPart } from './part';
import type { Segment } from './plan-text';
import { looksRight, type RunXml } from './runs';

/**
 * Writes what became of a run. What stays as it was is not touched; what looks otherwise, is put in or, where that is told,
 * was taken out stands in runs of its own, and the run is parted there.
 *
 * @param fates by what each piece is written as
 * @param elsewhere notes that were taken elsewhere
 * @param links those of the paragraph
 */
export function writeRun(
  part: WrittenPart,
  xml: RunXml,
  run: XmlElement,
  fates: ReadonlyMap<XmlElement, Fate>,
  elsewhere: ReadonlySet<XmlElement>,
  links: WrittenLinks,
): void {
  const inside = childElements(run).filter(({ name }) => name !== 'w:rPr');
  const all = inside.map((element) => {
    const fate = fates.get(element);
    return {
      element,
      bits: fate && isTouched(fate, links) ? bitsOf(part, xml, element, fate, elsewhere, links) : null,
    };
  });
  if (all.every(({ bits }) => bits === null)) return;
  // Where pages broke when it was last printed is nothing to keep a run for.
  const isBreak = ({ name }: XmlElement) => name === 'w:lastRenderedPageBreak';
  const isEmptied = all.every(({ element, bits }) =>
    bits ? !bits.some(({ isWithin }) => isWithin) : isBreak(element),
  );
  const kept = isEmptied ? all.filter(({ element }) => !isBreak(element)) : all;
  const first = kept.find(({ bits }) => bits === null || bits.length > 0);
  if (!first) return part.remove(run);

  const tag = part.tagName(run);
  const opening = `<${tag}>${xml.ownProperties(run)}`;
  const head = childElements(run).find(({ name }) => name === 'w:rPr')?.end ?? run.inner;
  let isOpen = first.bits?.[0]?.isWithin ?? true;
  if (!isOpen) part.splices.replace(part.startOf(run), head, '');
  for (const { element, bits } of all) {
    if (isEmptied && isBreak(element)) part.remove(element);
    else if (bits === null) {
      if (!isOpen) part.splices.insert(part.startOf(element), opening);
      isOpen = true;
    } else {
      let output = '';
      for (const bit of bits) {
        if (bit.isWithin !== isOpen) output += bit.isWithin ? opening : `</${tag}>`;
        isOpen = bit.isWithin;
        output += bit.xml;
      }
      part.splices.replace(part.startOf(element), element.end, output);
    }
  }
  if (!isOpen) part.splices.replace(part.contentEnd(run), run.end, '');
}

/** Writes a piece that stands in no run that could be parted, as one of an equation: its words, and nothing of their look. */
export function writeLoose(part: WrittenPart, xml: RunXml, fate: Fate, links: WrittenLinks): void {
  const { held, stays, putIn } = fate;
  const { piece, places, first } = held;
  const { source } = piece;
  if (!source || !isTouched(fate, links)) return;
  if (!isText(source)) {
    const [before, behind] = [true, false].map((isBefore) =>
      freshRuns(
        part,
        xml,
        [...putIn].flatMap(([at, put]) => (at <= 0 === isBefore ? put : [])),
        null,
      ),
    );
    const own = places.some((place, at) => place !== null && stays[at]) ? part.xmlOf(source) : '';
    part.splices.replace(part.startOf(source), source.end, `${before}${own}${behind}`);
    return;
  }
  let text = piece.text.slice(0, first);
  for (let at = 0; at <= places.length; at += 1) {
    for (const segment of putIn.get(at) ?? []) text += segment.text;
    if (at < places.length && stands(fate, at)) text += piece.text[first + at] ?? '';
  }
  text += piece.text.slice(first + places.length);
  if (text === '') part.remove(source);
  else if (source.name === 'w:t') part.splices.replace(part.startOf(source), source.end, xml.text(text));
  else part.splices.replace(source.inner, part.contentEnd(source), escapeXml(text));
}

/** Whether anything of a piece goes, is put in, or looks otherwise. */
function isTouched(fate: Fate, links: WrittenLinks): boolean {
  const { held, stays, putIn } = fate;
  return (
    putIn.size > 0 ||
    held.places.some((place, at) => place !== null && !stays[at]) ||
    stays.some((segment) => segment && (isCommented(segment) || looksOtherwise(held, segment, links)))
  );
}

function isCommented({ before, behind }: Segment): boolean {
  return before !== '' || behind !== '';
}

function looksOtherwise({ piece }: HeldPiece, { look }: Segment, links: WrittenLinks): boolean {
  if (piece.note !== null || piece.source?.name !== 'w:t') return false;
  return !looksRight(piece, look) || links.isOut(look, piece);
}

function bitsOf(
  part: WrittenPart,
  xml: RunXml,
  element: XmlElement,
  fate: Fate,
  elsewhere: ReadonlySet<XmlElement>,
  links: WrittenLinks,
): readonly Bit[] {
  const { held, stays, putIn, takenBy } = fate;
  const { piece, places, first } = held;
  const { run } = piece;
  if (!run) return [];
  const bits = new Bits(piece, links);
  const apart = (runs: string) => bits.add({ isWithin: false, xml: runs });
  const put = (at: number) => {
    for (const segment of putIn.get(at) ?? []) {
      const { from, text, look, by, before, behind } = segment;
      const isOwn = !from || (from.held.piece.run === run && from.held.piece.source?.name === element.name);
      if (isOwn && !by && isText(element) && !looksOtherwise(held, segment, links)) bits.keep(text);
      // What stands in a change of the file's own comes and goes with that.
      else if (piece.inserted) apart(freshRuns(part, xml, [{ ...segment, by: null }], piece, piece.href));
      else if (isOwn && isText(element)) {
        const fresh = links.linked(xml.wordsRun(xml.text(text), piece, look), look, piece);
        apart(links.placed(before + xml.inserted(fresh, by) + behind, look, piece));
      } else {
        const runs = freshRuns(part, xml, [segment], isText(element) ? piece : null, piece.href);
        apart(links.placed(runs, look, piece));
      }
    }
  };
  if (!isText(element)) {
    put(0);
    const stay = stays.find((segment) => segment !== undefined);
    apart(stay?.before ?? '');
    if (stay) bits.add({ isWithin: true, xml: part.xmlOf(element) });
    else if (!elsewhere.has(element))
      apart(xml.deleted(xml.run(part.xmlOf(element), run, piece, piece), takenBy[0] ?? null));
    apart(stay?.behind ?? '');
    for (let at = 1; at <= places.length; at += 1) put(at);
    return bits.write(xml);
  }
  bits.keep(piece.text.slice(0, first));
  for (let at = 0; at <= places.length; at += 1) {
    put(at);
    if (at === places.length) break;
    const letter = piece.text[first + at] ?? '';
    const segment = stays[at];
    const isEnd = segment !== undefined && isCommented(segment);
    if (isEnd && stays.indexOf(segment) === at) apart(segment.before);
    if (!stands(fate, at)) bits.take(letter, takenBy[at] ?? null);
    else if (segment && looksOtherwise(held, segment, links)) bits.restyle(letter, segment);
    else bits.keep(letter);
    if (isEnd && stays.lastIndexOf(segment) === at) apart(segment.behind);
  }
  bits.keep(piece.text.slice(first + places.length));
  return bits.write(xml);
}

/** Whether a character stands where it stood: one that is no part of the text does with the one before it. */
function stands({ held: { places }, stays }: Fate, at: number): boolean {
  let nearest = at;
  while (nearest > 0 && places[nearest] === null) nearest -= 1;
  while (nearest < places.length && places[nearest] === null) nearest += 1;
  return nearest >= places.length || stays[nearest] !== undefined;
}
