import type { TracedBlock } from '../../../import/docx/blocks';
import { readDrawnAgain } from '../../../import/docx/elsewhere';
import type { DrawnWords } from '../../../import/docx/drawn-words';
import { readRelationships } from '../../../import/docx/relationships';
import { wordsOf } from '../match-pictures';
import type { PresentText } from '../present-text';
import { escapeXml } from './escape-xml';
import type { Package } from './package';
import { WrittenPart } from './part';
import { setAttribute } from './write-pictures';

/**
 * Writes the words of charts, diagrams, WordArt and margins where they stand, and gives the texts that are left. They are
 * plain, and nothing there can tell of a change.
 *
 * @param held all blocks of the original that came in
 * @param name the part of the text
 * @param written the parts that are written to; those that are needed are put among them
 */
export async function writeDrawn(
  held: readonly TracedBlock[],
  texts: readonly PresentText[],
  parts: Package,
  name: string,
  written: Map<string, WrittenPart>,
): Promise<readonly PresentText[]> {
  const fates = fatesOfDrawn(held, wordsOf(texts));
  const changed = [...fates].filter(([{ block }, text]) => (text?.settled.text ?? '') !== block.text);
  const again = changed.some(([{ drawn }]) => drawn?.part) ? await drawnAgain(parts, name) : [];
  const done = new Set<DrawnWords>();
  for (const [{ block, drawn }, text] of changed) {
    if (!drawn) continue;
    const said = text?.settled.text ?? '';
    const alike = again.find((each) => !done.has(each) && plain(each.text) === block.text);
    if (alike) done.add(alike);
    for (const words of alike ? [drawn, alike] : [drawn]) {
      const part = await partFor(words.part ?? name, parts, written);
      if (part) writeWords(words, said, part);
    }
  }
  const taken = new Set<PresentText | null>(fates.values());
  return texts.filter((text) => !taken.has(text));
}

/** What became of each; of several that said the same, in their order. null where it is gone. */
function fatesOfDrawn(
  held: readonly TracedBlock[],
  texts: readonly PresentText[],
): ReadonlyMap<TracedBlock, PresentText | null> {
  const fates = new Map<TracedBlock, PresentText | null>();
  const before = new Map<string, number>();
  for (const block of held) {
    const { text, picture } = block.block;
    if (picture || text === '') continue;
    const nth = before.get(text) ?? 0;
    before.set(text, nth + 1);
    if (!block.drawn) continue;
    const alike = texts.filter(({ known }) => known === text);
    const taken = [...fates.values()];
    fates.set(block, alike[nth] ?? alike.findLast((each) => !taken.includes(each)) ?? null);
  }
  return fates;
}

/** The drawings that Word keeps of its diagrams, and other programs show in place of them. */
async function drawnAgain({ archive }: Package, name: string): Promise<readonly DrawnWords[]> {
  const all: DrawnWords[] = [];
  for (const { type, target, isOutside } of (await readRelationships(archive, name)).values())
    if (type === 'diagramDrawing' && !isOutside) all.push(...(await readDrawnAgain(archive, target)));
  return all;
}

async function partFor(
  name: string,
  parts: Package,
  written: Map<string, WrittenPart>,
): Promise<WrittenPart | undefined> {
  if (!written.has(name)) {
    const text = await parts.text(name);
    if (text !== null) written.set(name, new WrittenPart(text, null, null));
  }
  return written.get(name);
}

/** All words stand where the first of them stood. */
function writeWords({ written, attribute }: DrawnWords, text: string, part: WrittenPart): void {
  written.forEach((element, n) => {
    if (attribute) setAttribute(part, element, attribute, text);
    else part.splices.replace(element.inner, part.contentEnd(element), n === 0 ? escapeXml(text) : '');
  });
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
