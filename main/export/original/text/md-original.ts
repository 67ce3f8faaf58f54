import type { Block, RichText } from '../../../../shared/model/paragraph';
import { LABEL_SPACE, readPlacedMd, type MdPlace } from '../../../import/md/read-md';
import { writeHeadingText, writeLine, writeMd } from '../../md';
import { writeMdInline } from '../../md-inline';
import { PictureShelf } from '../../../import/pictures/picture-shelf';
import { fatesOf, wordsOf } from '../match-pictures';
import { asRead } from '../../../import/reading';
import type { FormerReading } from '../former-reading';
import type { PresentText } from '../present-text';
import { Splices } from '../splices';
import { imagesAround, imagesIn, type Stretch, type WrittenImage } from './md-images';
import { placeBlocks, type WrittenBlock } from './place-blocks';

/**
 * A Markdown text with the present text of a version in it. An edited paragraph keeps the signs before it; its words are
 * written anew with their marks, which are all there is to them.
 *
 * @param former how the text was read when it was imported
 */
export function writeMdOriginal(
  source: string,
  texts: readonly PresentText[],
  { isLeftOut, reading }: FormerReading,
): string {
  const { blocks, places, text, at } = readPlacedMd(source, reading > 2 ? new PictureShelf() : null);
  const leftOut = isLeftOut(blocks);
  const splices = new Splices(source);
  const lines = new Lines(text, at);
  const notes = new Set(texts.filter(({ role }) => role === 'footnote').map(({ label }) => label));
  const end = source.includes('\r\n') ? '\r\n' : '\n';
  const images: { readonly block: Block; readonly place: ImagePlace | null }[] = [];
  const written = blocks.flatMap(({ block: present }, n): readonly WrittenBlock[] => {
    const block = asRead(present, reading);
    const place = places[n];
    if (block.picture) {
      if (!leftOut(n)) images.push({ block, place: place ? lines.image(place) : null });
      return [];
    }
    const inner = place ? lines.find(place, block.role === 'caption') : null;
    if (leftOut(n)) return [];
    const isCell = block.role === 'tableCell';
    return [
      {
        block,
        whole: place && !place.isShared && !isCell ? lines.whole(place) : null,
        behind: (role) => (place ? lines.behind(place, isCell && role !== 'tableCell') : source.length),
        edit: (present) => {
          if (!inner) return;
          const inside = source.slice(inner.start, inner.end);
          const within = imagesIn(inside).map(({ whole }) => inside.slice(whole.start, whole.end));
          const words = inline(block, present, inner, notes);
          splices.replace(inner.start, inner.end, [words, ...(inner.isCaption ? [] : within)].join(' '));
        },
      },
    ];
  });
  const fates = fatesOf(
    images.map(({ block }) => block),
    texts,
  );
  images.forEach(({ block, place }, n) => {
    const fate = fates[n] ?? 'gone';
    if (!place) return;
    if (fate === 'gone') splices.replace(place.whole.start, place.whole.end, '');
    else if (fate.alternative !== block.text) {
      const present = { text: fate.alternative, marks: [] };
      const alternative = writeMdInline(present, { notes, inBrackets: true });
      splices.replace(place.alternative.start, place.alternative.end, alternative);
    }
  });
  const prefix = new Map(written.map((each) => [each, prefixOf(each, source)]));
  placeBlocks(written, wordsOf(texts), splices, (present, model) => {
    const { role, label, settled } = present;
    const before = (role === 'listItem' && model && prefix.get(model)) || null;
    if (before !== null) return `${end}${before}${writeLine(settled, notes)}`;
    const block: Block = { ...settled, role, label, depth: 0, cell: null };
    if (role === 'tableCell') return ` ${writeMdInline(settled, { notes, inBrackets: false })}`;
    const lined = writeMd({ language: 'en', title: '', blocks: [block], remarks: [] }).trimEnd();
    return `${end}${end}${lined.replaceAll('\n', end)}`;
  });
  return splices.isEmpty ? source : splices.render();
}

/** The signs before an item of a list, for another one. */
function prefixOf({ block, whole }: WrittenBlock, source: string): string | null {
  if (block.role !== 'listItem' || !whole) return null;
  return /^\s*(?:[-*+]|\d{1,9}[.)])\s+/.exec(source.slice(whole.start, whole.end))?.[0] ?? null;
}

function inline(
  { role }: Block,
  present: RichText,
  { isCaption }: Inner,
  notes: ReadonlySet<string>,
): string {
  if (isCaption) return writeMdInline(present, { notes, inBrackets: true });
  if (role === 'tableCell')
    return writeMdInline(present, { notes, inBrackets: false }).replaceAll('|', '\\|');
  if (role === 'title' || role.startsWith('heading')) return writeHeadingText(present, notes);
  return writeLine(present, notes);
}

