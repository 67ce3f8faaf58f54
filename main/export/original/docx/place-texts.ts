import type { TracedBlock } from '../../../import/docx/blocks';
import { childElements, child, type XmlElement } from '../../../import/docx/xml';
import type { Piece } from '../../../import/docx/paragraphs';
import { sameMarks } from '../../../../shared/model/mark';
import type { RichText } from '../../../../shared/model/paragraph';
import { matchParagraphs } from '../../../../shared/reconcile/match-paragraphs';
import type { PresentText } from '../present-text';
import { editInPlace, freshRuns } from './edit-paragraph';
import type { FindParagraphs, WrittenParagraph } from './paragraphs';
import type { WrittenPart } from './part';
import { holdBlocks, planTexts, type HeldBlock, type Segment } from './plan-text';
import { resolveChanges } from './resolve-changes';
import { looksOf, PLAIN, RunXml } from './runs';

/**
 * Puts the present text in place of the blocks of the original: paragraphs are found again by what they said when they were
 * imported, so that it does not matter which were split, joined or moved since.
 *
 * @param main the part new paragraphs go to where nothing tells of a better place
 */
export function placeTexts(
  blocks: readonly TracedBlock[],
  texts: readonly PresentText[],
  find: FindParagraphs,
  main: WrittenPart,
): void {
  const isNote = ({ role }: { readonly role: string }) => role === 'footnote';
  const counts = new Map<WrittenParagraph, number>();
  for (const block of blocks)
    for (const paragraph of find(block)) counts.set(paragraph, (counts.get(paragraph) ?? 0) + 1);
  let last: WrittenParagraph | null = null;
  for (const wanted of [false, true]) {
    const placing: Placing = new Placing(
      blocks.filter(({ block }) => isNote(block) === wanted),
      texts.filter((text) => isNote(text) === wanted),
      { find, main, isShared: (paragraph) => (counts.get(paragraph) ?? 0) > 1, last },
    );
    placing.place();
    last = placing.anchor;
  }
}

interface Surroundings {
  readonly find: FindParagraphs;
  readonly main: WrittenPart;
  /** Whether several blocks were read of one paragraph. */
  readonly isShared: (paragraph: WrittenParagraph) => boolean;
  /** Where notes go in an article that has none: behind its text. */
  readonly last: WrittenParagraph | null;
}

/** What a paragraph that is written anew takes after. */
interface Model {
  readonly role: string;
  readonly paragraph: WrittenParagraph;
  readonly piece: Piece | null;
}

class Placing {
  /** Where the next new paragraph goes; null before the first that stays. */
  anchor: WrittenParagraph | null = null;
  /** The next paragraph of the version that stays. */
  private next: WrittenParagraph | null = null;
  private readonly models: readonly (Model | null)[];
  /** By position of the text in the version. */
  private readonly modelOf = new Map<number, Model>();

  constructor(
    private readonly blocks: readonly TracedBlock[],
    private readonly texts: readonly PresentText[],
    private readonly at: Surroundings,
  ) {
    this.models = blocks.map((block) => this.modelFor(block));
  }

  place(): void {
    const { blocks, texts } = this;
    const matches = matchParagraphs(
      blocks.map(({ block, original }) => ({
        role: block.role,
        label: block.label,
        text: original && original.text !== '' ? original.text : block.text,
      })),
      texts.map(({ role, label, known }) => ({ role, label, text: known })),
    );
    for (const { before, after } of matches) {
      for (const a of after) {
        const model = this.models[before[0] ?? -1];
        if (model) this.modelOf.set(a, model);
      }
    }
    const following: (WrittenParagraph | null)[] = [];
    for (const { before, after, moved } of matches.toReversed()) {
      const block = after.length > 0 && !moved ? blocks[before[0] ?? -1] : undefined;
      following.push((block && this.at.find(block)[0]) ?? following.at(-1) ?? null);
    }
    for (const [n, { before, after, moved }] of matches.entries()) {
      this.next = following[matches.length - n - 2] ?? null;
      const held = before.flatMap((b) => blocks[b] ?? []);
      const present = after.flatMap((a) => texts[a] ?? []);
      if (held.length === 0 || !this.at.find(held[0] as TracedBlock)[0]) this.writeNew(after);
      else this.rewrite(held, present, moved);
    }
  }

