import { fail, ok, type Result } from '../../../shared/model/failure';
import type { ImportedBlock } from '../../../shared/model/imported-document';
import { partBlocks } from '../../import/part-blocks';
import type { Reading } from '../../import/docx/reading';
import { Unreadable } from '../../import/docx/unreadable';
import type { PresentText } from './present-text';
import type { TrackedChanges } from './tracked-changes';

/** An original, and what is to be written in it. */
export interface OriginalOrder {
  /** Only named in failures. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Positions of the blocks that were left out when it was imported: they stay as they are. */
  readonly leftOut: readonly number[];
  /** How it was read then. */
  readonly reading: Reading;
  readonly text: readonly PresentText[];
  /** null where the text is written as it is, and not the changes that made it. */
  readonly tracked: TrackedChanges | null;
}

/**
 * Writes the present text into the original. It is read as it was when it was imported, and fails as that does: a
 * stranger's project may hold any file.
 */
export async function writeOriginal({
  fileName,
  bytes,
  leftOut,
  reading,
  text,
  tracked,
}: OriginalOrder): Promise<Result<Uint8Array>> {
  const { writeDocxOriginal } = await import('./docx/write-docx-original');
  const isLeftOut = (blocks: readonly ImportedBlock[]) => {
    const out = new Set(leftOut);
    let position = 0;
    const answers = blocks.map((block) => {
      const first = position;
      // One that was too long came in as several.
      position += out.size === 0 ? 1 : partBlocks({ blocks: [block], notices: [] }, 'en').blocks.length;
      return out.has(first);
    });
    return (n: number) => answers[n] ?? false;
  };
  try {
    return ok(await writeDocxOriginal(bytes, text, { isLeftOut, reading }, tracked));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return fail(error.failure.code, { file: fileName, ...error.failure.params });
  }
}
