import type { Block } from '../../../shared/model/paragraph';

/** A footnote that something refers to. */
export interface PlannedNote {
  /** Its number among the notes of the file, from 1. */
  readonly id: number;
  readonly label: string;
  /** Its label is what Word counts to by itself. */
  readonly counted: boolean;
  /** More than one reference leads to it. */
  readonly repeated: boolean;
  readonly blocks: readonly Block[];
}

/**
 * Decides which footnotes become footnotes of Word: those that are referred to, in the order of their first
 * reference. Word counts 1, 2, 3 by itself; every other label is printed as a mark of its own.
 */
export function planNotes(blocks: readonly Block[]): ReadonlyMap<string, PlannedNote> {
  const notes = new Map<string, PlannedNote>();
  const written = notesByLabel(blocks);
  let next = 1;
  for (const { role, text, marks } of blocks) {
    // Word has no footnotes to footnotes.
    if (role === 'footnote') continue;
    for (const mark of marks) {
      if (mark.type !== 'footnoteReference') continue;
      const { label } = mark;
      const before = notes.get(label);
      const ofLabel = written.get(label) ?? [];
      if (before) notes.set(label, { ...before, repeated: true });
      else if (ofLabel.length > 0) {
        const counted = label === String(next) && text.slice(mark.start, mark.end) === label;
        if (counted) next += 1;
        notes.set(label, { id: notes.size + 1, label, counted, repeated: false, blocks: ofLabel });
      }
    }
  }
  return notes;
}

function notesByLabel(blocks: readonly Block[]): ReadonlyMap<string, readonly Block[]> {
  const notes = new Map<string, Block[]>();
  for (const block of blocks) {
    if (block.role !== 'footnote') continue;
    const before = notes.get(block.label);
    if (before) before.push(block);
    else notes.set(block.label, [block]);
  }
  return notes;
}
