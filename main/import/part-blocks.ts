import { withinLimits } from '../../shared/model/excess';
import type { ImportedBlock, Notice } from '../../shared/model/imported-document';
import type { Language } from '../../shared/model/language';
import { MOST_MARKS } from '../../shared/model/limits';
import { withoutOverlaps } from '../../shared/model/mark';
import { continued, cutAlike, partSpans, slice } from '../../shared/reconcile/part-paragraph';
import { partText } from '../../shared/text/part-text';
import type { ReadBlocks } from './read-blocks';

/**
 * Brings what was read within the limits of a paragraph, and tells the person of it: one that is too long is parted, and
 * of links that lie over each other one stays.
 *
 * @param language whose sentences they are parted at
 */
export function partBlocks(
  { blocks, notices }: ReadBlocks,
  language: Language,
): Pick<ReadBlocks, 'blocks' | 'notices'> {
  const plain = blocks.map(withPlainMarks);
  const parted = plain.map((imported) => partBlock(imported, language));
  const hidden = blocks.reduce(
    (sum, { block }, i) => sum + block.marks.length - (plain[i]?.block.marks.length ?? 0),
    0,
  );
  return {
    blocks: parted.flat(),
    notices: [
      ...notices,
      ...notice('longParagraphs', parted.filter(({ length }) => length > 1).length),
      ...notice('overlappingMarks', hidden),
    ],
  };
}

function notice(code: Notice['code'], count: number): readonly Notice[] {
  return count > 0 ? [{ code, count }] : [];
}

function withPlainMarks(imported: ImportedBlock): ImportedBlock {
  const { block, original } = imported;
  return {
    ...imported,
    block: { ...block, marks: withoutOverlaps(block.marks) },
    original: original && { ...original, marks: withoutOverlaps(original.marks) },
  };
}

function partBlock(imported: ImportedBlock, language: Language): readonly ImportedBlock[] {
  const { block, included, original, changes, comments } = imported;
  const parts = partText(block.text, block.marks, language);
  if (parts.length < 2) return [accepting(imported)];
  const originals = original ? cutAlike(block.text, parts, original) : [];
  return parts.map((part, n) => {
    const changed = partSpans(changes, parts, n);
    return accepting({
      block: { ...(n === 0 ? block : continued(block)), ...slice(block, part) },
      included,
      original: changed.length > 0 ? (originals[n] ?? null) : null,
      changes: changed,
      comments: partSpans(comments, parts, n),
    });
  });
}

/** Without its tracked changes, where what was there before is more than a paragraph may hold. */
function accepting(imported: ImportedBlock): ImportedBlock {
  const { original, changes } = imported;
  if (!original || (withinLimits(original) && changes.length <= MOST_MARKS)) return imported;
  return { ...imported, original: null, changes: [] };
}
