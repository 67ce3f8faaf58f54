import type { ImportedBlock } from '../../../shared/model/imported-document';
import type { PictureShelf } from '../pictures/picture-shelf';
import { signatureOf } from '../signature';
import { readWhole, type Archive } from './archive';
import { Unreadable } from './unreadable';

/** Reads a .docx that is embedded in another; what is embedded in that is left out. */
export type ReadEmbedded = (
  bytes: Uint8Array,
  shelf: PictureShelf,
) => Promise<readonly ImportedBlock[] | null>;

/**
 * The text of a document that is embedded in another (`w:altChunk`): of a Word document, a page or a text. null where it is
 * nothing of these, or cannot be read.
 *
 * @param table the first number that no table has so far
 */
export async function readChunk(
  archive: Archive,
  part: string,
  table: number,
  shelf: PictureShelf,
  readEmbedded: ReadEmbedded,
): Promise<readonly ImportedBlock[] | null> {
  const blocks = await blocksOf(archive, part, shelf, readEmbedded);
  return (
    blocks?.map(({ block, ...told }) => {
      const cell = block.cell && { ...block.cell, table: table + block.cell.table };
      return { ...told, block: { ...block, cell } };
    }) ?? null
  );
}

async function blocksOf(
  archive: Archive,
  part: string,
  shelf: PictureShelf,
  readEmbedded: ReadEmbedded,
): Promise<readonly ImportedBlock[] | null> {
  const bytes = await wholeOf(archive, part);
  if (!bytes) return null;
  const signature = signatureOf(bytes);
  if (signature === 'DOCX') return readEmbedded(bytes, shelf);
  // No other archive: it could hold itself without an end.
  if (signature !== null) return null;
  const { readDocument } = await import('../read-document');
  const read = await readDocument({ fileName: part, bytes }, shelf);
  return read.ok ? read.value.blocks.map((each) => ({ ...each, included: true })) : null;
}

async function wholeOf(archive: Archive, part: string): Promise<Uint8Array | null> {
  try {
    return await readWhole(archive, part);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return null;
  }
}
