import { fail, ok, type Result } from '../../../shared/model/failure';
import { hasText, type ImportedBlock, type Notice } from '../../../shared/model/imported-document';
import type { Picture } from '../../../shared/model/picture';
import { PictureShelf } from '../pictures/picture-shelf';
import { openArchive, readWhole, type Archive } from './archive';
import { toBlocks, type TracedBlock } from './blocks';
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
}

/**
 * Reads a .docx file (ECMA-376, transitional or strict): its text as a reader sees it on paper, with all
 * tracked changes accepted, and beside it what they changed, who and when, and the comments. Only the parts needed are unpacked; nothing is fetched or run.
 *
 * @param fileName only named in failures
 * @param shelf where its pictures are put
 * @returns or `fileWrongType`, `fileDamaged`, `fileUnsafe`, `fileTooDeep`, `fileUnpacksTooLarge`, `fileNoText`
 */
export async function readDocx(
  bytes: Uint8Array,
  fileName: string,
  shelf = new PictureShelf(),
): Promise<Result<DocxContent>> {
  try {
    const content = await readArchive(await openArchive(bytes), shelf);
    return content.blocks.some(hasText) ? ok(content) : fail('fileNoText', { file: fileName });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return fail(error.failure.code, { file: fileName, ...error.failure.params });
  }
}

async function readArchive(archive: Archive, shelf: PictureShelf): Promise<DocxContent> {
  const { story, findings } = await readStory(archive, PRESENT_READING);
  const blocks: ImportedBlock[] = [];
  for (const { trace: _, picture, ...imported } of toBlocks(story)) {
    const { block } = imported;
    const read = picture && block.picture ? await readPicture(archive, picture, block.picture, shelf) : null;
    blocks.push(read ? { ...imported, block: { ...block, picture: read } } : imported);
  }
  const madeFrom = await readStamp(archive);
  return { blocks, notices: listNotices(findings, blocks), ...(madeFrom !== null && { madeFrom }) };
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
  const notices: readonly Notice[] = [
    { code: 'picturesLeftOut', count: findings.pictures },
    { code: 'trackedChanges', count: sum(({ changes }) => changes.length) },
    { code: 'comments', count: sum(({ comments }) => comments.length) },
    { code: 'undecodableCharacters', count: findings.symbols },
  ];
  return notices.filter(({ count }) => count > 0);
}
