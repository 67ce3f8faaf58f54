import { sameMarks } from '../../../../shared/model/mark';
import type { Block, RichText } from '../../../../shared/model/paragraph';
import { matchParagraphs } from '../../../../shared/reconcile/match-paragraphs';
import type { PresentText } from '../present-text';
import type { Splices } from '../splices';

/** A block of an original that is text with signs in it, and where it is written. */
export interface WrittenBlock {
  readonly block: Block;
  /** All that is written for it, from which it can be taken; null where more stands there. */
  readonly whole: { readonly start: number; readonly end: number } | null;
  /** With tracked changes that wait in it rejected; absent where none do. */
  readonly original?: RichText;
  /** Before what a new block goes that stands before it, where that is not before all of it. */
  readonly front?: number;
  /** Behind what a new block goes that follows it, by the kind of the new one, and of the block that follows that. */
  readonly behind: (role: Block['role'], next: WrittenBlock | null) => number;
  /** Writes another text in its place; an empty one takes its words out. */
  readonly edit: (present: RichText) => void;
}

/** Writes a block anew; `model` is one of the same kind that it takes after, `beside` the one it goes beside. */
export type WriteFresh = (
  present: PresentText,
  model: WrittenBlock | null,
  beside: WrittenBlock | null,
) => string;

const NO_MATCH = { before: [], after: [], moved: false } as const;

/**
 * Puts the present text in place of the blocks of an original, which are found again by what they said when they were
 * imported.
 */
export function placeBlocks(
  blocks: readonly WrittenBlock[],
  texts: readonly PresentText[],
  splices: Splices,
  fresh: WriteFresh,
): void {
  const matches = matchParagraphs(
    blocks.map(({ block: { role, label, text }, original }) => ({
      role,
      label,
      text: original && original.text !== '' ? original.text : text,
    })),
    texts.map(({ role, label, known }) => ({ role, label, text: known })),
  );
  let anchor: WrittenBlock | null = null;
  // For each pair the block of the next that stays in its place, worked out once: new texts may be as many as there are.
  const following = new Array<WrittenBlock | null>(matches.length).fill(null);
  for (let n = matches.length - 2; n >= 0; n -= 1) {
    const { before, after, moved } = matches[n + 1] ?? NO_MATCH;
    const stays = before.length > 0 && after.length > 0 && !moved;
    following[n] = stays ? (blocks[before[0] ?? -1] ?? null) : (following[n + 1] ?? null);
  }
  const last = new Map(blocks.map((block) => [block.block.role, block]));
  const lastOf = (role: Block['role']) => last.get(role) ?? null;
  for (const [n, { before, after, moved }] of matches.entries()) {
    const held = before.flatMap((b) => blocks[b] ?? []);
    const [only] = after.flatMap((a) => texts[a] ?? []);
    if (only && held[0] && before.length + after.length === 2 && !moved && waits(held[0], only)) {
      anchor = held[0];
      continue;
    }
    const present = after.flatMap((a) => texts[a] ?? []).filter(({ settled }) => settled.text !== '');
    const [first, ...others] = held;
    const put = (text: PresentText, model: WrittenBlock | null): void => {
      const next = following[n] ?? null;
      const beside = anchor ?? next ?? blocks[0] ?? null;
      const place = anchor?.behind(text.role, next) ?? beside?.front ?? beside?.whole?.start ?? 0;
      splices.insert(place, fresh(text, model, beside));
    };
    const isMoved: boolean = moved && first?.whole != null && anchor !== null;
    for (const each of isMoved ? held : others) takeOut(each, splices);
    let further = present;
    if (first && !isMoved) {
      const own = present[0];
      further = present.slice(1);
      if (!own) takeOut(first, splices);
      else {
        if (first.original || !sameText(first.block, own.settled)) first.edit(own.settled);
        anchor = first;
      }
    }
    for (const text of further) put(text, first?.block.role === text.role ? first : lastOf(text.role));
  }
}

function takeOut(block: WrittenBlock, splices: Splices): void {
  if (block.whole) splices.replace(block.whole.start, block.whole.end, '');
  else block.edit({ text: '', marks: [] });
}

/** Whether tracked changes wait in a block as they did when it was imported. */
function waits({ block, original }: WrittenBlock, { shown, settled }: PresentText): boolean {
  return original !== undefined && sameText(block, shown) && sameText(original, settled);
}

function sameText(a: RichText, b: RichText): boolean {
  return a.text === b.text && sameMarks(a.marks, b.marks);
}
