import { fail, ok, type Result } from '../../shared/model/failure';
import { hasMore } from './has-more';
import { MOST_PARTS } from './limits';
import type { ReadBlocks } from './read-blocks';

/**
 * Has a text read unless it is in too many parts.
 *
 * @param pattern what parts are told by: line breaks, if nothing else is said
 */
export function readParts(
  text: string,
  file: string,
  read: (source: string) => ReadBlocks,
  pattern = /\r\n?|\n/g,
): Result<ReadBlocks> {
  if (hasMore(text, pattern, MOST_PARTS)) return fail('fileTooManyParts', { file, limit: MOST_PARTS });
  return ok(read(text));
}
