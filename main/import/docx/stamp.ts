import type { Archive } from './archive';
import { readRelationships, targetOf } from './relationships';
import { Unreadable } from './unreadable';
import { childElements, readXml, textOf } from './xml';

/** The property by which a file that was exported with changes tracked tells what it was made from. */
export const STAMP = 'Triptych';

/** Longer ones are none of ours. */
const LONGEST = 200;

/** What a file says it was made from, as it was exported; null where it says nothing that can be read. */
export async function readStamp(archive: Archive): Promise<string | null> {
  const name = targetOf(await readRelationships(archive, ''), 'custom-properties') ?? '';
  const chunks = archive.read(name);
  if (!chunks) return null;
  let stamp: string | null = null;
  try {
    await readXml(chunks, {
      units: ['property'],
      unit: (element) => {
        if (element.attributes['name'] !== STAMP) return;
        const value = childElements(element).map(textOf).join('');
        if (value.length <= LONGEST) stamp = value;
      },
    });
  } catch (error) {
    // Nobody needs it to read the text.
    if (!(error instanceof Unreadable) || error.failure.code === 'fileUnsafe') throw error;
  }
  return stamp;
}
