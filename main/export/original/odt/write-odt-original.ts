import type { Block, RichText, Role } from '../../../../shared/model/paragraph';
import { matchParagraphs } from '../../../../shared/reconcile/match-paragraphs';
import { shiftMarks, sliceMarks } from '../../../../shared/model/mark';
import { bareArchive, openArchive, type Archive } from '../../../import/docx/archive';
import type { TracedBlock } from '../../../import/docx/blocks';
import { childElements, type XmlElement } from '../../../import/docx/xml';
import { toOdtBlocks } from '../../../import/odt/blocks';
import { CONTENT, readOdtStory, type OdtStory } from '../../../import/odt/story';
import { OdtLooks } from '../../odt/looks';
import { escapeXml } from '../docx/escape-xml';
import { holdText } from '../docx/held-text';
import { Package } from '../docx/package';
import type { IsLeftOut } from '../left-out';
import { wordsOf } from '../match-pictures';
import type { PresentText } from '../present-text';
import { rewriteArchive } from '../rewrite-archive';
import { Splices } from '../splices';
import { editLetters, lookKeys, piecesBetween, type Ink } from '../text/edit-letters';
import { withoutEmptiedLinks } from '../text/empty-links';
import { spell } from '../text/html-letters';
import { placeBlocks, type WrittenBlock } from '../text/place-blocks';
import type { Translation } from '../translation';
import { tellOdtLanguage } from './tell-language';
import { NOTE_SIGNS, odtInk, type OdtLetter } from './odt-ink';
import { holdsMore, surroundingsOf, type Range, type Surroundings } from './surroundings';

const isNote = ({ role }: { readonly role: Role }) => role === 'footnote';

/**
 * An OpenDocument text with the present text of a version in it. Where nothing differs it is the same file, byte for byte; else all
 * parts but its text are, in the layout of another version also what the text is called and its language. null where what comes of it does not say all the version says. Throws Unreadable as reading
 * it does.
 */
export async function writeOdtOriginal(
  bytes: Uint8Array,
  texts: readonly PresentText[],
  isLeftOut: IsLeftOut,
  translation: Translation | null,
): Promise<Uint8Array | null> {
  const archive = await openArchive(bytes);
  const read = await readOdtStory(archive);
  const blocks = toOdtBlocks(read);
  // Pictures of an OpenDocument text are not read: none of the version's has a place in it.
  const words = wordsOf(texts);
  const leftOut = isLeftOut(blocks);
  const kept = blocks.map((block, n) => (leftOut(n) ? null : block));
  const looks = new OdtLooks(freePrefix(read.text));
  // Notes stand within the text: their own words are written first, so that each can go elsewhere as it is by then.
  const noted = editNotes(read, kept, words, looks);
  const again = noted === read.text ? read : await readOdtStory(archive, Buffer.from(noted));
  const inSame = again === read ? kept : toOdtBlocks(again).map((block, n) => (leftOut(n) ? null : block));
  const body = editBody(again, inSame, words, looks);
  if (body === read.text && !translation) return bytes;
  const written = withStyles(body, looks.write());
  if (!(await saysAll(archive, written, words))) return null;
  const parts = new Package(archive);
  await parts.write(CONTENT, written);
  if (translation) await tellOdtLanguage(parts, translation);
  return rewriteArchive(bareArchive(bytes), archive.entries, parts.changed);
}

function editNotes(
  story: OdtStory,
  blocks: readonly (TracedBlock | null)[],
  texts: readonly PresentText[],
  looks: OdtLooks,
): string {
  const splices = new Splices(story.text);
  const ink = odtInk(story.text, looks, () => null);
  const notes = blocks.flatMap((block) => (block && isNote(block.block) ? [block] : []));
  const wanted = texts.filter(isNote);
  const matches = matchParagraphs(
    notes.map(({ block: { role, label, text } }) => ({ role, label, text })),
    wanted.map(({ role, label, known }) => ({ role, label, text: known })),
  );
  for (const { before, after } of matches) {
    const [held, ...others] = before.flatMap((b) => notes[b] ?? []);
    const present = after.flatMap((a) => wanted[a] ?? []).map(({ settled }) => settled);
    if (!held || present.length === 0) continue;
    edit(story, splices, ink, held, joined(present));
    for (const other of others) edit(story, splices, ink, other, { text: '', marks: [] });
  }
  return splices.isEmpty ? story.text : splices.render();
}

/** Texts as one: a note whose paragraph was parted is one paragraph of the file all the same. */
function joined(texts: readonly RichText[]): RichText {
  return texts.reduce((all, { text, marks }) => ({
    text: `${all.text} ${text}`,
    marks: [...all.marks, ...shiftMarks(marks, all.text.length + 1)],
  }));
}

