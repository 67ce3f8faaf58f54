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
  /** Behind what a new block goes that follows it, by the kind of the new one. */
  readonly behind: (role: Block['role']) => number;
  /** Writes another text in its place; an empty one takes its words out. */
  readonly edit: (present: RichText) => void;
}

/** Writes a block anew; `model` is one of the same kind that it takes after. */
export type WriteFresh = (present: PresentText, model: WrittenBlock | null) => string;

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
    blocks.map(({ block: { role, label, text } }) => ({ role, label, text })),
    texts.map(({ role, label, known }) => ({ role, label, text: known })),
  );
  let anchor: WrittenBlock | null = null;
  const next = (from: number): WrittenBlock | null => {
    const following = matches
      .slice(from)
      .find(({ before, after, moved }) => before.length > 0 && after.length > 0 && !moved);
    return blocks[following?.before[0] ?? -1] ?? null;
  };
  for (const [n, { before, after, moved }] of matches.entries()) {
    const held = before.flatMap((b) => blocks[b] ?? []);
    const present = after.flatMap((a) => texts[a] ?? []).filter(({ settled }) => settled.text !== '');
    const [first, ...others] = held;
    const put = (text: string, role: Block['role']): void => {
      const beside = anchor ?? next(n + 1) ?? blocks[0] ?? null;
      if (anchor) splices.insert(anchor.behind(role), text);
      else splices.insert(beside?.whole?.start ?? 0, text);
    };
    const isMoved: boolean = moved && first?.whole != null && anchor !== null;
    for (const each of isMoved ? held : others) takeOut(each, splices);
    let further = present;
    if (first && !isMoved) {
      const own = present[0];
      further = present.slice(1);
      if (!own) takeOut(first, splices);
      else {
        if (!sameText(first.block, own.settled)) first.edit(own.settled);
        anchor = first;
      }
    }
    for (const text of further) {
      const isAlike = (block: WrittenBlock) => block.block.role === text.role;
      const model = first && isAlike(first) ? first : blocks.findLast(isAlike);
      put(fresh(text, model ?? null), text.role);
    }
  }
}

function takeOut(block: WrittenBlock, splices: Splices): void {
  if (block.whole) splices.cut(block.whole.start, block.whole.end);
  else block.edit({ text: '', marks: [] });
}

function sameText(a: RichText, b: RichText): boolean {
  return a.text === b.text && sameMarks(a.marks, b.marks);
}