  private modelFor(block: TracedBlock): Model | null {
    const [paragraph] = this.at.find(block);
    if (!paragraph) return null;
    const pieces = block.trace.stretches
      .map(({ piece }) => piece)
      .filter(({ source }) => source?.name === 'w:t');
    const plain = pieces.find(
      ({ strong, emphasis, superscript, href }) => !strong && !emphasis && !superscript && !href,
    );
    return { role: block.block.role, paragraph, piece: plain ?? pieces[0] ?? null };
  }

  private rewrite(held: readonly TracedBlock[], present: readonly PresentText[], moved: boolean): void {
    const [first, ...others] = held;
    const [paragraph] = first ? this.at.find(first) : [];
    if (!first || !paragraph) return;
    const written = present.filter(({ settled }) => settled.text !== '');
    const [only] = present;
    if (others.length === 0 && present.length === 1 && only && isAsItWas(first, only)) {
      this.move(paragraph, moved, '');
      return;
    }
    const paragraphs = [...new Set(held.flatMap((block) => this.at.find(block)))];
    const { original } = first;
    if (others.length === 0 && written.length === 1 && original && original.text !== '') {
      if (sameText(original, written[0]?.settled ?? original)) {
        for (const each of paragraphs) resolveChanges(each.part, each.element, false);
        this.move(paragraph, moved, '');
        return;
      }
    }
    for (const each of paragraphs) resolveChanges(each.part, each.element, true);
    const holders = holdBlocks(held);
    const plans = planTexts(
      holders,
      written.map(({ settled }) => settled),
    );
    const [own = [], ...further] = plans;
    const holder = holders[0];
    if (written.length > 0 && holder)
      editInPlace(paragraph.part, paragraph.element, { block: 0, held: holder }, own);
    holders.forEach((each, n) => {
      if (n > 0 || written.length === 0) this.take(each, n);
    });
    if (written.length === 0) return;
    const xml = new RunXml(paragraph.part, paragraph.part.prefixOf(paragraph.element));
    const usual = this.modelFor(first)?.piece ?? null;
    const more = further.map((plan) =>
      this.newParagraph(paragraph, freshRuns(paragraph.part, xml, plan, usual)),
    );
    this.move(paragraph, moved, more.join(''));
  }

  /** Takes a block out of the original: its paragraph where that can go, else the words in it. */
  private take(holder: HeldBlock, n: number): void {
    for (const paragraph of this.at.find(holder.block)) {
      if (!this.at.isShared(paragraph) && canGo(paragraph))
        paragraph.part.splices.cut(paragraph.start, paragraph.end);
      else editInPlace(paragraph.part, paragraph.element, { block: n, held: holder }, []);
    }
  }

  /** Goes on behind a paragraph that is written, after bringing it there where it has moved. */
  private move(paragraph: WrittenParagraph, moved: boolean, more: string): void {
    const { part, start, end } = paragraph;
    const beside = this.anchor ?? this.next;
    if (moved && beside?.part === part && !this.at.isShared(paragraph) && canGo(paragraph, FIXED)) {
      const to = this.anchor ? this.placeBehind(this.anchor) : (beside.around?.start ?? beside.start);
      part.splices.insert(to, part.splices.cut(start, end) + more);
      return;
    }
    if (more !== '') part.splices.insert(end, more);
    this.anchor = paragraph;
  }

  private writeNew(after: readonly number[]): void {
    for (const a of after) {
      const text = this.texts[a];
      if (!text || text.settled.text === '') continue;
      const model = this.modelNear(a, text.role);
      const beside = this.anchor ?? this.models.find((each) => each !== null)?.paragraph ?? this.at.last;
      const { part } = beside ?? { part: this.at.main };
      if (!beside) continue;
      const xml = new RunXml(part, part.prefixOf(beside.element));
      const own = model?.paragraph.part === part ? model : null;
      const runs = freshRuns(part, xml, segmentsOf(text.settled), own?.piece ?? null);
      const paragraph = this.newParagraph(own?.paragraph ?? null, runs, part.prefixOf(beside.element));
      if (this.anchor) part.splices.insert(this.placeBehind(this.anchor), paragraph);
      else if (beside === this.at.last) part.splices.insert(beside.around?.end ?? beside.end, paragraph);
      else part.splices.insert(beside.around?.start ?? beside.start, paragraph);
    }
  }

