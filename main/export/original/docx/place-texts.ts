import type { TracedBlock } from '../../../import/docx/blocks';
import { childElements, child, type XmlElement } from '../../../import/docx/xml';
import type { Styles } from '../../../import/docx/styles';
import type { Piece } from '../../../import/docx/paragraphs';
import { sameMarks } from '../../../../shared/model/mark';
import type { RichText } from '../../../../shared/model/paragraph';
import { matchParagraphs } from '../../../../shared/reconcile/match-paragraphs';
import type { PresentText } from '../present-text';
import type { TrackedChanges } from '../tracked-changes';
import { editInPlace } from './edit-paragraph';
import { freshRuns } from './fresh-runs';
import type { FindParagraphs, WrittenParagraph } from './paragraphs';
import { isOtherKind, kindForRole, kindOf, kindXml, writeKind, type Kind } from './paragraph-kind';
import { takeEnd } from './take-end';
import type { WrittenPart } from './part';
import {
  cutsOf,
  holdBlocks,
  planTexts,
  toldOf,
  type Sign,
  type HeldBlock,
  type Plan,
  type Segment,
  type WantedText,
} from './plan-text';
import { resolveChanges } from './resolve-changes';
import { looksOf, PLAIN, RunXml, sameLook } from './runs';
import type { By } from './tracking';
import { whoOf } from './who';

/**
 * Puts the present text in place of the blocks of the original: paragraphs are found again by what they said when they were
 * imported, so that it does not matter which were split, joined or moved since.
 *
 * @param at.main the part new paragraphs go to where nothing tells of a better place
 * @param at.tracked who is told to have made the changes; null where they are not told
 */
export function placeTexts(
  blocks: readonly TracedBlock[],
  texts: readonly PresentText[],
  at: Pick<Surroundings, 'find' | 'main' | 'tracked' | 'signs' | 'styles'>,
): void {
  const { find } = at;
  const isNote = ({ role }: { readonly role: string }) => role === 'footnote';
  const counts = new Map<WrittenParagraph, number>();
  for (const block of blocks)
    for (const paragraph of find(block)) counts.set(paragraph, (counts.get(paragraph) ?? 0) + 1);
  let last: WrittenParagraph | null = null;
  for (const wanted of [false, true]) {
    const placing: Placing = new Placing(
      blocks.filter(({ block }) => isNote(block) === wanted),
      texts.filter((text) => isNote(text) === wanted),
      { ...at, isShared: (paragraph) => (counts.get(paragraph) ?? 0) > 1, last },
    );
    placing.place();
    last = placing.anchor;
  }
}