function editBody(
  story: OdtStory,
  blocks: readonly (TracedBlock | null)[],
  texts: readonly PresentText[],
  looks: OdtLooks,
): string {
  const { text: source } = story;
  const splices = new Splices(source);
  const notes = new Notes(story, texts);
  const ink = odtInk(source, looks, (label) => notes.keyOf(label));
  const elements = new Set([...story.places.values()].map(({ paragraph }) => paragraph));
  const rangeOf = (element: XmlElement): Range => ({
    start: source.lastIndexOf('<', element.inner - 1),
    end: element.end,
  });
  const places = surroundingsOf(source, [...elements].map(rangeOf));
  const shown = blocks.flatMap((block) => (block && !isNote(block.block) ? [block] : []));
  const counts = new Map<XmlElement, number>();
  for (const each of shown) {
    const element = elementOf(story, each);
    if (element) counts.set(element, (counts.get(element) ?? 0) + 1);
  }
  const models = new Map<WrittenBlock, XmlElement>();
  const written = shown.flatMap((block): readonly WrittenBlock[] => {
    const element = elementOf(story, block);
    if (!element) return [];
    const range = rangeOf(element);
    const isAlone = counts.get(element) === 1 && block.block.text !== '' && !holdsMore(element);
    const each: WrittenBlock = {
      block: block.block,
      ...(block.original && { original: block.original }),
      whole: isAlone && canGo(block.block, range, places) ? (places.item(range) ?? range) : null,
      front: places.around(range)?.start ?? range.start,
      behind: (role, next) =>
        behind(range, role, block.block.role, places, next && models.get(next), rangeOf),
      edit: (present) => edit(story, splices, ink, block, present),
    };
    models.set(each, element);
    return [each];
  });
  const loose = texts.filter((text) => !isNote(text) || !notes.isTaken(text));
  placeBlocks(written, loose, splices, (present, model, beside) => {
    const element = model && models.get(model);
    return fresh(present, element ? source.slice(rangeOf(element).start, element.inner) : null, ink, {
      isBesideItem: beside?.block.role === 'listItem',
      listStyle:
        element && model?.block.role === 'listItem'
          ? listStyleAt(source, places.around(rangeOf(element)))
          : null,
    });
  });
  if (splices.isEmpty) return source;
  return withoutEmptiedLinks(notes.settle(splices.render()), source, 'text:a');
}

function canGo({ role }: Block, range: Range, places: Surroundings): boolean {
  if (role === 'tableCell') return false;
  return places.around(range) === null || places.item(range) !== null;
}

function behind(
  range: Range,
  role: Role,
  own: Role,
  places: Surroundings,
  next: XmlElement | null | undefined,
  rangeOf: (element: XmlElement) => Range,
): number {
  const around = places.around(range);
  if (!around) return range.end;
  if (role === 'listItem' && own === 'listItem') return places.item(range)?.end ?? range.end;
  const isWithin = next && places.around(rangeOf(next))?.start === around.start;
  return isWithin || (role === 'tableCell' && own === 'tableCell') ? range.end : around.end;
}

function elementOf({ places }: OdtStory, block: TracedBlock): XmlElement | null {
  for (const { piece } of holdText(block)) {
    const place = places.get(piece);
    if (place) return place.paragraph;
  }
  for (const { piece } of block.trace.stretches) {
    const place = places.get(piece);
    if (place) return place.paragraph;
  }
  return null;
}

/** Writes a present text where a block stands. Deletions that wait there are done with: what stays of them is written. */
function edit(
  story: OdtStory,
  splices: Splices,
  ink: Ink<OdtLetter>,
  block: TracedBlock,
  present: RichText,
): void {
  const { text: source } = story;
  const element = elementOf(story, block);
  if (!element) return;
  if (!block.original && sameAs(block.block, present)) return;
  if (block.original) {
    for (const point of pointsIn(element))
      splices.replace(source.lastIndexOf('<', point.inner - 1), point.end, '');
  }
  const { prefix } = block.trace;
  const number = block.block.text.slice(0, prefix);
  const [former, wanted] = [behindNumber(block.block, number), behindNumber(present, number)];
  const letters = lettersOf(story, block)?.slice(prefix);
  if (letters && letters.some((letter) => letter !== null))
    editLetters(splices, former, letters, wanted, ink);
  else {
    const content = inline(wanted, ink, {
      start: element.inner,
      end: element.inner,
      around: [],
      isSpelled: true,
    });
    splices.replace(element.inner, source.lastIndexOf('<', element.end - 1), content);
  }
}

function sameAs(a: RichText, b: RichText): boolean {
  return a.text === b.text && JSON.stringify(lookKeys(a)) === JSON.stringify(lookKeys(b));
}

