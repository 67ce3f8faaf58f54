import { openArchive } from '../../../import/docx/archive';
import { toBlocks, type TracedBlock } from '../../../import/docx/blocks';
import { readStory } from '../../../import/docx/read-story';
import { readText } from '../../../import/docx/xml';
import { rewriteArchive } from '../rewrite-archive';
import type { PresentText } from '../present-text';
import { encodePart, WrittenPart } from './part';
import { writtenParagraphs } from './paragraphs';
import { placeTexts } from './place-texts';

/**
 * A .docx file with the present text of a version in it. Where nothing differs it is the same file, byte for byte; else all
 * parts but those with other text are. Throws Unreadable as reading it does.
 *
 * @param isLeftOut whether a block, by its position, was left out when the file was imported
 */
export async function writeDocxOriginal(
  bytes: Uint8Array,
  text: readonly PresentText[],
  isLeftOut: (blocks: readonly TracedBlock[]) => (position: number) => boolean,
): Promise<Uint8Array> {
  const archive = await openArchive(bytes);
  const read = await readStory(archive);
  const parts = new Map<string, WrittenPart>();
  const former = new Map<string, Uint8Array>();
  for (const name of [read.main, ...read.notes.keys()]) {
    const chunks = archive.read(name);
    if (!chunks) continue;
    const all: Uint8Array[] = [];
    for await (const chunk of chunks) all.push(chunk);
    const content = Buffer.concat(all);
    former.set(name, content);
    parts.set(name, new WrittenPart(await readText(once(content))));
  }
  const all = toBlocks(read.story);
  const leftOut = isLeftOut(all);
  const blocks = all.filter(
    ({ block, original }, n) => !leftOut(n) && (block.text !== '' || original !== null),
  );
  const main = parts.get(read.main);
  if (main) placeTexts(blocks, text, writtenParagraphs(read, parts), main);
  const changed = new Map<string, Uint8Array>();
  for (const [name, { splices }] of parts) {
    if (!splices.isEmpty)
      changed.set(name, encodePart(splices.render(), former.get(name) ?? new Uint8Array()));
  }
  return changed.size === 0 ? bytes : rewriteArchive(bytes, archive.entries, changed);
}

async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}
