import { fail, ok, type Result } from '../../../shared/model/failure';
import type { Reading } from '../../import/reading';
import { Unreadable } from '../../import/docx/unreadable';
import { leftOutOf } from './left-out';
import type { PresentText } from './present-text';
import type { TrackedChanges } from './tracked-changes';
import type { Translation } from './translation';

/** An original, and what is to be written in it. */
export interface OriginalOrder {
  /** Only named in failures. */
  readonly fileName: string;
  /** What it is, as main/import/formats.ts calls it. */
  readonly format: string;
  readonly bytes: Uint8Array;
  /** Positions of the blocks that were left out when it was imported: they stay as they are. */
  readonly leftOut: readonly number[];
  /** How it was read then. */
  readonly reading: Reading;
  readonly text: readonly PresentText[];
  /** Only of a Word file; null where the text is written as it is, and not the changes that made it. */
  readonly tracked: TrackedChanges | null;
  /** What the text is, where it is put in the layout of another version; null in its own. */
  readonly translation: Translation | null;
}

/**
 * Writes the present text into the original. It is read as it was when it was imported, and fails as that does: a
 * stranger's project may hold any file.
 */
export async function writeOriginal({
  fileName,
  format,
  bytes,
  leftOut,
  reading,
  text,
  tracked,
  translation,
}: OriginalOrder): Promise<Result<Uint8Array>> {
  const isLeftOut = leftOutOf(leftOut);
  if (format !== 'docx' && format !== 'odt')
    return (await import('./text/write-text-original')).writeTextOriginal({
      fileName,
      bytes,
      text,
      isLeftOut,
      reading,
      translation,
    });
  try {
    if (format === 'odt') {
      const { writeOdtOriginal } = await import('./odt/write-odt-original');
      const written = await writeOdtOriginal(bytes, text, isLeftOut, translation);
      return written ? ok(written) : fail('originalUnwritable', { file: fileName });
    }
    const { writeDocxOriginal } = await import('./docx/write-docx-original');
    return ok(await writeDocxOriginal(bytes, text, { isLeftOut, reading }, tracked, translation));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return fail(error.failure.code, { file: fileName, ...error.failure.params });
  }
}