/** A text without the number of its heading, which the file counts by itself. */
function behindNumber(rich: RichText, number: string): RichText {
  const { text, marks } = rich;
  if (number === '') return rich;
  const length = text.startsWith(number) ? number.length : (/^[\d.]+ /.exec(text)?.[0].length ?? 0);
  return { text: text.slice(length), marks: sliceMarks(marks, length, text.length) };
}

function pointsIn(element: XmlElement): readonly XmlElement[] {
  return childElements(element).flatMap((each) => (each.name === 'text:change' ? [each] : pointsIn(each)));
}

/** Where each UTF-16 unit of a block is written; null where that cannot be told of all of them. */
function lettersOf(
  { places, text: source }: OdtStory,
  block: TracedBlock,
): readonly (OdtLetter | null)[] | null {
  const letters = new Array<OdtLetter | null>(block.block.text.length).fill(null);
  for (const held of holdText(block)) {
    const place = places.get(held.piece);
    if (!place) continue;
    const { around, isSpelled } = place;
    const spelled = isSpelled
      ? spell(held.piece.text, source, { startOffset: place.start, endOffset: place.end }).flatMap(
          ({ text, start, end }) => Array.from({ length: text.length }, () => ({ start, end })),
        )
      : null;
    if (spelled && spelled.length !== held.piece.text.length) return null;
    held.places.forEach((at, n) => {
      const letter = spelled ? spelled[held.first + n] : { start: place.start, end: place.end };
      if (at !== null && letter) letters[at] = { ...letter, around, isSpelled };
    });
  }
  return letters;
}

function inline(present: RichText, ink: Ink<OdtLetter>, beside: OdtLetter): string {
  return piecesBetween(present.text, lookKeys(present))
    .map(({ text, look }) => ink.put(text, look, '', beside))
    .join('');
}

const NOWHERE: OdtLetter = { start: 0, end: 0, around: [], isSpelled: true };

/** A new paragraph: as the one it takes after begins, else in the style of its kind. */
function fresh(
  { role, label, settled }: PresentText,
  model: string | null,
  ink: Ink<OdtLetter>,
  list: { readonly isBesideItem: boolean; readonly listStyle: string | null },
): string {
  const level = /^heading([1-6])$/.exec(role)?.[1];
  const opened = model?.replace(/\s(?:xml|text):id="[^"]*"/g, '').replace(/\s*\/>$/, '>');
  const usual =
    level === undefined
      ? `<text:p text:style-name="${role === 'title' ? 'Title' : role === 'quotation' ? 'Quotations' : 'Standard'}">`
      : `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">`;
  const start = opened ?? usual;
  const tag = /^<([^\s/>]+)/.exec(start)?.[1] ?? 'text:p';
  const mark = isNote({ role }) && label !== '' ? `${escapeXml(label)}<text:tab/>` : '';
  const paragraph = `${start}${mark}${inline(settled, ink, NOWHERE)}</${tag}>`;
  if (role !== 'listItem') return paragraph;
  if (list.isBesideItem) return `<text:list-item>${paragraph}</text:list-item>`;
  if (list.listStyle === null) return paragraph;
  return `<text:list text:style-name="${list.listStyle}" text:continue-numbering="true"><text:list-item>${paragraph}</text:list-item></text:list>`;
}

function listStyleAt(source: string, range: Range | null): string | null {
  const tag = range && /^<text:list\s[^>]*>/.exec(source.slice(range.start, range.start + 500))?.[0];
  return tag ? (/text:style-name="([^"]*)"/.exec(tag)?.[1] ?? null) : null;
}

/** The notes of a text, those it has and those that are new. */
class Notes {
  private readonly xml = new Map<string, string>();
  private readonly keys = new Map<string, string>();
  private readonly taken = new Set<string>();

  constructor(story: OdtStory, texts: readonly PresentText[]) {
    const { text: source } = story;
    const known = new Set<string>();
    for (const { label, element } of story.notes.values()) {
      const key = element.attributes['text:id'] ?? '';
      if (key === '' || this.keys.has(label)) continue;
      known.add(label);
      this.keys.set(label, key);
      this.xml.set(key, source.slice(source.lastIndexOf('<', element.inner - 1), element.end));
    }
    const referred = new Set(
      texts.flatMap(({ settled }) =>
        settled.marks.flatMap((mark) => (mark.type === 'footnoteReference' ? [mark.label] : [])),
      ),
    );
    const ink = odtInk(source, new OdtLooks('x'), () => null);
    for (const text of texts.filter(isNote)) {
      const { label, settled } = text;
      if (known.has(label)) this.taken.add(label);
      if (known.has(label) || !referred.has(label) || settled.text === '') continue;
      this.taken.add(label);
      const key = this.keys.get(label) ?? `triptych${this.keys.size + 1}`;
      const body = `<text:p text:style-name="Footnote">${inline({ ...settled, marks: [] }, ink, NOWHERE)}</text:p>`;
      const before = this.xml.get(key);
      const shown = escapeXml(label);
      this.keys.set(label, key);
      this.xml.set(
        key,
        before?.replace('</text:note-body>', `${body}</text:note-body>`) ??
          `<text:note text:id="${key}" text:note-class="footnote"><text:note-citation>${shown}</text:note-citation><text:note-body>${body}</text:note-body></text:note>`,
      );
    }
  }

