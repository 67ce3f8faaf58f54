import type { RichText } from '../model/paragraph';
import { isSameText } from './baseline';
import type { TextChange } from './changes';

/** What becomes of the present paragraphs of a change; null for a paragraph that goes. */
export interface TakenBack {
  readonly paragraphId: string;
  readonly content: RichText | null;
}

/**
 * How a change is taken back by giving a present paragraph its former text, or by removing it when it was not there.
 * None where it takes more than texts: where a paragraph that is gone would have to come back, where the parts of one
 * would have to be joined with all that each of them remembers, and where only the place has changed.
 */
export function takenBack({ before, after, kind }: TextChange): readonly TakenBack[] {
  const [present, other] = after;
  if (!present || other || kind === 'merged') return [];
  const content = before[0]?.content ?? null;
  if (content && isSameText(content, present.content)) return [];
  return [{ paragraphId: present.paragraphId, content }];
}