  /** Behind a paragraph; behind the table or box it stands in, unless what follows stands in the same. */
  private placeBehind({ end, around }: WrittenParagraph): number {
    return around && around.start !== this.next?.around?.start ? around.end : end;
  }

  /** The nearest paragraph of the same kind, rather one before. */
  private modelNear(a: number, role: string): Model | null {
    for (let by = 1; by <= this.texts.length; by += 1) {
      for (const at of [a - by, a + by]) {
        const model = this.modelOf.get(at);
        if (model?.role === role) return model;
      }
    }
    return null;
  }

  private newParagraph(model: WrittenParagraph | null, runs: string, prefix?: string): string {
    const w = model ? model.part.prefixOf(model.element) : (prefix ?? 'w:');
    return `<${w}p>${model ? propertiesOf(model.part, model.element, w) : ''}${runs}</${w}p>`;
  }
}

/** Whether nothing was done to a block since it was imported: what tracked changes wait in it then wait there still. */
function isAsItWas({ block, original }: TracedBlock, { settled, shown }: PresentText): boolean {
  return sameText(block, shown) && sameText(original ?? block, settled);
}

function sameText(a: RichText, b: RichText): boolean {
  return a.text === b.text && sameMarks(a.marks, b.marks);
}

function segmentsOf({ text, marks }: RichText): readonly Segment[] {
  const looks = looksOf(text.length, marks);
  const segments: Segment[] = [];
  for (let from = 0; from < text.length;) {
    let to = from + 1;
    while (to < text.length && sameLinked(looks[from] ?? PLAIN, looks[to] ?? PLAIN)) to += 1;
    segments.push({ text: text.slice(from, to), look: looks[from] ?? PLAIN, from: null, isMoved: false });
    from = to;
  }
  return segments;
}

function sameLinked(a: typeof PLAIN, b: typeof PLAIN): boolean {
  return (
    a.strong === b.strong && a.emphasis === b.emphasis && a.superscript === b.superscript && a.href === b.href
  );
}

/** What must not go with the words around it. */
const STAYING = new Set([
  'w:sectPr',
  'w:drawing',
  'w:pict',
  'w:object',
  'w:txbxContent',
  'w:commentReference',
  'w:fldChar',
  'w:sdt',
  'm:oMath',
]);

/** What must not go elsewhere with the paragraph it stands in; a field may reach into the next one. */
const FIXED = new Set(['w:sectPr', 'w:fldChar']);

/** Whether a paragraph can be taken from its place: it holds nothing that must stay, and what it stands in needs no paragraph. */
function canGo({ part, element, start, end, around, isNote }: WrittenParagraph, staying = STAYING): boolean {
  if (around || isNote || holds(element, staying)) return false;
  const { text } = part;
  const isFirst = /<(?:[\w.-]+:)?(?:sdtContent|body)[^>]*>\s*$/.test(
    text.slice(Math.max(0, start - 2000), start),
  );
  const isLast = /^\s*<\/(?:[\w.-]+:)?(?:sdtContent|body)>/.test(text.slice(end, end + 200));
  return !(isFirst && isLast);
}

function holds(element: XmlElement, names: ReadonlySet<string>): boolean {
  return childElements(element).some((each) => names.has(each.name) || holds(each, names));
}

const NOT_TAKEN = new Set(['w:sectPr', 'w:pPrChange', 'w:rPr']);

/** The properties of a paragraph, for another: without its section and its tracked changes. */
function propertiesOf(part: WrittenPart, element: XmlElement, w: string): string {
  const given = child(element, 'w:pPr');
  if (!given) return '';
  const kept = childElements(given).filter(({ name }) => !NOT_TAKEN.has(name));
  return `<${w}pPr>${kept.map((each) => part.xmlOf(each)).join('')}</${w}pPr>`;
}
