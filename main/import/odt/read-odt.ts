import { fail, ok, type Result } from '../../../shared/model/failure';
import { countedNotices, hasText } from '../../../shared/model/imported-document';
import { countMargins } from './margins';
import { openArchive } from '../docx/archive';
import { Unreadable } from '../docx/unreadable';
import type { ReadBlocks } from '../read-blocks';
import { toOdtBlocks } from './blocks';
import { readOdtStory } from './story';

/**
 * Reads an OpenDocument text (ISO/IEC 26300): as `readDocx` does, with tracked changes accepted, and beside it what they changed
 * and the comments. Nothing is fetched or run.
 *
 * @param fileName only named in failures
 * @returns or `fileWrongType`, `fileDamaged`, `fileLocked`, `fileUnsafe`, `fileTooDeep`, `fileUnpacksTooLarge`, `fileNoText`
 */
export async function readOdt(bytes: Uint8Array, fileName: string): Promise<Result<ReadBlocks>> {
  try {
    const archive = await openArchive(bytes);
    const story = await readOdtStory(archive);
    const blocks = toOdtBlocks(story).map(({ trace: _, ...block }) => block);
    if (!blocks.some(hasText)) return fail('fileNoText', { file: fileName });
    const sum = (count: (block: (typeof blocks)[number]) => number) =>
      blocks.reduce((all, block) => all + count(block), 0);
    const notices = countedNotices({
      picturesOfOdt: story.pictures,
      embeddedLeftOut: story.embedded,
      marginsLeftOut: await countMargins(archive),
      trackedChanges: sum(({ changes }) => changes.length),
      comments: sum(({ comments }) => comments.length),
    });
    return ok({ blocks, notices });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return fail(error.failure.code, { file: fileName, ...error.failure.params });
  }
}
