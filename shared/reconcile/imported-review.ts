import type { Flag } from '../model/flag';
import type { ImportedBlock, ImportedComment } from '../model/imported-document';
import type { Language } from '../model/language';
import type { Authored, Paragraph } from '../model/paragraph';
import { sameMarks } from '../model/mark';

/** A paragraph of an imported block, its tracked changes as suggestions. `time`, in ms since 1970, where the file has none. */
export function paragraphOf(
  { block, original, changes }: ImportedBlock,
  id: string,
  time: number,
): Paragraph {
  const paragraph: Paragraph = { ...block, id, imported: null };
  if (!original || (original.text === block.text && sameMarks(original.marks, block.marks))) return paragraph;
  return { ...paragraph, imported: original, pending: { settled: original, by: authorsOf(changes, time) } };
}

/** Who made the tracked changes of a block. */
export function authorsOf(changes: ImportedBlock['changes'], time: number): readonly Authored[] {
  return changes.map((change) => ({ ...change, time: change.time ?? time }));
}

/** A comment in a document as a flag: a remark without weight, on the words it stood at. */
export function flagOf(
  comment: ImportedComment,
  at: {
    readonly id: string;
    readonly language: Language;
    readonly paragraphId: string;
    readonly text: string;
  },
  time: number,
): Flag {
  const { author, start, end, text, replies, resolved } = comment;
  return {
    id: at.id,
    spans: [
      {
        at: 'text',
        language: at.language,
        paragraphId: at.paragraphId,
        start,
        end,
        quote: at.text.slice(start, end),
        orphaned: false,
        fix: null,
      },
    ],
    category: 'accuracy',
    severity: 'neutral',
    note: text,
    status: resolved ? 'resolved' : 'open',
    author,
    time: comment.time ?? time,
    thread: replies.map((reply, n) => ({
      id: `${at.id}-${n + 1}`,
      author: reply.author,
      time: reply.time ?? time,
      text: reply.text,
    })),
  };
}
