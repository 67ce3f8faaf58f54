import type { ImportedBlock } from '../../../shared/model/imported-document';
import type { Picture } from '../../../shared/model/picture';
import type { ReadBlocks } from '../read-blocks';

/** Looked for with one file; a page of an article has some dozens. */
const MOST_LOOKED_FOR = 500;

/**
 * What was read with the pictures it only names, as far as they are found; all others stay where they are.
 *
 * @param find the picture of an address; null where there is none
 */
export async function withPictures(
  read: ReadBlocks,
  find: (address: string) => Promise<Picture | null>,
): Promise<ReadBlocks> {
  const known = new Map<string, Picture | null>();
  const blocks: ImportedBlock[] = [];
  for (const imported of read.blocks) {
    const { block } = imported;
    const { picture } = block;
    if (!picture || picture.hash !== null || picture.kind !== null) {
      blocks.push(imported);
      continue;
    }
    const { address } = picture;
    if (!known.has(address) && known.size < MOST_LOOKED_FOR) known.set(address, await find(address));
    const found = known.get(address);
    blocks.push(found ? { ...imported, block: { ...block, picture: { ...picture, ...found } } } : imported);
  }
  return { ...read, blocks };
}

/** An address that leads to a file beside a text, without signs that stand for others; null for any other address. */
export function relativePath(address: string): string | null {
  if (address === '' || /^[a-z][\w+.-]*:|^[\\/]|\0/i.test(address)) return null;
  try {
    return decodeURIComponent(address.split(/[?#]/, 1)[0] ?? '');
  } catch {
    // Signs that stand for no letters.
    return null;
  }
}
