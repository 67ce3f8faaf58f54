import type { Piece } from '../../../import/docx/paragraphs';
import type { WrittenLinks } from './links';
import type { Segment } from './plan-text';
import type { RunXml } from './runs';
import type { By } from './tracking';

/** A part of what a run holds by now: within the run as it was, or in runs of its own. */
export interface Bit {
  readonly isWithin: boolean;
  readonly xml: string;
}

type Stretch =
  | { readonly kind: 'kept'; readonly text: string }
  | { readonly kind: 'taken'; readonly text: string; readonly by: By }
  | { readonly kind: 'restyled'; readonly text: string; readonly segment: Segment }
  | { readonly kind: 'written'; readonly bit: Bit };

/** Gathers what becomes of a piece letter by letter, and writes letters of one fate together. */
export class Bits {
  private readonly stretches: Stretch[] = [];

  constructor(
    private readonly piece: Piece,
    private readonly links: WrittenLinks,
  ) {}

  keep(text: string): void {
    const last = this.stretches.at(-1);
    if (last?.kind === 'kept')
      this.stretches[this.stretches.length - 1] = { ...last, text: last.text + text };
    else if (text !== '') this.stretches.push({ kind: 'kept', text });
  }

  /** @param by who took it out; where that is not told, nothing is left of it */
  take(text: string, by: By | null): void {
    if (!by) return;
    const last = this.stretches.at(-1);
    if (last?.kind === 'taken' && last.by.author === by.author && last.by.time === by.time)
      this.stretches[this.stretches.length - 1] = { ...last, text: last.text + text };
    else this.stretches.push({ kind: 'taken', text, by });
  }

  restyle(text: string, segment: Segment): void {
    const last = this.stretches.at(-1);
    if (last?.kind === 'restyled' && last.segment === segment)
      this.stretches[this.stretches.length - 1] = { ...last, text: last.text + text };
    else this.stretches.push({ kind: 'restyled', text, segment });
  }

  /** Adds XML as it is. */
  add(bit: Bit): void {
    if (bit.xml !== '') this.stretches.push({ kind: 'written', bit });
  }

  write(xml: RunXml): readonly Bit[] {
    return this.stretches.map((stretch) => this.bit(stretch, xml)).filter((bit) => bit.xml !== '');
  }

  private bit(stretch: Stretch, xml: RunXml): Bit {
    const { piece } = this;
    const { run } = piece;
    if (stretch.kind === 'written') return stretch.bit;
    if (stretch.kind === 'kept') return { isWithin: true, xml: xml.text(stretch.text) };
    if (stretch.kind === 'taken') {
      const gone = xml.run(xml.deletedText(stretch.text), run, piece, piece);
      return { isWithin: false, xml: xml.deleted(gone, stretch.by) };
    }
    const { look, by } = stretch.segment;
    const runs = this.links.linked(xml.wordsRun(xml.text(stretch.text), piece, look, by), look, piece);
    return { isWithin: false, xml: this.links.placed(runs, look, piece) };
  }
}