  keyOf(label: string): string | null {
    return this.keys.get(label) ?? null;
  }

  /** Whether a note stands in the text by its reference. */
  isTaken({ label }: PresentText): boolean {
    return this.taken.has(label);
  }

  /** Writes notes where their signs stand: once, and where they stand already as a reference to them. */
  settle(text: string): string {
    const standing = new Set(Array.from(text.matchAll(/text:id="([^"]*)"/g), ([, key = '']) => key));
    const labels = new Map([...this.keys].toReversed().map(([label, key]) => [key, label]));
    return text.replace(NOTE_SIGNS, (sign, key: string) => {
      const xml = this.xml.get(key);
      if (xml === undefined) return sign;
      if (!standing.has(key)) {
        standing.add(key);
        return xml;
      }
      return `<text:note-ref text:note-class="footnote" text:reference-format="text" text:ref-name="${key}">${escapeXml(labels.get(key) ?? '')}</text:note-ref>`;
    });
  }
}

/** What the names of our styles begin with: no style of the file is called so. */
function freePrefix(text: string): string {
  const taken = Array.from(text.matchAll(/"Triptych(_*)/g), ([, lines = '']) => lines.length + 1);
  return `Triptych${'_'.repeat(taken.reduce((most, length) => Math.max(most, length), 0))}`;
}

const OPEN = 'urn:oasis:names:tc:opendocument:xmlns';

const NEEDED = [
  ['text', `${OPEN}:text:1.0`],
  ['style', `${OPEN}:style:1.0`],
  ['fo', `${OPEN}:xsl-fo-compatible:1.0`],
  ['xlink', 'http://www.w3.org/1999/xlink'],
] as const;

/** Puts styles among those of single words, and names what they are written with where the part does not. */
function withStyles(text: string, styles: string): string {
  const root = /<([^\s/>:]+:)?document-content(?=[\s>])[^>]*>/.exec(text);
  if (!root) return text;
  const missing = NEEDED.filter(([name]) => !root[0].includes(`xmlns:${name}=`)).map(
    ([name, uri]) => ` xmlns:${name}="${uri}"`,
  );
  const at = root.index + root[0].length - 1;
  const named = `${text.slice(0, at)}${missing.join('')}${text.slice(at)}`;
  if (styles === '') return named;
  const o = root[1] ?? '';
  if (named.includes(`</${o}automatic-styles>`))
    return named.replace(`</${o}automatic-styles>`, () => `${styles}</${o}automatic-styles>`);
  const group = `<${o}automatic-styles>${styles}</${o}automatic-styles>`;
  const empty = new RegExp(`<${o}automatic-styles\\s*/>`);
  return empty.test(named)
    ? named.replace(empty, () => group)
    : named.replace(new RegExp(`<${o}body(?=[\\s>])`), (body) => group + body);
}

/** Whether every paragraph of the version stands in what was written, those of the text in their order. */
async function saysAll(archive: Archive, written: string, texts: readonly PresentText[]): Promise<boolean> {
  const blocks = toOdtBlocks(await readOdtStory(archive, Buffer.from(written)));
  const said = (wanted: boolean) =>
    blocks
      .filter(({ block }) => isNote(block) === wanted)
      .map(({ block, original }) => plain((original ?? block).text, block.role));
  const body = said(false);
  let at = 0;
  const notes = said(true).join(' ');
  const apart = new Set([...said(true), ...body]);
  return texts.every(({ role, settled }) => {
    const text = plain(settled.text, role);
    if (text === '') return true;
    // Of a note whose paragraph was parted each part is in one of them.
    if (isNote({ role })) return apart.has(text) || notes.includes(text);
    while (at < body.length && body[at] !== text) at += 1;
    at += 1;
    return at <= body.length;
  });
}

/** A text as it is compared: the number of a heading is another where others come before it. */
function plain(text: string, role: Role): string {
  return role.startsWith('heading') ? text.replace(/^[\d.]+ /, '') : text;
}
