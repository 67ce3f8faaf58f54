import { fail, ok, type Result } from '../../../shared/model/failure';
import { hasText, type ImportedBlock, type Notice } from '../../../shared/model/imported-document';
import { openArchive, type Archive } from './archive';
import { toBlocks } from './blocks';
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
 * @returns or `fileWrongType`, `fileDamaged`, `fileUnsafe`, `fileTooDeep`, `fileUnpacksTooLarge`, `fileNoText`
 */
export async function readDocx(bytes: Uint8Array, fileName: string): Promise<Result<DocxContent>> {
  try {
    const content = await readArchive(await openArchive(bytes));
    return content.blocks.some(hasText) ? ok(content) : fail('fileNoText', { file: fileName });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return fail(error.failure.code, { file: fileName, ...error.failure.params });
  }
}

async function readArchive(archive: Archive): Promise<DocxContent> {
  const { story, findings } = await readStory(archive, PRESENT_READING);
  const blocks = toBlocks(story).map(({ trace: _, ...block }) => block);
  const madeFrom = await readStamp(archive);
  return { blocks, notices: listNotices(findings, blocks), ...(madeFrom !== null && { madeFrom }) };
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
