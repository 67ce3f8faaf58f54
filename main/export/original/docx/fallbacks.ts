import type { XmlElement } from '../../../import/docx/xml';
import { Splices } from '../splices';
import type { WrittenPart } from './part';

/** A stretch of the text of a part. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** The form of a picture for programs that do not know today's. */
export interface Fallback {
  /** Both forms (`mc:AlternateContent`), where there is nothing in them but this one picture; else null. */
  readonly both: Range | null;
  /** The same picture in the other form (`w:pict`). */
  readonly picture: Range | null;
  /** The tag that has its alternative text. */
  readonly shape: Range | null;
}

/** Finds the other form of the picture a host stands for; null where it has none, or is that form itself. */
export function fallbackFinder(part: WrittenPart): (host: XmlElement) => Fallback | null {
  const { text } = part;
  const all = rangesOf(text, 'AlternateContent', 0, text.length);
  return (host) => {
    const [start, end] = [part.startOf(host), host.end];
    const around = all.findLast((each) => each.start < start && end < each.end);
    if (!around) return null;
    const forms = formsIn(text, around);
    if (!forms || start > forms.choice.end) return null;
    const { choice, fallback: other } = forms;
    // Forms are alike picture by picture, or nothing tells which is which.
    const hosts = rangesOf(text, 'drawing', choice.start, choice.end).filter(hasIn(text, 'blip'));
    const picts = rangesOf(text, 'pict', other.start, other.end).filter(hasIn(text, 'imagedata'));
    const nth = hosts.findIndex((each) => each.start === start);
    const picture = hosts.length === picts.length ? (picts[nth] ?? null) : null;
    const inside = text.slice(choice.start, choice.end).replace(/^<[^>]*>|<\/[^>]*>$/g, '');
    const isAlone = inside.trim() === text.slice(start, end);
    return { both: isAlone ? around : null, picture, shape: picture && shapeIn(text, picture) };
  };
}

/**
 * Has the form for older programs say what the other says by now, where it did before: the words of text boxes, and of
 * paragraphs that come in two forms.
 *
 * @param former a part as it was
 * @param present the same as it is written
 */
export function writeFallbacks(former: string, present: string): string {
  const before = new Map<string, Set<string>>();
  for (const both of rangesOf(former, 'AlternateContent', 0, former.length)) {
    for (const { choice, fallback } of pairsIn(former, both)) {
      const [chosen, other] = [textIn(former, choice), textIn(former, fallback)];
      if (wordsOf(chosen) === wordsOf(other)) before.set(other, (before.get(other) ?? new Set()).add(chosen));
    }
  }
  let written = present;
  // A form within a form is written after what it takes after.
  for (let pass = 0; before.size > 0 && pass < PASSES; pass += 1) written = writeOnce(written, before);
  return written;
}

/** So deep forms stand in one another in what Word writes, and deeper. */
const PASSES = 4;

/** @param before what the forms of today said, by what the others say */
function writeOnce(text: string, before: ReadonlyMap<string, ReadonlySet<string>>): string {
  const splices = new Splices(text);
  for (const both of rangesOf(text, 'AlternateContent', 0, text.length)) {
    for (const { choice, fallback } of pairsIn(text, both)) {
      const [chosen, other] = [textIn(text, choice), textIn(text, fallback)];
      const known = before.get(other);
      if (known && !known.has(chosen)) splices.replace(fallback.start, fallback.end, chosen);
    }
  }
  return splices.render();
}

/** A stretch in today's form, and the same in the other. */
interface Forms {
  readonly choice: Range;
  readonly fallback: Range;
}

function formsIn(text: string, both: Range): Forms | null {
  const [choice] = rangesOf(text, 'Choice', both.start, both.end);
  // Both may hold such pairs themselves.
  const fallback = outermost(text, 'Fallback', both).at(-1);
  return choice && fallback && choice.end <= fallback.start ? { choice, fallback } : null;
}

/** The stretches that say the same in the two forms. */
function pairsIn(text: string, both: Range): readonly Forms[] {
  const forms = formsIn(text, both);
  if (!forms) return [];
  const { choice, fallback } = forms;
  const [boxes, others] = [choice, fallback].map((form) => outermost(text, 'txbxContent', form));
  if (!boxes || !others || boxes.length !== others.length) return [];
  if (boxes.length > 0)
    return boxes.flatMap((box, n) => others.slice(n, n + 1).map((other) => pair(box, other)));
  const isDrawn = [choice, fallback].some((form) => hasIn(text, '(?:drawing|pict|object)')(form));
  return isDrawn ? [] : [pair(choice, fallback)];

  function pair(chosen: Range, other: Range) {
    return { choice: insideOf(text, chosen), fallback: insideOf(text, other) };
  }
}

function outermost(text: string, name: string, { start, end }: Range): readonly Range[] {
  let done = start;
  return rangesOf(text, name, start, end).filter((each) => {
    if (each.start < done) return false;
    done = each.end;
    return true;
  });
}

/** What stands between the tags of an element. */
function insideOf(text: string, { start, end }: Range): Range {
  const from = text.indexOf('>', start) + 1;
  return from === end ? { start: end, end } : { start: from, end: text.lastIndexOf('<', end - 1) };
}

function textIn(text: string, { start, end }: Range): string {
  return text.slice(start, end);
}

function wordsOf(xml: string): string {
  return xml.replace(/<[^>]*>/g, '');
}

function hasIn(text: string, name: string): (range: Range) => boolean {
  const pattern = new RegExp(`<(?:[\\w.-]+:)?${name}[\\s/>]`);
  return ({ start, end }) => pattern.test(text.slice(start, end));
}

/** The start tag of the shape that holds the picture. */
function shapeIn(text: string, { start, end }: Range): Range | null {
  const inside = text.slice(start, end);
  const at = inside.search(/<(?:[\w.-]+:)?imagedata[\s/>]/);
  const tags = [...inside.slice(0, at).matchAll(/<(?:[\w.-]+:)?(?:shape|rect)\s[^>]*>/g)];
  const tag = tags.at(-1);
  return tag ? { start: start + tag.index, end: start + tag.index + tag[0].length } : null;
}

/** All elements of a name in a stretch, the outer before those in them. */
function rangesOf(text: string, name: string, from: number, to: number): readonly Range[] {
  const tags = new RegExp(`<(/?)(?:[\\w.-]+:)?${name}(?=[\\s/>])[^>]*?(/?)>`, 'g');
  const found: { start: number; end: number }[] = [];
  const open: { start: number; end: number }[] = [];
  for (const { 0: tag, 1: slash, 2: isEmpty, index } of text.slice(from, to).matchAll(tags)) {
    const start = from + index;
    if (slash === '/') {
      const range = open.pop();
      if (range) range.end = start + tag.length;
      continue;
    }
    const range = { start, end: start + tag.length };
    found.push(range);
    if (isEmpty !== '/') open.push(range);
  }
  return found;
}