interface Surroundings {
  readonly styles: Styles;
  readonly find: FindParagraphs;
  readonly main: WrittenPart;
  readonly tracked: TrackedChanges | null;
  /** What is commented on. */
  readonly signs: ReadonlyMap<PresentText, readonly Sign[]>;
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
  /** Whether the file counts a number before it. */
  readonly isCounted: boolean;
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
      if (held.length === 0 || !this.at.find(held[0] as TracedBlock)[0]) this.writeNew(after);
      else this.rewrite(held, after, moved);
    }
  }

  private modelFor(block: TracedBlock): Model | null {
    const [paragraph] = this.at.find(block);
    if (!paragraph) return null;
    const pieces = block.trace.stretches
      .map(({ piece }) => piece)
      .filter(({ source }) => source?.name === 'w:t');
    const plain = pieces.find((piece) => sameLook(piece, PLAIN) && !piece.href);
    const { trace } = block;
    return {
      role: block.block.role,
      paragraph,
      piece: plain ?? pieces[0] ?? null,
      isCounted: trace.prefix > 0,
    };
  }

  private rewrite(held: readonly TracedBlock[], after: readonly number[], moved: boolean): void {
    const present = after.flatMap((a) => this.texts[a] ?? []);
    const [first, ...others] = held;
    const [paragraph] = first ? this.at.find(first) : [];
    if (!first || !paragraph) return;
    const wanted = present.map((text) => this.wanted(text));
    const written = wanted.filter(({ text }) => text !== '');
    const [only] = present;
    const isOne = others.length === 0 && present.length === 1 && only !== undefined;
    if (moved && written.length > 0 && this.canMoveTracked(held)) {
      this.takeAll(holdBlocks(held), written[0] ?? null);
      this.writeNew(after);
      return;
    }
    if (isOne) this.makeKind(paragraph, first, only, after[0] ?? 0);
    if (isOne && this.isAsItWas(first, only)) {
      this.move(paragraph, moved, '');
      return;
    }
    const paragraphs = [...new Set(held.flatMap((block) => this.at.find(block)))];
    const { original } = first;
    const isRejected =
      others.length === 0 &&
      written.length === 1 &&
      original !== null &&
      original.text !== '' &&
      sameText(original, written[0] ?? original);
    if (isRejected || !this.at.tracked)
      for (const each of paragraphs) resolveChanges(each.part, each.element, !isRejected);
    if (isRejected) return this.move(paragraph, moved, '');
    const holders = holdBlocks(held);
    const plans = planTexts(holders, written);
    const [own, ...further] = plans;
    const holder = holders[0];
    if (!own || !holder) return this.takeAll(holders, wanted[0] ?? null);
    const elsewhere = notesElsewhere(own, further);
    editInPlace(paragraph.part, paragraph.element, { block: 0, held: holder }, own, elsewhere);
    holders.forEach((each, n) => {
      if (n > 0) this.take(each, n, { ...own, segments: [] }, elsewhere);
    });
    const xml = new RunXml(paragraph.part, paragraph.part.prefixOf(paragraph.element));
    const usual = this.modelFor(first)?.piece ?? null;
    const more = further.map((plan) =>
      this.newParagraph(paragraph, freshRuns(paragraph.part, xml, plan.segments, usual), plan.who?.wrote(0)),
    );
    this.move(paragraph, moved, more.join(''));
  }

  /** Makes a paragraph of the kind a person gave it. */
  private makeKind(paragraph: WrittenParagraph, block: TracedBlock, present: PresentText, a: number): void {
    if (present.settled.text === '' || this.at.isShared(paragraph) || paragraph.isNote) return;
    if (!isOtherKind(block, present.role)) return;
    const kind = this.kindFor(present.role, a);
    const who = this.wanted(present).who;
    if (kind) writeKind(paragraph.part, paragraph.element, kind, who?.wrote(0) ?? null);
  }

  /** As the nearest paragraph of the role has it, unless that has a number of its own; else as the file could say it. */
  private kindFor(role: PresentText['role'], a: number): Kind | null {
    const model = this.modelNear(a, role);
    return model && !model.isCounted ? kindOf(model.paragraph.element) : kindForRole(role, this.at.styles);
  }

  /** A text as it is to be written: where changes are told, with what is only suggested. */
  private wanted(present: PresentText): WantedText {
    const { settled, shown, by, links, isTranslation } = present;
    const { tracked, signs } = this.at;
    const who = tracked && whoOf(by, tracked.otherwise);
    return {
      ...(tracked ? shown : settled),
      who,
      signs: signs.get(present) ?? [],
      links,
      ...(isTranslation && { isTranslation }),
    };
  }

  /** Whether nothing was done to a block since it was imported: what tracked changes wait in it then wait there still. */
  private isAsItWas({ block, original }: TracedBlock, present: PresentText): boolean {
    const { settled, shown } = present;
    if (this.at.signs.has(present)) return false;
    return sameText(block, shown) && (this.at.tracked !== null || sameText(original ?? block, settled));
  }

  /** Whether a block can be told to have gone from one place and come at another: it holds nothing but words. */
  private canMoveTracked(held: readonly TracedBlock[]): boolean {
    return (
      this.at.tracked !== null &&
      held
        .flatMap((block) => this.at.find(block))
        .every((each) => !this.at.isShared(each) && canGo(each) && !holds(each.element, NOTED))
    );
  }

  private takeAll(holders: readonly HeldBlock[], wanted: WantedText | null): void {
    holders.forEach((each, n) => {
      const plan: Plan = { segments: [], who: wanted?.who ?? this.whoTook(each), links: new Set() };
      this.take(each, n, plan, new Set());
    });
  }

  /** Who took out a block that nothing is left of. */
  private whoTook({ block: { block } }: HeldBlock): Plan['who'] {
    const { tracked } = this.at;
    if (!tracked) return null;
    const known = tracked.gone.find(({ text }) => text === block.text);
    return whoOf([], known ?? tracked.otherwise);
  }

  /** Takes a block out of the original: its paragraph where that can go, else the words in it. */
  private take(holder: HeldBlock, n: number, plan: Plan, elsewhere: ReadonlySet<XmlElement>): void {
    for (const paragraph of this.at.find(holder.block)) {
      const { part, element, start, end } = paragraph;
      const goes = !this.at.isShared(paragraph) && canGo(paragraph);
      if (goes && !part.tracking) part.splices.cut(start, end);
      else editInPlace(part, element, { block: n, held: holder }, plan, elsewhere);
      if (goes && plan.who) takeEnd(part, element, plan.who.took(0));
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
      const wanted = text && this.wanted(text);
      if (!wanted || wanted.text === '') continue;
      const model = this.modelNear(a, text.role);
      const beside = this.anchor ?? this.models.find((each) => each !== null)?.paragraph ?? this.at.last;
      const { part } = beside ?? { part: this.at.main };
      if (!beside) continue;
      const xml = new RunXml(part, part.prefixOf(beside.element));
      const own = model?.paragraph.part === part ? model : null;
      const runs = freshRuns(part, xml, segmentsOf(wanted), own?.piece ?? null);
      const kind = own ? null : kindForRole(text.role, this.at.styles);
      const paragraph = this.newParagraph(
        own?.paragraph ?? beside,
        runs,
        wanted.who?.wrote(0),
        kind,
        own !== null,
      );
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
    for (let by = 0; by <= this.texts.length; by += 1) {
      for (const at of [a - by, a + by]) {
        const model = this.modelOf.get(at);
        if (model?.role === role) return model;
      }
    }
    return null;
  }

  /**
   * @param by who is told to have put it in
   * @param kind what it is to be, where it takes after none
   * @param isAlike whether it takes after the paragraph it goes beside
   */
  private newParagraph(
    beside: WrittenParagraph,
    runs: string,
    by: By | undefined,
    kind: Kind | null = null,
    isAlike = true,
  ): string {
    const { part, element } = beside;
    const w = part.prefixOf(element);
    const end = by && part.tracking ? `<${w}rPr>${part.tracking.end('ins', by, w)}</${w}rPr>` : '';
    const told = isAlike ? propertiesOf(part, element) : kind ? kindXml(kind, w).join('') : '';
    const properties = told + end;
    return `<${w}p>${properties === '' ? '' : `<${w}pPr>${properties}</${w}pPr>`}${runs}</${w}p>`;
  }
}

