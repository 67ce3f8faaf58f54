import { randomUUID } from 'node:crypto';
import type { ReturnedRemark } from '../../shared/commands/settle-returned';
import type { ImportedBlock, ImportedComment, ImportedDocument } from '../../shared/model/imported-document';
import type { Result } from '../../shared/model/failure';
import type { Flag } from '../../shared/model/flag';
import type { Language } from '../../shared/model/language';
import type { Project } from '../../shared/model/project';
import type { ReturnedReview } from '../../shared/reconcile/returned-review';
import { exportStamp, remarkText } from '../export/original/order-tracked';
import type { NameCategory } from '../export/version-document';

/** The project as it was when a file was exported from it; null for a file that does not come from this version of it. */
export function exportedState(
  { madeFrom }: ImportedDocument,
  project: Project,
  language: Language,
  stateAt: (seq: number) => Result<Project>,
): Project | null {
  const [, id, seq] = /^(.+) (\d{1,15}) [0-9a-f]+$/.exec(madeFrom ?? '') ?? [];
  if (id !== project.id || seq === undefined) return null;
  const state = stateAt(Number(seq));
  if (!state.ok) return null;
  // After an undo another change may have that number.
  return exportStamp(state.value, language, Number(seq)) === madeFrom ? state.value : null;
}

/** What waits in a file still. */
export function returnedReview(blocks: readonly ImportedBlock[]): ReturnedReview {
  return {
    texts: blocks
      .filter(({ block }) => block.text !== '')
      .map(({ block, changes }) => ({
        text: block.text,
        waiting: changes.map(({ start, end }) => ({ start, end })),
      })),
    leaving: blocks.flatMap(({ block, original }) => (block.text === '' && original ? [original.text] : [])),
  };
}

/**
 * What a file answers to flags, whose comments it was exported with.
 *
 * @param comments those of the file
 * @param time in ms since 1970, of answers that tell none
 */
export function answersIn(
  comments: readonly ImportedComment[],
  flags: readonly Flag[],
  nameOf: NameCategory,
  time: number,
): readonly ReturnedRemark[] {
  return comments.flatMap((comment): readonly ReturnedRemark[] => {
    const flag = flagFor(comment, flags, nameOf);
    if (!flag) return [];
    const replies = comment.replies
      .filter((reply) => !flag.thread.some((each) => saysSame(each, reply)))
      .map(({ author, text, time: at }) => ({ id: randomUUID(), author, text, time: at ?? time }));
    const isResolved = comment.resolved && flag.status === 'open';
    return replies.length > 0 || isResolved ? [{ flagId: flag.id, replies, isResolved }] : [];
  });
}

/** The flag a comment was exported from, or that was made of it. */
export function flagFor(
  comment: ImportedComment,
  flags: readonly Flag[],
  nameOf: NameCategory,
): Flag | undefined {
  return flags.find((flag) =>
    [remarkText(flag, nameOf), flag.note].some((text) => saysSame(comment, { author: flag.author, text })),
  );
}

interface Said {
  readonly author: string;
  readonly text: string;
}

function saysSame(a: Said, b: Said): boolean {
  const plain = (words: string) => words.replace(/\s+/gu, ' ').trim();
  return (
    plain(a.text) === plain(b.text) && (plain(a.author) || 'Triptych') === (plain(b.author) || 'Triptych')
  );
}
