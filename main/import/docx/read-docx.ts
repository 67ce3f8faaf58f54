import { fail, ok, type Result } from '../../../shared/model/failure';
import {
  countedNotices,
  hasText,
  type ImportedBlock,
  type Notice,
} from '../../../shared/model/imported-document';
import type { Picture } from '../../../shared/model/picture';
import { PictureShelf } from '../pictures/picture-shelf';
import { openArchive, readWhole, type Archive } from './archive';
import { toBlocks, type TracedBlock } from './blocks';
import { readChunk } from './chunks';
import type { Findings } from './paragraphs';
import { readStory } from './read-story';
import { readStamp } from './stamp';
import { PRESENT_READING } from '../reading';
import { Unreadable } from './unreadable';

/** The text of a .docx file and what of it could not be carried over. */
export interface DocxContent {
  readonly blocks: readonly ImportedBlock[];
  readonly notices: readonly Notice[];
  /** What the file says it was made from, where it was exported with changes tracked. */
  readonly madeFrom?: string;
  /** Whether other documents embedded in it were read as well: nothing can be written back into those. */
  readonly isPart?: true;
}

/**
 * Reads a .docx file (ECMA-376, transitional or strict): its text as a reader sees it on paper, with all
 * tracked changes accepted, and beside it what they changed, who and when, and the comments. Only the parts needed are unpacked; nothing is fetched or run.
 *
 * @param fileName only named in failures
 * @param shelf where its pictures are put
 * @param readsChunks whether documents that are embedded in it are read as well
 * @returns or `fileWrongType`, `fileDamaged`, `fileUnsafe`, `fileTooDeep`, `fileUnpacksTooLarge`, `fileNoText`
 */
export async function readDocx(
  bytes: Uint8Array,
  fileName: string,
  shelf = new PictureShelf(),
  readsChunks = true,
): Promise<Result<DocxContent>> {
  try {
    const content = await readArchive(await openArchive(bytes), shelf, readsChunks);
    return content.blocks.some(hasText) ? ok(content) : fail('fileNoText', { file: fileName });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return fail(error.failure.code, { file: fileName, ...error.failure.params });
  }
}

async function readArchive(
  archive: Archive,
  shelf: PictureShelf,
  readsChunks: boolean,
): Promise<DocxContent> {
  const { story, findings } = await readStory(archive, PRESENT_READING);
  const blocks: ImportedBlock[] = [];
  const chunks = { read: 0, unread: 0 };
  for (const { trace: _, drawn: _drawn, picture, chunk, ...imported } of toBlocks(story)) {
    const { block } = imported;
    if (chunk !== undefined) {
      const table = 1 + blocks.reduce((most, { block: { cell } }) => Math.max(most, cell?.table ?? -1), -1);
      const isRead = readsChunks && chunks.read + chunks.unread < MOST_CHUNKS;
      const inside = isRead ? await readChunk(archive, chunk, table, shelf, readEmbedded) : null;
      chunks[inside ? 'read' : 'unread'] += 1;
      blocks.push(...(inside ?? []));
      continue;
    }
    const read = picture && block.picture ? await readPicture(archive, picture, block.picture, shelf) : null;
    blocks.push(read ? { ...imported, block: { ...block, picture: read } } : imported);
  }
  const madeFrom = await readStamp(archive);
  const margins = story.margins.length;
  return {
    blocks,
    notices: [...listNotices(findings, blocks), ...toldOfChunks(chunks), ...countedNotices({ margins })],
    ...(madeFrom !== null && { madeFrom }),
    ...(chunks.read > 0 && { isPart: true as const }),
  };
}

/** Each may be as long as a text; reports that programs put together have some dozens. */
const MOST_CHUNKS = 100;

async function readEmbedded(
  bytes: Uint8Array,
  shelf: PictureShelf,
): Promise<readonly ImportedBlock[] | null> {
  const read = await readDocx(bytes, '', shelf, false);
  return read.ok ? read.value.blocks.filter(({ included }) => included) : null;
}

function toldOfChunks({ read, unread }: { readonly read: number; readonly unread: number }) {
  return countedNotices({ chunksRead: read, chunksLeftOut: unread });
}

/** What is known of a picture once its part has been read. One that cannot be is told of as it stands in the text. */
async function readPicture(
  archive: Archive,
  { isInside, target }: NonNullable<TracedBlock['picture']>,
  known: Picture,
  shelf: PictureShelf,
): Promise<Picture> {
  if (!isInside) return known;
  try {
    const bytes = await readWhole(archive, target);
    return bytes ? { ...known, ...shelf.put(bytes, target) } : known;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return known;
  }
}

function listNotices(findings: Findings, blocks: readonly ImportedBlock[]): readonly Notice[] {
  const sum = (countOf: (block: ImportedBlock) => number): number =>
    blocks.reduce((count, block) => count + countOf(block), 0);
  return countedNotices({
    picturesLeftOut: findings.pictures,
    charts: findings.charts,
    diagramsLeftOut: findings.diagrams,
    embeddedLeftOut: findings.embedded,
    trackedChanges: sum(({ changes }) => changes.length),
    comments: sum(({ comments }) => comments.length),
    undecodableCharacters: findings.symbols,
  });
}
