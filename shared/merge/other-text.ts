import type { Mark } from '../model/mark';
import type { RichText } from '../model/paragraph';
import { resultOf } from '../reconcile/merge-result';
import type { MergeChunk } from '../reconcile/merge-texts';

/** What a paragraph would say with the other copy's words, and where its links lead that the kept ones do not. */
export interface OtherText {
  readonly text: string;
  readonly targets: readonly string[];
}

/** The text that was not kept of a conflict about texts. */
export function otherText({ chunks }: { readonly chunks: readonly MergeChunk[] }): OtherText {
  const picks = chunks.flatMap(({ kind }) => (kind === 'conflict' ? ['theirs' as const] : []));
  const [kept, other] = [resultOf(chunks), resultOf(chunks, picks)];
  const known = new Set(targetsIn(kept));
  return { text: other.text, targets: targetsIn(other).filter((target) => !known.has(target)) };
}

function targetsIn({ marks }: RichText): readonly string[] {
  return [...new Set(marks.flatMap((mark: Mark) => (mark.type === 'link' ? [mark.href] : [])))];
}
