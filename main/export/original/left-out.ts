import type { ImportedBlock } from '../../../shared/model/imported-document';
import { partBlocks } from '../../import/part-blocks';

/** Tells of blocks as a reader gives them which were left out when their file was imported, by position. */
export type IsLeftOut = (blocks: readonly ImportedBlock[]) => (position: number) => boolean;

/** @param leftOut positions of blocks as they came in: of one that was too long, several */
export function leftOutOf(leftOut: readonly number[]): IsLeftOut {
  const out = new Set(leftOut);
  return (blocks) => {
    let position = 0;
    const answers = blocks.map((block) => {
      const first = position;
      position += out.size === 0 ? 1 : partBlocks({ blocks: [block], notices: [] }, 'en').blocks.length;
      return out.has(first);
    });
    return (n) => answers[n] ?? false;
  };
}