/** The notes whose numbers stand elsewhere now: those of one paragraph that go on in another, or in another order. */
function notesElsewhere(own: Plan, further: readonly Plan[]): ReadonlySet<XmlElement> {
  const taken = own.segments.filter(({ from, isMoved }) => isMoved || (from && from.block > 0));
  return new Set(
    [...taken, ...further.flatMap(({ segments }) => segments)].flatMap(({ from }) => {
      const piece = from?.held.piece;
      return piece?.note && piece.source ? [piece.source] : [];
    }),
  );
}

function sameText(a: RichText, b: RichText): boolean {
  return a.text === b.text && sameMarks(a.marks, b.marks);
}

function segmentsOf(wanted: WantedText): readonly Segment[] {
  const { text, marks } = wanted;
  const looks = looksOf(text.length, marks);
  const cuts = cutsOf(wanted);
  const segments: Segment[] = [];
  for (let from = 0; from < text.length;) {
    const look = looks[from] ?? PLAIN;
    let to = from + 1;
    while (to < text.length && !cuts.has(to) && sameLinked(look, looks[to] ?? PLAIN)) to += 1;
    const told = toldOf(wanted, from, to);
    segments.push({ text: text.slice(from, to), start: from, look, from: null, isMoved: false, ...told });
    from = to;
  }
  return segments;
}

function sameLinked(a: typeof PLAIN, b: typeof PLAIN): boolean {
  return sameLook(a, b) && a.href === b.href;
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

/** What stands in a file once: a paragraph that holds any cannot stand at two places, tracked. */
const NOTED = new Set([
  'w:footnoteReference',
  'w:endnoteReference',
  'w:bookmarkStart',
  'w:commentRangeStart',
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
function propertiesOf(part: WrittenPart, element: XmlElement): string {
  const given = child(element, 'w:pPr');
  const kept = (given ? childElements(given) : []).filter(({ name }) => !NOT_TAKEN.has(name));
  return kept.map((each) => part.xmlOf(each)).join('');
}
