import type { DrawnWords, UnreadDrawings } from './drawn-words';
import type { Archive } from './archive';
import type { PlacedParagraph } from './story';
import { Unreadable } from './unreadable';
import { childElements, readXml, textOf, type XmlElement } from './xml';

/** Nobody draws more; each is a part to be read. */
const MOST_DRAWN = 200;

/**
 * Puts the words of charts and diagrams in their places: titles of charts, and what stands in diagrams. What cannot be read
 * is counted and left out.
 */
export async function withDrawnWords(
  archive: Archive,
  paragraphs: readonly PlacedParagraph[],
  unread: UnreadDrawings,
): Promise<readonly PlacedParagraph[]> {
  const all: PlacedParagraph[] = [];
  let drawn = 0;
  for (const paragraph of paragraphs) {
    const { elsewhere } = paragraph;
    if (elsewhere?.kind !== 'chart' && elsewhere?.kind !== 'diagram') {
      all.push(paragraph);
      continue;
    }
    drawn += 1;
    const words = drawn > MOST_DRAWN ? null : await readDrawn(archive, elsewhere.kind, elsewhere.part);
    // The words of its axes and its legend are those of a table that is embedded in it.
    if (elsewhere.kind === 'chart') unread.charts += 1;
    else if (words === null) unread.diagrams += 1;
    for (const each of words ?? []) all.push({ ...paragraph, elsewhere: { kind: 'words', words: each } });
  }
  return all;
}

/** What the words of a drawing stand in: the title of a chart, or a point of a diagram. */
const HOLDERS = { chart: 'title', diagram: 'pt' } as const;

async function readDrawn(
  archive: Archive,
  kind: keyof typeof HOLDERS,
  part: string,
): Promise<readonly DrawnWords[] | null> {
  return readLines(archive, part, HOLDERS[kind], 'a:p', 'a:t');
}

/** The lines of headers and footers, each said once. */
export async function readMargins(
  archive: Archive,
  parts: readonly string[],
): Promise<readonly DrawnWords[]> {
  const found = new Map<string, DrawnWords>();
  for (const part of parts.slice(0, MOST_DRAWN)) {
    for (const line of (await readLines(archive, part, 'w:p', 'w:p', 'w:t')) ?? []) {
      const key = line.text.replace(/\s+/g, ' ').trim();
      // Numbers of pages are counted by the file.
      if (/\p{L}/u.test(key) && !found.has(key)) found.set(key, line);
    }
  }
  return [...found.values()];
}

/** The lines in the drawings that Word keeps of its diagrams, where they say again what these say. */
export async function readDrawnAgain(archive: Archive, part: string): Promise<readonly DrawnWords[]> {
  return (await readLines(archive, part, 'a:p', 'a:p', 'a:t')) ?? [];
}

/** Null where there is no such part, or it cannot be read: the text can be all the same. */
async function readLines(
  archive: Archive,
  part: string,
  holder: string,
  line: string,
  letters: string,
): Promise<readonly DrawnWords[] | null> {
  const found: DrawnWords[] = [];
  try {
    const chunks = archive.read(part);
    if (!chunks) return null;
    await readXml(chunks, {
      units: [holder],
      unit: (element) => {
        for (const each of element.name === line ? [element] : within(element, line)) {
          const written = within(each, letters).filter(({ inner, end }) => inner < end);
          const text = written.map(textOf).join('');
          if (text.trim() !== '') found.push({ text, part, written, attribute: null });
        }
      },
    });
    return found;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return null;
  }
}

function within(element: XmlElement, name: string): readonly XmlElement[] {
  return childElements(element).flatMap((inner) => (inner.name === name ? [inner] : within(inner, name)));
}