interface Inner {
  readonly start: number;
  readonly end: number;
  readonly isCaption: boolean;
}

/** Where a picture stands in the source, and where its alternative text. */
interface ImagePlace {
  readonly whole: Stretch;
  readonly alternative: Stretch;
}

class Lines {
  private readonly starts: readonly number[];
  private readonly lines: readonly string[];
  /** Where the next cell of a line is looked for. */
  private readonly looked = new Map<number, number>();
  private images: { readonly key: string; readonly all: readonly WrittenImage[] } | null = null;

  constructor(
    text: string,
    private readonly at: (offset: number) => number,
  ) {
    this.lines = text.split('\n');
    let start = 0;
    this.starts = this.lines.map((line) => (start += line.length + 1) - line.length - 1);
  }

  /** What is written of a block behind the signs before it; null where that cannot be told. */
  find({ line, lines, content, isShared }: MdPlace, isCaption: boolean): Inner | null {
    const rows = content.split('\n');
    const from = this.looked.get(line) ?? 0;
    const [first = '', last = ''] = [rows[0], rows.at(-1)];
    const escaped = first.replaceAll('|', '\\|');
    const [top, bottom] = [this.lines[line] ?? '', this.lines[line + lines - 1] ?? ''];
    const begin = [first, escaped].map((each) => top.indexOf(each, from)).find((found) => found >= 0);
    const stop = lines === 1 ? begin : bottom.lastIndexOf(last);
    if (begin === undefined || stop === undefined || stop < 0) return null;
    const length = lines === 1 ? (top.startsWith(first, begin) ? first : escaped).length : last.length;
    this.looked.set(line, lines === 1 ? begin + length : 0);
    if (isShared) return null;
    const label = content.indexOf(LABEL_SPACE);
    const isLabelled = label > 0 && /^\s*(?:>\s*)*\+/.test(top);
    const caption = !isCaption ? null : /^!\[((?:\\.|[^\]\\])*)\]\(/.exec(content);
    const { before, behind } = caption || isLabelled ? { before: 0, behind: 0 } : imagesAround(content);
    const [start, end] = caption
      ? [begin + 2, begin + 2 + (caption[1]?.length ?? 0)]
      : [begin + (isLabelled ? label + 1 : 0) + before, stop + length - behind];
    return {
      start: this.at((this.starts[line] ?? 0) + start),
      end: this.at((this.starts[line + lines - 1] ?? 0) + end),
      isCaption: caption !== null,
    };
  }

  /** Where a picture is written; null where that cannot be told. */
  image({ line, lines, content, image = 0 }: MdPlace): ImagePlace | null {
    const from = this.starts[line] ?? 0;
    // The other cells of a line of a table have pictures of their own.
    const begin = Math.max(0, lines === 1 ? (this.lines[line] ?? '').indexOf(content) : 0);
    const found = this.imagesFrom(line, lines, begin)[image];
    if (!found) return null;
    const stretch = ({ start, end }: Stretch): Stretch => ({
      start: this.at(from + begin + start),
      end: this.at(from + begin + end),
    });
    return { whole: stretch(found.whole), alternative: stretch(found.alternative) };
  }

  /** The pictures of some lines behind a place in them; those of the lines asked for last are remembered. */
  private imagesFrom(line: number, lines: number, begin: number): readonly WrittenImage[] {
    const key = `${line} ${lines} ${begin}`;
    if (this.images?.key !== key) {
      const written = this.lines.slice(line, line + lines).join('\n');
      this.images = { key, all: imagesIn(written.slice(begin)) };
    }
    return this.images.all;
  }

  /** The lines of a block with the empty ones behind them. */
  whole({ line, lines }: MdPlace): { readonly start: number; readonly end: number } {
    let next = line + lines;
    // The line below a heading that is underlined belongs to it.
    if (/^\s*(=+|-+)\s*$/.test(this.lines[next] ?? '') && next < this.lines.length) next += 1;
    while (next < this.lines.length && /^\s*$/.test(this.lines[next] ?? '')) next += 1;
    return { start: this.at(this.starts[line] ?? 0), end: this.at(this.starts[next] ?? this.total) };
  }

  /** The end of the last line of a block, or of the table it stands in. */
  behind({ line, lines }: MdPlace, isOutside: boolean): number {
    let last = line + lines - 1;
    if (/^\s*(=+|-+)\s*$/.test(this.lines[last + 1] ?? '')) last += 1;
    while (isOutside && /\S/.test(this.lines[last + 1] ?? '')) last += 1;
    return this.at((this.starts[last] ?? 0) + (this.lines[last]?.length ?? 0));
  }

  private get total(): number {
    return (this.starts.at(-1) ?? 0) + (this.lines.at(-1)?.length ?? 0);
  }
}
